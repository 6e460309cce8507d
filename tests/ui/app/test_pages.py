"""Every page of the program opens, has a title, and every key that screens use has a page."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from sroi_desktop.app.pages import all_pages
from sroi_desktop.ui import pages
from sroi_desktop.ui.kit.accessibility import interactive_widgets, spoken
from tests.e2e.owner import Owner

pytestmark = pytest.mark.no_cover

MOST = 100


def argument_of(key: str) -> object:
    """Return what a page needs to show something."""
    if key == pages.CLAUSE:
        return pages.ClauseTarget(1)
    if key == pages.BOOKING:
        return pages.BookingTarget(1, 1)
    if key == pages.RULE_EDITOR:
        return pages.RuleEditorTarget("utrecht-v3")
    return pages.ContractTarget(1) if key == pages.CONTRACT else None


KEYS = [
    value
    for name, value in vars(pages).items()
    if name.isupper() and isinstance(value, str) and not name.startswith("TYPE")
]


def test_that_every_key_has_one_page(owner: Owner) -> None:
    assert sorted(page.key for page in all_pages(owner.session.bench)) == sorted(KEYS)


@pytest.mark.parametrize("key", KEYS)
def test_that_a_page_opens_by_its_key_and_tab_reaches_everything_on_it(
    owner_at_work: Owner, key: str
) -> None:
    owner = owner_at_work
    owner.session.bench.open_page(key, argument_of(key))
    owner.settle()
    assert owner.page == key
    screen = owner.session.window.current_screen()
    assert screen is not None
    assert screen.header().title
    seen = [one for one in interactive_widgets(owner.window) if one.isVisible()]
    assert [one for one in map(spoken, seen) if not one.name] == []
    assert unreached(owner) == []


def unreached(owner: Owner) -> list[str]:
    """Return what Tab does not reach before it comes round, by name."""
    owner.session.window._navigation.focus_current()
    stops: list[QWidget] = []
    while (focused := QApplication.focusWidget()) is not None:
        if (stops and focused is stops[0]) or len(stops) > MOST:
            break
        stops.append(focused)  # a text with links is there once for each of them
        owner.press("Tab")
    assert focused is stops[0]
    return [
        one.objectName()
        for one in interactive_widgets(owner.window)
        if one.isVisible() and one.isEnabled() and one not in stops
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]


def test_that_a_page_outside_the_navigation_marks_one_inside(owner: Owner) -> None:
    made = {page.key: page for page in all_pages(owner.session.bench)}
    for page in made.values():
        assert page.in_navigation or made[page.belongs_to or ""].in_navigation
