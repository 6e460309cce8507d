"""Which rows of a table stand for a group that a clause names: its words occur in the row."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sroi_desktop.domain.clause.kinds import Key
from sroi_desktop.domain.rules import EffortKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sroi_desktop.domain.clause.answers import Answers
    from sroi_desktop.domain.rules import Block

PEOPLE = (EffortKind.PLACEMENT, EffortKind.APPRENTICESHIP, EffortKind.TRAINEESHIP)
_WORD = re.compile(r"\w+")
# By what a group is known where its code is not that one word.
_KNOWN_BY = {
    "wia-wao": ("wia", "wao"),
    "stage-pro-vso": ("pro", "vso", "praktijkonderwijs"),
    "ex-gedetineerden": ("gedetineerden", "gedetineerd"),
    "statushouders": ("statushouders", "statushouder"),
}


def named_apart(answers: Answers) -> tuple[str, ...]:
    """Return the groups that a clause gives a longest time of their own."""
    key = Key.GROUP_LIMITS
    return (*answers.several(key, "groups"), *answers.several(key, "others"))


def stands_for(block: Block, group: str) -> bool:
    """Tell whether a row is that of a group: the same code, or a word by which it is known."""
    if block.code == group:
        return True
    words = set(_WORD.findall(f"{block.code.replace('-', ' ')} {block.label}".casefold()))
    return not words.isdisjoint(_KNOWN_BY.get(group, (group,)))


def stands_for_any(block: Block, groups: Iterable[str]) -> bool:
    """Tell whether a row is that of one of these groups."""
    return any(stands_for(block, group) for group in groups)


def of_groups(blocks: Iterable[Block], answers: Answers) -> list[Block]:
    """Return the rows that have a longest time of their own by the clause."""
    named = named_apart(answers)
    return [one for one in blocks if one.kind in PEOPLE and stands_for_any(one, named)]
