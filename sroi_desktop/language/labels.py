"""The names of the domain's states, kinds and units, in the language in use."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sroi_desktop.domain.account import Course
from sroi_desktop.domain.contract import ContractState
from sroi_desktop.domain.effort import EffortState
from sroi_desktop.domain.guidance import Lack
from sroi_desktop.domain.rules import (
    Basis,
    BonusUnit,
    Category,
    DeadlineKind,
    EffortKind,
    LimitKind,
    ObligationBase,
    Rhythm,
    Unit,
)
from sroi_desktop.language import _, ngettext, pgettext

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from enum import Enum

    from sroi_desktop.domain.rules import CountingLimit


def label(value: Enum) -> str:
    """Return the name of a state, kind or unit.

    Raises:
        KeyError: the enum has no names here; a test walks all of them.
    """
    kind = type(value)
    names: Mapping[Enum, str] = (_NAMES[kind] if kind in _NAMES else _rarer()[kind])()
    return names[value]


def _rarer() -> Mapping[type[Enum], Callable[[], Mapping[Any, str]]]:
    """Return the names of which no start has need."""
    from sroi_desktop.language.division_labels import DIVISION_NAMES  # noqa: PLC0415 - see above
    from sroi_desktop.language.rule_labels import RULE_NAMES  # noqa: PLC0415

    return {**DIVISION_NAMES, **RULE_NAMES}


def counting_limit_text(limit: CountingLimit) -> str:
    """Return how long someone may count, in words."""
    match limit.kind:
        case LimitKind.MONTHS:
            return ngettext("at most {count} month", "at most {count} months", limit.amount).format(
                count=limit.amount
            )
        case LimitKind.WORKED_YEARS:
            return ngettext(
                "at most {count} full-time working year",
                "at most {count} full-time working years",
                limit.amount,
            ).format(count=limit.amount)
        case LimitKind.WORKED_HOURS:
            return ngettext(
                "at most {count} worked hour", "at most {count} worked hours", limit.amount
            ).format(count=limit.amount)
        case LimitKind.WAGE_SUBSIDY:
            return _("as long as the wage subsidy runs")
        case LimitKind.UNLIMITED:
            return _("no limit")
        case LimitKind.SILENT:
            return _("not stated")


def _contract_states() -> dict[ContractState, str]:
    return {
        ContractState.TENDER: _("Tender"),
        ContractState.BID: _("Bid submitted"),
        ContractState.LOST: _("Not awarded"),
        ContractState.AWARDED: _("Awarded"),
        ContractState.PLAN_AGREED: _("Plan agreed"),
        ContractState.RUNNING: _("Running"),
        ContractState.REPORTING: _("Reporting"),
        ContractState.RECOVERY: _("Recovery period"),
        ContractState.SETTLED: _("Settled"),
    }


def _effort_states() -> dict[EffortState, str]:
    return {
        EffortState.PLANNED: _("Planned"),
        EffortState.COMMITTED: _("Committed"),
        EffortState.REALISED: _("Realised"),
        EffortState.REPORTED: _("Reported"),
        EffortState.ACCEPTED: _("Accepted"),
        EffortState.ACCEPTED_IN_PART: _("Accepted in part"),
        EffortState.REJECTED: _("Rejected"),
    }


def _effort_kinds() -> dict[EffortKind, str]:
    return {
        EffortKind.PLACEMENT: _("Someone hired"),
        EffortKind.APPRENTICESHIP: _("Apprentice (BBL)"),
        EffortKind.TRAINEESHIP: _("Trainee or work experience"),
        EffortKind.PURCHASE: _("Bought from a social enterprise"),
        EffortKind.ACTIVITY: _("Hours or activity"),
        EffortKind.COST: _("Training or guidance cost"),
        EffortKind.BESPOKE: _("Custom agreement"),
    }


def _categories() -> dict[Category, str]:
    return {
        Category.WORKS: _("works"),
        Category.SERVICES: _("services"),
        Category.SUPPLIES: _("supplies"),
    }


def _rhythms() -> dict[Rhythm, str]:
    return {
        Rhythm.MONTHLY: _("every month"),
        Rhythm.QUARTERLY: _("every quarter"),
        Rhythm.HALF_YEARLY: _("every half year"),
        Rhythm.YEARLY: _("every year"),
        Rhythm.AT_END: _("once, at the end"),
    }


def _courses() -> dict[Course, str]:
    return {
        Course.UNKNOWN: _("Not known yet"),
        Course.NOT_STARTED: _("Not started"),
        Course.ON_COURSE: _("On schedule"),
        Course.BEHIND: _("Behind schedule"),
        Course.NEARLY_DONE: _("Nearly done"),
        Course.DONE: _("Fulfilled"),
        Course.SHORT: _("Ended with a gap"),
    }


def _lacks() -> dict[Lack, str]:
    return {
        Lack.CATEGORY: _("the kind of contract"),
        Lack.SUM: _("the contract sum"),
        Lack.PERCENTAGE: _("the percentage"),
        Lack.START: _("the start date"),
        Lack.END: _("the end date"),
        Lack.RHYTHM: _("how often to report"),
    }


def _bases() -> dict[Basis, str]:
    return {
        Basis.YEAR: _("per year"),
        Basis.MONTH: _("per month"),
        Basis.SCHOOL_YEAR: _("per school year"),
        Basis.HOUR: _("per hour per employee"),
        Basis.DAY: _("per day at most"),
        Basis.PIECE: _("each"),
        Basis.AMOUNT: _("amount paid, excluding VAT"),
        Basis.AGREED: _("as agreed with the adviser"),
    }


def _units() -> dict[Unit, str]:
    return {
        Unit.PER_YEAR_FULL_TIME: _("per year at full time"),
        Unit.PER_YEAR: _("per year"),
        Unit.PER_YEAR_OR_WEEKS: _("per year, or in proportion by weeks"),
        Unit.PER_MONTH: _("per month"),
        Unit.PER_SCHOOL_YEAR: _("per school year"),
        Unit.PER_HOUR: _("per hour per employee"),
        Unit.PER_HOUR_OR_COST: _("per hour per employee, or the cost"),
        Unit.PER_HOUR_OR_INVOICE: _("per hour per employee, or the invoice"),
        Unit.PER_DAY_AT_MOST: _("per day at most"),
        Unit.PER_PIECE: _("each"),
        Unit.INVOICES: _("invoices paid, excluding VAT"),
        Unit.INVOICES_SOCIAL_WORKPLACE: _("invoices paid to a sheltered workplace"),
        Unit.INVOICE_OR_WAGE_COST: _("invoice or wage cost, excluding VAT"),
        Unit.LABOUR_COST: _("labour cost"),
        Unit.COST: _("the cost"),
        Unit.AGREED: _("as agreed with the adviser"),
    }


def _bonus_units() -> dict[BonusUnit, str]:
    return {
        BonusUnit.PER_YEAR: _("per year"),
        BonusUnit.EXTRA_ON_BLOCK: _("on top of the block"),
        BonusUnit.ONCE: _("once"),
        BonusUnit.ONCE_OR_PER_YEAR: _("once or per year: the source does not say"),
        BonusUnit.COST: _("the cost"),
    }


def _obligation_bases() -> dict[ObligationBase, str]:
    return {
        ObligationBase.CONTRACT_SUM: _("contract sum"),
        ObligationBase.BID_SUM: _("bid sum"),
        ObligationBase.INVOICED_TURNOVER: _("invoiced turnover"),
        ObligationBase.WAGE_SUM: _("wage sum"),
        ObligationBase.UNKNOWN: _("not stated"),
    }


def _deadline_kinds() -> dict[DeadlineKind, str]:
    return {
        DeadlineKind.FIRST_CONTACT: _("First contact"),
        DeadlineKind.PLAN: _("Plan of approach"),
        DeadlineKind.REPORT: pgettext("deadline", "Report"),
        DeadlineKind.SETTLEMENT: _("Final settlement"),
    }


_NAMES: dict[type[Enum], Callable[[], Mapping[Any, str]]] = {
    ContractState: _contract_states,
    EffortState: _effort_states,
    EffortKind: _effort_kinds,
    Category: _categories,
    Rhythm: _rhythms,
    Course: _courses,
    Lack: _lacks,
    Basis: _bases,
    Unit: _units,
    BonusUnit: _bonus_units,
    ObligationBase: _obligation_bases,
    DeadlineKind: _deadline_kinds,
}
