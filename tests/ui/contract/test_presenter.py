from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from sroi_desktop.domain.clause import Answer, Intake, Key
from sroi_desktop.domain.contract import ContractState
from sroi_desktop.domain.effort import EffortState
from sroi_desktop.domain.errors import StateChangeError
from sroi_desktop.domain.money import Money
from sroi_desktop.domain.rules import Quota, QuotaUnit
from sroi_desktop.services import clauses, contracts, editions, efforts
from sroi_desktop.services.changes import Done
from sroi_desktop.services.desk import Desk
from sroi_desktop.services.history import undo
from sroi_desktop.ui import pages
from sroi_desktop.ui.contract import presenter as acts
from sroi_desktop.ui.contract.filling import MOST_MISSING, TABS
from sroi_desktop.ui.contract.presenter import ContractPresenter
from sroi_desktop.ui.kit.palette import Tone
from tests.ui.contract.fakes import FakeContractView
from tests.ui.desks import TODAY, Opened, book, new_desk, take_on, wijk_oost


class Opening:
    """A presenter on a fake view, with what it asked for and announced."""

    def __init__(self, desk: Desk, contract_id: int, tab: str = "standing") -> None:
        self.desk, self.id = desk, contract_id
        self.view, self.asked = FakeContractView(), Opened()
        self.done: list[Done] = []
        self.presenter = ContractPresenter(self.view, desk, self.asked, self.announce)
        self.presenter.open_at(pages.ContractTarget(contract_id, tab))

    def announce(self, done: Done) -> None:
        self.done.append(done)
        self.presenter.load()


@pytest.fixture
def first(example_desk: Desk) -> Opening:
    return Opening(example_desk, example_desk.store.contracts()[0].id or 0)


def on_new_contract(tab: str = "standing", **changes: object) -> Opening:
    desk = new_desk()
    return Opening(desk, take_on(desk, wijk_oost(**changes)), tab)


def test_that_the_head_names_contract_authority_kind_state_and_dates(first: Opening) -> None:
    header = first.presenter.header()
    assert header.title == "Groenonderhoud Wijk Oost"
    assert "Gemeente Utrecht · services · running · 1 January 2026" in header.subtitle
    assert header.pill is not None
    assert [act.key for act in header.acts] == [acts.REPORT, acts.MORE]
    assert header.primary is not None
    assert header.primary.key == acts.BOOK


def test_that_before_a_contract_is_shown_the_head_leads_to_the_list() -> None:
    presenter = ContractPresenter(FakeContractView(), new_desk(), Opened(), list[Done]().append)
    assert [crumb.key for crumb in presenter.header().trail] == [pages.CONTRACTS]
    presenter.choose_tab("efforts")
    presenter.run_act(acts.MORE)
    presenter.run_act(acts.REMOVE)


def test_that_the_tabs_count_efforts_open_evidence_and_reports(first: Opening) -> None:
    hints = {tab.key: tab.hint for tab in first.view.tabs}
    assert tuple(hints) == tuple(tab for tab in TABS if tab != "turnover")
    assert (hints["efforts"], hints["evidence"], hints["reports"]) == ("7", "2 open", "1")


def test_that_a_fresh_contract_has_tabs_without_counts() -> None:
    assert all(not tab.hint for tab in on_new_contract().view.tabs)


def test_that_the_standing_shows_what_is_owed_proven_unproven_and_open(first: Opening) -> None:
    standing = first.view.standing
    assert standing is not None
    owed, proven, unproven, left = standing.figures
    assert (owed.value, owed.hint) == ("€\xa0120.000", "5% of €\xa02.400.000")
    assert (proven.value, proven.hint) == ("€\xa039.983", "33%")
    assert (unproven.value, unproven.hint) == ("€\xa014.706", "2 efforts")
    assert left.value == "€\xa034.739"
    assert standing.derivation is not None
    assert [row.factor for row in standing.derivation.rows] == ["€\xa02.400.000", "× 5%"]
    assert standing.chart is not None
    assert standing.unit == "x € 1,000"
    assert len(standing.latest) == 5


def test_that_the_derivation_opens_in_the_page_itself(first: Opening) -> None:
    standing = first.view.standing
    assert standing is not None
    act = standing.figures[0].act
    assert act is not None
    first.presenter.run_act(act.key)
    assert first.view.toggled == 1
    assert first.asked.pages == []


def test_that_every_next_step_has_a_button_that_goes_straight_there(first: Opening) -> None:
    standing = first.view.standing
    assert standing is not None
    for step in standing.steps:
        assert step.act is not None
        first.presenter.run_act(step.act.key)
    assert len(first.asked.pages) == len(standing.steps) > 0
    assert first.asked.pages[0][0] == pages.EVIDENCE


def test_that_a_contract_of_which_little_is_known_says_what_is_needed() -> None:
    opening = on_new_contract(sum_excl_vat=None, ends_on=None)
    standing = opening.view.standing
    assert standing is not None
    assert standing.figures[0].value == "Not known"
    assert standing.derivation is None
    assert standing.chart is None
    assert "sum is not known" in standing.no_chart
    act = standing.figures[0].act
    assert act is not None
    opening.presenter.run_act(act.key)
    assert opening.asked.pages == [(pages.NEW_CONTRACT, pages.ContractTarget(opening.id))]


@pytest.mark.parametrize(
    ("changes", "hint"),
    [
        ({"fixed_amount": Money.from_euros(100_000)}, "Amount named in the contract"),
        ({"sum_excl_vat": Money(0)}, "nothing is owed under these rules"),
    ],
)
def test_that_the_obligation_is_told_in_a_few_words(changes: dict[str, Money], hint: str) -> None:
    desk = new_desk()
    standing = Opening(desk, take_on(desk, wijk_oost(**changes))).view.standing
    assert standing is not None
    assert standing.figures[0].hint == hint


def test_that_a_cap_of_the_rules_is_named() -> None:
    desk = new_desk()
    rules = desk.library.get("utrecht-v3")
    capped = replace(rules, obligation=replace(rules.obligation, cap=Money.from_euros(50_000)))
    done = contracts.take_on(desk, wijk_oost(), capped)
    standing = Opening(desk, done.id or 0).view.standing
    assert standing is not None
    assert standing.figures[0].hint == "Maximum of the rule set"


def test_that_the_efforts_come_with_totals_that_are_kept_apart(first: Opening) -> None:
    first.presenter.choose_tab("efforts")
    shown = first.view.efforts
    assert shown is not None
    assert len(shown.rows) == 7
    assert dict(shown.totals)["Realised and proven"] == "€\xa039.983"
    starts = [row.starts for row in shown.rows]
    assert starts == sorted(starts, reverse=True)


def test_that_the_calculation_of_an_effort_is_shown_beside_it() -> None:
    opening = on_new_contract("efforts")
    book(opening.desk, opening.id)
    opening.presenter.load()
    shown = opening.view.efforts
    assert shown is not None
    assert shown.rows[0].calculation == "€\xa040.000 × 24/36 × 6/12"
    assert shown.rows[0].value == "€\xa013.333,33"
    assert shown.rows[0].pill.text == "Evidence missing"


def test_that_missing_evidence_names_the_pieces_and_the_stake(first: Opening) -> None:
    first.presenter.choose_tab("evidence")
    shown = first.view.evidence
    assert shown is not None
    assert len(shown.missing) == 2
    assert shown.missing[0].value == "€\xa024.500,00"
    assert shown.more == ""
    assert {row.is_kept for row in shown.held} == {True, False}
    assert any("seen on" in row.kept for row in shown.held)


def test_that_a_long_list_of_missing_evidence_is_cut_with_a_count() -> None:
    opening = on_new_contract("evidence")
    for _ in range(MOST_MISSING + 2):
        book(opening.desk, opening.id)
    opening.presenter.load()
    shown = opening.view.evidence
    assert shown is not None
    assert len(shown.missing) == MOST_MISSING
    assert shown.more == "and 2 more"


def test_that_deadlines_say_whose_they_are_and_how_far(first: Opening) -> None:
    first.presenter.choose_tab("deadlines")
    shown = first.view.deadlines
    assert shown is not None
    assert shown.rows[0].pill.text == "Done on 25-11-2025"
    assert {row.whose for row in shown.rows} == {"our suggestion"}
    assert shown.contact_made == "25-11-2025"


def test_that_deadlines_without_dates_are_shown_as_such() -> None:
    opening = on_new_contract("deadlines", starts_on=None, ends_on=None, awarded_on=None)
    shown = opening.view.deadlines
    assert shown is not None
    assert shown.rows[-1].due == "not known yet"
    assert shown.rows[-1].pill.text == "No day known"


def test_that_the_details_tell_what_is_not_known_yet() -> None:
    opening = on_new_contract("details", category=None, reference=None)
    shown = opening.view.details
    assert shown is not None
    answers = {question: answer for _title, pairs in shown.groups for question, answer in pairs}
    assert answers["Kind of contract"] == "not known yet"
    assert answers["Their reference"] == "not known yet"
    assert answers["Contract sum, excluding VAT"] == "€\xa02.400.000,00"
    assert answers["Full-time week"] == "36 hours"
    opening.presenter.run_act("rules")
    opening.presenter.run_act("adjust_rules")
    assert opening.asked.pages == [
        (pages.RULES, pages.ContractTarget(opening.id)),
        (pages.RULE_EDITOR, pages.RuleEditorTarget(contract_id=opening.id)),
    ]


def test_that_a_later_edition_of_the_rules_is_told_calmly_and_is_one_press_away() -> None:
    opening = on_new_contract("details", rule_set_id="utrecht-v1")
    assert opening.view.details is not None
    assert opening.view.details.newer.startswith("There is a later edition: ")
    assert ", v3." in opening.view.details.newer
    assert "keeps the edition" in opening.view.details.newer
    opening.presenter.run_act("edition")
    assert opening.asked.pages == [(pages.EDITION, pages.EditionTarget(contract_id=opening.id))]


def test_that_a_move_to_another_edition_stands_with_the_contract_and_in_its_history() -> None:
    opening = on_new_contract("details", rule_set_id="utrecht-v2")
    rules = opening.desk.library.get("utrecht-v3")
    editions.switch(opening.desk, opening.id, rules, "Agreed on 3 November")
    opening.presenter.load()
    shown = opening.view.details
    assert shown is not None
    assert shown.newer == ""
    answers = {question: answer for _title, pairs in shown.groups for question, answer in pairs}
    moved = answers["Moved on 22-11-2026"]
    assert "v2 → " in moved
    assert moved.endswith("v3. Reason: Agreed on 3 November")
    opening.presenter.choose_tab("history")
    assert opening.view.history is not None
    told = opening.view.history.rows[0].what
    assert told.startswith("Another edition: ")
    assert told.endswith("reason: Agreed on 3 November")


def test_that_the_history_is_told_in_words_newest_first() -> None:
    opening = on_new_contract("history")
    book(opening.desk, opening.id)
    undo(opening.desk)
    opening.presenter.load()
    shown = opening.view.history
    assert shown is not None
    assert [row.what for row in shown.rows] == [
        "Undone: effort booked: Medewerker groen",
        "Effort booked: Medewerker groen",
        "Contract added: Groenonderhoud Wijk Oost",
    ]
    assert shown.rows[0].when.startswith("22-11-2026 ")


def test_that_an_unknown_tab_falls_back_to_the_standing() -> None:
    assert on_new_contract("agreements").view.current == "standing"


@pytest.mark.parametrize(
    ("act", "page"),
    [
        (acts.BOOK, pages.BOOKING),
        (acts.REPORT, pages.REPORTS),
        (acts.EDIT, pages.NEW_CONTRACT),
        ("missing", pages.CONTRACT),
        (acts.ALL, pages.CONTRACT),
    ],
)
def test_that_acts_lead_to_their_page(first: Opening, act: str, page: str) -> None:
    first.presenter.run_act(act)
    assert [key for key, _target in first.asked.pages] == [page]


def test_that_rows_lead_to_their_effort_and_evidence(first: Opening) -> None:
    first.presenter.open_effort(3)
    first.presenter.open_evidence(3)
    first.presenter.open_evidence()
    assert first.asked.pages == [
        (pages.BOOKING, pages.BookingTarget(first.id, 3)),
        (pages.EVIDENCE, pages.EvidenceTarget(first.id, 3)),
        (pages.EVIDENCE, pages.EvidenceTarget(first.id, None)),
    ]


@pytest.mark.parametrize("state", [ContractState.TENDER, ContractState.RUNNING])
def test_that_the_menu_offers_only_the_states_that_can_follow(state: ContractState) -> None:
    opening = on_new_contract(state=state)
    opening.presenter.run_act(acts.MORE)
    moves = [act.key for act in opening.view.menu if act.key.startswith(acts.MOVE)]
    following = {
        ContractState.TENDER: ["bid", "awarded", "lost"],
        ContractState.RUNNING: ["reporting", "recovery", "settled"],
    }[state]
    assert moves == [f"{acts.MOVE}{one}" for one in following]


def test_that_a_state_moves_on_and_is_announced() -> None:
    opening = on_new_contract(state=ContractState.TENDER)
    opening.presenter.run_act(f"{acts.MOVE}awarded")
    assert opening.desk.store.contract(opening.id).state is ContractState.AWARDED
    assert len(opening.done) == 1
    assert "awarded" in opening.presenter.header().subtitle


def test_that_a_step_that_is_not_possible_is_refused_in_words() -> None:
    opening = on_new_contract(state=ContractState.TENDER)
    opening.presenter.run_act(f"{acts.MOVE}settled")
    assert opening.view.message == ("That step is not possible from here.", Tone.DANGER)
    assert opening.done == []


def test_that_a_contract_goes_only_after_agreeing_and_leads_back_to_the_list() -> None:
    opening = on_new_contract()
    opening.view.agrees = False
    opening.presenter.run_act(acts.REMOVE)
    assert opening.desk.store.contracts()
    opening.view.agrees = True
    opening.presenter.run_act(acts.REMOVE)
    assert opening.view.asked_about == "Groenonderhoud Wijk Oost"
    assert not opening.desk.store.contracts()
    assert opening.asked.pages == [(pages.CONTRACTS, None)]


def test_that_a_contract_with_efforts_cannot_be_removed(first: Opening) -> None:
    first.presenter.run_act(acts.MORE)
    remove = first.view.menu[-1]
    assert remove.key == acts.REMOVE
    assert not remove.enabled
    assert remove.hint


def test_that_another_contract_starts_without_the_message_of_the_one_before() -> None:
    opening = on_new_contract(state=ContractState.TENDER)
    opening.presenter.run_act(f"{acts.MOVE}settled")
    other = take_on(opening.desk, wijk_oost(number="2026-02"))
    opening.presenter.open_at(pages.ContractTarget(other))
    assert opening.view.message[0] == ""
    assert opening.presenter.header().title == "Groenonderhoud Wijk Oost"


# -- issued reports


def test_that_an_issued_report_is_saved_byte_for_byte(first: Opening, tmp_path: Path) -> None:
    first.presenter.choose_tab("reports")
    assert first.view.reports is not None
    row = first.view.reports.rows[0]
    assert (row.kind, row.variant) == ("Progress report", "Anonymous")
    first.view.save_to = tmp_path / "rapport.pdf"
    first.presenter.reports.save(row)
    assert first.view.asked_about == f"sroi-{row.number}.pdf"
    kept = first.desk.store.report_pdf(row.report_id)
    assert first.view.save_to.read_bytes() == kept
    assert first.view.message == (
        f"Report {row.number} is saved as rapport.pdf.",
        Tone.GOOD,
    )


def test_that_saving_can_be_thought_better_of(first: Opening) -> None:
    first.presenter.choose_tab("reports")
    assert first.view.reports is not None
    first.presenter.reports.save(first.view.reports.rows[0])
    assert first.view.message[0] == ""


def test_that_a_place_that_cannot_be_written_is_told(first: Opening, tmp_path: Path) -> None:
    first.presenter.choose_tab("reports")
    assert first.view.reports is not None
    first.view.save_to = tmp_path / "gone" / "rapport.pdf"
    first.presenter.reports.save(first.view.reports.rows[0])
    assert first.view.message[0]
    assert first.view.message[1] is Tone.DANGER


def test_that_a_copy_is_opened_and_a_failure_is_told(
    first: Opening, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first.presenter.choose_tab("reports")
    assert first.view.reports is not None
    row = first.view.reports.rows[0]
    first.view.copies = tmp_path
    first.presenter.reports.open(row)
    assert (tmp_path / f"sroi-{row.number}.pdf").read_bytes().startswith(b"%PDF")
    assert first.view.message[0] == ""

    def refuse(_name: str, _write: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(first.view, "open_copy", refuse)
    first.presenter.reports.open(row)
    assert first.view.message == (
        "The file cannot be written: the disk is full.",
        Tone.DANGER,
    )


# -- noting days


def test_that_noted_days_are_kept_as_their_own_acts() -> None:
    opening = on_new_contract(
        "deadlines", contact_made_on=None, plan_sent_on=None, plan_agreed_on=None
    )
    for field, text in (("contact", "1-11-2026"), ("sent", "5 nov 2026"), ("agreed", "8-11-2026")):
        opening.presenter.days.type_day(field, text)
        opening.presenter.days.leave_day(field)
    assert opening.view.days["sent"] == ("05-11-2026", None)
    opening.presenter.days.keep()
    contract = opening.desk.store.contract(opening.id)
    assert contract.contact_made_on == date(2026, 11, 1)
    assert (contract.plan_sent_on, contract.plan_agreed_on) == (
        date(2026, 11, 5),
        date(2026, 11, 8),
    )
    assert len(opening.done) == 2
    assert opening.view.deadlines is not None
    assert opening.view.deadlines.contact_made == "01-11-2026"
    assert opening.view.deadlines.plan_sent == "05-11-2026"


def test_that_an_unchanged_day_is_no_act() -> None:
    opening = on_new_contract("deadlines")
    opening.presenter.days.keep()
    assert opening.done == []


def test_that_a_noted_contact_can_be_taken_back() -> None:
    opening = on_new_contract("deadlines")
    opening.presenter.days.type_day("contact", "")
    opening.presenter.days.keep()
    assert opening.desk.store.contract(opening.id).contact_made_on is None


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("31-2-2026", "does not exist"),
        ("soon", "not a date"),
        ("1-1-2027", "not come yet"),
    ],
)
def test_that_a_bad_day_is_told_beside_it_and_nothing_is_kept(text: str, problem: str) -> None:
    opening = on_new_contract("deadlines", contact_made_on=None)
    opening.presenter.days.type_day("contact", text)
    assert opening.view.days["contact"][1] is None
    opening.presenter.days.leave_day("contact")
    assert problem in str(opening.view.days["contact"])
    opening.presenter.days.keep()
    assert opening.done == []


def test_that_a_plan_is_agreed_after_it_was_sent() -> None:
    opening = on_new_contract("deadlines")
    opening.presenter.days.type_day("sent", "1-11-2026")
    opening.presenter.days.type_day("agreed", "31-10-2026")
    opening.presenter.days.keep()
    assert "sent later" in (opening.view.days["agreed"][1] or "")
    assert opening.done == []


def test_that_a_day_that_was_typed_outlives_news_from_elsewhere() -> None:
    opening = on_new_contract("deadlines", contact_made_on=None)
    opening.presenter.days.type_day("contact", "1-11-20")
    book(opening.desk, opening.id)
    opening.presenter.load()
    assert opening.view.deadlines is not None
    assert opening.view.deadlines.contact_made == "1-11-20"


def test_that_a_refused_contact_leaves_the_plan_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_args: object) -> Done:
        raise StateChangeError("running", "running")

    opening = on_new_contract("deadlines")
    monkeypatch.setattr(contracts, "note_contact", refuse)
    opening.presenter.days.type_day("contact", "2-11-2026")
    opening.presenter.days.type_day("sent", "1-11-2026")
    opening.presenter.days.type_day("agreed", "1-11-2026")
    opening.presenter.days.keep()
    assert opening.desk.store.contract(opening.id).plan_sent_on is None
    assert opening.view.message[1] is Tone.DANGER


def test_that_days_before_a_contract_is_shown_are_kept_nowhere() -> None:
    presenter = ContractPresenter(FakeContractView(), new_desk(), Opened(), list[Done]().append)
    presenter.days.type_day("contact", "1-11-2026")
    presenter.days.keep()


def test_that_states_of_efforts_are_told_apart() -> None:
    opening = on_new_contract("efforts")
    effort_id = book(opening.desk, opening.id)
    efforts.move_on(opening.desk, effort_id, EffortState.PLANNED)
    opening.presenter.load()
    assert opening.view.efforts is not None
    pill = opening.view.efforts.rows[0].pill
    assert (pill.text, pill.tone) == ("Planned", Tone.INFO)
    assert opening.desk.today == TODAY


def test_that_what_is_owed_in_units_stands_in_units() -> None:
    asked = (Quota(QuotaUnit.HOURS, Fraction(1_000)), Quota(QuotaUnit.PLACEMENTS, Fraction(1)))
    opening = on_new_contract(percentage=None, quotas=asked)
    standing = opening.view.standing
    assert standing is not None
    owed, done, _unproven, left = standing.figures
    assert (owed.value, owed.hint) == ("1.000 hours", "and 1 placement")
    assert (done.value, done.hint) == ("0 hours", "0%")
    assert left.value == "1.000 hours"
    assert standing.no_chart.startswith("Only amounts in euros have a chart.")
    assert len(standing.quantities) == 2


@pytest.mark.parametrize("unit", ["hours", "euros"])
def test_that_the_page_of_the_tender_stands_with_what_is_owed(unit: str) -> None:
    """In hours there is no computation to show it with, so it stands in the words beneath."""
    hours = (Quota(QuotaUnit.HOURS, Fraction(1_000)),)
    asked = {"quotas": hours} if unit == "hours" else {"fixed_amount": Money(4_000_000)}
    desk = new_desk()
    demand = Answer(values=(("unit", "fixed"), ("amount", Money(4_000_000))), page="12")
    clause_id = clauses.begin(desk, Intake("Groen", "Utrecht").with_answer(Key.DEMAND, demand)).id
    contract = wijk_oost(percentage=None, **asked)
    rules = desk.library.get("utrecht-v3")
    contract_id = contracts.take_on(desk, contract, rules, clause_id).id or 0
    view = FakeContractView()
    presenter = ContractPresenter(view, desk, Opened(), list[Done]().append)
    presenter.open_at(pages.ContractTarget(contract_id))
    assert view.standing is not None
    place = "Tender: the demand, page 12"
    if unit == "hours":
        assert view.standing.derivation is None
        assert place in view.standing.no_chart
    else:
        assert view.standing.derivation is not None
        assert place in view.standing.derivation.sources
        assert place not in view.standing.no_chart
