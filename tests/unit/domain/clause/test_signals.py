"""What deserves a second look, and what to ask the authority."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from sroi_desktop.domain.clause import (
    Answers,
    Key,
    Notice,
    NoticeKind,
    contract_from,
    questions_to_ask,
    signals,
)
from sroi_desktop.domain.clause.signals import is_in_notices
from sroi_desktop.domain.demands import Signal, SignalKind
from tests.unit.domain.build import day, eur
from tests.unit.domain.clause.build import NOT_THERE, TENDER, UNKNOWN, answers, given, owed

if TYPE_CHECKING:
    from sroi_desktop.domain.clause import Answer

ALL_YEAR = given(starts=day("2026-01-01"), ends=day("2026-12-31"))


def noticed(found: Answers) -> list[NoticeKind]:
    return [notice.kind for notice in notices(found)]


def notices(found: Answers) -> tuple[Notice, ...]:
    return signals(found, owed(contract_from(found, TENDER)))


def asked(found: Answers) -> list[Key]:
    return [ask.key for ask in questions_to_ask(found, notices(found))]


def percent(number: int, **more: object) -> Answer:
    return given(unit="percentage", percentage=Fraction(number), **more)  # type: ignore[arg-type]


# --- notices


def test_that_more_than_five_per_cent_deserves_a_look() -> None:
    contract = given(category="services", sum=eur(1_000_000))
    assert noticed(answers(contract=contract, demand=percent(5))) == []
    (notice,) = notices(answers(contract=contract, demand=percent(7)))
    assert notice == Notice(NoticeKind.ABOVE_USUAL, (Key.DEMAND,), number=Fraction(7))


def test_that_a_fixed_amount_is_held_against_five_per_cent_of_the_sum() -> None:
    """60,000 of 1,000,000 is 6%."""
    found = answers(
        contract=given(category="services", sum=eur(1_000_000)),
        demand=given(unit="fixed", amount=eur(60_000)),
    )
    (notice,) = notices(found)
    assert (notice.kind, notice.number) == (NoticeKind.ABOVE_USUAL, Fraction(6))
    less = given(unit="fixed", amount=eur(50_000))
    assert noticed(found.with_answer(Key.DEMAND, less)) == []
    assert noticed(found.with_answer(Key.CONTRACT, given(category="services"))) == []


def test_that_a_delivery_with_little_labour_deserves_a_look() -> None:
    contract = given(category="supplies", sum=eur(1_000_000), labour=Fraction(10))
    assert noticed(answers(contract=contract, demand=percent(5))) == [NoticeKind.LITTLE_LABOUR]


def test_that_five_per_cent_of_a_billion_is_asked_about() -> None:
    contract = given(category="works", sum=eur(1_000_000_000))
    found = answers(contract=contract, demand=percent(5, named=eur(50_000)))
    doubtful, wrong = notices(found)
    assert (doubtful.kind, doubtful.amount) == (NoticeKind.DOUBTFUL_SUM, eur(1_000_000_000))
    assert (wrong.kind, wrong.amount, wrong.right) == (
        NoticeKind.ARITHMETIC, eur(50_000), eur(50_000_000),
    )  # fmt: skip


def test_that_an_example_that_fits_is_no_matter() -> None:
    contract = given(category="works", sum=eur(1_000_000))
    assert noticed(answers(contract=contract, demand=percent(5, named=eur(50_000)))) == []
    assert noticed(answers(demand=percent(5, named=eur(50_000)))) == []


def test_that_an_example_is_held_against_the_sum_that_the_percentage_is_of() -> None:
    contract = given(category="works", sum=eur(1_000_000))
    base = given(base="wage_sum", amount=eur(400_000))
    found = answers(contract=contract, base=base, demand=percent(5, named=eur(20_000)))
    assert noticed(found) == []


def test_that_a_missing_full_time_week_deserves_a_look() -> None:
    assert noticed(answers(full_time=NOT_THERE)) == [NoticeKind.FULL_TIME_MISSING]
    assert noticed(answers(full_time=UNKNOWN)) == []


@pytest.mark.parametrize(
    ("group", "demand", "expected"),
    [
        ("ex-gedetineerden", "vog", [NoticeKind.GROUP_AGAINST_VOG]),
        ("ex-gedetineerden", "both", [NoticeKind.GROUP_AGAINST_VOG]),
        ("ex-gedetineerden", "diploma", []),
        ("ww", "vog", []),
        ("stage-pro-vso", "diploma", [NoticeKind.GROUP_AGAINST_DIPLOMA]),
        ("participatiewet", "both", [NoticeKind.GROUP_AGAINST_DIPLOMA]),
        ("participatiewet", "nothing", []),
    ],
)
def test_that_groups_are_held_against_what_is_demanded_of_people(
    group: str, demand: str, expected: list[NoticeKind]
) -> None:
    found = answers(groups=given(groups=(group,)), demands=given(what=demand))
    assert noticed(found) == expected


@pytest.mark.parametrize(
    ("kind", "amount", "expected"),
    [
        ("months", 24, 24),
        ("worked_years", 2, 24),
        ("months", 12, None),
        ("worked_hours", 4000, None),
    ],
)
def test_that_a_term_is_held_against_the_time_someone_may_count(
    kind: str, amount: int, expected: int | None
) -> None:
    found = notices(answers(term=ALL_YEAR, limit=given(kind=kind, amount=amount)))
    kinds = [(notice.kind, notice.number, notice.other) for notice in found]
    assert kinds == (
        [(NoticeKind.TERM_TOO_SHORT, Fraction(12), Fraction(expected))] if expected else []
    )


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (("bsn",), [NoticeKind.BSN_ASKED]),
        (("names",), [NoticeKind.PERSONAL_DATA]),
        (("identity", "born"), [NoticeKind.PERSONAL_DATA]),
        (("benefit",), [NoticeKind.HEALTH_DATA]),
        (("anonymous",), []),
    ],
)
def test_that_personal_data_asked_deserves_a_look(
    data: tuple[str, ...], expected: list[NoticeKind]
) -> None:
    assert noticed(answers(personal=given(data=data))) == expected


def test_that_a_penalty_above_what_is_missing_deserves_a_look() -> None:
    found = answers(penalty=given(kind="factor", factor=Fraction(3, 2)))
    assert noticed(found) == [NoticeKind.PENALTY_ABOVE_GAP]
    assert noticed(answers(penalty=given(kind="factor", factor=Fraction(1)))) == []


def test_that_work_apart_from_the_subject_deserves_a_look() -> None:
    assert noticed(answers(relation=given(direct="no"))) == [NoticeKind.RELATION]
    assert noticed(answers(relation=given(direct="yes"))) == []


def test_that_a_clause_without_a_table_deserves_a_look() -> None:
    assert noticed(answers(table=NOT_THERE)) == [NoticeKind.TABLE_MISSING]
    assert noticed(answers(table=given(there="no"))) == [NoticeKind.TABLE_MISSING]
    assert noticed(answers(table=given(there="yes"))) == []


def test_that_what_is_only_missing_stays_with_the_obligation() -> None:
    assert is_in_notices(Signal(SignalKind.ABOVE_USUAL))
    assert not is_in_notices(Signal(SignalKind.SUM_UNKNOWN))


# --- questions for the authority


def test_that_what_is_not_there_is_asked_and_what_is_not_known_is_not() -> None:
    assert asked(answers(rhythm=NOT_THERE, evidence=UNKNOWN)) == [Key.RHYTHM]


def test_that_what_the_owner_knows_is_not_asked() -> None:
    assert asked(answers(contract=NOT_THERE)) == []


def test_that_a_demand_that_is_not_there_is_not_invited() -> None:
    assert asked(answers(demands=NOT_THERE, threshold=NOT_THERE, offer=NOT_THERE)) == []


def test_that_a_maximum_is_asked_where_the_obligation_grows() -> None:
    running = given(base="invoiced_turnover")
    assert asked(answers(cap=NOT_THERE)) == []
    assert asked(answers(cap=NOT_THERE, demand=percent(5), base=running)) == [Key.CAP]


def test_that_a_lower_percentage_is_asked_where_labour_is_little() -> None:
    low = given(category="services", labour=Fraction(20))
    assert asked(answers(low_labour=NOT_THERE)) == []
    assert asked(answers(low_labour=NOT_THERE, contract=low)) == [Key.LOW_LABOUR]
    delivery = given(category="supplies")
    assert asked(answers(low_labour=NOT_THERE, contract=delivery)) == [Key.LOW_LABOUR]


def test_that_full_time_is_asked_where_time_is_counted() -> None:
    assert asked(answers(full_time=NOT_THERE)) == [Key.FULL_TIME]
    places = given(unit="placements", number=Fraction(2))
    assert asked(answers(full_time=NOT_THERE, demand=places)) == []


def test_that_recovery_is_asked_where_there_is_a_penalty_or_may_be() -> None:
    found = answers(recovery=NOT_THERE, fault=NOT_THERE)
    assert asked(found) == [Key.RECOVERY, Key.FAULT]
    punished = given(kind="pro_rata")
    assert asked(found.with_answer(Key.PENALTY, punished)) == [Key.RECOVERY, Key.FAULT]
    assert asked(found.with_answer(Key.PENALTY, NOT_THERE)) == [Key.PENALTY]


def test_that_what_does_not_fit_is_asked_with_its_page() -> None:
    found = answers(
        contract=given(category="services", sum=eur(1_000_000)),
        rhythm=NOT_THERE,
        demand=given(page="14", unit="percentage", percentage=Fraction(7)),
        personal=given(data=("bsn",)),
        table=NOT_THERE,
    )
    asks = questions_to_ask(found, notices(found))
    assert [(ask.key, ask.notice and ask.notice.kind, ask.page) for ask in asks] == [
        (Key.DEMAND, NoticeKind.ABOVE_USUAL, "14"),
        (Key.TABLE, None, None),
        (Key.RHYTHM, None, None),
        (Key.PERSONAL, NoticeKind.BSN_ASKED, None),
    ]
