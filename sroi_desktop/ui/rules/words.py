"""The terms of a rule set as pairs of a question and its answer. No Qt here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sroi_desktop.domain.obligation import HUNDRED
from sroi_desktop.domain.rules import LimitKind, ObligationBase, ReferenceDate, TimeMethod
from sroi_desktop.language import _, ngettext
from sroi_desktop.language.derivations import edition_text
from sroi_desktop.language.labels import counting_limit_text, label
from sroi_desktop.language.numbers import (
    long_date_text,
    money_text,
    number_text,
    percent_text,
    short_money_text,
)
from sroi_desktop.language.steps import enumeration

if TYPE_CHECKING:
    from fractions import Fraction

    from sroi_desktop.domain.money import Money
    from sroi_desktop.domain.rules import (
        Block,
        Bonus,
        CountingTerms,
        DeadlineRule,
        ObligationTerms,
        PenaltyTerms,
        RuleSet,
    )

Pairs = tuple[tuple[str, str], ...]


def titled(rules: RuleSet) -> str:
    """Return the title of a rule set with its edition."""
    return edition_text(rules.title, rules.edition)


def facts(rules: RuleSet) -> Pairs:
    """Return what a rule set is: where it holds, from when, and its full-time week."""
    since = rules.valid_from_text or ""
    if rules.valid_from is not None:
        since = long_date_text(rules.valid_from)
    hours = rules.full_time_hours
    return _said(
        (_("Publisher"), rules.publisher),
        (_("Holds in"), enumeration(rules.covers)),
        (_("Edition"), rules.edition or ""),
        (_("Valid from"), since),
        (_("Holds for"), rules.applies_by or ""),
        (_("Full-time week"), "" if hours is None else _hours(hours)),
    )


def terms(rules: RuleSet) -> tuple[tuple[str, Pairs], ...]:
    """Return the terms that go with the table, in groups with a title; empty groups too."""
    return (
        (_("What is owed"), _obligation(rules.obligation)),
        (_("What time counts"), _counting(rules.counting)),
        (_("Deadlines and reports"), _deadlines(rules)),
        (_("Limits to a part of the obligation"), _caps(rules)),
        (_("When it is not reached"), _penalty(rules.penalty)),
    )


def block_value(block: Block) -> str:
    """Return what a block is worth: an amount with its unit, or what counts instead."""
    return _worth(block.value, label(block.unit))


def block_limit(block: Block) -> str:
    """Return how long someone may count under a block, and what else limits it."""
    silent = block.limit.kind is LimitKind.SILENT
    parts = [] if silent else [counting_limit_text(block.limit)]
    if block.min_months_out is not None:
        months = block.min_months_out
        parts.append(
            ngettext(
                "not for someone who worked for you in the last {count} month",
                "not for someone who worked for you in the last {count} months",
                months,
            ).format(count=months)
        )
    if block.share_cap is not None:
        share = percent_text(block.share_cap * HUNDRED)
        parts.append(_("at most {percent} of the obligation").format(percent=share))
    return "; ".join(parts)


def bonus_value(bonus: Bonus) -> str:
    """Return what a bonus is worth, with its unit."""
    return _worth(bonus.value, label(bonus.unit))


def bonus_condition(bonus: Bonus) -> str:
    """Return for whom a bonus is, and whether it follows hours and time."""
    parts = []
    if bonus.age is not None:
        text = _("from {years} years") if bonus.age.inclusive else _("older than {years} years")
        parts.append(text.format(years=bonus.age.years))
    if bonus.stagger is not None:
        parts.append(_("only the highest of these counts"))
    if bonus.follows_hours is False and bonus.follows_time is False:
        parts.append(_("counts in full, whatever the hours and the time"))
    return "; ".join(parts)


def _worth(value: Money | None, unit: str) -> str:
    return unit if value is None else f"{short_money_text(value)} {unit}"


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
    return _said(
        (_("Percentage"), _percent(found.percentage)),
        (_("Less with little labour"), lower),
        (_("Taken of"), _base(found)),
        (_("Only from"), thresholds),
        (_("At most"), "" if found.cap is None else money_text(found.cap)),
        (_("Only for contracts of at least"), _months(found.min_months)),
        (_("Supplies only from a labour share of"), _percent(_hundredfold(supplies))),
        (_("More may be offered, up to"), _percent(found.offered_up_to)),
        (_("Note"), found.note or ""),
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
    return _said(
        (_("How time counts"), "" if found.method is None else _methods()[found.method]),
        (_("In proportion"), found.pro_rata or ""),
        (_("Longest counting time"), counting_limit_text(found.default_limit)),
        (_("Longer with wage subsidy"), _("yes") if found.wage_subsidy_extends else ""),
        (_("May have started earlier by"), _months(found.look_back_months)),
        (_("Time before the contract counts"), before),
        (_("Fewest hours a week"), "" if least is None else _hours(least)),
        (_("A break does not end the count up to"), _months(found.interruption_months)),
        (_("Age and group are judged on"), reference),
    )


def _deadlines(rules: RuleSet) -> Pairs:
    rhythm = "" if rules.rhythm is None else label(rules.rhythm)
    return (
        *((label(rule.kind), _after(rule)) for rule in rules.deadlines),
        *_said((_("Report"), rhythm)),
    )


def _after(rule: DeadlineRule) -> str:
    if rule.working_days:
        return ngettext(
            "within {count} working day", "within {count} working days", rule.days
        ).format(count=rule.days)
    return ngettext("within {count} day", "within {count} days", rule.days).format(count=rule.days)


def _caps(rules: RuleSet) -> Pairs:
    most = _("at most {percent} of the obligation")
    return tuple(
        (cap.label, most.format(percent=percent_text(cap.share * HUNDRED)))
        for cap in rules.share_caps
    )


def _penalty(found: PenaltyTerms | None) -> Pairs:
    if found is None:
        return ()
    factor = found.factor
    times = _("{factor} times what is missing")
    return _said(
        (_("Penalty"), "" if factor is None else times.format(factor=number_text(factor))),
        (_("Recovery period"), _("yes") if found.recovery_period else ""),
        (_("No penalty without fault"), _("yes") if found.no_fault_exempt else ""),
        (_("In the words of the source"), found.text or ""),
    )


def _said(*pairs: tuple[str, str]) -> Pairs:
    """Return the pairs that say something."""
    return tuple(pair for pair in pairs if pair[1])


def _hours(hours: Fraction) -> str:
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
