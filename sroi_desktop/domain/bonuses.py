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

    from sroi_desktop.domain.factors import HoursFactor, TimeFactor
    from sroi_desktop.domain.rules import Bonus
    from sroi_desktop.domain.worksheet import Worksheet

_ONCE = frozenset({BonusUnit.ONCE, BonusUnit.ONCE_OR_PER_YEAR})
_WORKED = StepKind.WORKED_HOURS


@dataclass(frozen=True, slots=True)
class Extra:
    """A bonus that applies: exact euros, and whether it follows hours, time or neither."""

    label: str
    amount: Fraction
    hours: bool = False
    time: bool = False
    once: bool = False
    at_cost: bool = False

    def runs_along(self, time: TimeFactor) -> bool:
        """Tell whether it belongs in the sum that is multiplied with the time factor.

        A factor of worked hours holds the hours too: a bonus that does not follow them stays out.
        """
        return self.time and not self.once and (self.hours or time.kind is not _WORKED)


@dataclass(frozen=True, slots=True)
class Extras:
    """All bonuses that apply to one effort."""

    all: tuple[Extra, ...]

    def running(self, time: TimeFactor, *, hours: bool) -> Iterator[Extra]:
        """Yield the bonuses that run along with the time and do, or do not, follow the hours."""
        return (extra for extra in self.all if extra.runs_along(time) and extra.hours is hours)


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
        claimed |= _of_age(sheet, sheet.effort.born, reference_date(sheet))
        _note_reference(sheet, sheet.effort.born)
    return [bonus for bonus in sheet.rules.bonuses if bonus.code in claimed]


def _of_age(sheet: Worksheet, born: date, day: date) -> set[str]:
    """Return the codes of the bonuses that someone is old enough for on a day."""
    age = age_on(born, day)
    return {
        bonus.code
        for bonus in sheet.rules.bonuses
        if bonus.age is not None and bonus.age.met_at(age) and bonus.is_for(sheet.block)
    }


def _note_reference(sheet: Worksheet, born: date) -> None:
    """Note that it is not known on which day age is judged, where that decides something."""
    rule, awarded = sheet.rules.counting.reference, sheet.contract.awarded_on
    if rule is ReferenceDate.START or (rule is ReferenceDate.AWARD and awarded is not None):
        return
    at_start = _of_age(sheet, born, sheet.effort.period.start)
    at_award = set() if awarded is None else _of_age(sheet, born, awarded)
    if at_start != at_award:
        silent = rule is None
        sheet.assume(AssumptionKind.REFERENCE_UNKNOWN if silent else AssumptionKind.AWARD_UNKNOWN)


def _is_met(sheet: Worksheet, bonus: Bonus) -> bool:
    obstacle = _obstacle(sheet, bonus)
    if obstacle is not None:
        sheet.leave_out(obstacle, label=bonus.label)
        return False
    if bonus.age is not None and sheet.effort.born is None:
        sheet.assume(AssumptionKind.AGE_NOT_CHECKED, text=bonus.label)
    return True


def _obstacle(sheet: Worksheet, bonus: Bonus) -> ReasonKind | None:
    """Return why a bonus does not count, or None where nothing stands in its way."""
    effort = sheet.effort
    if not bonus.is_for(sheet.block):
        return ReasonKind.BONUS_OTHER_KIND
    if bonus.unit is BonusUnit.COST:
        if not effort.bonus_cost(bonus.code):
            return ReasonKind.BONUS_WITHOUT_COST
    elif bonus.value is None:
        return ReasonKind.NO_PUBLISHED_VALUE
    if bonus.age is not None and effort.born is not None:
        age = age_on(effort.born, reference_date(sheet))
        return None if bonus.age.met_at(age) else ReasonKind.BONUS_AGE_NOT_MET
    return None


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
        return Extra(bonus.label, sheet.effort.bonus_cost(bonus.code).euros, at_cost=True)
    if bonus.unit is BonusUnit.ONCE_OR_PER_YEAR:
        sheet.assume(AssumptionKind.BONUS_ONCE, text=bonus.label)
    if bonus.follows_hours is None or bonus.follows_time is None:
        sheet.assume(AssumptionKind.BONUS_FOLLOWS, text=bonus.label)
    return Extra(
        bonus.label,
        (bonus.value or ZERO).euros,
        hours=bonus.follows_hours is not False,
        time=bonus.follows_time is not False,
        once=bonus.unit in _ONCE,
    )


def add_fixed(
    sheet: Worksheet, extras: Extras, hours: HoursFactor | None, time: TimeFactor
) -> None:
    """Add what does not run along with the block: once, at cost, or not following time.

    Of an effort that is divided by time these belong to the part with its first day, unless
    they follow the time.
    """
    first_part = sheet.within is None or sheet.effort.period.start in sheet.within
    for extra in extras.all:
        if extra.runs_along(time) or not (first_part or (extra.time and not extra.once)):
            continue
        if extra.at_cost:
            sheet.add(StepKind.BONUS_AT_COST, extra.amount, label=extra.label)
        else:
            part = _part(extra, hours, time)
            sheet.add(StepKind.BONUS, extra.amount * part, label=extra.label)


def _part(extra: Extra, hours: HoursFactor | None, time: TimeFactor) -> Fraction:
    """Return which part of a bonus counts; one that counts once counts up to one full year."""
    part = Fraction(1)
    if extra.hours:
        part *= time.hours if hours is None else hours.factor
    if extra.time:
        part *= min(Fraction(1), time.years) if extra.once else time.years
    return part


def leave_out_all(sheet: Worksheet) -> None:
    """Note that what is claimed does not belong to a block that is not counted by time."""
    for code in sheet.effort.bonuses:
        sheet.leave_out(ReasonKind.BONUS_OTHER_KIND, label=sheet.rules.bonus(code).label)
