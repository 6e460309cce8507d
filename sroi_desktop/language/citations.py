"""Where values were read, in words: what it is about, the page, and what stands there."""

from __future__ import annotations

from textwrap import shorten
from typing import TYPE_CHECKING

from sroi_desktop.domain.rules.citing import (
    OBLIGATION,
    behind_obligation,
    behind_value,
    note_of,
)
from sroi_desktop.language import _

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sroi_desktop.domain.derivation import Valuation
    from sroi_desktop.domain.rules import Citation, RuleSet

_LONGEST = 60


def place_text(page: str, quote: str) -> str:
    """Return where something was read: page and words, as far as they are noted."""
    if page and quote:
        return _("page {page}: “{quote}”").format(page=page, quote=quote)
    return _("page {page}").format(page=page) if page else f"“{quote}”"


def value_places(rules: RuleSet, block: str, valuation: Valuation) -> tuple[str, ...]:
    """Return where the values behind a valuation were read: "WW: page 12: “…”"."""
    return _lines(rules, behind_value(rules, block, valuation))


def obligation_places(rules: RuleSet) -> tuple[str, ...]:
    """Return where it was read how much is owed."""
    return _lines(rules, behind_obligation(rules))


def _lines(rules: RuleSet, citations: Iterable[Citation]) -> tuple[str, ...]:
    """Return each place once: more than one value may stand on the same line of a page."""
    return tuple(
        dict.fromkeys(
            f"{_about(rules, one.key)}: {place_text(one.page or '', one.quote or '')}"
            for one in citations
        )
    )


def _about(rules: RuleSet, key: str) -> str:
    table, _dot, rest = key.partition(".")
    code = rest.partition(".")[0]
    if table == "blocks":
        return rules.block(code).label
    if table == "bonuses":
        return rules.bonus(code).label
    if key.startswith(OBLIGATION):
        return _("Obligation")
    if (note := note_of(rules, key)) is not None:
        return f"“{shorten(note, _LONGEST, placeholder='…')}”"
    return _("Full-time week") if table == "full_time_hours" else _("Counting time")
