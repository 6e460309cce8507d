"""What goes with a table of rules, as pairs of a question and its answer. No Qt here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sroi_desktop.domain.obligation import HUNDRED
from sroi_desktop.domain.rules import ObligationBase, ReferenceDate, TimeMethod
from sroi_desktop.language import _, ngettext
from sroi_desktop.language.labels import counting_limit_text, label
from sroi_desktop.language.numbers import (
    money_text,
    number_text,
    percent_text,
    short_money_text,
)
from sroi_desktop.language.steps import enumeration

if TYPE_CHECKING:
    from fractions import Fraction

    from sroi_desktop.domain.rules import (
        CountingTerms,
        DeadlineRule,
        ObligationTerms,
        PenaltyTerms,
        PercentageRow,
        PsoDiscount,
        Quota,
        Recognition,
        RegionTerms,
        RuleSet,
    )

Pairs = tuple[tuple[str, str], ...]


def terms(rules: RuleSet) -> tuple[tuple[str, Pairs], ...]:
    """Return the terms that go with the table, in groups with a title; empty groups too."""
    return (
        (_("What is owed"), _obligation(rules.obligation)),
        (_("What time counts"), _counting(rules.counting)),
        (_("Deadlines and reports"), _deadlines(rules)),
        (_("Limits to a part"), _caps(rules)),
        (_("Where it may take place"), _region(rules.region)),
        (_("Who is a social enterprise"), _recognition(rules)),
        (_("When it is not reached"), _penalty(rules.penalty)),
    )


def _obligation(found: ObligationTerms) -> Pairs:
    low = found.low_labour
    lower = ""
    if low is not None:
        lower = _("{percent} where labour is less than {share} of the price").format(
            percent=percent_text(low.percentage), share=percent_text(low.share_under * HUNDRED)
        )
    supplies = found.supplies_from_labour_share
    thresholds = "; ".join(
        _("{kind}: {amount}").format(kind=label(kind), amount=short_money_text(amount))
        for kind, amount in found.thresholds
    )
    return said(
        (_("Percentage"), _percent(found.percentage)),
        (_("For some contracts"), "; ".join(map(_percentage_row, found.percentages))),
        (_("Also, or instead"), "; ".join(map(_quota, found.quotas))),
        (_("With a PSO certificate"), "; ".join(map(_pso, found.pso))),
        (_("Less with little labour"), lower),
        (_("Taken of"), _base(found)),
        (_("Only from"), thresholds),
        (_("At most"), "" if found.cap is None else money_text(found.cap)),
        (_("Only for contracts of at least"), _months(found.min_months)),
        (_("Supplies only from a labour share of"), _percent(_hundredfold(supplies))),
        (_("More may be offered, up to"), _percent(found.offered_up_to)),
        (_("Note"), found.note or ""),
    )


def _percentage_row(row: PercentageRow) -> str:
    conditions = [] if row.category is None else [label(row.category)]
    if row.labour_share_under is not None:
        share = percent_text(row.labour_share_under * HUNDRED)
        conditions.append(_("labour less than {share} of the price").format(share=share))
    return _("{conditions}: {percent}").format(
        conditions=", ".join(conditions), percent=percent_text(row.percentage)
    )


def _quota(quota: Quota) -> str:
    amount = f"{label(quota.unit)}: {number_text(quota.amount)}"
    if quota.per is None:
        return amount
    return _("{amount} for every {sum}").format(amount=amount, sum=short_money_text(quota.per))


def _pso(discount: PsoDiscount) -> str:
    level = label(discount.from_level)
    if discount.percentage == HUNDRED:
        return _("exempt from {level} on").format(level=level)
    return _("{percent} less from {level} on").format(
        percent=percent_text(discount.percentage), level=level
    )


def _base(found: ObligationTerms) -> str:
    if found.base is ObligationBase.UNKNOWN:
        return found.base_text or ""
    name = label(found.base)
    return name if found.base_text is None else f"{name} ({found.base_text})"


def _counting(found: CountingTerms) -> Pairs:
    before = _yes_no(found.counts_before_contract)
    reference = "" if found.reference is None else _references()[found.reference]
    least = found.min_hours_per_week
    return said(
        (_("How time counts"), "" if found.method is None else _methods()[found.method]),
        (_("In proportion"), found.pro_rata or ""),
        (_("Longest counting time"), counting_limit_text(found.default_limit)),
        (_("Longer with wage subsidy"), _("yes") if found.wage_subsidy_extends else ""),
        (_("May have started earlier by"), _months(found.look_back_months)),
        (_("Time before the contract counts"), before),
        (_("Fewest hours a week"), "" if least is None else hours_text(least)),
        (_("A break does not end the count up to"), _months(found.interruption_months)),
        (_("Age and group are judged on"), reference),
    )


def _deadlines(rules: RuleSet) -> Pairs:
    rhythm = "" if rules.rhythm is None else label(rules.rhythm)
    return (
        *((label(rule.kind), _after(rule)) for rule in rules.deadlines),
        *said((_("Report"), rhythm)),
    )


def _after(rule: DeadlineRule) -> str:
    parts = []
    if rule.months:
        months = ngettext("within {count} month", "within {count} months", rule.months)
        parts.append(months.format(count=rule.months))
    if rule.days or not rule.months:
        parts.append(_within_days(rule))
    text = _(" and then ").join(parts)
    return text if rule.anchor is None else f"{text} {label(rule.anchor)}"


def _within_days(rule: DeadlineRule) -> str:
    if rule.working_days:
        return ngettext(
            "within {count} working day", "within {count} working days", rule.days
        ).format(count=rule.days)
    return ngettext("within {count} day", "within {count} days", rule.days).format(count=rule.days)


def _caps(rules: RuleSet) -> Pairs:
    most = _("at most {percent} {whole}")
    return tuple(
        (cap.label, most.format(percent=percent_text(cap.share * HUNDRED), whole=label(cap.of)))
        for cap in rules.share_caps
    )


def _region(found: RegionTerms | None) -> Pairs:
    if found is None:
        return ()
    borders = "" if found.bound is not False else _("do not matter")
    return said(
        (_("Counts in"), enumeration(found.places)),
        (_("Borders"), borders),
        (_("On the project itself, at least"), _percent(_hundredfold(found.on_project_share))),
        (_("In the words of the source"), found.text or ""),
    )


def _recognition(rules: RuleSet) -> Pairs:
    return tuple((row.label, _conditions(row)) for row in rules.recognition)


def _conditions(row: Recognition) -> str:
    parts = [_("recognised by {schemes}").format(schemes=enumeration(row.schemes))]
    if not row.schemes:
        parts = []
    if row.target_group_share is not None:
        share = percent_text(row.target_group_share * HUNDRED)
        parts.append(_("{share} of the staff from the target group").format(share=share))
    if row.market_income_share is not None:
        share = percent_text(row.market_income_share * HUNDRED)
        parts.append(_("{share} of the income from the market").format(share=share))
    if row.seat_in_region:
        parts.append(_("a seat in the region"))
    if row.within_months is not None:
        parts.append(_("recognised within {months}").format(months=_months(row.within_months)))
    return "; ".join([*parts, row.note or ""]).removesuffix("; ")


def _penalty(found: PenaltyTerms | None) -> Pairs:
    if found is None:
        return ()
    factor = found.factor
    times = _("{factor} times what is missing")
    return said(
        (_("Penalty"), "" if factor is None else times.format(factor=number_text(factor))),
        (_("In proportion to what is missing"), _("yes") if found.pro_rata else ""),
        (_("Recovery period"), _recovery(found)),
        (_("No penalty without fault"), _("yes") if found.no_fault_exempt else ""),
        (_("What is left may be paid in money"), _("yes") if found.buy_off else ""),
        (_("In the words of the source"), found.text or ""),
    )


def _recovery(found: PenaltyTerms) -> str:
    if found.recovery_months is not None:
        return _months(found.recovery_months)
    return _("yes") if found.recovery_period else ""


def said(*pairs: tuple[str, str]) -> Pairs:
    """Return the pairs that say something."""
    return tuple(pair for pair in pairs if pair[1])


def hours_text(hours: Fraction) -> str:
    """Return a number of hours in words."""
    return _("{count} hours").format(count=number_text(hours))


def _months(months: int | None) -> str:
    if months is None:
        return ""
    return ngettext("{count} month", "{count} months", months).format(count=months)


def _percent(percent: Fraction | None) -> str:
    return "" if percent is None else percent_text(percent)


def _hundredfold(share: Fraction | None) -> Fraction | None:
    return None if share is None else share * HUNDRED


def _yes_no(answer: bool | None) -> str:
    if answer is None:
        return ""
    return _("yes") if answer else _("no")


def _methods() -> dict[TimeMethod, str]:
    return {
        TimeMethod.CALENDAR_MONTHS: _("by calendar months"),
        TimeMethod.DAYS: _("by days"),
        TimeMethod.WORKED_HOURS: _("by hours worked"),
        TimeMethod.WEEKS: _("by weeks"),
    }


def _references() -> dict[ReferenceDate, str]:
    return {
        ReferenceDate.START: _("the first day of work"),
        ReferenceDate.AWARD: _("the day of the award"),
    }
