from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from sroi_desktop.domain.effort import EffortState
from sroi_desktop.domain.matching import Answer
from sroi_desktop.domain.money import Money
from sroi_desktop.services import drafts, editions, efforts, evidence, history, positions
from sroi_desktop.ui import pages
from sroi_desktop.ui.efforts import presenter as module
from sroi_desktop.ui.efforts.presenter import BOOK, CHANGE, DRAFTS, MOVE, PROVE, REMOVE
from sroi_desktop.ui.efforts.rows import asks_evidence, columns
from sroi_desktop.ui.efforts.rows import evidence as evidence_text
from sroi_desktop.ui.efforts.verdict import Verdict, read_verdict
from sroi_desktop.ui.kit.content import PillContent
from sroi_desktop.ui.kit.palette import Tone
from tests.ui.desks import book, take_on, wijk_oost
from tests.ui.efforts.fakes import Table

if TYPE_CHECKING:
    from sroi_desktop.services.desk import Desk
from sroi_desktop.services.effort_lines import Reached


def prove(desk: Desk, effort_id: int) -> None:
    for asked in desk.store.rule_set(1).evidence:
        evidence.note_seen(
            desk, effort_id, asked.code, title=asked.label, seen_by="Ik", seen_on=desk.today
        )


def test_that_an_empty_administration_adds_up_to_nothing(desk: Desk, contract_id: int) -> None:
    table = Table(desk)
    assert [*table.view.lines] == []
    assert table.view.sum_of("Gepland") == "€ 0,00"
    assert table.presenter.header().primary is None  # the first act stands in the middle
    assert not table.view.has_tools
    book(desk, contract_id)
    table.presenter.reload()
    assert table.presenter.header().primary is not None
    assert table.view.has_tools


def test_that_the_totals_are_those_of_the_contracts(desk: Desk, contract_id: int) -> None:
    prove(desk, book(desk, contract_id))
    book(desk, contract_id, start=date(2026, 9, 1), end=date(2026, 10, 31))
    book(desk, contract_id, start=date(2026, 10, 1), end=date(2027, 3, 31))
    book(desk, contract_id, start=date(2027, 1, 1), end=date(2027, 6, 30))
    table = Table(desk)
    totals = positions.position(desk, contract_id).totals
    sums = {one.label: one.value for one in table.view.sums}
    assert list(sums.values())[:3] == [
        f"€\N{NO-BREAK SPACE}{_dutch(amount)}"
        for amount in (totals.planned, totals.proven, totals.unproven)
    ]
    assert "4" in table.view.count


def test_that_what_does_not_count_needs_no_evidence_and_says_so(
    desk: Desk, contract_id: int
) -> None:
    effort_id = book(desk, contract_id)
    code = desk.store.effort(effort_id).block
    kept = desk.store.rule_set(contract_id)
    without = replace(kept, id="v4", blocks=tuple(row for row in kept.blocks if row.code != code))
    answers = {effort_id: Answer(aside="Staat niet in v4")}
    editions.switch(desk, contract_id, without, "Afgesproken", answers)
    (line,) = Table(desk).view.lines
    assert (evidence_text(line), asks_evidence(line)) == ("telt niet mee", False)
    pill = next(one for one in columns() if one.key == "evidence").pill
    assert pill is not None
    assert pill(line) == PillContent("telt niet mee", Tone.NEUTRAL, "circle-dashed")


def _dutch(amount: Money) -> str:
    euros, cents = amount.plain.split(".")
    return f"{int(euros):,}".replace(",", ".") + f",{cents}"


def test_that_what_runs_counts_as_planned_until_it_is_valued(desk: Desk, contract_id: int) -> None:
    book(desk, contract_id, start=date(2026, 10, 1), end=date(2027, 3, 31))
    table = Table(desk)
    before = table.view.sum_of("Gerealiseerd, bewijs")
    table.presenter.show_reached(Reached())
    assert table.view.sum_of("Gerealiseerd, bewijs") == "€ 0,00"
    assert before != "€ 0,00"


def test_that_the_first_lines_come_before_the_rest(
    desk: Desk, contract_id: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "FIRST", 2)
    monkeypatch.setattr(module, "MORE", 2)
    for _effort in range(7):
        book(desk, contract_id)
    table = Table(desk)
    table.presenter.open()
    assert len(table.view.lines) == 2
    assert table.presenter.load_more()
    table.load()
    assert len({line.effort_id for line in table.view.lines}) == 7


def test_that_filters_narrow_lines_and_totals(desk: Desk, contract_id: int) -> None:
    other = take_on(desk, wijk_oost(number="2026-02", title="Park"))
    first = book(desk, contract_id)
    book(desk, other, start=date(2027, 1, 1), end=date(2027, 6, 30))
    prove(desk, first)
    table = Table(desk)
    assert [one.text for one in table.view.choices.contracts] == [
        "2026-01 · Groenonderhoud Wijk Oost",
        "2026-02 · Park",
    ]
    table.presenter.filter_contract(str(other))
    assert [line.contract_id for line in table.view.lines] == [other]
    table.presenter.filter_contract(None)
    table.presenter.filter_missing(only=True)
    assert [line.contract_id for line in table.view.lines] == [other]
    table.presenter.filter_kind("purchase")
    assert [*table.view.lines] == []
    table.presenter.clear_filter()
    assert len(table.view.lines) == 2
    table.presenter.filter_kind("placement")
    table.presenter.filter_state("realised")
    assert len(table.view.lines) == 2
    table.presenter.filter_state(None)
    table.presenter.filter_kind(None)
    table.presenter.filter_kind(None)
    assert table.view.filter.state is None


def test_that_a_search_is_not_hidden_by_a_filter(desk: Desk, contract_id: int) -> None:
    book(desk, contract_id)
    table = Table(desk)
    table.presenter.filter_kind("purchase")
    table.presenter.open("K-01")
    assert table.view.search == "K-01"
    assert len(table.view.lines) == 1


def test_that_booking_starts_with_the_contract_that_is_filtered(
    desk: Desk, contract_id: int
) -> None:
    table = Table(desk)
    table.presenter.run_act(BOOK)
    book(desk, contract_id)
    table.presenter.reload()
    table.load()
    table.presenter.filter_contract(str(contract_id))
    table.presenter.run_act(DRAFTS)
    table.presenter.run_act("nothing")
    assert table.host.open_page.pages == [
        (pages.BOOKING, pages.BookingTarget()),
        (pages.BOOKING, pages.BookingTarget(contract_id)),
    ]


def test_that_drafts_are_offered(desk: Desk, contract_id: int) -> None:
    drafts.keep(desk, "booking.new.1", {})
    assert "1" in Table(desk).view.drafts
    drafts.keep(desk, "booking.new.2", {})
    assert "2" in Table(desk).view.drafts


def test_that_a_line_opens_where_it_can_be_changed_or_proven(desk: Desk, contract_id: int) -> None:
    effort_id = book(desk, contract_id)
    table = Table(desk)
    (line,) = table.view.lines
    table.presenter.open_line(line)
    table.presenter.act_on(CHANGE, line)
    table.presenter.act_on(PROVE, line)
    assert table.host.open_page.pages == [
        (pages.BOOKING, pages.BookingTarget(effort_id=effort_id)),
        (pages.BOOKING, pages.BookingTarget(effort_id=effort_id)),
        (pages.EVIDENCE, pages.EvidenceTarget(effort_id=effort_id)),
    ]


def test_that_removal_can_be_undone_and_says_so(desk: Desk, contract_id: int) -> None:
    book(desk, contract_id)
    table = Table(desk)
    table.presenter.act_on(REMOVE, table.view.lines[0])
    assert [*table.view.lines] == []
    assert "Ongedaan" in table.host.told[0]
    history.undo(desk)
    table.presenter.reload()
    table.load()
    assert len(table.view.lines) == 1


def test_that_the_menu_offers_only_steps_that_exist(desk: Desk, contract_id: int) -> None:
    book(desk, contract_id)
    table = Table(desk)
    keys = [act.key for act in table.presenter.menu(table.view.lines[0]) if act is not None]
    moves = {key.removeprefix(MOVE) for key in keys if key.startswith(MOVE)}
    assert moves == {"planned", "committed", "reported"}


def test_that_a_step_in_its_life_is_taken(desk: Desk, contract_id: int) -> None:
    effort_id = book(desk, contract_id)
    table = Table(desk)
    table.presenter.act_on(f"{MOVE}reported", table.view.lines[0])
    assert desk.store.effort(effort_id).state is EffortState.REPORTED
    assert table.view.sum_of("Waarvan gerapporteerd") == "€ 13.333,33"
    table.presenter.act_on(f"{MOVE}accepted", table.view.lines[0])
    assert table.view.asked == []
    assert table.view.sum_of("Waarvan geaccepteerd") == "€ 13.333,33"


def test_that_a_part_or_a_refusal_is_asked_about(desk: Desk, contract_id: int) -> None:
    effort_id = book(desk, contract_id)
    efforts.move_on(desk, effort_id, EffortState.REPORTED)
    table = Table(desk)
    table.presenter.act_on(f"{MOVE}rejected", table.view.lines[0])
    assert desk.store.effort(effort_id).state is EffortState.REPORTED
    table.view.verdict = Verdict(Money(1_000_000), "Alleen tot juni")
    table.presenter.act_on(f"{MOVE}accepted_in_part", table.view.lines[0])
    judged = desk.store.effort(effort_id)
    assert (judged.accepted, judged.verdict) == (Money(1_000_000), "Alleen tot juni")
    assert table.view.sum_of("Waarvan geaccepteerd") == "€ 10.000,00"
    assert table.view.sum_of("Afgewezen") == "€ 3.333,33"


def test_that_what_is_no_longer_there_is_refused_in_words(desk: Desk, contract_id: int) -> None:
    book(desk, contract_id)
    table = Table(desk)
    (line,) = table.view.lines
    table.presenter.act_on(REMOVE, line)
    table.presenter.act_on(f"{MOVE}reported", line)
    assert table.host.refusals


def test_that_only_what_happened_waits_for_evidence(desk: Desk, contract_id: int) -> None:
    effort_id = book(desk, contract_id)
    (line,) = desk.store.effort_lines()
    assert asks_evidence(line)
    assert "2" in evidence_text(line)
    assert evidence_text(line._replace(state=EffortState.PLANNED)) == ""
    assert not asks_evidence(line._replace(state=EffortState.ACCEPTED))
    assert evidence_text(line._replace(state=EffortState.ACCEPTED)) == "beoordeeld"
    prove(desk, effort_id)
    assert evidence_text(desk.store.effort_lines()[0]) == "compleet"


def test_that_a_verdict_is_read_strictly() -> None:
    value = Money(1_000_00)
    assert read_verdict("500", " te laat ", value).verdict == Verdict(Money(500_00), "te laat")
    assert read_verdict(None, "", value).verdict == Verdict()
    assert set(read_verdict("12.50", "123456782", value).wrong) == {"amount", "reason"}
    assert set(read_verdict("1.000,01", "", value).wrong) == {"amount"}
