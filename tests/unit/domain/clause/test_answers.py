"""Which questions are asked, what an answer holds, and how answers are kept."""

from __future__ import annotations

from fractions import Fraction
from typing import Any, TypeAlias

import pytest

from sroi_desktop.domain.clause import QUESTIONS, Answer, Answers, Intake, Key, PartKind, Status
from sroi_desktop.domain.clause.plain import answers_from_plain, answers_to_plain
from sroi_desktop.domain.errors import CitizenNumberError
from sroi_desktop.domain.plain import PlainDataError
from tests.unit.domain.build import changed, day, eur
from tests.unit.domain.clause.build import NOT_THERE, UNKNOWN, answers, given

Fields: TypeAlias = dict[str, object]
BSN = "123456782"
PERCENTAGE = given(unit="percentage", percentage=Fraction(5))
FIXED = given(unit="fixed", amount=eur(50_000))
EVERY_KIND = answers(
    contract=given(category="works", sum=eur("2400000.50"), labour=Fraction(35)),
    demand=given(
        page="12", quote="5% van de opdrachtsom", unit="percentage", percentage=Fraction(5)
    ),
    term=given(starts=day("2026-01-01"), ends=day("2027-12-31")),
    groups=given(groups=("ww", "wajong")),
    limit=given(kind="months", amount=24),
    evidence=given(what="arbeidsovereenkomst"),
    relation=NOT_THERE,
    custom=UNKNOWN,
)


def test_that_every_question_stands_once_and_in_some_topic() -> None:
    assert [one.key for one in QUESTIONS] == list(Key)


def test_that_the_first_part_decides_which_others_are_asked() -> None:
    demand = next(one for one in QUESTIONS if one.key is Key.DEMAND)
    assert [part.name for part in demand.asked("percentage")] == ["unit", "percentage", "named"]
    assert [part.name for part in demand.asked("fte")] == ["unit", "number", "per"]
    assert [part.name for part in demand.asked(None)] == ["unit"]


def test_that_choices_and_lists_have_options_and_nothing_else_has() -> None:
    for one in QUESTIONS:
        for part in one.parts:
            assert bool(part.options) == (part.kind in {PartKind.CHOICE, PartKind.SEVERAL})


def test_that_a_part_is_found_by_its_name() -> None:
    limit = next(one for one in QUESTIONS if one.key is Key.LIMIT)
    found = limit.part("amount")
    assert found is not None
    assert found.kind is PartKind.WHOLE
    assert limit.part("hours") is None


def test_that_a_base_is_asked_only_where_a_percentage_may_be() -> None:
    asked = [one.key for one in answers(demand=FIXED).asked]
    assert Key.BASE not in asked
    assert Key.GROUPS in asked
    for demand in (PERCENTAGE, NOT_THERE, UNKNOWN):
        assert Key.BASE in [one.key for one in answers(demand=demand).asked]
    assert Key.BASE in [one.key for one in Answers().asked]


def test_that_an_answer_counts_only_while_its_question_is_asked() -> None:
    cap = given(amount=eur(300_000))
    assert answers(cap=cap, demand=PERCENTAGE).amount(Key.CAP, "amount") == eur(300_000)
    assert answers(cap=cap, demand=FIXED).amount(Key.CAP, "amount") is None


def test_that_what_is_open_was_not_answered() -> None:
    found = answers(demand=FIXED, groups=NOT_THERE, custom=UNKNOWN)
    still = {one.key for one in found.open}
    assert not still & {Key.DEMAND, Key.GROUPS, Key.CUSTOM}
    assert Key.TERM in still
    assert found.status(Key.GROUPS) is Status.NOT_THERE
    assert found.status(Key.TERM) is None


def test_that_not_there_gives_no_value() -> None:
    found = answers(groups=NOT_THERE, term=UNKNOWN)
    assert found.several(Key.GROUPS, "groups") == ()
    assert found.day(Key.TERM, "starts") is None


def test_that_an_answer_can_be_taken_away() -> None:
    intake = Intake("Groen").with_answer(Key.CUSTOM, UNKNOWN)
    assert intake.answers.get(Key.CUSTOM) == UNKNOWN
    assert intake.with_answer(Key.CUSTOM, None).answers == Answers()


def test_that_answers_stand_in_the_order_of_the_questions() -> None:
    found = answers(custom=UNKNOWN, contract=given(category="works"))
    assert [key for key, _answer in found.by_key] == [Key.CONTRACT, Key.CUSTOM]


@pytest.mark.parametrize("field", ["title", "authority", "text"])
def test_that_a_clause_with_a_citizen_number_is_refused(field: str) -> None:
    with pytest.raises(CitizenNumberError) as refused:
        changed(Intake(), **{field: f"nummer {BSN}"})
    assert refused.value.field == field


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        ({"page": BSN}, "page"),
        ({"quote": f"zie {BSN}"}, "quote"),
        ({"values": (("what", f"loonstrook {BSN}"),)}, "what"),
    ],
)
def test_that_an_answer_with_a_citizen_number_is_refused(fields: Fields, name: str) -> None:
    with pytest.raises(CitizenNumberError) as refused:
        changed(Answer(), **fields)
    assert refused.value.field == name


# --- as data


def test_that_answers_come_back_exactly() -> None:
    assert answers_from_plain(answers_to_plain(EVERY_KIND)) == EVERY_KIND


def test_that_amounts_and_numbers_are_kept_exactly() -> None:
    plain: Any = answers_to_plain(EVERY_KIND)
    assert plain["contract"]["values"] == {"category": "works", "sum": "2400000.50", "labour": "35"}
    assert plain["demand"]["page"] == "12"
    assert plain["groups"]["values"] == {"groups": ["ww", "wajong"]}
    assert plain["limit"]["values"]["amount"] == 24


def test_that_questions_of_another_version_are_left_out() -> None:
    data: Any = {**answers_to_plain(EVERY_KIND), "colour": {"status": "given"}}
    data["limit"]["values"]["shape"] = "round"
    assert answers_from_plain(data) == EVERY_KIND


@pytest.mark.parametrize(
    ("data", "path"),
    [
        ([], ()),
        ({"limit": 3}, ("limit",)),
        ({"limit": {"status": "given", "values": 3}}, ("limit", "values")),
        ({"limit": {"status": "perhaps", "values": {}}}, ("limit",)),
        ({"limit": {"status": "given", "values": {}}}, ("limit", "values")),
        ({"limit": {"status": "given", "values": {"amount": "24"}}}, ("limit", "amount")),
        ({"limit": {"status": "given", "values": {"kind": "weeks"}}}, ("limit", "kind")),
        ({"groups": {"status": "given", "values": {"groups": "ww"}}}, ("groups", "groups")),
        ({"groups": {"status": "given", "values": {"groups": [3]}}}, ("groups", "groups")),
        ({"limit": {"status": "unknown", "page": 12}}, ("limit", "page")),
    ],
)
def test_that_data_of_another_shape_is_refused_with_its_spot(
    data: object, path: tuple[str, ...]
) -> None:
    with pytest.raises(PlainDataError) as refused:
        answers_from_plain(data)
    assert refused.value.path == path
