"""The only place where an effort becomes euros.

value = rate x hours factor x time factor + bonuses, limited by what the rule set allows.
Every euro comes with the steps that led to it, what was assumed and what does not count.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from sroi_desktop.domain import bonuses, counting, factors
from sroi_desktop.domain.derivation import AssumptionKind, ReasonKind, StepKind, Valuation
from sroi_desktop.domain.errors import MissingInputError, PercentOutOfRangeError
from sroi_desktop.domain.money import ZERO
from sroi_desktop.domain.periods import MONTHS_PER_YEAR
from sroi_desktop.domain.rules import Basis, NotePlace
from sroi_desktop.domain.worksheet import Worksheet

if TYPE_CHECKING:
    from datetime import date

    from sroi_desktop.domain.contract import Contract
    from sroi_desktop.domain.effort import Effort
    from sroi_desktop.domain.periods import Period
    from sroi_desktop.domain.rules import Block, RuleSet

WHOLE = Fraction(1)
HUNDRED = 100


def value(
    effort: Effort,
    rules: RuleSet,
    contract: Contract,
    *,
    until: date | None = None,
    within: Period | None = None,
    share: Fraction = WHOLE,
) -> Valuation:
    """Return what an effort is worth for a contract under a rule set.

    Args:
        effort: what was done, with its period, hours or amount.
        rules: the rule set that the contract keeps.
        contract: gives the days that count, the award date and the full-time week.
        until: count nothing after this day; None counts the whole effort.
        within: the days of the effort that are allocated to this contract; None for all.
            What counts on one day, such as an invoice, counts where that day lies.
        share: the part of the effort that is allocated to this contract, 0 to 1.

    Raises:
        UnknownBlockError: the rule set has no such block.
        UnknownBonusError: the effort claims a bonus that the rule set does not have.
        MissingInputError: the block needs hours, a quantity or an amount that is not there.
        PercentOutOfRangeError: the share is below 0 or above 1.

    Source: DOMAIN.md section 3 and the rule set's own sources; docs/rules.md.
    """
    if share != WHOLE and not 0 <= share <= 1:
        raise PercentOutOfRangeError(share * HUNDRED)
    block = rules.block(effort.block)
    for code in effort.bonuses:
        rules.bonus(code)
    sheet = Worksheet(effort, block, rules, contract, until, within)
    for note in block.assumptions:
        sheet.assume(AssumptionKind.RULE_NOTE, text=note)
    for note in rules.notes_on(NotePlace.VALUATION, block.code):
        sheet.assume(AssumptionKind.NOT_COMPUTED, text=note)
    basis = _basis(effort, block)
    if basis.grows_with_time:
        _by_time(sheet, basis)
    elif _falls_on_a_counting_day(sheet):
        _AT_ONCE[basis](sheet)
        bonuses.leave_out_all(sheet)
    if share != WHOLE and sheet.steps:
        sheet.times(StepKind.SHARE, share)
    return sheet.finished()


def _basis(effort: Effort, block: Block) -> Basis:
    """Choose what the rate is multiplied with: the first basis that the effort fills in."""
    bases = block.unit.bases
    for basis in bases:
        if basis not in _FIELD or getattr(effort, _FIELD[basis]) is not None:
            return basis
    raise MissingInputError(_FIELD[bases[0]], block.code)


_FIELD = {
    Basis.HOUR: "hours",
    Basis.DAY: "quantity",
    Basis.PIECE: "quantity",
    Basis.AMOUNT: "amount",
}


def _by_time(sheet: Worksheet, basis: Basis) -> None:
    """Value a placement, apprenticeship or traineeship over the days that count."""
    counted = counting.counted_days(sheet)
    if counted is None or not counting.enough_hours(sheet):
        return
    if sheet.block.value is None:
        sheet.leave_out(ReasonKind.NO_PUBLISHED_VALUE, label=sheet.block.label)
        return
    sheet.counted = counted
    sheet.start(StepKind.RATE, sheet.block.value, basis=basis)
    extra = bonuses.applicable(sheet)
    hours = factors.hours_factor(sheet, basis)
    time = factors.time_factor(sheet, basis, counted)
    per_unit = Fraction(1, MONTHS_PER_YEAR) if basis is Basis.MONTH else WHOLE
    for bonus in extra.running(time, hours=True):
        sheet.add(StepKind.BONUS, bonus.amount * per_unit, label=bonus.label)
    if hours is not None:
        sheet.times(StepKind.HOURS, hours.factor, of=hours.of)
    for bonus in extra.running(time, hours=False):
        sheet.add(StepKind.BONUS, bonus.amount * per_unit, label=bonus.label)
    sheet.times(time.kind, time.factor, of=time.of, period=counted)
    factors.cap_worked_years(sheet, basis, hours, time)
    bonuses.add_fixed(sheet, extra, hours, time)


def _falls_on_a_counting_day(sheet: Worksheet) -> bool:
    """Tell whether something done at once counts: it counts on its last day."""
    day = sheet.effort.period.end
    if sheet.until is not None and day > sheet.until:
        return False
    if sheet.within is not None and day not in sheet.within:
        return False
    start, end = sheet.contract.starts_on, sheet.contract.ends_on
    if start is not None and day < start:
        sheet.leave_out(ReasonKind.BEFORE_CONTRACT, period=sheet.effort.period)
        return False
    if end is not None and day > end:
        sheet.leave_out(ReasonKind.AFTER_CONTRACT, period=sheet.effort.period)
        return False
    sheet.counted = sheet.effort.period
    return True


def _by_hours(sheet: Worksheet) -> None:
    """Value hours that employees gave: rate x employees x hours each."""
    effort = sheet.effort
    if not _start_with_rate(sheet, Basis.HOUR):
        return
    if effort.employees is not None:
        sheet.times(StepKind.EMPLOYEES, Fraction(effort.employees))
    sheet.times(StepKind.HOURS_SPENT, effort.hours or Fraction(0))
    if effort.amount:
        sheet.leave_out(ReasonKind.AMOUNT_BESIDE_HOURS, number=effort.amount.euros)


def _by_days(sheet: Worksheet) -> None:
    """Value whole days; the rate is the most that a day may be worth."""
    effort = sheet.effort
    if not _start_with_rate(sheet, Basis.DAY):
        return
    sheet.times(StepKind.DAYS, effort.quantity or Fraction(0))
    if effort.amount is not None:
        sheet.at_most(StepKind.AMOUNT, effort.amount.euros)
    else:
        sheet.assume(AssumptionKind.AT_MOST_PER_DAY)


def _by_pieces(sheet: Worksheet) -> None:
    if _start_with_rate(sheet, Basis.PIECE):
        sheet.times(StepKind.PIECES, sheet.effort.quantity or Fraction(0))


def _by_amount(sheet: Worksheet) -> None:
    """Value an invoice or cost: what was paid, excluding VAT, or the part of it that counts."""
    sheet.start(StepKind.AMOUNT, sheet.effort.amount or ZERO)
    part = sheet.block.counts_for
    if part is not None and part != WHOLE:
        sheet.times(StepKind.COUNTS_FOR, part)


def _as_agreed(sheet: Worksheet) -> None:
    """Value what the authority's adviser agreed to; without an agreement nothing counts."""
    if sheet.effort.amount is None:
        sheet.leave_out(ReasonKind.NOT_AGREED, label=sheet.block.label)
        return
    sheet.start(StepKind.AGREED, sheet.effort.amount)
    sheet.assume(AssumptionKind.AGREEMENT_ON_FILE)


def _start_with_rate(sheet: Worksheet, basis: Basis) -> bool:
    """Start from the published rate; tell whether there is one."""
    if sheet.block.value is None:
        sheet.leave_out(ReasonKind.NO_PUBLISHED_VALUE, label=sheet.block.label)
        return False
    sheet.start(StepKind.RATE, sheet.block.value, basis=basis)
    return True


_AT_ONCE = {
    Basis.HOUR: _by_hours,
    Basis.DAY: _by_days,
    Basis.PIECE: _by_pieces,
    Basis.AMOUNT: _by_amount,
    Basis.AGREED: _as_agreed,
}
