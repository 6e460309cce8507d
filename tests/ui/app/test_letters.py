"""A letter with Alt means one thing on a screen, in both languages and at every step."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from sroi_desktop.app.picture_hands import Act, Pick, Press, Write
from sroi_desktop.domain.rules import EffortKind
from sroi_desktop.language.catalogue import LANGUAGES
from sroi_desktop.services import contracts
from sroi_desktop.system import paths, settings
from sroi_desktop.ui import pages
from tests.e2e.owner import Owner
from tests.ui.app.test_pages import KEYS, argument_of

pytestmark = pytest.mark.no_cover

TABS = ("standing", "efforts", "evidence", "reports", "deadlines", "details", "history")
ON = Press("new_contract.on")
TALK: tuple[tuple[Act, ...], ...] = (
    (
        Write("new_contract.title.editor", "Sportpark"),
        Write("new_contract.authority.editor", "Utrecht"),
    ),
    (ON,),
    (ON,),
    (
        Pick("new_contract.part", "part"),
        Pick("new_contract.category", "supplies"),
        Pick("new_contract.demand", "percentage"),
    ),
    (Pick("new_contract.demand", "fixed"),),
    (ON,),
    (Pick("new_contract.state", "running"),),
    (ON,),
)


@pytest.fixture(params=LANGUAGES)
def speaking(request: pytest.FixtureRequest) -> str:
    """Return the language the program opens in."""
    language: str = request.param
    settings.save(settings.Settings(language=language), paths.settings_file())
    return language


@pytest.fixture
def owner_reading(speaking: str, owner_at_work: Owner) -> Owner:
    """Return the owner at work, before a program in one of the languages."""
    assert owner_at_work.program.settings.language == speaking
    return owner_at_work


def _letters(window: QWidget) -> Iterator[tuple[str, str]]:
    """Yield the letters that with Alt lead somewhere, of what is in sight, and where."""
    for one in window.findChildren(QWidget):
        if one.isVisible() and (
            isinstance(one, QAbstractButton)
            or (isinstance(one, QLabel) and one.buddy() is not None)
        ):
            letter = QKeySequence.mnemonic(one.text()).toString()
            if letter:
                yield letter, one.text()


def _doubled(window: QWidget) -> list[str]:
    """Return what shares a letter with something else in sight, each with its text."""
    found: dict[str, list[str]] = {}
    for letter, text in _letters(window):
        found.setdefault(letter, []).append(text)
    return [f"{letter}: {', '.join(texts)}" for letter, texts in sorted(found.items()) if texts[1:]]


def _walk(owner: Owner, acts: Iterable[Act]) -> None:
    for act in acts:
        act.do(owner.window)
        owner.settle()


def test_that_a_letter_means_one_thing_on_every_page(owner_reading: Owner) -> None:
    owner = owner_reading
    wanted = [(key, argument_of(key)) for key in KEYS]
    wanted += [(pages.CONTRACT, pages.ContractTarget(1, tab)) for tab in TABS]
    doubled = {}
    for key, argument in wanted:
        owner.session.bench.open_page(key, argument)
        owner.settle()
        doubled[f"{key} {argument}"] = _doubled(owner.window)
    assert not any(doubled.values()), doubled


def test_that_a_letter_means_one_thing_at_every_step_of_a_new_contract(
    owner_reading: Owner,
) -> None:
    owner_reading.session.bench.open_page(pages.NEW_CONTRACT)
    owner_reading.settle()
    doubled = {}
    for place, acts in enumerate(TALK):
        _walk(owner_reading, acts)
        doubled[place] = _doubled(owner_reading.window)
    assert not any(doubled.values()), doubled
    assert owner_reading.sees("new_contract.change.0")


def test_that_a_letter_means_one_thing_at_every_step_of_a_clause(owner_reading: Owner) -> None:
    bench = owner_reading.session.bench
    doubled = {}
    bench.open_page(pages.CLAUSE)
    owner_reading.settle()
    doubled["begin"] = _doubled(owner_reading.window)
    bench.open_page(pages.CLAUSE, pages.ClauseTarget(1))
    owner_reading.settle()
    doubled["question"] = _doubled(owner_reading.window)
    _walk(owner_reading, (Press("act.summary"),))
    doubled["summary"] = _doubled(owner_reading.window)
    _walk(owner_reading, (Press("clause.back"),))
    doubled["last"] = _doubled(owner_reading.window)
    assert not any(doubled.values()), doubled
    assert owner_reading.sees("clause.allowed.yes")


def _with_conditions(owner: Owner) -> int:
    """Take on a contract whose rules set conditions for suppliers; return its id."""
    desk = owner.session.desk
    rules = desk.library.get("utrecht-v3")
    rules = replace(rules, recognition=desk.library.get("haaglanden-2023-07").recognition)
    contract = replace(desk.store.contract(1), id=None, number="2026-99")
    return contracts.take_on(desk, contract, rules).id or 0


def test_that_a_letter_means_one_thing_at_every_step_of_a_booking(owner_reading: Owner) -> None:
    bench = owner_reading.session.bench
    onward = Press("booking.onward")
    doubled = {}
    for kind in EffortKind:
        bench.open_page(pages.BOOKING, pages.BookingTarget(1))
        _walk(owner_reading, (Press(f"card.{kind.value}"), onward))
        _walk(owner_reading, (Pick("booking.supplier", "new"),))
        doubled[kind.value] = _doubled(owner_reading.window)
    # All that can be asked of a supplier: a recognition that ended, and conditions beside it.
    bench.open_page(pages.BOOKING, pages.BookingTarget(_with_conditions(owner_reading)))
    owner_reading.settle()
    _walk(owner_reading, (Press("card.purchase"), onward))
    _walk(owner_reading, (Pick("booking.supplier", "new"), Write("booking.scheme.editor", "PSO")))
    ended = (Write("booking.starts.editor", "1-5-2026"),)
    _walk(owner_reading, (*ended, Write("booking.valid_until.editor", "1-1-2026")))
    assert owner_reading.sees("booking.aspirant_since.editor")
    doubled["supplier"] = _doubled(owner_reading.window)
    bench.open_page(pages.BOOKING, pages.BookingTarget(1, 1))
    owner_reading.settle()
    _walk(owner_reading, (onward,))
    doubled["where"] = _doubled(owner_reading.window)
    _walk(owner_reading, (onward, Press("proof.seen.arbeidsovereenkomst")))
    doubled["proof"] = _doubled(owner_reading.window)
    assert not any(doubled.values()), doubled
    assert owner_reading.sees("proof.seen.arbeidsovereenkomst.who.editor")
