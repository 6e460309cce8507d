from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from fractions import Fraction

import pytest

from sroi_desktop.domain.account import Totals
from sroi_desktop.domain.contract import ContractState
from sroi_desktop.domain.money import Money
from sroi_desktop.domain.rules import Quota, QuotaUnit
from sroi_desktop.services import drafts, positions
from sroi_desktop.services.desk import Desk
from sroi_desktop.ui import pages
from sroi_desktop.ui.begun import begun_text
from sroi_desktop.ui.home.cards import MOST_CARDS, HomeCard, home_card
from sroi_desktop.ui.home.presenter import (
    ALL_CONTRACTS,
    BEGIN,
    BOOK,
    CALCULATE,
    FEW_STEPS,
    FEWER,
    MORE,
    MORE_STEPS,
    NEW,
    HomePresenter,
)
from sroi_desktop.ui.kit.content import Act, StepContent
from sroi_desktop.ui.kit.palette import Tone
from tests.ui.desks import TODAY, Opened, book, new_desk, take_on, wijk_oost


class FakeView:
    def __init__(self) -> None:
        self.steps: tuple[StepContent, ...] = ()
        self.count = ""
        self.more: Act | None = None
        self.cards: tuple[HomeCard, ...] = ()
        self.everything: Act | None = None
        self.is_start = False
        self.begun: tuple[str, Act | None] = ("", None)

    def show_begun(self, text: str, act: Act | None) -> None:
        self.begun = (text, act)

    def show_steps(self, steps: tuple[StepContent, ...], count: str, more: Act | None) -> None:
        self.steps, self.count, self.more = steps, count, more

    def show_contracts(self, cards: tuple[HomeCard, ...], everything: Act | None) -> None:
        self.cards, self.everything = cards, everything

    def show_start(self) -> None:
        self.is_start = True


class At:
    """A clock that stands still at an hour of the local day."""

    def __init__(self, hour: int) -> None:
        self._at = datetime(2026, 11, 22, hour, 30).astimezone()

    def today(self) -> date:
        return self._at.date()

    def now(self) -> datetime:
        return self._at.astimezone(UTC)


def loaded(desk: Desk) -> tuple[HomePresenter, FakeView, Opened]:
    view, opened = FakeView(), Opened()
    presenter = HomePresenter(view, desk, opened)
    presenter.load()
    return presenter, view, opened


@pytest.mark.parametrize(
    ("hour", "words"),
    [
        (5, "Goedenavond"),
        (6, "Goedemorgen"),
        (11, "Goedemorgen"),
        (12, "Goedemiddag"),
        (17, "Goedemiddag"),
        (18, "Goedenavond"),
    ],
)
def test_that_the_greeting_follows_the_time_of_day(hour: int, words: str) -> None:
    presenter, _view, _opened = loaded(replace(new_desk(), clock=At(hour)))
    assert presenter.header().title == f"{words}, Van Dijk Groenvoorziening"


@pytest.mark.parametrize(
    ("company", "name"),
    [("Jansen & Zn. V.O.F.", "Jansen & Zn."), ("De Haan BV", "De Haan"), ("BV", "BV")],
)
def test_that_the_greeting_leaves_the_legal_form_out(company: str, name: str) -> None:
    presenter, _view, _opened = loaded(new_desk(company=company))
    assert presenter.header().title.endswith(f", {name}")


def test_that_a_firm_without_a_name_is_greeted_all_the_same() -> None:
    presenter, _view, _opened = loaded(new_desk(company=""))
    assert presenter.header().title == "Goedemiddag"


def test_that_a_new_administration_begins_with_its_first_contract() -> None:
    presenter, view, opened = loaded(new_desk())
    assert view.is_start
    assert presenter.header().primary is None
    assert not presenter.header().legend
    presenter.run_act(NEW)
    presenter.run_act(BEGIN)
    assert opened.pages == [
        (pages.NEW_CONTRACT, None),
        (pages.HELP, pages.HelpTarget("1")),
    ]


def test_that_each_step_leads_straight_to_its_place() -> None:
    desk = new_desk()
    contract_id = take_on(desk)
    effort_id = book(desk, contract_id)
    presenter, view, opened = loaded(desk)
    assert [step.act.kind for step in view.steps if step.act] == [
        "primary",
        "secondary",
        "secondary",
    ]
    for step in view.steps:
        assert step.act is not None
        presenter.run_act(step.act.key)
    assert (pages.EVIDENCE, pages.EvidenceTarget(contract_id, effort_id)) in opened.pages
    assert (pages.REPORTS, pages.ReportTarget(contract_id)) in opened.pages


def test_that_a_step_names_its_reason_and_the_money_at_stake() -> None:
    desk = new_desk()
    book(desk, take_on(desk))
    _presenter, view, _opened = loaded(desk)
    evidence = next(step for step in view.steps if step.icon == "file-warning")
    assert "13.333,33" in evidence.detail
    assert evidence.tone is Tone.DANGER


def test_that_nothing_to_do_is_said_in_so_many_words() -> None:
    desk = new_desk()
    take_on(desk, wijk_oost(state=ContractState.SETTLED))
    _presenter, view, _opened = loaded(desk)
    assert view.steps == ()
    assert view.count == ""
    assert view.more is None


def test_that_an_ended_contract_has_no_card_but_can_be_found() -> None:
    desk = new_desk()
    take_on(desk, wijk_oost(state=ContractState.SETTLED))
    presenter, view, opened = loaded(desk)
    assert view.cards == ()
    assert view.everything is not None
    presenter.run_act(view.everything.key)
    assert opened.pages == [(pages.CONTRACTS, None)]


def test_that_the_steps_can_be_shown_all_and_folded_again() -> None:
    desk = new_desk()
    for number in range(4):
        take_on(desk, wijk_oost(number=f"2026-{number:02}", contact_made_on=None, rhythm=None))
    presenter, view, _opened = loaded(desk)
    total = len(presenter._steps)
    assert FEW_STEPS < total <= FEW_STEPS + MORE_STEPS
    assert len(view.steps) == FEW_STEPS
    assert view.count == f"{FEW_STEPS} van {total} stappen"
    presenter.run_act(MORE)
    assert len(view.steps) == total
    assert view.count == f"{total} stappen"
    assert view.more is not None
    assert view.more.key == FEWER
    presenter.run_act(FEWER)
    assert len(view.steps) == FEW_STEPS


def test_that_very_many_steps_come_in_parts() -> None:
    desk = new_desk()
    for number in range(14):
        take_on(desk, wijk_oost(number=f"2026-{number:02}", sum_excl_vat=None))
    presenter, view, _opened = loaded(desk)
    assert len(presenter._steps) > FEW_STEPS + MORE_STEPS
    assert view.more is not None
    assert str(MORE_STEPS) in view.more.text
    presenter.run_act(MORE)
    assert len(view.steps) == FEW_STEPS + MORE_STEPS
    assert view.more is not None
    assert view.more.key == MORE


def test_that_few_contracts_keep_the_order_of_their_numbers() -> None:
    desk = new_desk()
    take_on(desk, wijk_oost(number="2026-02", title="Tweede"))
    take_on(desk, wijk_oost(number="2026-01", title="Eerste"))
    _presenter, view, _opened = loaded(desk)
    assert [card.title for card in view.cards] == ["Eerste", "Tweede"]
    assert view.everything is None


def test_that_of_many_contracts_those_that_need_attention_come_first() -> None:
    desk = new_desk()
    quiet = {"starts_on": date(2026, 11, 1), "ends_on": date(2028, 11, 1)}
    for number in range(MOST_CARDS + 1):
        contract_id = take_on(desk, wijk_oost(number=f"2026-{number:02}", title="Rustig", **quiet))
        book(desk, contract_id, start=date(2027, 1, 1), end=date(2027, 12, 31))
    urgent = take_on(desk, wijk_oost(number="2026-99", title="Dringend"))
    book(desk, urgent)
    presenter, view, opened = loaded(desk)
    assert len(view.cards) == MOST_CARDS
    assert view.cards[0].title == "Dringend"
    assert view.everything is not None
    assert str(MOST_CARDS + 2) in view.everything.text
    presenter.run_act(ALL_CONTRACTS)
    assert opened.pages == [(pages.CONTRACTS, None)]


def test_that_a_card_says_where_the_contract_stands() -> None:
    desk = new_desk()
    book(desk, take_on(desk))
    presenter, view, opened = loaded(desk)
    card = view.cards[0]
    assert card.about == "Gemeente Utrecht · t/m 31-12-2027"
    assert card.shares is not None
    assert card.shares.today is not None
    assert "13.333" in card.realised
    assert "€\xa00 " in card.proven
    assert "106.667" in card.open
    for part in (card.title, card.pill.text, card.realised, card.proven, card.owed, card.open):
        assert part
        assert part in card.spoken
    presenter.open_contract(card.contract_id)
    assert opened.pages == [(pages.CONTRACT, pages.ContractTarget(card.contract_id))]


def test_that_a_contract_without_anything_done_claims_no_proof() -> None:
    desk = new_desk()
    take_on(desk)
    _presenter, view, _opened = loaded(desk)
    assert view.cards[0].proven == ""
    assert "120.000" in view.cards[0].open


def test_that_what_is_all_done_and_proven_says_so() -> None:
    desk = new_desk()
    book(desk, take_on(desk, wijk_oost(fixed_amount=Money.from_euros(10_000))))
    position = positions.positions(desk)[0]
    proven = replace(position, totals=Totals(proven=position.totals.unproven))
    card = home_card(proven, TODAY)
    assert card.proven
    assert card.open
    assert not any(figure in card.proven + card.open for figure in "0123456789")


def test_that_an_unknown_obligation_is_called_unknown() -> None:
    desk = new_desk()
    take_on(desk, wijk_oost(sum_excl_vat=None, ends_on=None))
    _presenter, view, _opened = loaded(desk)
    card = view.cards[0]
    assert card.shares is None
    assert card.owed == "verplichting nog niet bekend"
    assert card.about == "Gemeente Utrecht"


def test_that_a_card_tells_placements_where_nothing_is_owed_in_euros() -> None:
    desk = new_desk()
    quota = Quota(QuotaUnit.PLACEMENTS, Fraction(2))
    take_on(desk, wijk_oost(percentage=None, quotas=(quota,)))
    (one,) = positions.positions(desk)
    card = home_card(one, desk.today)
    told = (card.realised, card.owed, card.proven, card.open)
    assert told == (
        "0 plaatsingen gerealiseerd",
        "van 2 plaatsingen",
        "",
        "nog 2 plaatsingen in te vullen",
    )
    assert card.shares is not None
    assert "0 plaatsingen gepland" in card.spoken


def test_that_nothing_owed_is_called_nothing() -> None:
    desk = new_desk()
    take_on(desk, wijk_oost(fixed_amount=Money(0)))
    _presenter, view, _opened = loaded(desk)
    assert view.cards[0].owed == "u hoeft niets te doen"


def test_that_only_a_contract_of_the_books_has_a_card() -> None:
    desk = new_desk()
    take_on(desk)
    position = positions.positions(desk)[0]
    with pytest.raises(ValueError, match="id"):
        home_card(replace(position, contract=replace(position.contract, id=None)), TODAY)


def test_that_the_head_offers_booking_and_the_page_the_calculator() -> None:
    desk = new_desk()
    take_on(desk)
    presenter, _view, opened = loaded(desk)
    header = presenter.header()
    assert header.primary is not None
    assert header.legend
    presenter.run_act(header.primary.key)
    presenter.run_act(CALCULATE)
    assert header.primary.key == BOOK
    assert opened.pages == [(pages.BOOKING, None), (pages.CALCULATOR, None)]


def many(count: int) -> Desk:
    """Return a desk with many contracts, on each of which something has to be proven."""
    desk = new_desk()
    for number in range(count):
        book(desk, take_on(desk, wijk_oost(number=f"2026-{number:02d}")))
    return desk


def test_that_of_many_contracts_the_most_pressing_are_shown_before_all_are_worked_out() -> None:
    desk = many(2 * MOST_CARDS + 4)
    whole = Desk(desk.store, desk.library, desk.clock)
    positions.positions(whole)
    presenter, view, _opened = loaded(desk)
    _presenter, later, _opened = loaded(whole)
    assert view.steps == later.steps
    assert view.cards == later.cards
    assert view.everything == later.everything
    assert view.count == ""
    assert view.more is not None
    presenter.load_rest()
    assert view.count == later.count != ""
    assert view.more == later.more


def test_that_what_was_shown_whole_is_not_shown_again() -> None:
    desk = new_desk()
    book(desk, take_on(desk))
    presenter, view, _opened = loaded(desk)
    view.cards = ()
    presenter.load_rest()
    assert view.cards == ()


def test_that_asking_for_more_steps_than_the_first_glance_told_shows_them() -> None:
    presenter, view, _opened = loaded(many(2 * MOST_CARDS + 4))
    presenter.run_act(MORE)
    assert len(view.steps) == FEW_STEPS + MORE_STEPS
    assert view.count


def test_that_what_was_left_half_typed_is_said_and_gone_on_with() -> None:
    desk = new_desk()
    assert loaded(desk)[1].begun == ("", None)
    drafts.keep(desk, f"{drafts.NEW_BOOKING}1", {})
    _presenter, view, _opened = loaded(desk)
    assert view.begun[0] == begun_text(1)
    drafts.keep(desk, f"{drafts.NEW_CONTRACT}1", {})
    presenter, view, opened = loaded(desk)
    text, act = view.begun
    assert text not in {"", begun_text(1)}
    assert act is not None
    presenter.run_act(act.key)
    assert opened.pages == [(pages.NEW_CONTRACT, None)]
