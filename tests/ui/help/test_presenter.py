from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from sroi_desktop.ui.help.presenter import Entry, HelpPresenter
from sroi_desktop.ui.pages import HelpTarget


@dataclass
class FakeView:
    entries: tuple[Entry, ...] = ()
    current: str = ""
    searching: bool = False
    pages: list[str] = field(default_factory=list)
    place: str | None = None

    def show_entries(self, entries: tuple[Entry, ...], current: str, *, searching: bool) -> None:
        self.entries, self.current, self.searching = entries, current, searching

    def show_page(self, title: str, markdown: str) -> None:
        assert markdown.startswith("# ")
        self.pages.append(title)

    def go_to(self, place: str) -> None:
        self.place = place


@pytest.fixture
def view() -> FakeView:
    return FakeView()


@pytest.fixture
def presenter(view: FakeView) -> HelpPresenter:
    return HelpPresenter(view)


def test_that_the_help_opens_at_its_beginning(presenter: HelpPresenter, view: FakeView) -> None:
    presenter.open_at(None)
    assert view.pages == ["Zo begint u"]
    assert view.current == "1"
    assert [entry.key for entry in view.entries] == [str(number) for number in range(1, 9)]
    assert presenter.header().title


def test_that_the_help_comes_back_where_it_was(presenter: HelpPresenter, view: FakeView) -> None:
    presenter.open_at(HelpTarget("3"))
    presenter.open_at(None)
    assert view.pages == ["Bewijs"]
    assert view.current == "3"


@pytest.mark.parametrize("term", ["threshold", "Drempel", "drempel"])
def test_that_a_term_is_shown_where_it_stands(
    presenter: HelpPresenter, view: FakeView, term: str
) -> None:
    presenter.open_at(HelpTarget("5", term))
    assert view.pages == ["Begrippen"]
    assert view.place == "threshold"


def test_that_an_unknown_topic_or_term_gives_a_beginning(
    presenter: HelpPresenter, view: FakeView
) -> None:
    presenter.open_at(HelpTarget("99", "onzin"))
    assert view.pages == ["Zo begint u"]
    assert view.place == ""


def test_that_a_search_lists_places_and_an_empty_one_topics(
    presenter: HelpPresenter, view: FakeView
) -> None:
    presenter.open_at(None)
    presenter.search("bsn loonstrook")
    assert [(one.key, one.detail) for one in view.entries] == [("3#bsn", "Bewijs")]
    assert view.searching
    presenter.choose("3#bsn")
    assert view.pages[-1] == "Bewijs"
    assert view.place == "bsn"
    assert view.searching
    presenter.search("")
    assert [entry.detail for entry in view.entries] == [""] * 8
    assert view.current == "3"


def test_that_a_link_is_followed_within_the_help_only(
    presenter: HelpPresenter, view: FakeView
) -> None:
    presenter.open_at(None)
    presenter.follow("5#pso")
    assert (view.pages[-1], view.place, view.current) == ("Begrippen", "pso", "5")
    presenter.follow("#nug")
    assert view.place == "nug"
    presenter.follow("https://example.org")
    assert view.pages[-1] == "Begrippen"


def test_that_a_link_leaves_a_search_as_it_is(presenter: HelpPresenter, view: FakeView) -> None:
    presenter.open_at(None)
    presenter.search("bsn")
    presenter.follow("5")
    assert view.searching
    assert view.pages[-1] == "Begrippen"
