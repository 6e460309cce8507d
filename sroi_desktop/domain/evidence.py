"""What proves an effort, and what is still missing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sroi_desktop.domain.bsn import refuse_bsn
from sroi_desktop.domain.periods import ONE_DAY

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from sroi_desktop.domain.effort import Effort
    from sroi_desktop.domain.periods import Period
    from sroi_desktop.domain.rules import EvidenceRequirement, RuleSet


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece of evidence: a file that is kept, or a document that was seen and not kept.

    `requirement` is the code of what it proves. `sha256` names the kept file; `seen_by` and
    `seen_on` say who saw the document and when. `covers` is None where the piece proves the
    whole effort.
    """

    effort_id: int
    requirement: str
    title: str
    dated: date | None = None
    covers: Period | None = None
    file_name: str | None = None
    sha256: str | None = None
    size: int | None = None
    seen_by: str | None = None
    seen_on: date | None = None
    readable: bool = True
    id: int | None = None

    def __post_init__(self) -> None:
        for name in ("title", "file_name", "seen_by"):
            refuse_bsn(name, getattr(self, name))

    @property
    def is_kept(self) -> bool:
        """Tell whether the file itself is in the administration."""
        return self.sha256 is not None

    @property
    def proves(self) -> bool:
        """Tell whether it proves anything: readable, and kept or seen by someone on a day."""
        seen = bool(self.seen_by) and self.seen_on is not None
        return self.readable and (self.is_kept or seen)


def missing(
    effort: Effort,
    rules: RuleSet,
    pieces: Iterable[Piece],
    *,
    until: date | None = None,
) -> tuple[EvidenceRequirement, ...]:
    """Return the pieces that an effort still needs.

    A requirement is met when pieces that prove something together cover the effort's period,
    where the rule set asks that, or else when there is one.

    Args:
        effort: what has to be proven.
        rules: the rule set that the contract keeps.
        pieces: the evidence of this effort.
        until: of an effort that is still running, the last day that has to be covered; None
            asks for the whole period.
    """
    held = [piece for piece in pieces if piece.proves]
    days = effort.period if until is None else effort.period.until(until)
    return tuple(
        requirement
        for requirement in rules.requirements(rules.block(effort.block))
        if not _met(requirement, days, held)
    )


def _met(requirement: EvidenceRequirement, days: Period | None, held: list[Piece]) -> bool:
    own = [piece for piece in held if piece.requirement == requirement.code]
    if not requirement.covers_period:
        return bool(own)
    return days is None or _cover(days, own)


def _cover(period: Period, pieces: list[Piece]) -> bool:
    """Tell whether the pieces together leave no day of the period without proof."""
    if any(piece.covers is None for piece in pieces):
        return True
    day = period.start
    for covers in sorted(piece.covers for piece in pieces if piece.covers is not None):
        if day in covers:
            if covers.end >= period.end:
                return True
            day = covers.end + ONE_DAY
    return False
