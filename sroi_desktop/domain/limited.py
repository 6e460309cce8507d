"""What the shares of a contract add to its totals where its rules limit a category.

What was realised fills a cap before what is planned: a plan never takes the place of work that
was done. Within each, what began first counts first (`capping`).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sroi_desktop.domain import capping
from sroi_desktop.domain.capping import NOTHING, Counted, Line
from sroi_desktop.domain.money import ZERO, Money
from sroi_desktop.domain.periods import ONE_DAY
from sroi_desktop.domain.tenure import years_used

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from sroi_desktop.domain.account import Totals
    from sroi_desktop.domain.derivation import NotCounted, Valuation
    from sroi_desktop.domain.effort import Effort
    from sroi_desktop.domain.rules import RuleSet

_NEW = 1 << 62  # an effort that is not kept yet counts after those that are


@dataclass(frozen=True, slots=True)
class Part:
    """A share of an effort as it would count if nothing were limited.

    `adds` is what it would add to the totals on a day; `so_far` is its valuation up to that day
    and `whole` that of all of it, which tell the working years behind the amounts.
    """

    effort: Effort
    adds: Totals
    so_far: Valuation
    whole: Valuation


@dataclass(frozen=True, slots=True)
class Held:
    """What a share adds once the limits have done their work.

    `adds.beyond` is all that does not count of it; `beyond` is the part of that which was
    realised. `reasons` say why that does not count, and `ahead` why of what is planned some
    will not; each has its amount.
    """

    adds: Totals
    beyond: Money = ZERO
    reasons: tuple[NotCounted, ...] = ()
    ahead: tuple[NotCounted, ...] = ()

    @property
    def every(self) -> tuple[NotCounted, ...]:
        """Every reason."""
        return (*self.reasons, *self.ahead)


def is_limiting(rules: RuleSet) -> bool:
    """Tell whether a rule set lets some category fill only a part."""
    region = rules.region
    return bool(
        rules.share_caps
        or any(block.share_cap is not None for block in rules.blocks)
        or (region is not None and region.on_project_share is not None)
    )


def held(
    parts: Sequence[Part], rules: RuleSet, owed: Money | None, today: date
) -> tuple[Held, ...]:
    """Return what each share adds to the totals of its contract, in the given order.

    Args:
        parts: everything that is booked for the contract.
        rules: give the limits.
        owed: the obligation; limits on a part of it wait while it is not known.
        today: the day up to which was realised.

    Raises:
        UnknownBlockError: an effort is under a block that the rules do not have.
    """
    done = [_done(part) for part in parts]
    planned = [
        _planned(part, line, today + ONE_DAY) for part, line in zip(parts, done, strict=True)
    ]
    # A part of the employment is judged by what was realised; plans may not stretch that.
    so_far = capping.counted(done, rules, owed)
    ahead = capping.counted([*done, *planned], rules, owed)[len(done) :]
    return tuple(
        _held(part.adds, *counts) for part, *counts in zip(parts, so_far, ahead, strict=True)
    )


def _done(part: Part) -> Line:
    effort, realised = part.effort, part.adds.realised
    years = years_used(part.so_far) if realised else NOTHING
    elsewhere = None if effort.on_project is None else not effort.on_project
    return Line(effort.block, realised, effort.period.start, effort.id or _NEW, years, elsewhere)


def _planned(part: Part, done: Line, first: date) -> Line:
    value = part.adds.planned
    years = years_used(part.whole) - done.years if value else NOTHING
    start = max(done.start, first)
    return replace(done, value=value, start=start, years=max(NOTHING, years))


def _held(adds: Totals, done: Counted, planned: Counted) -> Held:
    counts, beyond = done.counts, done.beyond + planned.beyond
    if not beyond:
        return Held(adds)
    return Held(
        replace(
            adds,
            planned=planned.counts,
            unproven=min(adds.unproven, counts),
            proven=min(adds.proven, counts),
            reported=min(adds.reported, counts),
            accepted=min(adds.accepted, counts),
            beyond=beyond,
        ),
        done.beyond,
        done.reasons,
        planned.reasons,
    )
