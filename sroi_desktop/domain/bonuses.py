"""Which bonuses come on top of a block, and how they follow its hours and time."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from sroi_desktop.domain.derivation import AssumptionKind, ReasonKind, StepKind
from sroi_desktop.domain.money import ZERO
from sroi_desktop.domain.periods import age_on
from sroi_desktop.domain.rules import BonusUnit, ReferenceDate

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from sroi_desktop.domain.counting import HoursFactor, TimeFactor
    from sroi_desktop.domain.rules import Bonus
    from sroi_desktop.domain.worksheet import Worksheet

_ONCE = frozenset({BonusUnit.ONCE, BonusUnit.ONCE_OR_PER_YEAR})


@dataclass(frozen=True, slots=True)
class Extra:
    """A bonus that applies: exact euros, and whether it follows hours, time or neither."""

    label: str
    amount: Fraction
    hours: bool
    time: bool
    once: bool = False
    at_cost: bool = False


@dataclass(frozen=True, slots=True)
class Extras:
    """All bonuses that apply to one effort."""

    all: tuple[Extra, ...]

    def following(self, *, hours: bool, time: bool) -> Iterator[Extra]:
        """Yield the yearly bonuses that follow hours and time in just this way."""
        for extra in self.all:
            if not extra.once and not extra.at_cost and (extra.hours, extra.time) == (hours, time):
                yield extra


def reference_date(sheet: Worksheet) -> date:
    """Return the day on which age is judged: the award where the rules say so, else the start."""
    awarded = sheet.contract.awarded_on
    if sheet.rules.counting.reference is ReferenceDate.AWARD and awarded is not None:
        return awarded
    return sheet.effort.period.start


def applicable(sheet: Worksheet) -> Extras:
    """Return the bonuses that apply: those claimed, and those that follow from the age.

    Raises:
        UnknownBonusError: the effort claims a bonus that the rule set does not have.
    """
    met = [bonus for bonus in _claimed(sheet) if _is_met(sheet, bonus)]
    counted = _highest_of_each_stagger(sheet, met)
    if not counted:
        return Extras(())
    if len(counted) > 1:
        sheet.assume(AssumptionKind.BONUSES_ADD_UP)
    return Extras(tuple(_extra(sheet, bonus) for bonus in counted))


def _claimed(sheet: Worksheet) -> list[Bonus]:
    """Return what is claimed, in the order of the rule set, with age bonuses added by age."""
    claimed = {sheet.rules.bonus(code).code for code in sheet.effort.bonuses}
    if sheet.effort.born is not None:
        age = age_on(sheet.effort.born, reference_date(sheet))
        claimed |= {
            bonus.code
            for bonus in sheet.rules.bonuses
            if bonus.age is not None and bonus.age.met_at(age) and sheet.block.kind in bonus.kinds
        }
    return [bonus for bonus in sheet.rules.bonuses if bonus.code in claimed]


def _is_met(sheet: Worksheet, bonus: Bonus) -> bool:
    if sheet.block.kind not in bonus.kinds:
        sheet.leave_out(ReasonKind.BONUS_OTHER_KIND, label=bonus.label)
        return False
    if bonus.unit is BonusUnit.COST and not sheet.effort.bonus_cost(bonus.code):
        sheet.leave_out(ReasonKind.BONUS_WITHOUT_COST, label=bonus.label)
        return False
    if bonus.age is None:
        return True
    if sheet.effort.born is None:
        sheet.assume(AssumptionKind.AGE_NOT_CHECKED, text=bonus.label)
        return True
    if bonus.age.met_at(age_on(sheet.effort.born, reference_date(sheet))):
        return True
    sheet.leave_out(ReasonKind.BONUS_AGE_NOT_MET, label=bonus.label)
    return False


def _highest_of_each_stagger(sheet: Worksheet, met: list[Bonus]) -> list[Bonus]:
    """Keep of every stagger only the bonus with the highest value."""
    highest: dict[str, Bonus] = {}
    for bonus in met:
        if bonus.stagger is None:
            continue
        best = highest.get(bonus.stagger)
        if best is None or (bonus.value or ZERO) > (best.value or ZERO):
            highest[bonus.stagger] = bonus
    kept = []
    for bonus in met:
        if bonus.stagger is None or highest[bonus.stagger] is bonus:
            kept.append(bonus)
        else:
            sheet.leave_out(ReasonKind.BONUS_NOT_HIGHEST, label=bonus.label)
    return kept


def _extra(sheet: Worksheet, bonus: Bonus) -> Extra:
    if bonus.unit is BonusUnit.COST:
        cost = sheet.effort.bonus_cost(bonus.code)
        return Extra(bonus.label, cost.euros, hours=False, time=False, at_cost=True)
    once = bonus.unit in _ONCE
    if bonus.unit is BonusUnit.ONCE_OR_PER_YEAR:
        sheet.assume(AssumptionKind.BONUS_ONCE, text=bonus.label)
    silent = bonus.follows_hours is None or bonus.follows_time is None
    if silent:
        sheet.assume(AssumptionKind.BONUS_FOLLOWS, text=bonus.label)
    return Extra(
        bonus.label,
        (bonus.value or ZERO).euros,
        hours=bonus.follows_hours is not False,
        time=bonus.follows_time is not False,
        once=once,
    )


def add_fixed(
    sheet: Worksheet, extras: Extras, hours: HoursFactor | None, time: TimeFactor
) -> None:
    """Add what does not run along with the block: once, at cost, or not following time.

    A bonus that counts once follows hours and time up to one full-time year.
    """
    for extra in extras.all:
        if extra.at_cost:
            sheet.add(StepKind.BONUS_AT_COST, extra.amount, label=extra.label)
        elif extra.once or not extra.time:
            part = Fraction(1)
            if extra.hours and hours is not None:
                part *= hours.factor
            if extra.time:
                part *= min(Fraction(1), time.years)
            sheet.add(StepKind.BONUS, extra.amount * part, label=extra.label)
