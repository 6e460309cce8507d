"""Which part of an effort counts for which contract; never more than the whole."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from sroi_desktop.domain.bsn import refuse_bsn
from sroi_desktop.domain.effort import EffortState
from sroi_desktop.domain.errors import OverAllocatedError, PercentOutOfRangeError
from sroi_desktop.domain.money import ZERO, Money, divide
from sroi_desktop.domain.tenure import FRESH, Tenure

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sroi_desktop.domain.derivation import Valuation
    from sroi_desktop.domain.effort import Effort
    from sroi_desktop.domain.periods import Period

# Shares are kept as whole millionths, so that the database can add them up exactly.
PARTS = 1_000_000
_MOST_PERCENT = 100
_ALL = Fraction(1)  # the usual share: asked for with every valuation


@dataclass(frozen=True, slots=True)
class Allocation:
    """A share of an effort for one contract, over the days of `period`.

    `parts` is the share in millionths of the whole. `set_aside` is the owner's reason why it stays
    in the books and is worth nothing, None for a share that counts.
    """

    contract_id: int
    period: Period
    parts: int = PARTS
    effort_id: int | None = None
    id: int | None = None
    set_aside: str | None = None

    def __post_init__(self) -> None:
        refuse_bsn("reason", self.set_aside)
        if not 0 <= self.parts <= PARTS:
            raise PercentOutOfRangeError(self.share * _MOST_PERCENT)

    @property
    def share(self) -> Fraction:
        """The share as a fraction of 1."""
        return _ALL if self.parts == PARTS else Fraction(self.parts, PARTS)


@dataclass(frozen=True, slots=True)
class Booked:
    """An allocation as it stands in the books: what it is worth, and what it still lacks.

    `missing` are the codes of the pieces of evidence that the contract's rules still ask for.
    `tenure` is the counting time that the valuation took from other efforts of the same person,
    kept so that the share can be valued up to any day without looking at those. `reported` is
    what the latest report said was realised of it; it stays as it is when the effort changes.
    """

    allocation: Allocation
    valuation: Valuation
    missing: tuple[str, ...] = ()
    tenure: Tenure = FRESH
    reported: Money = ZERO


def check(allocations: Sequence[Allocation]) -> None:
    """Refuse allocations of one effort that claim more than the whole on any day.

    Raises:
        OverAllocatedError: on some day the shares exceed 100%; names the first such day.
    """
    # The sum can only grow on a day on which a share starts.
    for day in sorted({one.period.start for one in allocations}):
        claimed = sum(one.parts for one in allocations if day in one.period)
        if claimed > PARTS:
            raise OverAllocatedError(Fraction(claimed, PARTS), day)


def in_proportion(open_amounts: Sequence[Money]) -> tuple[int, ...]:
    """Propose shares in proportion to what is open under each contract, in millionths.

    The shares add up to the whole; where nothing is open anywhere they are equal.
    """
    if not open_amounts:
        return ()
    cents = [max(0, amount.cents) for amount in open_amounts]
    whole = sum(cents)
    if whole == 0:
        cents, whole = [1] * len(cents), len(cents)
    shares = [cent * PARTS // whole for cent in cents]
    by_rest = sorted(range(len(cents)), key=lambda i: (-(cents[i] * PARTS % whole), i))
    for i in by_rest[: PARTS - sum(shares)]:
        shares[i] += 1
    return tuple(shares)


def most_urgent_first(open_amounts: Sequence[Money], worth: Sequence[Money]) -> tuple[int, ...]:
    """Propose shares that fill one contract after the other, in millionths.

    The shares add up to the whole; what is left when every contract is filled stays with the
    first under which the effort is worth anything.

    Args:
        open_amounts: what is open under each contract, the most urgent contract first.
        worth: what the whole effort is worth under each of them.
    """
    shares, left = [], PARTS
    for still_open, whole in zip(open_amounts, worth, strict=True):
        wanted = max(0, still_open.cents) * PARTS
        needed = -(-wanted // whole.cents) if whole else 0
        shares.append(min(left, needed))
        left -= shares[-1]
    if shares:
        shares[next((i for i, whole in enumerate(worth) if whole), 0)] += left
    return tuple(shares)


def most_valuable_first(open_amounts: Sequence[Money], worth: Sequence[Money]) -> tuple[int, ...]:
    """Propose shares that count where the effort is worth most, up to what is open there.

    The shares add up to the whole, in millionths; what is left when every contract is filled
    stays where the effort is worth most. Of contracts under which it is worth the same the
    earlier one is filled first.

    Args:
        open_amounts: what is open under each contract.
        worth: what the whole effort is worth under each of them.
    """
    order = sorted(range(len(worth)), key=lambda i: (-worth[i].cents, i))
    filled = most_urgent_first([open_amounts[i] for i in order], [worth[i] for i in order])
    by_place = dict(zip(order, filled, strict=True))
    return tuple(by_place[i] for i in range(len(order)))


def accepted_parts(effort: Effort, values: Sequence[Money]) -> tuple[Money, ...]:
    """Divide what the authority accepted of an effort over its allocations.

    Args:
        effort: gives the state, and the accepted amount where it is not the whole.
        values: what each allocation is worth; the accepted amount follows their proportion.
    """
    in_part = effort.state is EffortState.ACCEPTED_IN_PART
    if effort.state is not EffortState.ACCEPTED and not in_part:
        return (ZERO,) * len(values)
    if effort.accepted is None:  # of a part that is not known, nothing is counted on yet
        return (ZERO,) * len(values) if in_part else tuple(values)
    return divide(effort.accepted, [value.euros for value in values])
