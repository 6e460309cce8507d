"""One edition of one authority's rules, with its sources and its gaps."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from fractions import Fraction

from sroi_desktop.domain.errors import UnknownBlockError, UnknownBonusError
from sroi_desktop.domain.rules.blocks import Block, BlockGroup, Bonus, CountingLimit, LimitKind
from sroi_desktop.domain.rules.notes import Citation, Note, NotePlace
from sroi_desktop.domain.rules.obligation_terms import OBLIGATION_UNSTATED, ObligationTerms
from sroi_desktop.domain.rules.recognition import Recognition
from sroi_desktop.domain.rules.terms import (
    COUNTING_UNSTATED,
    CountingTerms,
    DeadlineKind,
    DeadlineRule,
    EvidenceRequirement,
    PenaltyTerms,
    RegionTerms,
    Rhythm,
    ShareCap,
)


@dataclass(frozen=True, slots=True)
class Source:
    """Where a rule was read, and on which day."""

    url: str
    title: str | None = None
    seen: date | None = None


class EditionBy(Enum):
    """The day of a contract that decides which edition holds for it."""

    PUBLICATION = "publication"
    AWARD = "award"
    START = "start"


@dataclass(frozen=True, slots=True)
class RuleSet:
    """One edition of one authority's rules.

    `full_time_hours` and `valid_from` are None where the source names none; `missing`
    lists what the source does not say or could not be read; `notes` are rules that the
    format cannot express, shown with the rules, and `placed_notes` those that are shown where
    they matter. `based_on` names the set that this one was made from; it is whole all the
    same. `edition_by` is None where the source does not say which day decides. `left_over` are
    rows of an earlier edition in the copy of a contract: something is booked under them that
    does not count, or that the authority judged. Nothing else can be booked there.
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
    based_on: str | None = None
    edition_by: EditionBy | None = None
    groups: tuple[BlockGroup, ...] = ()
    recognition: tuple[Recognition, ...] = ()
    region: RegionTerms | None = None
    placed_notes: tuple[Note, ...] = ()
    citations: tuple[Citation, ...] = ()
    left_over: tuple[Block, ...] = ()

    @property
    def every_note(self) -> tuple[str, ...]:
        """Every rule in words, wherever it matters."""
        return (*self.notes, *(note.text for note in self.placed_notes))

    def notes_on(self, place: NotePlace, block: str | None = None) -> tuple[str, ...]:
        """Return the rules in words that matter at a place, of one block where one is given."""
        return tuple(
            note.text
            for note in self.placed_notes
            if note.place is place and (block is None or note.concerns(block))
        )

    def block(self, code: str) -> Block:
        """Return the block with this code, also one that is left over.

        Raises:
            UnknownBlockError: there is none.
        """
        for block in (*self.blocks, *self.left_over):
            if block.code == code:
                return block
        raise UnknownBlockError(code, self.id)

    def counting_block(self, code: str) -> Block:
        """Return the block with this code under which something can count.

        Raises:
            UnknownBlockError: there is none, or it is left over.
        """
        block = self.block(code)
        if block in self.left_over:
            raise UnknownBlockError(code, self.id)
        return block

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

    def members(self, group: BlockGroup) -> tuple[Block, ...]:
        """Return the rows that a group is a choice between."""
        return tuple(block for block in self.blocks if block.group == group.code)

    def citation(self, key: str) -> Citation | None:
        """Return where a value was read, such as "blocks.ww.value", or None."""
        return next((found for found in self.citations if found.key == key), None)
