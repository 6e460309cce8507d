"""An effort divided over contracts and over its days: stretches with shares of their own.

Pure: what a share is worth is asked. Nothing here can claim more than the whole on any day.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import chain, pairwise
from typing import TYPE_CHECKING

from sroi_desktop.domain.allocation import (
    PARTS,
    Allocation,
    in_proportion,
    most_urgent_first,
    most_valuable_first,
)
from sroi_desktop.domain.money import ZERO, Money, total
from sroi_desktop.domain.periods import ONE_DAY, Period

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from sroi_desktop.domain.hurry import Hurry


class Manner(Enum):
    """By what shares are proposed."""

    IN_PROPORTION = "in_proportion"
    MOST_URGENT = "most_urgent"
    MOST_VALUABLE = "most_valuable"


@dataclass(frozen=True, slots=True)
class Claim:
    """A contract that may get a share: what is open there without the effort, and how pressing."""

    contract_id: int
    open: Money
    hurry: Hurry


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a proposal does for one contract: what was open before, and what it gets."""

    contract_id: int
    before: Money
    value: Money

    @property
    def after(self) -> Money:
        """What is still open then."""
        return max(ZERO, self.before - self.value)


@dataclass(frozen=True, slots=True)
class Proposal:
    """A division with what it leads to; the outcomes in the order of the claims."""

    manner: Manner
    allocations: tuple[Allocation, ...]
    outcomes: tuple[Outcome, ...]

    @property
    def total(self) -> Money:
        """What the effort is worth under all contracts together."""
        return total(one.value for one in self.outcomes)


def stretches(period: Period, allocations: Iterable[Allocation] = ()) -> tuple[Period, ...]:
    """Return the stretches of a period on each of which the division stays the same, in order."""
    starts = {period.start}
    for one in allocations:
        starts.add(one.period.start)
        if one.period.end < period.end:
            starts.add(one.period.end + ONE_DAY)
    return cut(period, starts)


def cut(period: Period, starts: Iterable[date]) -> tuple[Period, ...]:
    """Return a period in stretches that begin on these days; days outside it are passed over."""
    inside = sorted({period.start, *(day for day in starts if day in period)})
    ends = [following - ONE_DAY for following in inside[1:]]
    return tuple(map(Period, inside, [*ends, period.end]))


def left_of(stretch: Period, allocations: Iterable[Allocation]) -> int:
    """Return what is not divided on the first day of a stretch, in millionths.

    Below zero where more than the whole is claimed.
    """
    return PARTS - sum(one.parts for one in allocations if stretch.start in one.period)


def spread(parts: Sequence[Period], shares: Mapping[int, Sequence[int]]) -> tuple[Allocation, ...]:
    """Return allocations, one for all days on end on which a contract has the same share.

    Args:
        parts: stretches that follow each other.
        shares: by contract the share in each of them, in millionths; nothing for zero.
    """
    return tuple(
        allocation
        for contract_id, millionths in shares.items()
        for allocation in _joined(contract_id, parts, millionths)
    )


def _joined(
    contract_id: int, parts: Sequence[Period], millionths: Sequence[int]
) -> Iterable[Allocation]:
    changes = [0]
    changes += [i for i, (one, other) in enumerate(pairwise(millionths), 1) if one != other]
    for first, following in pairwise([*changes, len(parts)]):
        if millionths[first]:
            period = Period(parts[first].start, parts[following - 1].end)
            yield Allocation(contract_id, period, millionths[first])


# What the shares that one contract gets are worth there together; nothing for no shares.
Value = Callable[[Sequence[Allocation]], Money]


def proposals(
    claims: Sequence[Claim], parts: Sequence[Period], value: Value
) -> tuple[Proposal, ...]:
    """Return a proposal in every manner.

    Args:
        claims: the contracts that take part, one at least.
        parts: the stretches that have shares of their own, one at least, following each other.
        value: tells what the shares that one contract gets are worth there together.
    """
    return tuple(propose(manner, claims, parts, value) for manner in Manner)


def propose(
    manner: Manner, claims: Sequence[Claim], parts: Sequence[Period], value: Value
) -> Proposal:
    """Return a division in one manner, that divides the whole on every day; see `proposals`.

    What one stretch fills is no longer open for those that follow it.
    """
    still_open = [one.open for one in claims]
    shares: list[list[int]] = [[] for _ in claims]
    for at, part in enumerate(parts):
        before = [_given(one, parts[:at], shares[i]) for i, one in enumerate(claims)]
        worth = [
            max(ZERO, value([*given, Allocation(one.contract_id, part)]) - value(given))
            for one, given in zip(claims, before, strict=True)
        ]
        for i, share in enumerate(_shares(manner, claims, still_open, worth)):
            shares[i].append(share)
            gets = Money.from_euros(worth[i].euros * share / PARTS)
            still_open[i] = max(ZERO, still_open[i] - gets)
    given = [_given(one, parts, shares[i]) for i, one in enumerate(claims)]
    outcomes = tuple(
        Outcome(one.contract_id, one.open, value(gets))
        for one, gets in zip(claims, given, strict=True)
    )
    return Proposal(manner, tuple(chain.from_iterable(given)), outcomes)


def _given(
    claim: Claim, parts: Sequence[Period], millionths: Sequence[int]
) -> tuple[Allocation, ...]:
    """Return what a contract got of these stretches."""
    return spread(parts, {claim.contract_id: millionths}) if parts else ()


def _shares(
    manner: Manner, claims: Sequence[Claim], still_open: Sequence[Money], worth: Sequence[Money]
) -> list[int]:
    """Return the shares in one stretch; a contract for which it is worth nothing gets none."""
    able = [i for i, amount in enumerate(worth) if amount] or list(range(len(claims)))
    if manner is Manner.MOST_URGENT:
        able.sort(key=lambda i: (claims[i].hurry, i))
    open_there, worth_there = [still_open[i] for i in able], [worth[i] for i in able]
    if manner is Manner.IN_PROPORTION:
        given = in_proportion(open_there)
    elif manner is Manner.MOST_URGENT:
        given = most_urgent_first(open_there, worth_there)
    else:
        given = most_valuable_first(open_there, worth_there)
    by_place = dict(zip(able, given, strict=True))
    return [by_place.get(i, 0) for i in range(len(claims))]
