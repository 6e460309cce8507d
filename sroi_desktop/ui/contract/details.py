"""What was filled in of a contract, in words. No Qt here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sroi_desktop.domain.contract import FULL_SHARE
from sroi_desktop.domain.obligation import HUNDRED
from sroi_desktop.language import _
from sroi_desktop.language.derivations import edition_text
from sroi_desktop.language.labels import label
from sroi_desktop.language.numbers import date_text, money_text, number_text, percent_text
from sroi_desktop.language.quantities import quota_text
from sroi_desktop.ui.contract.content import DetailsContent
from sroi_desktop.ui.kit.content import Act

if TYPE_CHECKING:
    from datetime import date
    from enum import Enum
    from fractions import Fraction

    from sroi_desktop.domain.contract import Contract
    from sroi_desktop.domain.editions import EditionSwitch
    from sroi_desktop.domain.money import Money
    from sroi_desktop.domain.rules import RuleSet

RULES, EDITION, CLAUSE = "rules", "edition", "clause"
Pairs = tuple[tuple[str, str], ...]


def details_of(
    contract: Contract,
    rules: RuleSet,
    newer: RuleSet | None = None,
    *,
    was_read: bool = False,
) -> DetailsContent:
    """Return everything that was filled in, and what is not known yet.

    Args:
        contract: the contract.
        rules: its own copy of the rules.
        newer: the last edition that came after it, None where there is none.
        was_read: whether the clause of its tender was read.
    """
    return DetailsContent(
        (
            (_("The contract"), _about(contract)),
            (_("The amount"), _amount(contract)),
            (_("The dates"), _dates(contract)),
            (_("The rules"), _rules(contract, rules)),
        ),
        Act(RULES, _("See the rule set"), icon="scale"),
        "" if newer is None else _newer(newer),
        Act(CLAUSE, _("See what the tender says"), icon="file-search") if was_read else None,
    )


def _newer(rules: RuleSet) -> str:
    """Say calmly that there is a later edition: the contract keeps its own."""
    return _(
        "There is a later edition: {edition}. This contract keeps the edition that it was taken "
        "on under, unless you and the authority agree on another one."
    ).format(edition=edition_text(rules.title, rules.edition))


def _about(contract: Contract) -> Pairs:
    return (
        (_("Name"), contract.title),
        (_("Authority"), contract.authority),
        (_("Number"), contract.number),
        (_("Their reference"), _text(contract.reference)),
        (_("Contact at the authority"), _text(contract.contact_name)),
        (_("State"), label(contract.state)),
        (_("Note"), contract.note or "–"),
    )


def _amount(contract: Contract) -> Pairs:
    share = contract.company_share
    part = _("the whole contract") if share == FULL_SHARE else percent_text(share * HUNDRED)
    return (
        (_("Kind of contract"), _named(contract.category)),
        (_("Contract sum, excluding VAT"), _money(contract.sum_excl_vat)),
        *_if_known(_("Bid sum"), contract.bid_sum),
        *_if_known(_("Wage sum"), contract.wage_sum),
        *_if_known(_("Turnover that you expect"), contract.expected_turnover),
        (_("Your share"), part),
        (_("Percentage in the contract"), _percent(contract.percentage)),
        (_("Percentage offered in the bid"), _percent(contract.offered_percentage, none="–")),
        (_("Amount named in the contract"), _money(contract.fixed_amount, none="–")),
        *((_("Asked in the contract"), quota_text(one)) for one in contract.quotas),
        *_labour(contract),
    )


def _if_known(name: str, amount: Money | None) -> Pairs:
    return () if amount is None else ((name, money_text(amount)),)


def _labour(contract: Contract) -> Pairs:
    """Return the part that is labour and the day of the bid, where these were filled in."""
    found: list[tuple[str, str]] = []
    if contract.labour_share is not None:
        share = percent_text(contract.labour_share * HUNDRED)
        found.append((_("Part of the price that is labour"), share))
    if contract.bid_on is not None:
        found.append((_("Day of your bid"), date_text(contract.bid_on)))
    return tuple(found)


def _dates(contract: Contract) -> Pairs:
    return (
        (_("Awarded on"), _date(contract.awarded_on)),
        (_("Starts on"), _date(contract.starts_on)),
        (_("Ends on"), _date(contract.ends_on)),
        (_("Reports"), _named(contract.rhythm)),
    )


def _rules(contract: Contract, rules: RuleSet) -> Pairs:
    hours = rules.full_time_hours or contract.full_time_hours
    title = edition_text(rules.title, rules.edition)
    return (
        (_("Rule set"), title),
        (_("Publisher"), rules.publisher),
        (_("Full-time week"), _hours(hours)),
        *((_("Moved on {date}").format(date=date_text(one.on)), _moved(one))
          for one in contract.switches),
    )  # fmt: skip


def _moved(switch: EditionSwitch) -> str:
    return _("{left} → {taken}. Reason: {reason}").format(
        left=switch.left, taken=switch.taken, reason=switch.reason
    )


def _text(text: str | None) -> str:
    return text or _unknown()


def _named(value: Enum | None) -> str:
    return _unknown() if value is None else label(value)


def _money(amount: Money | None, none: str | None = None) -> str:
    return (none or _unknown()) if amount is None else money_text(amount)


def _percent(percent: Fraction | None, none: str | None = None) -> str:
    return (none or _unknown()) if percent is None else percent_text(percent)


def _date(day: date | None) -> str:
    return _unknown() if day is None else date_text(day)


def _hours(hours: Fraction | None) -> str:
    return _unknown() if hours is None else _("{count} hours").format(count=number_text(hours))


def _unknown() -> str:
    return _("not known yet")
