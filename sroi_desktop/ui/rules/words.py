"""A rule set and its rows in words. No Qt here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sroi_desktop.domain.obligation import HUNDRED
from sroi_desktop.domain.rules import LimitKind
from sroi_desktop.language import _, ngettext
from sroi_desktop.language.derivations import edition_text
from sroi_desktop.language.labels import counting_limit_text, label
from sroi_desktop.language.numbers import (
    long_date_text,
    percent_text,
    short_money_text,
)
from sroi_desktop.language.steps import enumeration
from sroi_desktop.ui.kit.tables.columns import folded
from sroi_desktop.ui.rules.terms import Pairs, hours_text, said, terms

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sroi_desktop.domain.money import Money
    from sroi_desktop.domain.rules import (
        Block,
        Bonus,
        RuleSet,
    )

__all__ = [
    "Pairs",
    "block_limit",
    "block_value",
    "bonus_condition",
    "bonus_value",
    "facts",
    "places",
    "terms",
    "titled",
]


_MOST_PLACES = 3


def titled(rules: RuleSet) -> str:
    """Return the title of a rule set with its edition."""
    return edition_text(rules.title, rules.edition)


def places(rules: RuleSet, needle: Sequence[str] = ()) -> str:
    """Return where a set holds, short enough for a list.

    Args:
        rules: the set.
        needle: words that are looked for, folded; a place in which one occurs comes first.
    """
    names = sorted(rules.covers, key=lambda name: not any(part in folded(name) for part in needle))
    if not names:
        return rules.publisher
    if len(names) <= _MOST_PLACES:
        return enumeration(names)
    others = len(names) - _MOST_PLACES + 1
    text = ngettext("{names} and {count} other", "{names} and {count} others", others)
    return text.format(names=", ".join(names[: _MOST_PLACES - 1]), count=others)


def facts(rules: RuleSet) -> Pairs:
    """Return what a rule set is: where it holds, from when, and its full-time week."""
    since = rules.valid_from_text or ""
    if rules.valid_from is not None:
        since = long_date_text(rules.valid_from)
    hours = rules.full_time_hours
    return said(
        (_("Publisher"), rules.publisher),
        (_("Holds in"), enumeration(rules.covers)),
        (_("Edition"), rules.edition or ""),
        (_("Valid from"), since),
        (_("Holds for"), rules.applies_by or ""),
        (_("Which edition holds follows from"), _edition(rules)),
        (_("Made from"), rules.based_on or ""),
        (_("Full-time week"), "" if hours is None else hours_text(hours)),
    )


def _edition(rules: RuleSet) -> str:
    return "" if rules.edition_by is None else label(rules.edition_by)


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
    if block.counts_for is not None:
        share = percent_text(block.counts_for * HUNDRED)
        parts.append(_("{percent} of it counts").format(percent=share))
    return "; ".join(parts)


def bonus_value(bonus: Bonus) -> str:
    """Return what a bonus is worth, with its unit."""
    return _worth(bonus.value, label(bonus.unit))


def bonus_condition(bonus: Bonus, rules: RuleSet | None = None) -> str:
    """Return for whom a bonus is, and whether it follows hours and time."""
    parts = []
    if bonus.age is not None:
        text = _("from {years} years") if bonus.age.inclusive else _("older than {years} years")
        parts.append(text.format(years=bonus.age.years))
    if bonus.stagger is not None:
        parts.append(_("only the highest of these counts"))
    if bonus.blocks:
        labels = {} if rules is None else {block.code: block.label for block in rules.blocks}
        names = [labels.get(code, code) for code in bonus.blocks]
        parts.append(_("only for {names}").format(names=enumeration(names)))
    if bonus.follows_hours is False and bonus.follows_time is False:
        parts.append(_("counts in full, whatever the hours and the time"))
    return "; ".join(parts)


def _worth(value: Money | None, unit: str) -> str:
    return unit if value is None else f"{short_money_text(value)} {unit}"
