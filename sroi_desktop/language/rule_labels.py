"""The names of the choices that a rule set is made of, for editors and lists of rules."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sroi_desktop.domain.recognition import Condition
from sroi_desktop.domain.rules import (
    Anchor,
    CapOf,
    EditionBy,
    NotePlace,
    PsoLevel,
    QuotaUnit,
    SplitBy,
)
from sroi_desktop.domain.turnover import ForecastKind
from sroi_desktop.language import _, pgettext

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from enum import Enum


def _anchors() -> dict[Anchor, str]:
    return {
        Anchor.AWARD: _("after the award"),
        Anchor.CONTRACT_START: _("after the start of the contract"),
        Anchor.PERIOD_END: _("after the period to report on"),
        Anchor.CONTRACT_END: _("after the end of the contract"),
    }


def _caps() -> dict[CapOf, str]:
    return {
        CapOf.OBLIGATION: _("of the obligation"),
        CapOf.EMPLOYMENT: _("of the employment created"),
    }


def _editions() -> dict[EditionBy, str]:
    return {
        EditionBy.PUBLICATION: _("the day on which the tender was published"),
        EditionBy.AWARD: _("the day of the award"),
        EditionBy.START: _("the first day of the contract"),
    }


def _places() -> dict[NotePlace, str]:
    return {
        NotePlace.OBLIGATION: pgettext("place of a rule", "what is owed"),
        NotePlace.VALUATION: pgettext("place of a rule", "what something is worth"),
        NotePlace.EVIDENCE: pgettext("place of a rule", "the evidence"),
        NotePlace.DEADLINES: pgettext("place of a rule", "the deadlines"),
        NotePlace.REPORT: pgettext("place of a rule", "the report"),
    }


def _levels() -> dict[PsoLevel, str]:
    return {
        PsoLevel.ASPIRANT: _("PSO aspirant"),
        PsoLevel.STEP_1: _("PSO step 1"),
        PsoLevel.STEP_2: _("PSO step 2"),
        PsoLevel.STEP_3: _("PSO step 3"),
        PsoLevel.STEP_30_PLUS: _("PSO 30+"),
    }


def _units() -> dict[QuotaUnit, str]:
    return {
        QuotaUnit.HOURS: pgettext("unit of an obligation", "hours"),
        QuotaUnit.FTE: pgettext("unit of an obligation", "years at full time"),
        QuotaUnit.PLACEMENTS: pgettext("unit of an obligation", "placements"),
    }


def _splits() -> dict[SplitBy, str]:
    return {
        SplitBy.BENEFIT_DURATION: _("how long someone has had the benefit"),
        SplitBy.LEVEL: _("the level of the training"),
        SplitBy.CONTRACT: _("a new or an existing contract"),
        SplitBy.DISABILITY: _("with or without a disability"),
        SplitBy.OTHER: _("something else"),
    }


def _conditions() -> dict[Condition, str]:
    return {
        Condition.SCHEME: _("a recognition that the authority accepts"),
        Condition.TARGET_GROUP: _("enough staff from the target group"),
        Condition.MARKET_INCOME: _("enough income from the market"),
        Condition.SEAT: _("a seat in the region"),
        Condition.TIME: _("within the time for aspirants"),
    }


def _forecasts() -> dict[ForecastKind, str]:
    return {
        ForecastKind.OWNER: _("what you expect"),
        ForecastKind.CONTRACT_SUM: _("the contract sum"),
        ForecastKind.EVEN_PACE: _("what was invoiced, going on at the same pace"),
        ForecastKind.INVOICED: _("what was invoiced"),
    }


RULE_NAMES: dict[type[Enum], Callable[[], Mapping[Any, str]]] = {
    Anchor: _anchors,
    CapOf: _caps,
    Condition: _conditions,
    EditionBy: _editions,
    ForecastKind: _forecasts,
    NotePlace: _places,
    PsoLevel: _levels,
    QuotaUnit: _units,
    SplitBy: _splits,
}
