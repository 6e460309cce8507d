"""Clauses as three authorities would put them, read and held against what is known of them.

The facts are those of /work/shared/rules/terms.json; the sentences around them are ours.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

from sroi_desktop.domain.clause import Answer, Intake, Key, NoticeKind, Status
from sroi_desktop.domain.contract import ContractState
from sroi_desktop.domain.demands import SignalKind
from sroi_desktop.domain.derivation import StepKind
from sroi_desktop.domain.money import Money
from sroi_desktop.domain.rules import (
    Category,
    Citation,
    CountingLimit,
    DeadlineKind,
    DeadlineRule,
    LimitKind,
    NotePlace,
    ObligationBase,
    Rhythm,
)
from sroi_desktop.services import clauses

if TYPE_CHECKING:
    from sroi_desktop.domain.clause.answers import Value
    from sroi_desktop.services.desk import Desk

NOT_THERE = Answer(Status.NOT_THERE)
UNKNOWN = Answer(Status.UNKNOWN)


def euros(amount: int) -> Money:
    return Money(amount * 100)


def told(key: Key, page: str, quote: str, **values: Value) -> tuple[Key, Answer]:
    return key, clauses.given(key, values, page, quote)


def read(intake: Intake, *answers: tuple[Key, Answer]) -> Intake:
    """Return an intake in which these were answered and all other questions are not there."""
    for key, answer in answers:
        intake = intake.with_answer(key, answer)
    for one in intake.answers.open:
        intake = intake.with_answer(one.key, NOT_THERE)
    return intake


def asked(desk: Desk, intake: Intake) -> list[Key]:
    return [ask.key for ask in clauses.outcome_of(desk, intake).asks]


# --- a percentage of the contract sum with thresholds, a cap, and points for offering more

PROVINCE = read(
    Intake(
        "Onderhoud vaarwegen",
        "Friesland",
        "2026-114",
        "De opdrachtnemer besteedt 2% van de totale opdrachtsom (exclusief btw) aan social return, "
        "met een maximum van € 300.000. Dit geldt voor werken vanaf € 250.000. Wie meer aanbiedt, "
        "tot 5%, krijgt daarvoor punten. De bouwblokken van de datum van gunning gelden. Iemand "
        "telt maximaal twee jaar mee, gerekend in gewerkte uren.",
    ),
    (
        Key.CONTRACT,
        clauses.given(
            Key.CONTRACT, {"category": "works", "sum": euros(20_000_000), "labour": Fraction(40)}
        ),
    ),
    told(
        Key.DEMAND, "31", "2% van de totale opdrachtsom", unit="percentage", percentage=Fraction(2)
    ),
    told(Key.BASE, "31", "de totale opdrachtsom (exclusief btw)", base="contract_sum"),
    told(Key.CAP, "31", "met een maximum van € 300.000", amount=euros(300_000)),
    told(Key.THRESHOLD, "31", "voor werken vanaf € 250.000", amount=euros(250_000)),
    told(Key.OFFER, "8", "tot 5%", up_to=Fraction(5)),
    told(Key.TERM, "3", "van 1 maart 2027 tot en met 28 februari 2029",
         starts=date(2027, 3, 1), ends=date(2029, 2, 28)),
    told(Key.REFERENCE, "32", "de datum van gunning", day="award"),
    told(Key.LIMIT, "32", "maximaal twee jaar", kind="worked_years", amount=2),
)  # fmt: skip


def test_that_a_cap_holds_for_a_large_work(desk: Desk) -> None:
    """20,000,000 x 2% = 400,000, at most 300,000."""
    outcome = clauses.outcome_of(desk, PROVINCE)
    assert outcome.owed.amount == euros(300_000)
    assert [step.kind for step in outcome.owed.steps] == [
        StepKind.BASE, StepKind.PERCENTAGE, StepKind.CAP,
    ]  # fmt: skip
    assert outcome.notices[0].kind is NoticeKind.FULL_TIME_MISSING
    assert outcome.clashes == ()


def test_that_below_the_threshold_nothing_is_owed(desk: Desk) -> None:
    small = clauses.given(Key.CONTRACT, {"category": "works", "sum": euros(200_000)})
    outcome = clauses.outcome_of(desk, PROVINCE.with_answer(Key.CONTRACT, small))
    assert outcome.owed.amount == Money(0)
    assert outcome.owed.signals[-1].kind is SignalKind.BELOW_THRESHOLD


def test_that_the_rules_of_the_province_come_out_as_published(desk: Desk) -> None:
    published = desk.library.get("friesland").obligation
    made = clauses.outcome_of(desk, PROVINCE).rules
    assert replace(made.obligation, base_text=published.base_text, thresholds=()) == replace(
        published, thresholds=()
    )
    assert dict(made.obligation.thresholds) == dict(published.thresholds)
    assert made.counting.default_limit == CountingLimit(LimitKind.WORKED_YEARS, 2)
    assert made.citation("obligation.cap") == Citation(
        "obligation.cap", "31", "met een maximum van € 300.000"
    )
    assert made.citation("counting.limit") is not None


def test_that_the_province_is_asked_what_its_clause_leaves_open(desk: Desk) -> None:
    assert asked(desk, PROVINCE) == [
        Key.TABLE, Key.GROUPS, Key.EXISTING, Key.SUBCONTRACTORS, Key.PSO, Key.REGION,
        Key.RELATION, Key.FULL_TIME, Key.MIN_HOURS, Key.CONTACT, Key.PLAN, Key.RHYTHM,
        Key.EVIDENCE, Key.PERSONAL, Key.SIGNING, Key.PENALTY, Key.BUY_OFF, Key.CUSTOM,
    ]  # fmt: skip


# --- a printed example with a billion for a million

TOWN = read(
    Intake(
        "Levering kantoormeubilair",
        "Schiedam",
        text="Bij leveringen vanaf € 125.000 wordt 5% van de aanneemsom exclusief btw ingezet "
        "voor social return (bijvoorbeeld: 5% van 1 miljard = 50.000). Neem binnen 7 dagen na "
        "gunning contact op. Wij ontvangen elk kwartaal een overzicht met namen en BSN.",
    ),
    (
        Key.CONTRACT,
        clauses.given(
            Key.CONTRACT,
            {"category": "supplies", "sum": euros(1_000_000_000), "labour": Fraction(10)},
        ),
    ),
    told(
        Key.DEMAND, "4", "5% van 1 miljard = 50.000", unit="percentage", percentage=Fraction(5),
        named=euros(50_000),
    ),
    told(Key.BASE, "4", "de aanneemsom exclusief btw", base="contract_sum"),
    told(Key.THRESHOLD, "4", "vanaf € 125.000", amount=euros(125_000)),
    told(Key.CONTACT, "5", "binnen 7 dagen na gunning", days=7, counted="calendar"),
    told(Key.RHYTHM, "5", "elk kwartaal", rhythm="quarterly"),
    told(Key.PERSONAL, "5", "met namen en BSN", data=("names", "bsn")),
    (Key.FULL_TIME, UNKNOWN),
)  # fmt: skip


def test_that_a_billion_for_a_million_is_noticed(desk: Desk) -> None:
    notices = clauses.outcome_of(desk, TOWN).notices
    assert [notice.kind for notice in notices] == [
        NoticeKind.DOUBTFUL_SUM,
        NoticeKind.LITTLE_LABOUR,
        NoticeKind.ARITHMETIC,
        NoticeKind.BSN_ASKED,
        NoticeKind.PERSONAL_DATA,
        NoticeKind.TABLE_MISSING,
    ]
    arithmetic = notices[2]
    assert (arithmetic.amount, arithmetic.right) == (euros(50_000), euros(50_000_000))


def test_that_with_a_million_the_example_fits(desk: Desk) -> None:
    """1,000,000 x 5% = 50,000."""
    mended = clauses.given(
        Key.CONTRACT, {"category": "supplies", "sum": euros(1_000_000), "labour": Fraction(40)}
    )
    outcome = clauses.outcome_of(desk, TOWN.with_answer(Key.CONTRACT, mended))
    assert outcome.owed.amount == euros(50_000)
    kinds = {notice.kind for notice in outcome.notices}
    assert not kinds & {NoticeKind.ARITHMETIC, NoticeKind.DOUBTFUL_SUM, NoticeKind.LITTLE_LABOUR}


def test_that_days_and_data_of_the_town_stand_in_its_rules(desk: Desk) -> None:
    outcome = clauses.outcome_of(desk, TOWN)
    assert outcome.contract.rhythm is Rhythm.QUARTERLY
    assert DeadlineRule(DeadlineKind.FIRST_CONTACT, 7) in outcome.rules.deadlines
    (note,) = outcome.rules.notes_on(NotePlace.REPORT)
    assert note == (
        "Persoonsgegevens die het bestek vraagt: Namen, Burgerservicenummer (BSN) "
        "(pagina 5: “met namen en BSN”)"
    )


def test_that_the_town_is_asked_about_the_sum_the_labour_and_the_numbers(desk: Desk) -> None:
    asks = clauses.outcome_of(desk, TOWN).asks
    about = [ask.notice.kind for ask in asks if ask.notice is not None]
    assert about == [
        NoticeKind.LITTLE_LABOUR,
        NoticeKind.ARITHMETIC,
        NoticeKind.BSN_ASKED,
        NoticeKind.PERSONAL_DATA,
    ]
    keys = [ask.key for ask in asks]
    assert Key.LOW_LABOUR in keys
    assert Key.FULL_TIME not in keys  # the owner does not know, and may look it up


# --- a percentage of the wages, for work on the contract itself

STATE = read(
    Intake(
        "Schoonmaak rijkskantoren",
        "Het Rijk",
        text="Bij opdrachten vanaf € 250.000 besteedt u 5% van de loonsom aan social return, bij "
        "de uitvoering van de opdracht zelf. Wie al in dienst is, telt niet mee. "
        "Voltijd is 36 uur.",
    ),
    (
        Key.CONTRACT,
        clauses.given(Key.CONTRACT, {"category": "services", "sum": euros(2_000_000)}),
    ),
    told(Key.DEMAND, "12", "5% van de loonsom", unit="percentage", percentage=Fraction(5)),
    told(Key.BASE, "12", "de loonsom", base="wage_sum", amount=euros(1_200_000)),
    told(Key.THRESHOLD, "12", "vanaf € 250.000", amount=euros(250_000)),
    told(Key.TERM, "2", "één jaar", starts=date(2027, 1, 1), ends=date(2027, 12, 31)),
    told(Key.EXISTING, "12", "wie al in dienst is, telt niet mee", counts="no"),
    told(Key.RELATION, "12", "bij de uitvoering van de opdracht", direct="yes"),
    told(Key.FULL_TIME, "13", "voltijd is 36 uur", hours=Fraction(36)),
    told(Key.LIMIT, "13", "twee jaar", kind="months", amount=24),
)  # fmt: skip


def test_that_the_wages_are_the_base_where_the_clause_says_so(desk: Desk) -> None:
    """1,200,000 x 5% = 60,000."""
    outcome = clauses.outcome_of(desk, STATE)
    assert outcome.owed.amount == euros(60_000)
    assert outcome.owed.steps[0].kind is StepKind.WAGE_SUM
    assert outcome.rules.obligation.base is ObligationBase.WAGE_SUM


def test_that_the_contract_with_the_state_holds_what_was_read(desk: Desk) -> None:
    contract = clauses.outcome_of(desk, STATE).contract
    assert contract.state is ContractState.TENDER
    assert (contract.category, contract.percentage) == (Category.SERVICES, Fraction(5))
    assert (contract.wage_sum, contract.full_time_hours) == (euros(1_200_000), Fraction(36))
    assert contract.months == 12


def test_that_what_has_no_field_is_read_with_the_values(desk: Desk) -> None:
    rules = clauses.outcome_of(desk, STATE).rules
    assert rules.full_time_hours == Fraction(36)
    assert rules.notes_on(NotePlace.VALUATION) == (
        "Wie al bij u werkt, telt niet mee. (pagina 12: “wie al in dienst is, telt niet mee”)",
        "Alleen wat bij dit werk hoort, telt mee. (pagina 12: “bij de uitvoering van de opdracht”)",
    )


def test_that_two_years_in_a_contract_of_one_are_noticed_and_asked(desk: Desk) -> None:
    outcome = clauses.outcome_of(desk, STATE)
    kinds = [notice.kind for notice in outcome.notices]
    assert kinds == [NoticeKind.TERM_TOO_SHORT, NoticeKind.TABLE_MISSING]
    (ask,) = (ask for ask in outcome.asks if ask.notice is not None)
    assert (ask.key, ask.page) == (Key.TERM, "2")
    assert Key.FULL_TIME not in [one.key for one in outcome.asks]
