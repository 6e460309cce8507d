"""Which edition of the rules holds for a contract, and why another one does not.

A contract keeps the edition under which it was taken on. Here is decided what the source itself
says about another one: from which day it holds, and which day of the contract decides. What
the source does not say, or the contract does not, stays unknown: that is for people to settle.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from sroi_desktop.domain.bsn import refuse_bsn
from sroi_desktop.domain.rules import EditionBy

if TYPE_CHECKING:
    from datetime import date

    from sroi_desktop.domain.contract import Contract
    from sroi_desktop.domain.rules import RuleSet

# A contract is published, then awarded, and then it starts.
_IN_ORDER = (EditionBy.PUBLICATION, EditionBy.AWARD, EditionBy.START)


@dataclass(frozen=True, slots=True)
class EditionSwitch:
    """That a contract was moved to another edition on a day, from which to which, and why.

    `left` and `taken` are the titles of the sets as they were told then.
    """

    on: date
    left: str
    taken: str
    reason: str

    def __post_init__(self) -> None:
        refuse_bsn("reason", self.reason)


class Ground(Enum):
    """What a verdict rests on."""

    DAY = "day"
    ANOTHER_DAY = "another_day"
    EVERY_DAY = "every_day"
    DAY_UNKNOWN = "day_unknown"
    CRITERION_UNKNOWN = "criterion_unknown"
    FIRST_DAY_UNKNOWN = "first_day_unknown"
    SUPERSEDED = "superseded"


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether an edition holds for a contract by what its source says; None is not known.

    `first` is the first day of the edition, `by` the event that decides, None where the source
    does not say; `day` is the day that told, that of the event `told_by`.
    """

    ground: Ground
    holds: bool | None = None
    first: date | None = None
    by: EditionBy | None = None
    day: date | None = None
    told_by: EditionBy | None = None


def day_of(contract: Contract, event: EditionBy) -> date | None:
    """Return the day of an event in the life of a contract, None where it is not known."""
    return {
        EditionBy.PUBLICATION: contract.published_on,
        EditionBy.AWARD: contract.awarded_on,
        EditionBy.START: contract.starts_on,
    }[event]


def verdict(contract: Contract, rules: RuleSet, successor: RuleSet | None = None) -> Verdict:
    """Tell whether an edition holds for a contract, and on what ground.

    Args:
        contract: gives the days of publication, award and start, as far as they are known.
        rules: the edition.
        successor: the edition that took its place, where there is one.

    Source: `edition_by`, `valid_from` and `supersedes` of the rule set; docs/rules.md.
    """
    first, by = rules.valid_from, rules.edition_by
    if first is None:
        return Verdict(Ground.FIRST_DAY_UNKNOWN, by=by)
    found = _of_any(contract, first) if by is None else _by_event(contract, by, first)
    if found.holds and successor is not None and verdict(contract, successor).holds:
        return Verdict(Ground.SUPERSEDED, holds=False, first=successor.valid_from, by=by)
    return found


def _by_event(contract: Contract, by: EditionBy, first: date) -> Verdict:
    """Judge by the event that decides, or by one before or after it that leaves no doubt."""
    day = day_of(contract, by)
    if day is not None:
        return Verdict(Ground.DAY, day >= first, first, by, day, by)
    place = _IN_ORDER.index(by)
    for event in _IN_ORDER[place + 1 :]:
        later = day_of(contract, event)
        if later is not None and later < first:
            return _told(Ground.ANOTHER_DAY, later, event, first=first, by=by)
    for event in _IN_ORDER[:place]:
        earlier = day_of(contract, event)
        if earlier is not None and earlier >= first:
            return _told(Ground.ANOTHER_DAY, earlier, event, first=first, by=by)
    return Verdict(Ground.DAY_UNKNOWN, None, first, by)


def _of_any(contract: Contract, first: date) -> Verdict:
    """Judge where the source does not say which day decides: only where every day agrees."""
    start, published = contract.starts_on, contract.published_on
    if start is not None and start < first:
        return _told(Ground.EVERY_DAY, start, EditionBy.START, first=first)
    if published is not None and published >= first:
        return _told(Ground.EVERY_DAY, published, EditionBy.PUBLICATION, first=first)
    return Verdict(Ground.CRITERION_UNKNOWN, None, first)


def _told(
    ground: Ground, day: date, event: EditionBy, *, first: date, by: EditionBy | None = None
) -> Verdict:
    return Verdict(ground, day >= first, first, by, day, event)
