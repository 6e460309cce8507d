"""The rule sets of the owner: a folder beside the shipped ones, in which nothing is overwritten.

Decides under which id a set is kept and what its file says; the writing itself is another's.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import NamedTuple

from sroi_desktop.domain.rules import RuleSet
from sroi_desktop.rulesets.library import Library
from sroi_desktop.rulesets.measures import LONGEST_CODE
from sroi_desktop.rulesets.writing import write_rule_set


class Kept(NamedTuple):
    """Where a rule set is kept: `text` is to be written to `path`, None where it is there."""

    rules: RuleSet
    path: Path
    text: str | None


def place_for(rules: RuleSet, library: Library) -> Kept:
    """Return where a rule set from elsewhere is to be kept, without writing it.

    One that is there already is not kept twice; another one under the same id is kept beside
    it, as an edition with a number: "utrecht-v3-2".

    Args:
        rules: what comes in.
        library: the shipped sets and those of the owner.

    Raises:
        ValueError: the library has no folder for the owner's sets.
    """
    if library.own_folder is None:
        raise ValueError("this library has no place for sets of the owner")
    for rule_set_id in _ids(rules.id):
        path = library.own_folder / f"{rule_set_id}.toml"
        candidate = replace(rules, id=rule_set_id)
        known = library.find(rule_set_id)
        if known is not None and _same(known, candidate, library):
            return Kept(known, path, None)
        if known is None and not path.exists():
            return Kept(candidate, path, write_rule_set(candidate))
    raise AssertionError("numbers do not end")


def _ids(wanted: str) -> Iterator[str]:
    """Yield the id itself, and then the same with a number: never longer than an id may be."""
    yield wanted
    for number in count(2):
        end = f"-{number}"
        yield wanted[: LONGEST_CODE - len(end)].rstrip("-") + end


def _same(one: RuleSet, other: RuleSet, library: Library) -> bool:
    """Tell whether two sets are the same, with or without the usual evidence."""
    return library.with_usual_evidence(one) == library.with_usual_evidence(other)
