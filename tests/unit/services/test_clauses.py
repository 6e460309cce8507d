"""Reading a clause: kept at every answer, undoable, and handed on to a contract."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from sroi_desktop.domain.clause import (
    Answer,
    FaultKind,
    Intake,
    Key,
    NoticeKind,
    RefusedAnswerError,
    Status,
)
from sroi_desktop.domain.clause.answers import Value
from sroi_desktop.domain.errors import CitizenNumberError
from sroi_desktop.domain.money import Money
from sroi_desktop.services import clause_letters, clauses, contracts, dossiers, history
from sroi_desktop.services.changes import Changed
from sroi_desktop.services.desk import Desk
from sroi_desktop.services.refusals import explain
from sroi_desktop.storage import UnknownRecordError
from tests.unit.services.books import BSN, CONTRACT, rules

INTAKE = Intake("Groenonderhoud", "Gemeente Elders", "TN 12", "5% van de opdrachtsom.")
FIVE = clauses.given(
    Key.DEMAND, {"unit": "percentage", "percentage": Fraction(5)}, "12", "5% van de opdrachtsom"
)
MILLION = clauses.given(Key.CONTRACT, {"category": "services", "sum": Money(100_000_000)})
NOT_THERE = Answer(Status.NOT_THERE)


def begun(desk: Desk, intake: Intake = INTAKE) -> int:
    return clauses.begin(desk, intake).id or 0


def test_that_a_clause_is_kept_and_found_again(desk: Desk) -> None:
    done = clauses.begin(desk, INTAKE)
    assert done.changed == {Changed.CLAUSES}
    assert clauses.intakes(desk) == (replace(INTAKE, id=done.id),)
    assert clauses.intake_of(desk, done.id or 0).title == "Groenonderhoud"


def test_that_every_answer_is_kept_and_can_be_undone(desk: Desk) -> None:
    key = begun(desk)
    clauses.keep_answer(desk, key, Key.DEMAND, FIVE)
    clauses.keep_answer(desk, key, Key.FULL_TIME, NOT_THERE)
    assert clauses.intake_of(desk, key).answers.status(Key.FULL_TIME) is Status.NOT_THERE
    history.undo(desk)
    assert clauses.intake_of(desk, key).answers.status(Key.FULL_TIME) is None
    clauses.keep_answer(desk, key, Key.DEMAND, None)
    assert clauses.intake_of(desk, key).answers.by_key == ()
    named = history.undoable(desk)
    assert named is not None
    assert (named.name, named.about) == ("answer_clause", "De eis")


def test_that_names_and_text_can_be_changed(desk: Desk) -> None:
    key = begun(desk)
    clauses.keep_answer(desk, key, Key.DEMAND, FIVE)
    changed = replace(clauses.intake_of(desk, key), text="Een andere tekst.")
    assert clauses.describe(desk, changed).id == key
    assert clauses.intake_of(desk, key) == changed


def test_that_a_whole_tender_is_no_paragraph(desk: Desk) -> None:
    long = replace(INTAKE, text="x" * (clauses.MOST_SIGNS + 1))
    with pytest.raises(clauses.TooLongTextError) as refused:
        clauses.begin(desk, long)
    assert "40000" in explain(refused.value)
    key = begun(desk)
    with pytest.raises(clauses.TooLongTextError):
        clauses.describe(desk, replace(long, id=key))
    assert clauses.intake_of(desk, key).text == INTAKE.text


def test_that_a_clause_without_a_name_has_a_mark_in_the_history(desk: Desk) -> None:
    begun(desk, Intake())
    entry = history.undoable(desk)
    assert entry is not None
    assert entry.about == "–"


def test_that_an_answer_that_cannot_be_right_is_refused_with_its_reason() -> None:
    with pytest.raises(RefusedAnswerError) as refused:
        clauses.given(Key.FULL_TIME, {"hours": Fraction(200)})
    assert [fault.kind for fault in refused.value.faults] == [FaultKind.FULL_TIME]
    assert explain(refused.value) == "Een voltijdweek heeft 20 tot 48 uur."


def test_that_a_quote_with_a_citizen_number_is_refused() -> None:
    with pytest.raises(CitizenNumberError):
        clauses.given(Key.RELATION, {"direct": "yes"}, quote=f"nummer {BSN}")


def test_that_parts_of_another_choice_are_left_out() -> None:
    values: dict[str, Value] = {
        "unit": "fixed",
        "amount": Money(5_000_000),
        "percentage": Fraction(5),
    }
    answer = clauses.given(Key.DEMAND, values, page="", quote="")
    assert answer == Answer(values=(("unit", "fixed"), ("amount", Money(5_000_000))))


def test_that_a_removed_clause_comes_back_with_undo(desk: Desk) -> None:
    key = begun(desk)
    clauses.remove(desk, key)
    with pytest.raises(UnknownRecordError):
        clauses.intake_of(desk, key)
    history.undo(desk)
    assert clauses.intake_of(desk, key).title == "Groenonderhoud"


# --- the nearest rules


@pytest.mark.parametrize(
    ("authority", "chosen", "expected"),
    [
        ("Gemeente Elders", None, "generic"),
        ("Friesland", None, "friesland"),
        ("Utrecht", None, "utrecht-v3"),
        ("Utrecht", "utrecht-v1", "utrecht-v1"),
        ("Gemeente Elders", "no-such-set", "generic"),
    ],
)
def test_that_answers_build_on_the_nearest_rules(
    desk: Desk, authority: str, chosen: str | None, expected: str
) -> None:
    intake = replace(INTAKE, authority=authority, rule_set_id=chosen)
    assert clauses.nearest(desk, intake).id == expected
    outcome = clauses.outcome_of(desk, intake)
    assert (outcome.rules.id, outcome.rules.based_on) == (f"{expected}-own", expected)
    assert outcome.rules.blocks


# --- what it comes to


def test_that_the_outcome_grows_with_every_answer(desk: Desk) -> None:
    intake = INTAKE.with_answer(Key.CONTRACT, MILLION)
    assert clauses.outcome_of(desk, intake).owed.amount is None
    outcome = clauses.outcome_of(desk, intake.with_answer(Key.DEMAND, FIVE))
    assert outcome.owed.amount == Money(5_000_000)
    assert outcome.contract.reference == "TN 12"
    assert outcome.contract.number == contracts.next_number(desk)
    assert outcome.rules.citation("obligation.percentage") is not None


def test_that_a_clause_without_names_can_be_worked_out(desk: Desk) -> None:
    outcome = clauses.outcome_of(desk, Intake())
    assert (outcome.contract.title, outcome.contract.reference) == ("–", None)


def test_that_contradictions_come_with_the_outcome(desk: Desk) -> None:
    cap = clauses.given(Key.CAP, {"amount": Money(100_000)})
    threshold = clauses.given(Key.THRESHOLD, {"amount": Money(25_000_000)})
    intake = (
        INTAKE.with_answer(Key.DEMAND, FIVE)
        .with_answer(Key.CAP, cap)
        .with_answer(Key.THRESHOLD, threshold)
    )
    (fault,) = clauses.outcome_of(desk, intake).clashes
    assert fault.kind is FaultKind.CAP_BELOW_THRESHOLD


def test_that_rules_of_the_owner_are_not_named_own_twice(desk: Desk) -> None:
    own = replace(rules(), id="utrecht-v3-own", covers=("Elders",))
    desk.library.__dict__["_by_id"] = {**desk.library._by_id, own.id: own}
    try:
        intake = replace(INTAKE, rule_set_id=own.id)
        assert clauses.outcome_of(desk, intake).rules.id == "utrecht-v3-own"
    finally:
        desk.library.read_own_again()


# --- to a contract


def test_that_the_contract_and_its_clause_belong_together(desk: Desk) -> None:
    key = begun(desk)
    clauses.keep_answer(desk, key, Key.DEMAND, FIVE)
    outcome = clauses.outcome_of(desk, clauses.intake_of(desk, key))
    done = contracts.take_on(desk, outcome.contract, outcome.rules, key)
    assert done.changed == {Changed.CONTRACTS, Changed.CLAUSES}
    (linked,) = dossiers.clauses_of(desk, done.id or 0)
    assert linked.id == key
    assert desk.store.rule_set(done.id or 0) == outcome.rules
    history.undo(desk)
    assert clauses.intake_of(desk, key).contract_id is None
    assert desk.store.contracts() == ()


def test_that_a_contract_for_a_clause_that_is_gone_is_not_taken_on(desk: Desk) -> None:
    with pytest.raises(UnknownRecordError):
        contracts.take_on(desk, CONTRACT, rules(), 9)
    assert desk.store.contracts() == ()


# --- the letter


def test_that_questions_are_numbered_for_the_clipboard(desk: Desk) -> None:
    intake = INTAKE.with_answer(Key.RHYTHM, NOT_THERE).with_answer(Key.FULL_TIME, NOT_THERE)
    assert clause_letters.questions_text(clauses.outcome_of(desk, intake)) == (
        "1. Hoeveel uur per week rekent u als voltijd?\n"
        "2. Hoe vaak wilt u een verantwoording ontvangen?"
    )
    assert clause_letters.questions_text(clauses.outcome_of(desk, INTAKE)) == ""


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Groen / Wijk: Oost?", "Vragen Groen Wijk Oost.pdf"),
        ("", "Vragen.pdf"),
        ("n" * 300, f"Vragen {'n' * 60}.pdf"),
    ],
)
def test_that_a_letter_gets_a_name_that_is_safe(title: str, name: str) -> None:
    assert clause_letters.file_name(Intake(title)) == name


def test_that_a_letter_is_a_pdf_with_its_sources(desk: Desk) -> None:
    seven = clauses.given(Key.DEMAND, {"unit": "percentage", "percentage": Fraction(7)})
    intake = INTAKE.with_answer(Key.CONTRACT, MILLION).with_answer(Key.DEMAND, seven)
    outcome = clauses.outcome_of(desk, intake)
    assert [notice.kind for notice in outcome.notices] == [NoticeKind.ABOVE_USUAL]
    pdf = clause_letters.letter_job(desk, intake)()
    assert pdf.startswith(b"%PDF-1.7")
    assert pdf == clause_letters.letter_job(desk, intake)()
