"""Where values were read, in words: what it is about, the page, and what stands there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sroi_desktop.domain.rules.citing import OBLIGATION, behind_obligation, behind_value
from sroi_desktop.language import _

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sroi_desktop.domain.rules import Citation, RuleSet


def place_text(page: str, quote: str) -> str:
    """Return where something was read: page and words, as far as they are noted."""
    if page and quote:
        return _("page {page}: “{quote}”").format(page=page, quote=quote)
    return _("page {page}").format(page=page) if page else f"“{quote}”"


def value_places(rules: RuleSet, block: str, bonuses: Iterable[str] = ()) -> tuple[str, ...]:
    """Return where the values behind an effort were read: "WW: page 12: “…”"."""
    found = behind_value(rules, block, bonuses)
    return tuple(dict.fromkeys(_line(rules, one) for one in found))


def obligation_places(rules: RuleSet) -> tuple[str, ...]:
    """Return where it was read how much is owed."""
    return tuple(dict.fromkeys(_line(rules, one) for one in behind_obligation(rules)))


def _line(rules: RuleSet, citation: Citation) -> str:
    place = place_text(citation.page or "", citation.quote or "")
    return f"{_about(rules, citation.key)}: {place}"


def _about(rules: RuleSet, key: str) -> str:
    table, _dot, rest = key.partition(".")
    code = rest.partition(".")[0]
    labels = {
        "blocks": {row.code: row.label for row in rules.blocks},
        "bonuses": {row.code: row.label for row in rules.bonuses},
    }
    if table in labels:
        return labels[table].get(code, code)
    if key.startswith(OBLIGATION):
        return _("Obligation")
    return _("Full-time week") if table == "full_time_hours" else _("Counting time")
