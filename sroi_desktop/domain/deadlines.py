"""By which day something is due: first contact, plan, reports, settlement."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from sroi_desktop.domain.periods import ONE_DAY, Period, add_days, add_months, months_from
from sroi_desktop.domain.rules import Anchor, DeadlineKind, DeadlineRule

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from sroi_desktop.domain.contract import Contract
    from sroi_desktop.domain.rules import Rhythm, RuleSet

# Used where neither contract nor rule set names a day: early rather than late, and marked
# as ours wherever it is shown.
USUAL = {
    DeadlineKind.FIRST_CONTACT: DeadlineRule(DeadlineKind.FIRST_CONTACT, 7),
    DeadlineKind.PLAN: DeadlineRule(DeadlineKind.PLAN, 30),
    DeadlineKind.REPORT: DeadlineRule(DeadlineKind.REPORT, 30),
    DeadlineKind.SETTLEMENT: DeadlineRule(DeadlineKind.SETTLEMENT, 60),
}


@dataclass(frozen=True, slots=True)
class Deadline:
    """A day by which something is due.

    `covers` is the period of a report. `assumed` tells that the day is ours, because
    neither the contract nor the rule set names one.
    """

    kind: DeadlineKind
    due: date
    covers: Period | None = None
    assumed: bool = False


def rule_for(kind: DeadlineKind, rules: RuleSet) -> tuple[DeadlineRule, bool]:
    """Return the rule for a deadline, and whether it is an assumption of ours."""
    rule = rules.deadline(kind)
    return (USUAL[kind], True) if rule is None else (rule, False)


def after(
    kind: DeadlineKind,
    event: date,
    rules: RuleSet,
    covers: Period | None,
    free_days: Collection[date] = frozenset(),
) -> Deadline:
    """Return the deadline that follows an event; public holidays are no working days."""
    rule, assumed = rule_for(kind, rules)
    later = add_months(event, rule.months) if rule.months else event
    due = add_days(later, rule.days, working=rule.working_days, free_days=free_days)
    return Deadline(kind, due, covers, assumed)


def event_of(kind: DeadlineKind, contract: Contract, rules: RuleSet) -> date | None:
    """Return the day that a deadline follows, or None while it is not filled in.

    A contract of which the award is not known is taken to be awarded when it starts. What
    follows a period to report on has no single day.
    """
    rule, _ = rule_for(kind, rules)
    return {
        Anchor.AWARD: contract.awarded_on or contract.starts_on,
        Anchor.CONTRACT_START: contract.starts_on,
        Anchor.CONTRACT_END: contract.ends_on,
    }.get(rule.follows)


def needs_free_days(rules: RuleSet) -> bool:
    """Tell whether public holidays move any day: only then they have to be looked up."""
    return any(rule.working_days for rule in rules.deadlines)


def report_periods(period: Period, rhythm: Rhythm) -> Iterator[Period]:
    """Yield the periods to report on: whole calendar quarters and so on, cut at the contract."""
    months = rhythm.months
    if months is None:
        yield period
        return
    month = (period.start.month - 1) // months * months + 1
    start, last = period.start, months_from(period.start.replace(month=month, day=1), months).end
    while last < period.end:
        yield Period(start, last)
        start = last + ONE_DAY
        last = months_from(start, months).end
    yield Period(start, period.end)


def report_due(
    contract: Contract,
    rules: RuleSet,
    reported_until: date | None,
    today: date,
    free_days: Collection[date] = frozenset(),
) -> Deadline | None:
    """Return the report that is due over what is past and not reported yet, or None.

    A report tells where the whole contract stands, so one report catches up with every
    period that was missed: it covers all of them, and is due when the oldest was.

    Args:
        contract: gives the dates and the reporting rhythm.
        rules: give the rhythm where the contract names none, and the days after a period.
        reported_until: the last day that an issued report covers; None for no report yet.
        today: a report is due once its period is over.
        free_days: public holidays.
    """
    rhythm, period = contract.rhythm or rules.rhythm, contract.period
    if period is None or rhythm is None:
        return None
    left = period if reported_until is None else period.since(add_days(reported_until, 1))
    if left is None or reported_until == date.max:
        return None
    oldest = _report_period(period, rhythm, left.start)
    if oldest.end >= today:
        return None
    last = period.end
    if today <= last:
        last = _report_period(period, rhythm, today).start - ONE_DAY
    covers = Period(oldest.start, last)
    return after(DeadlineKind.REPORT, oldest.end, rules, covers, free_days)


def _report_period(period: Period, rhythm: Rhythm, day: date) -> Period:
    """Return the one of the `report_periods` that a day of the contract falls in."""
    months = rhythm.months
    if months is None:
        return period
    month = (day.month - 1) // months * months + 1
    whole = months_from(day.replace(month=month, day=1), months)
    return Period(max(period.start, whole.start), min(period.end, whole.end))
