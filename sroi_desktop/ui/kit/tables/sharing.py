"""How the columns of a table share its width: words whole where they can be. No Qt here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Room:
    """What one column asks, in pixels.

    Attributes:
        need: All its words are in sight.
        least: Below this it says too little.
        stretches: Takes a share of what is left over.
    """

    need: int
    least: int
    stretches: bool = False


def share(width: int, columns: Sequence[Room]) -> list[int]:
    """Return the width of each column.

    Where there is more than all need, the rest goes to those that stretch, or else to the
    first. Where there is
    less, each gives up the same part of what it has above its least, and never more: a table
    that is narrower than the sum of the least scrolls.
    """
    widths = [one.need for one in columns]
    spare = width - sum(widths)
    if spare >= 0:
        stretching = [place for place, one in enumerate(columns) if one.stretches]
        _give(widths, spare, stretching or [0])
    else:
        _take(widths, -spare, columns)
    return widths


def kept(width: int, columns: Sequence[Room], optional: Sequence[bool]) -> list[bool]:
    """Tell which columns stay when the optional ones go, the last first, until the rest fits."""
    stays = [True] * len(columns)
    taken = sum(one.least for one in columns)
    for place in reversed(range(len(columns))):
        if taken <= width:
            break
        if optional[place]:
            stays[place] = False
            taken -= columns[place].least
    return stays


def _give(widths: list[int], spare: int, stretching: Sequence[int]) -> None:
    part, rest = divmod(spare, len(stretching))
    for place in stretching:
        widths[place] += part
    widths[stretching[-1]] += rest


def _take(widths: list[int], short: int, columns: Sequence[Room]) -> None:
    above = [one.need - one.least for one in columns]
    total = sum(above)
    if total <= short:
        widths[:] = [one.least for one in columns]
        return
    left = short
    for place, own in enumerate(above):
        part = short * own // total
        widths[place] -= part
        left -= part
    # The pixels lost by rounding come off the widest.
    for place in sorted(range(len(columns)), key=above.__getitem__, reverse=True)[:left]:
        widths[place] -= 1
