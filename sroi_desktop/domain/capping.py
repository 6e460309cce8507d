"""What counts of the lines of a contract where rules limit a category to a part of it.

What is above a cap is not lost to the books: it is told as "does not count", with the reason.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from sroi_desktop.domain.derivation import NotCounted, ReasonKind
from sroi_desktop.domain.money import Money
from sroi_desktop.domain.quantities import PEOPLE
from sroi_desktop.domain.rules import CapOf, ShareCap

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from sroi_desktop.domain.rules import Block, RuleSet

NOTHING = Fraction(0)


@dataclass(frozen=True, slots=True)
class Line:
    """A share of an effort as it may count for a contract.

    `block` is the code, `years` the full-time years behind it, for caps on employment.
    `elsewhere` tells that it was not done on the project; None is "not known". Lines count in
    the order of their first day, and then of `place`, such as the number of the effort.
    """

    block: str
    value: Money
    start: date
    place: int
    years: Fraction = NOTHING
    elsewhere: bool | None = None


@dataclass(frozen=True, slots=True)
class Counted:
    """A line with what counts of it; with what does not, it adds up to its value."""

    line: Line
    counts: Money
    reasons: tuple[NotCounted, ...] = ()

    @property
    def beyond(self) -> Money:
        """What does not count."""
        return self.line.value - self.counts


def counted(lines: Sequence[Line], rules: RuleSet, owed: Money | None) -> tuple[Counted, ...]:
    """Return what counts of each line, in the order in which they were given.

    Each cap is filled by the earliest lines first, so that a line that counted once goes on
    counting. Caps on a part of the obligation wait while that is not known.

    Args:
        lines: everything that may count for the contract.
        rules: give the caps, and how much has to be done on the project itself.
        owed: the obligation.

    Raises:
        UnknownBlockError: a line has a block that the rules do not have.
    """
    known = {line.block: rules.block(line.block) for line in lines}
    rooms = _rooms(rules, owed, known.values())
    in_order = sorted(enumerate(lines), key=_by_day)
    found = {at: _within(rooms, line, known[line.block]) for at, line in in_order}
    for cap in rules.share_caps:
        if cap.of is CapOf.EMPLOYMENT:
            _limit_employment(cap, found, known)
    return tuple(found[at] for at in range(len(lines)))


def _by_day(numbered: tuple[int, Line]) -> tuple[date, int, int]:
    at, line = numbered
    return line.start, line.place, at


@dataclass(slots=True)
class _Room:
    """What one cap still leaves; `cap` is None where it is about the place."""

    left: Money
    label: str
    cap: ShareCap | None = None

    def limits(self, line: Line, block: Block) -> bool:
        return bool(line.elsewhere) if self.cap is None else self.cap.limits(block)

    def reason(self, beyond: Money) -> NotCounted:
        kind = ReasonKind.OFF_PROJECT if self.cap is None else ReasonKind.SHARE_CAP
        return NotCounted(kind, number=beyond.euros, label=self.label)


def _rooms(rules: RuleSet, owed: Money | None, blocks: Iterable[Block]) -> list[_Room]:
    """Return the caps on a part of the obligation, each with all of its room."""
    if owed is None:
        return []
    caps = [cap for cap in rules.share_caps if cap.of is CapOf.OBLIGATION]
    caps += [
        ShareCap(block.label, (block.code,), block.share_cap)
        for block in blocks
        if block.share_cap is not None
    ]
    rooms = [_Room(Money.from_euros(owed.euros * cap.share), cap.label, cap) for cap in caps]
    region = rules.region
    if region is not None and region.on_project_share is not None:
        elsewhere = owed.euros * (1 - region.on_project_share)
        rooms.append(_Room(Money.from_euros(elsewhere), region.text or ""))
    return rooms


def _within(rooms: Iterable[_Room], line: Line, block: Block) -> Counted:
    """Count a line as far as every cap that it falls under has room."""
    over = [room for room in rooms if room.limits(line, block)]
    tightest = min(over, key=_left, default=None)
    counts = line.value if tightest is None else min(line.value, tightest.left)
    for room in over:
        room.left -= counts
    beyond = line.value - counts
    reasons = (tightest.reason(beyond),) if tightest is not None and beyond else ()
    return Counted(line, counts, reasons)


def _left(room: _Room) -> Money:
    return room.left


def _limit_employment(cap: ShareCap, found: dict[int, Counted], known: Mapping[str, Block]) -> None:
    """Let the lines under a cap be no more than its share of the employment that counts.

    Of a share s beside other employment E at most E x s / (1 - s) counts.
    """
    if cap.share == 1:
        return
    others, limited = NOTHING, []
    for at, one in found.items():
        block = known[one.line.block]
        if cap.limits(block):
            limited.append(at)
        elif block.kind in PEOPLE:
            others += _years(one)
    left = others * cap.share / (1 - cap.share)
    for at in limited:
        years = _years(found[at])
        if years > left:
            found[at] = _cut(found[at], left / years, cap)
        left -= min(left, years)


def _years(one: Counted) -> Fraction:
    """Return the full-time years behind what counts of a line."""
    if not one.line.value:
        return one.line.years
    return one.line.years * Fraction(one.counts.cents, one.line.value.cents)


def _cut(one: Counted, part: Fraction, cap: ShareCap) -> Counted:
    counts = Money.from_euros(one.counts.euros * part)
    beyond = one.counts - counts
    reason = NotCounted(ReasonKind.EMPLOYMENT_CAP, number=beyond.euros, label=cap.label)
    return Counted(one.line, counts, (*one.reasons, reason) if beyond else one.reasons)
