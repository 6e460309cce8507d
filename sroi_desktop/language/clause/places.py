"""Where it was read what stands in a contract itself, and not in its rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sroi_desktop.domain.clause import Key, question
from sroi_desktop.language import _
from sroi_desktop.language.citations import place_text
from sroi_desktop.language.clause.questions import words_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sroi_desktop.domain.clause import Answer, Intake

# The answers that become the contract: its sum, what it asks, of which sum, its days.
_OF_THE_CONTRACT = (Key.CONTRACT, Key.DEMAND, Key.BASE, Key.TERM)


def contract_places(clauses: Iterable[Intake]) -> tuple[str, ...]:
    """Return a line for each answer of the clauses that the contract came from, with its place.

    Answers that became rules are left out: those carry page and words as citations.
    """
    lines = []
    for clause in clauses:
        for key in _OF_THE_CONTRACT:
            answer = clause.answers.given(key)
            if answer is not None and _is_told_here(key, answer):
                place = place_text(answer.page or "", answer.quote or "")
                name = words_of(key).name
                about = name[:1].lower() + name[1:]
                lines.append(_("Tender: {about}, {place}").format(about=about, place=place))
    return tuple(dict.fromkeys(lines))


def _is_told_here(key: Key, answer: Answer) -> bool:
    if not answer.page and not answer.quote:
        return False
    parts = question(key).parts
    return not any(part.leads_to and answer.value(part.name) is not None for part in parts)
