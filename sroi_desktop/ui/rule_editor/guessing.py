"""What the words of a row suggest about its kind and unit; the owner sees and may change it.

Only words that tables everywhere use: no authority is known here. No Qt.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from sroi_desktop.domain.rules import EffortKind, Unit

# The first that fits holds.
_KINDS = (
    (EffortKind.APPRENTICESHIP, re.compile(r"\bbbl\b|leerling|leerwerk|leerbaan|apprentice")),
    (EffortKind.TRAINEESHIP, re.compile(r"\bbol\b|\bstag|werkervaring|proefplaats|trainee")),
    (EffortKind.PURCHASE, re.compile(
        r"inkoop|inkopen|sociale? ondernem|onderaannem|uitbested|sw-bedrijf|social enterprise")),
    (EffortKind.COST, re.compile(r"kosten\b|opleiding|scholing|training|begeleiding|cursus")),
    (EffortKind.BESPOKE, re.compile(r"maatwerk|in overleg|bespoke")),
    (EffortKind.ACTIVITY, re.compile(r"activiteit|workshop|vrijwillig|per uur|\buren\b|activity")),
)  # fmt: skip
_PER = (
    (Unit.PER_HOUR, re.compile(r"per uur|/ ?uur|per hour")),
    (Unit.PER_DAY_AT_MOST, re.compile(r"per dag|per day")),
    (Unit.PER_MONTH, re.compile(r"per maand|per month|p/m\b")),
    (Unit.PER_SCHOOL_YEAR, re.compile(r"per schooljaar|per school year")),
    (Unit.PER_PIECE, re.compile(r"per stuk|per keer|each")),
)
_WITHOUT_VALUE = {
    EffortKind.PURCHASE: Unit.INVOICES,
    EffortKind.COST: Unit.COST,
    EffortKind.BESPOKE: Unit.AGREED,
}
_HOURLY = EffortKind.ACTIVITY


_AGE = re.compile(
    r"(?:ouder dan|boven(?: de)?|older than|over|>)\s*\d{2}\b"
    r"|\b\d{2}\s*(?:\+|(?:jaar )?(?:of|en) ouder|or older|plus\b)"
)


def guessed_age(label: str) -> Mapping[str, str]:
    """Return from which age on a bonus counts, where its name says so."""
    found = _AGE.search(label.casefold())
    return {} if found is None else {"age": found[0].removesuffix("plus").strip()}


def guessed(label: str, amount: str = "", per: str = "") -> Mapping[str, str]:
    """Return the columns that the words of a row suggest: its kind, and what the value is per.

    Args:
        label: the group or activity.
        amount: what stands beside it, empty for nothing.
        per: the words behind the amount, such as "per uur".
    """
    words = f"{label} {per}".casefold()
    kind = next((kind for kind, found in _KINDS if found.search(words)), None)
    unit = next((unit for unit, found in _PER if found.search(words)), None)
    if unit is None and not amount and kind is not None:
        unit = _WITHOUT_VALUE.get(kind)
    if unit is None and kind is _HOURLY:
        unit = Unit.PER_HOUR
    suggested = {}
    if kind is not None:
        suggested["kind"] = kind.value
    if unit is not None:
        suggested["unit"] = unit.value
    return suggested
