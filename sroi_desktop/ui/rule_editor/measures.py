"""Short ways to type how long someone counts and from which age on. No Qt here."""

from __future__ import annotations

import re
from typing import Any

from sroi_desktop.language import _, ngettext
from sroi_desktop.language.parsing import Fault, UnreadableError

MONTHS_PER_YEAR = 12
_NUMBER = re.compile(r"(\d{1,6})\s*(.*)", re.ASCII)
# What stands behind the number, in Dutch or English; the first that fits holds.
_UNITS = (
    ("worked_years", re.compile(r"(volle |voltijd|fulltime )?(werkja|worked y|full-time y|fte)")),
    ("worked_hours", re.compile(r"(gewerkte? |worked )?(uur|uren|u$|hour)")),
    ("years", re.compile(r"(jaar|jaren|jr|year)")),
    ("months", re.compile(r"(maand|mnd|month|m$|$)")),
)
_SUBSIDY = re.compile(r"subsid|lks")
_UNLIMITED = re.compile(r"onbeperkt|(geen|zonder) (grens|maximum|limiet)|unlimited|no limit")
_AGE_OVER = re.compile(r"(?:>|ouder dan|boven(?: de)?|over|older than)\s*(\d{1,3})(?:\s|$)")
_AGE_FROM = re.compile(
    r"(?:vanaf|from|at least|≥|>=)?\s*(\d{1,3})\s*(?:\+|jaar|years|(?:of|or) (?:ouder|older)|$)"
)


def read_limit(text: str) -> dict[str, object]:
    """Read how long someone counts: "12", "2 jaar", "2 werkjaren", "onbeperkt".

    Raises:
        UnreadableError: it is none of these.
    """
    bare = text.strip().casefold()
    if _UNLIMITED.search(bare):
        return {"unlimited": True}
    if _SUBSIDY.search(bare):
        return {"wage_subsidy": True}
    found = _NUMBER.fullmatch(bare.replace(".", ""))
    if found is None:
        raise UnreadableError(Fault.NOT_A_NUMBER, text)
    amount = int(found[1])
    for unit, words in _UNITS:
        if words.match(found[2]):
            if unit == "years":
                return {"months": amount * MONTHS_PER_YEAR}
            return {unit: amount}
    raise UnreadableError(Fault.NOT_A_NUMBER, text)


def limit_text(limit: dict[str, Any]) -> str:
    """Return how long someone counts, in words that read back as the same."""
    if limit.get("unlimited"):
        return _("no limit")
    if limit.get("wage_subsidy"):
        return _("as long as the wage subsidy runs")
    if "months" in limit:
        count = limit["months"]
        return ngettext("{count} month", "{count} months", count).format(count=count)
    if "worked_years" in limit:
        count = limit["worked_years"]
        words = ngettext("{count} full-time year", "{count} full-time years", count)
        return words.format(count=count)
    count = limit["worked_hours"]
    return ngettext("{count} worked hour", "{count} worked hours", count).format(count=count)


def read_age(text: str) -> dict[str, object]:
    """Read from which age on: "50", "50+", "ouder dan 50".

    Raises:
        UnreadableError: it is no age.
    """
    bare = text.strip().casefold()
    if found := _AGE_OVER.match(bare):
        return {"over": int(found[1])}
    if found := _AGE_FROM.match(bare):
        return {"at_least": int(found[1])}
    raise UnreadableError(Fault.NOT_A_NUMBER, text)


def age_text(age: dict[str, Any]) -> str:
    """Return from which age on, in words that read back as the same."""
    if "over" in age:
        return _("older than {years}").format(years=age["over"])
    return _("{years} or older").format(years=age["at_least"])
