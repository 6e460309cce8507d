"""Which of the places where values were read are behind an amount.

A derivation shows them, so that who reads it can look the value up in the document itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sroi_desktop.domain.rules.notes import NotePlace

if TYPE_CHECKING:
    from sroi_desktop.domain.derivation import Valuation
    from sroi_desktop.domain.rules.notes import Citation
    from sroi_desktop.domain.rules.rule_set import RuleSet

# Tables whose rows have no code and no kind: a citation names a row by its number, from 1.
NUMBERED = (
    *("obligation.percentages", "obligation.quotas", "obligation.pso", "share_caps"),
    *("notes", "sources"),
)
OBLIGATION = "obligation."
_OF_TIME = ("full_time_hours", "counting.")


def behind_value(rules: RuleSet, block: str, valuation: Valuation) -> tuple[Citation, ...]:
    """Return where the values were read that a valuation rests on.

    Those of its row and of the bonuses in its steps; for what is valued by time also the
    full-time week and the terms of counting.

    Args:
        rules: the rule set.
        block: code of the row.
        valuation: what came of it.

    Raises:
        UnknownBlockError: the rule set has no such row.
    """
    told = {step.label for step in valuation.steps}
    keys = [f"blocks.{block}."]
    keys += [f"bonuses.{bonus.code}." for bonus in rules.bonuses if bonus.label in told]
    if any(basis.grows_with_time for basis in rules.block(block).unit.bases):
        keys += _OF_TIME
    keys += _of_notes(rules, NotePlace.VALUATION, block)
    return tuple(one for one in rules.citations if one.key.startswith(tuple(keys)))


def behind_obligation(rules: RuleSet) -> tuple[Citation, ...]:
    """Return where it was read how much is owed."""
    keys = (OBLIGATION, *_of_notes(rules, NotePlace.OBLIGATION))
    return tuple(one for one in rules.citations if one.key.startswith(keys))


def note_of(rules: RuleSet, key: str) -> str | None:
    """Return the rule in words that a key such as "notes.2.text" leads to, or None."""
    table, _dot, rest = key.partition(".")
    number = rest.partition(".")[0]
    texts = rules.every_note
    if table != "notes" or not number.isdecimal() or not 0 < int(number) <= len(texts):
        return None
    return texts[int(number) - 1]


def _of_notes(rules: RuleSet, place: NotePlace, block: str | None = None) -> list[str]:
    """Return the keys of the rules in words that are shown at a place."""
    first = len(rules.notes) + 1
    return [
        f"notes.{number}."
        for number, note in enumerate(rules.placed_notes, start=first)
        if note.place is place and (block is None or note.concerns(block))
    ]
