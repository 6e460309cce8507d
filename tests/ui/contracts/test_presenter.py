from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from sroi_desktop.domain.account import Totals
from sroi_desktop.domain.contract import ContractState
from sroi_desktop.domain.demands import Quantity
from sroi_desktop.domain.guidance import Position
from sroi_desktop.domain.money import Money
from sroi_desktop.domain.quantities import Filled
from sroi_desktop.domain.rules import Quota, QuotaUnit
from sroi_desktop.services import contracts
from sroi_desktop.ui import pages
from sroi_desktop.ui.contracts.cards import ContractCard, card_of, course_pill, shares_of
from sroi_desktop.ui.contracts.presenter import ENDED, NEW, RUNNING, ContractsPresenter
from sroi_desktop.ui.kit.content import Act, Choice
from sroi_desktop.ui.kit.palette import Tone
from tests.ui.desks import LIBRARY, TODAY, Opened, book, new_desk, take_on, wijk_oost


class FakeView:
    def __init__(self) -> None:
        self.cards: tuple[ContractCard, ...] = ()
        self.choices: tuple[Choice, ...] = ()
        self.current = ""
        self.searched = False
        self.empty: tuple[str, Act | None] | None = None

    def show_cards(self, cards: tuple[ContractCard, ...]) -> None:
        self.cards, self.empty = cards, None

    def show_filters(self, choices: tuple[Choice, ...], current: str, *, searched: bool) -> None:
        self.choices, self.current, self.searched = choices, current, searched

    def show_empty(self, *, title: str, text: str, act: Act | None) -> None:
        self.empty = (title, act)


def position(**changes: object) -> Position:
    contract = wijk_oost(id=1)
    made = Position(contract, LIBRARY.get("utrecht-v3"), Money(12_000_000))
    return replace(made, **changes)  # type: ignore[arg-type]


def loaded(count: int = 1) -> tuple[ContractsPresenter, FakeView, Opened]:
    desk, view, asked = new_desk(), FakeView(), Opened()
    for number in range(count):
        take_on(desk, wijk_oost(number=f"2026-{number:02d}", title=f"Werk {number}"))
    presenter = ContractsPresenter(view, desk, asked)
    presenter.load()
    return presenter, view, asked


def test_that_a_card_tells_amounts_dates_and_course() -> None:
    totals = Totals(planned=Money(3_000_000), proven=Money(5_000_000))
    card = card_of(position(totals=totals), TODAY)
    assert card.about == "Gemeente Utrecht · services · 2026-01"
    assert card.period == "01-01-2026 to 31-12-2027"
    assert (card.realised, card.owed, card.open) == (
        "€\xa050.000 realised",
        "of €\xa0120.000",
        "€\xa040.000 open",
    )
    assert card.pill.text == "On schedule"
    for part in (card.title, card.about, card.realised, card.open, card.pill.text):
        assert part in card.spoken


def in_units(done: int, planned: int = 0) -> Position:
    """Return a contract that asks 1,000 hours, and nothing in euros."""
    quota = Quota(QuotaUnit.HOURS, Fraction(1_000))
    filled = Filled(Quantity(quota, Fraction(1_000)), Fraction(done), Fraction(planned))
    return position(owed=None, filled=(filled,), in_units=True)


def test_that_a_card_tells_hours_where_nothing_is_owed_in_euros() -> None:
    card = card_of(in_units(500, 200), TODAY)
    told = (card.realised, card.owed, card.open, card.pill.text)
    assert told == ("500 hours realised", "of 1.000 hours", "300 hours open", "On schedule")
    assert card.shares is not None
    assert (card.shares.realised, card.shares.planned) == (0.5, 0.2)
    assert card.shares.today == pytest.approx(0.447, abs=0.01)
    assert card_of(in_units(1_200), TODAY).open == "nothing is open"
    both = replace(in_units(500, 200), in_units=False, owed=Money(12_000_000))
    assert card_of(both, TODAY).open == "€\xa0120.000 and 300 hours open"
    nothing = card_of(position(owed=Money(0)), TODAY)
    assert (nothing.owed, nothing.open) == ("nothing is owed", "")
    unknown = card_of(replace(both, owed=None), TODAY)
    assert (unknown.owed, unknown.open) == ("obligation not known yet", "300 hours open")
    before = shares_of(in_units(0), date(2025, 12, 1))
    assert before is not None
    assert before.today is None


def test_that_the_bar_marks_today_only_while_the_contract_runs() -> None:
    assert shares_of(position(), TODAY) is not None
    running, before = shares_of(position(), TODAY), shares_of(position(), date(2025, 12, 1))
    assert running is not None
    assert running.today == pytest.approx(0.447, abs=0.01)
    assert before is not None
    assert before.today is None


def test_that_more_than_is_owed_fills_the_bar_and_no_more() -> None:
    shares = shares_of(position(totals=Totals(proven=Money(50_000_000))), TODAY)
    assert shares is not None
    assert shares.realised == 1


def test_that_a_contract_of_which_nothing_is_known_says_so() -> None:
    unknown = position(contract=wijk_oost(id=1, category=None, ends_on=None), owed=None)
    card = card_of(unknown, TODAY)
    assert card.shares is None
    assert (card.owed, card.open) == ("obligation not known yet", "")
    assert card.period == "dates not known yet"
    assert card.about == "Gemeente Utrecht · 2026-01"


def test_that_nothing_owed_is_told_in_words() -> None:
    card = card_of(position(owed=Money(0)), TODAY)
    assert (card.owed, card.open, card.shares) == ("nothing is owed", "", None)


def test_that_a_contract_without_an_id_is_no_contract_of_the_books() -> None:
    with pytest.raises(ValueError, match="id"):
        card_of(position(contract=wijk_oost()), TODAY)


@pytest.mark.parametrize("state", [ContractState.TENDER, ContractState.SETTLED])
def test_that_before_the_award_and_after_the_end_the_state_is_shown(state: ContractState) -> None:
    pill = course_pill(position(contract=wijk_oost(id=1, state=state)), TODAY)
    assert pill.text in {"Tender", "Settled"}
    assert pill.tone is Tone.NEUTRAL


def test_that_the_list_shows_running_contracts_first() -> None:
    _presenter, view, _asked = loaded(2)
    assert [card.title for card in view.cards] == ["Werk 0", "Werk 1"]
    assert view.current == RUNNING
    assert [(choice.key, choice.hint) for choice in view.choices] == [
        (RUNNING, "2"),
        (ENDED, "0"),
    ]


def test_that_ended_contracts_have_a_filter_of_their_own() -> None:
    desk, view, asked = new_desk(), FakeView(), Opened()
    contract_id = take_on(desk)
    contracts.move_on(desk, contract_id, ContractState.SETTLED)
    presenter = ContractsPresenter(view, desk, asked)
    presenter.load()
    assert not view.cards
    presenter.choose_filter(ENDED)
    assert [card.contract_id for card in view.cards] == [contract_id]
    assert view.cards[0].is_ended


def test_that_an_empty_list_offers_the_first_act() -> None:
    presenter, view, asked = loaded(0)
    assert view.empty is not None
    act = view.empty[1]
    assert act is not None
    presenter.run_act(act.key)
    assert asked.pages == [(pages.NEW_CONTRACT, None)]


def test_that_without_ended_contracts_no_act_is_offered() -> None:
    presenter, view, _asked = loaded(0)
    presenter.choose_filter(ENDED)
    assert view.empty == ("No ended contracts", None)


def test_that_a_search_looks_at_name_authority_number_and_course() -> None:
    presenter, view, _asked = loaded(3)
    presenter.search("utrecht werk 1")
    assert [card.title for card in view.cards] == ["Werk 1"]
    presenter.search("rotterdam")
    assert view.cards == ()
    assert view.empty == ("No contract found", None)


@pytest.mark.parametrize(("count", "searched"), [(5, False), (6, True)])
def test_that_a_search_is_offered_once_there_is_much_to_search(count: int, searched: bool) -> None:
    _presenter, view, _asked = loaded(count)
    assert view.searched is searched


def test_that_a_contract_opens_on_its_own_page() -> None:
    presenter, view, asked = loaded()
    presenter.open_contract(view.cards[0].contract_id)
    assert asked.pages == [(pages.CONTRACT, pages.ContractTarget(view.cards[0].contract_id))]


def test_that_the_head_offers_a_new_contract_and_explains_the_bar() -> None:
    presenter, _view, asked = loaded()
    header = presenter.header()
    assert header.primary is not None
    assert header.legend
    presenter.run_act(header.primary.key)
    presenter.run_act("something else")
    assert asked.pages == [(pages.NEW_CONTRACT, None)]
    assert header.primary.key == NEW


def test_that_a_booking_shows_in_the_amounts_after_loading_again() -> None:
    desk, view, asked = new_desk(), FakeView(), Opened()
    contract_id = take_on(desk)
    presenter = ContractsPresenter(view, desk, asked)
    presenter.load()
    assert view.cards[0].realised.startswith("€\xa00")
    book(desk, contract_id)
    presenter.load()
    assert view.cards[0].realised == "€\xa013.333 realised"
