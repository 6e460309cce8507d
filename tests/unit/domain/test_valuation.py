"""The only place where an effort becomes euros: every kind of rate, shares and refusals."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from sroi_desktop.domain.derivation import (
    Assumption,
    AssumptionKind,
    NotCounted,
    ReasonKind,
    StepKind,
)
from sroi_desktop.domain.effort import Effort
from sroi_desktop.domain.errors import (
    MissingInputError,
    PercentOutOfRangeError,
    UnknownBlockError,
)
from sroi_desktop.domain.money import ZERO, Money
from sroi_desktop.domain.periods import Period
from sroi_desktop.domain.rules import (
    Basis,
    Block,
    EffortKind,
    Note,
    NotePlace,
    RuleSet,
    Unit,
)
from sroi_desktop.domain.valuation import value
from tests.unit.domain.build import (
    BOUGHT,
    CONTRACT,
    HELPED,
    INVOICE,
    PLACED,
    PLACEMENT,
    RULES,
    UNDATED,
    WORKSHOP,
    assumed,
    day,
    eur,
    left_out,
    span,
    told,
)

DAYS = Block("dag", "Activiteit", EffortKind.ACTIVITY, Unit.PER_DAY_AT_MOST, eur(1_000))
PIECES = Block("stuk", "Activiteit", EffortKind.ACTIVITY, Unit.PER_PIECE, eur(1_000))
AGREED = Block("maatwerk", "Maatwerk", EffortKind.BESPOKE, Unit.AGREED)


def only(block: Block) -> RuleSet:
    return replace(RULES, blocks=(block,))


def done(block: Block) -> Effort:
    return Effort(block.kind, block.code, block.label, span("2026-05-20", "2026-05-20"))


# --- a placement, as the owner sees it


def test_that_the_derivation_tells_rate_hours_and_months() -> None:
    """40,000 a year x 24/36 hours x 6/12 months = 13,333.33."""
    valuation = value(PLACED, RULES, CONTRACT)
    assert valuation.value == eur("13333.33")
    rate, hours, months = valuation.steps
    assert (rate.kind, rate.basis, rate.label) == (StepKind.RATE, Basis.YEAR, "Participatiewet")
    assert (hours.kind, hours.result) == (StepKind.HOURS, Fraction(80_000, 3))
    assert (months.kind, months.result) == (StepKind.MONTHS_OF_YEAR, Fraction(40_000, 3))
    assert months.period == valuation.counted == span("2026-03-01", "2026-08-31")
    assert valuation.is_consistent()


def test_that_a_complete_rule_set_leaves_nothing_to_assume() -> None:
    valuation = value(PLACED, RULES, CONTRACT)
    assert valuation.assumptions == ()
    assert valuation.not_counted == ()


def test_that_the_notes_of_a_block_go_with_its_value() -> None:
    rules = only(replace(PLACEMENT, assumptions=("zo gelezen",)))
    valuation = value(PLACED, rules, CONTRACT)
    assert [(one.kind, one.text) for one in valuation.assumptions] == [
        (AssumptionKind.RULE_NOTE, "zo gelezen")
    ]


def test_that_the_same_assumption_is_told_once() -> None:
    rules = only(replace(PLACEMENT, assumptions=("zo gelezen", "zo gelezen")))
    assert len(value(PLACED, rules, CONTRACT).assumptions) == 1


def test_that_a_placement_without_a_published_value_is_told_as_such() -> None:
    valuation = value(PLACED, only(replace(PLACEMENT, value=None)), CONTRACT)
    assert valuation.value == ZERO
    assert valuation.steps == ()
    assert valuation.not_counted == (
        NotCounted(ReasonKind.NO_PUBLISHED_VALUE, label="Participatiewet"),
    )


# --- what happens on a day


def test_that_an_invoice_counts_for_what_was_paid() -> None:
    valuation = value(BOUGHT, RULES, CONTRACT)
    assert valuation.value == eur(4_250)
    assert told(valuation) == [StepKind.AMOUNT]
    assert valuation.steps[0].basis is None


@pytest.mark.parametrize(
    "unit",
    [
        Unit.INVOICES,
        Unit.INVOICES_SOCIAL_WORKPLACE,
        Unit.INVOICE_OR_WAGE_COST,
        Unit.LABOUR_COST,
        Unit.COST,
    ],
)
def test_that_every_unit_of_cost_counts_for_the_amount(unit: Unit) -> None:
    assert value(BOUGHT, only(replace(INVOICE, unit=unit)), CONTRACT).value == eur(4_250)


def test_that_employees_who_give_hours_count_per_hour() -> None:
    """100 x 3 employees x 8 hours = 2,400."""
    valuation = value(HELPED, RULES, CONTRACT)
    assert valuation.value == eur(2_400)
    assert told(valuation) == [StepKind.RATE, StepKind.EMPLOYEES, StepKind.HOURS_SPENT]
    assert valuation.steps[0].basis is Basis.HOUR


def test_that_hours_without_a_number_of_employees_are_those_of_one() -> None:
    assert value(replace(HELPED, employees=None), RULES, CONTRACT).value == eur(800)


def test_that_hours_come_before_cost_and_the_cost_is_told_as_not_counted() -> None:
    valuation = value(replace(HELPED, amount=eur(5_000)), RULES, CONTRACT)
    assert valuation.value == eur(2_400)
    assert valuation.not_counted == (
        NotCounted(ReasonKind.AMOUNT_BESIDE_HOURS, number=Fraction(5_000)),
    )


@pytest.mark.parametrize("unit", [Unit.PER_HOUR_OR_COST, Unit.PER_HOUR_OR_INVOICE])
def test_that_without_hours_the_cost_counts(unit: Unit) -> None:
    effort = replace(HELPED, hours=None, employees=None, amount=eur("812.50"))
    valuation = value(effort, only(replace(WORKSHOP, unit=unit)), CONTRACT)
    assert valuation.value == eur("812.50")
    assert told(valuation) == [StepKind.AMOUNT]


def test_that_days_count_at_most_and_that_is_told() -> None:
    """1,000 a day at most x 2.5 days = 2,500."""
    valuation = value(replace(done(DAYS), quantity=Fraction(5, 2)), only(DAYS), CONTRACT)
    assert valuation.value == eur(2_500)
    assert assumed(valuation) == {AssumptionKind.AT_MOST_PER_DAY}


@pytest.mark.parametrize(
    ("amount", "worth", "steps"),
    [
        (1_800, 1_800, [StepKind.RATE, StepKind.DAYS, StepKind.AMOUNT]),
        (2_000, 2_000, [StepKind.RATE, StepKind.DAYS]),
        (9_000, 2_000, [StepKind.RATE, StepKind.DAYS]),
    ],
)
def test_that_days_count_for_the_amount_where_that_is_less(
    amount: int, worth: int, steps: list[StepKind]
) -> None:
    effort = replace(done(DAYS), quantity=Fraction(2), amount=eur(amount))
    valuation = value(effort, only(DAYS), CONTRACT)
    assert valuation.value == eur(worth)
    assert told(valuation) == steps
    assert assumed(valuation) == set()
    assert valuation.is_consistent()


def test_that_pieces_count_by_their_number() -> None:
    valuation = value(replace(done(PIECES), quantity=Fraction(3)), only(PIECES), CONTRACT)
    assert valuation.value == eur(3_000)
    assert told(valuation) == [StepKind.RATE, StepKind.PIECES]


def test_that_what_was_agreed_counts_with_the_agreement_on_file() -> None:
    valuation = value(replace(done(AGREED), amount=eur(1_500)), only(AGREED), CONTRACT)
    assert valuation.value == eur(1_500)
    assert told(valuation) == [StepKind.AGREED]
    assert assumed(valuation) == {AssumptionKind.AGREEMENT_ON_FILE}


def test_that_without_an_agreement_nothing_counts() -> None:
    valuation = value(done(AGREED), only(AGREED), CONTRACT)
    assert valuation.value == ZERO
    assert valuation.not_counted == (NotCounted(ReasonKind.NOT_AGREED, label="Maatwerk"),)


@pytest.mark.parametrize("block", [WORKSHOP, DAYS, PIECES])
def test_that_a_rate_the_source_does_not_name_is_told_as_such(block: Block) -> None:
    effort = replace(done(block), quantity=Fraction(1), hours=Fraction(1))
    valuation = value(effort, only(replace(block, value=None)), CONTRACT)
    assert valuation.value == ZERO
    assert left_out(valuation) == [ReasonKind.NO_PUBLISHED_VALUE]


@pytest.mark.parametrize(
    ("block", "field"),
    [(WORKSHOP, "hours"), (DAYS, "quantity"), (PIECES, "quantity"), (INVOICE, "amount")],
)
def test_that_what_a_block_needs_is_asked_for(block: Block, field: str) -> None:
    with pytest.raises(MissingInputError) as refused:
        value(done(block), only(block), CONTRACT)
    assert (refused.value.field, refused.value.block) == (field, block.code)


# --- on which day


@pytest.mark.parametrize(
    ("on", "reason"),
    [
        (("2025-12-31", "2025-12-31"), ReasonKind.BEFORE_CONTRACT),
        (("2025-12-01", "2026-01-01"), None),  # it counts on its last day
        (("2027-12-31", "2027-12-31"), None),
        (("2027-12-31", "2028-01-01"), ReasonKind.AFTER_CONTRACT),
    ],
)
def test_that_an_invoice_counts_where_its_last_day_lies_in_the_contract(
    on: tuple[str, str], reason: ReasonKind | None
) -> None:
    effort = replace(BOUGHT, period=span(*on))
    valuation = value(effort, RULES, CONTRACT)
    if reason is None:
        assert valuation.value == eur(4_250)
        assert valuation.counted == effort.period
    else:
        assert valuation.value == ZERO
        assert valuation.not_counted == (NotCounted(reason, period=effort.period),)


def test_that_one_known_date_of_the_contract_is_enough_to_leave_an_invoice_out() -> None:
    from_2027 = replace(UNDATED, starts_on=day("2027-01-01"))
    to_2025 = replace(UNDATED, ends_on=day("2025-12-31"))
    assert left_out(value(BOUGHT, RULES, from_2027)) == [ReasonKind.BEFORE_CONTRACT]
    assert left_out(value(BOUGHT, RULES, to_2025)) == [ReasonKind.AFTER_CONTRACT]
    assert value(BOUGHT, RULES, UNDATED).value == eur(4_250)


@pytest.mark.parametrize(
    ("until", "worth"), [("2026-04-11", 0), ("2026-04-12", 4_250), ("2026-12-31", 4_250)]
)
def test_that_an_invoice_counts_from_its_last_day_on(until: str, worth: int) -> None:
    assert value(BOUGHT, RULES, CONTRACT, until=day(until)).value == eur(worth)


@pytest.mark.parametrize(
    ("within", "worth"),
    [
        (span("2026-01-01", "2026-04-12"), 4_250),
        (span("2026-04-13", "2026-12-31"), 0),
        (span("2026-01-01", "2026-04-11"), 0),
    ],
)
def test_that_an_invoice_counts_for_the_contract_that_has_its_day(
    within: Period, worth: int
) -> None:
    assert value(BOUGHT, RULES, CONTRACT, within=within).value == eur(worth)


# --- shares


def test_that_a_share_is_the_last_step() -> None:
    """13,333.33... x 1/4 = 3,333.33."""
    valuation = value(PLACED, RULES, CONTRACT, share=Fraction(1, 4))
    assert valuation.value == eur("3333.33")
    assert (told(valuation)[-1], valuation.steps[-1].operand) == (StepKind.SHARE, Fraction(1, 4))
    assert valuation.is_consistent()


def test_that_the_whole_is_no_step() -> None:
    assert StepKind.SHARE not in told(value(PLACED, RULES, CONTRACT, share=Fraction(1)))


def test_that_a_share_of_nothing_is_no_step_either() -> None:
    effort = replace(PLACED, period=span("2030-01-01", "2030-12-31"))
    assert value(effort, RULES, CONTRACT, share=Fraction(1, 2)).steps == ()


@pytest.mark.parametrize("share", [Fraction(-1, 100), Fraction(101, 100)])
def test_that_a_share_outside_the_whole_is_refused(share: Fraction) -> None:
    with pytest.raises(PercentOutOfRangeError) as refused:
        value(PLACED, RULES, CONTRACT, share=share)
    assert refused.value.percent == share * 100


# --- refusals


def test_that_a_block_the_rules_do_not_have_is_refused() -> None:
    with pytest.raises(UnknownBlockError) as refused:
        value(replace(PLACED, block="weg"), RULES, CONTRACT)
    assert (refused.value.code, refused.value.rule_set) == ("weg", "example")


def test_that_an_amount_of_nothing_is_worth_nothing() -> None:
    assert value(replace(BOUGHT, amount=Money(0)), RULES, CONTRACT).value == ZERO
    assert value(replace(HELPED, hours=Fraction(0)), RULES, CONTRACT).value == ZERO


# --- a part of what was paid


@pytest.mark.parametrize(
    ("part", "amount"), [(Fraction(1, 2), "2125"), (Fraction(1, 3), "1416.67"), (None, "4250")]
)
def test_that_a_part_of_an_invoice_may_count(part: Fraction | None, amount: str) -> None:
    """Own example: of what was paid to a sheltered workplace only the labour, a half, counts."""
    valuation = value(BOUGHT, only(replace(INVOICE, counts_for=part)), CONTRACT)
    assert valuation.value == eur(amount)
    assert valuation.is_consistent()
    kinds = [StepKind.AMOUNT] if part is None else [StepKind.AMOUNT, StepKind.COUNTS_FOR]
    assert told(valuation) == kinds


def test_that_the_whole_of_an_invoice_needs_no_step() -> None:
    valuation = value(BOUGHT, only(replace(INVOICE, counts_for=Fraction(1))), CONTRACT)
    assert told(valuation) == [StepKind.AMOUNT]


def test_that_a_part_is_of_what_was_paid_and_not_of_hours() -> None:
    """Own example: an hour counts in full, a bill for half."""
    row = replace(WORKSHOP, counts_for=Fraction(1, 2))
    assert value(HELPED, only(row), CONTRACT).value == eur(2_400)
    paid = replace(HELPED, hours=None, amount=eur(1_000))
    assert value(paid, only(row), CONTRACT).value == eur(500)


# --- rules in words


def test_that_a_rule_in_words_stands_with_every_value_that_it_is_about() -> None:
    notes = (
        Note("Het werk moet met de opdracht te maken hebben.", NotePlace.VALUATION),
        Note("Alleen voor inkoop.", NotePlace.VALUATION, ("inkoop",)),
        Note("Over het rapport.", NotePlace.REPORT),
    )
    rules = replace(RULES, placed_notes=notes)
    placed = value(PLACED, rules, CONTRACT).assumptions
    assert placed == (Assumption(AssumptionKind.NOT_COMPUTED, text=notes[0].text),)
    bought = value(BOUGHT, rules, CONTRACT).assumptions
    assert [one.text for one in bought] == [notes[0].text, notes[1].text]
