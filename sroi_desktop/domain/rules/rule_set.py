"""One edition of one authority's rules, with its sources and its gaps."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from sroi_desktop.domain.errors import UnknownBlockError, UnknownBonusError
from sroi_desktop.domain.rules.blocks import Block, Bonus, CountingLimit, LimitKind
from sroi_desktop.domain.rules.terms import (
    COUNTING_UNSTATED,
    OBLIGATION_UNSTATED,
    CountingTerms,
    DeadlineKind,
    DeadlineRule,
    EvidenceRequirement,
    ObligationTerms,
    PenaltyTerms,
    Rhythm,
    ShareCap,
)


@dataclass(frozen=True, slots=True)
class Source:
    """Where a rule was read, and on which day."""

    url: str
    title: str | None = None
    seen: date | None = None


@dataclass(frozen=True, slots=True)
class RuleSet:
    """One edition of one authority's rules.

    `full_time_hours` and `valid_from` are None where the source names none; `missing`
    lists what the source does not say or could not be read; `notes` are rules that the
    format cannot express, shown wherever they matter.
    """

    id: str
    title: str
    publisher: str
    covers: tuple[str, ...]
    complete: bool
    sources: tuple[Source, ...]
    edition: str | None = None
    valid_from: date | None = None
    valid_from_text: str | None = None
    applies_by: str | None = None
    supersedes: str | None = None
    full_time_hours: Fraction | None = None
    obligation: ObligationTerms = OBLIGATION_UNSTATED
    blocks: tuple[Block, ...] = ()
    bonuses: tuple[Bonus, ...] = ()
    counting: CountingTerms = COUNTING_UNSTATED
    evidence: tuple[EvidenceRequirement, ...] = ()
    deadlines: tuple[DeadlineRule, ...] = ()
    rhythm: Rhythm | None = None
    penalty: PenaltyTerms | None = None
    share_caps: tuple[ShareCap, ...] = ()
    assumptions: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    def block(self, code: str) -> Block:
        """Return the block with this code.

        Raises:
            UnknownBlockError: there is none.
        """
        for block in self.blocks:
            if block.code == code:
                return block
        raise UnknownBlockError(code, self.id)

    def bonus(self, code: str) -> Bonus:
        """Return the bonus with this code.

        Raises:
            UnknownBonusError: there is none.
        """
        for bonus in self.bonuses:
            if bonus.code == code:
                return bonus
        raise UnknownBonusError(code, self.id)

    def limit(self, block: Block) -> CountingLimit:
        """Return how long someone may count: the block's own limit, or else that of the set."""
        silent = block.limit.kind is LimitKind.SILENT
        return self.counting.default_limit if silent else block.limit

    def deadline(self, kind: DeadlineKind) -> DeadlineRule | None:
        """Return the rule for a deadline, or None where the source names none."""
        return next((rule for rule in self.deadlines if rule.kind is kind), None)

    def requirements(self, block: Block) -> tuple[EvidenceRequirement, ...]:
        """Return the pieces of evidence that an effort under this block needs."""
        return tuple(piece for piece in self.evidence if piece.asked_for(block))
