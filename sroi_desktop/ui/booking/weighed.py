"""The form as it stands, read and weighed: everything the dialog shows follows from this."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from sroi_desktop.domain.allocation import Allocation
from sroi_desktop.domain.dividing import Proposal
from sroi_desktop.domain.effort import Effort
from sroi_desktop.domain.errors import DomainError
from sroi_desktop.domain.rules import EvidenceRequirement
from sroi_desktop.language import _
from sroi_desktop.language.labels import label
from sroi_desktop.language.numbers import long_period_text
from sroi_desktop.services import duplicates
from sroi_desktop.services.duplicates import Likely
from sroi_desktop.services.refusals import explain
from sroi_desktop.services.weighing import Place, weigh_together
from sroi_desktop.ui.booking import proof, proposing, sharing
from sroi_desktop.ui.booking.question import Question
from sroi_desktop.ui.booking.questions import questions
from sroi_desktop.ui.booking.reading import Reading, read
from sroi_desktop.ui.booking.sharing import Shares
from sroi_desktop.ui.booking.situation import Situation
from sroi_desktop.ui.booking.worth import SideContent, WeighedAt, valued
from sroi_desktop.ui.proving.rows import ProofRow


@dataclass(frozen=True)
class State:
    """What follows from the answers under the rules that hold; made anew at every change."""

    now: Situation

    @cached_property
    def reading(self) -> Reading:
        """The form as it was read."""
        return read(self.now)

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """The questions that matter."""
        return questions(self.now)

    @cached_property
    def shares(self) -> Shares:
        """How the effort is divided over contracts."""
        return sharing.shares(self.now, self.reading.effort)

    @cached_property
    def proposals(self) -> tuple[Proposal, ...]:
        """How the effort might be divided over the contracts that take part."""
        return proposing.made(self.now, self.reading.effort, self.shares.parts)

    @cached_property
    def weighed(self) -> tuple[WeighedAt, ...]:
        """What each share would be worth.

        Raises:
            DomainError: the effort cannot be valued as it is.
        """
        effort = self.reading.effort
        if effort is None:
            return ()
        held = (*self.now.known.pieces, *proof.pieces_of(self.now.form))
        found: dict[Allocation, WeighedAt] = {}
        for place, shares in self._by_place(effort):
            together = weigh_together(effort, shares, place, self.now.known.today, held)
            found.update((one.share, WeighedAt(place, one)) for one in together)
        return tuple(found[one] for one in self.shares.allocations if one in found)

    def _by_place(self, effort: Effort) -> Iterator[tuple[Place, list[Allocation]]]:
        """Yield each contract that knows the row with the shares of the effort there."""
        together: dict[int, list[Allocation]] = {}
        for share in self.shares.allocations:
            together.setdefault(share.contract_id, []).append(share)
        for contract_id, shares in together.items():
            place = self.now.known.places[contract_id]
            if place.knows(effort):
                yield place, shares

    @cached_property
    def proof(self) -> tuple[ProofRow, ...]:
        """The required pieces, with what is at hand for each."""
        return proof.rows(self._requirements(), self.now.form, self.now.known.pieces)

    @cached_property
    def side(self) -> SideContent:
        """What stands beside the questions."""
        return replace(self._side(), reported=self._reported(), resembles=self._resembles())

    @cached_property
    def likely(self) -> tuple[Likely, ...]:
        """What in the books the effort may be the same as."""
        effort, known = self.reading.effort, self.now.known
        if effort is None:
            return ()
        return duplicates.resembling(effort, known.traces, known.apart)

    def _resembles(self) -> str:
        """Return what the effort looks like, once; "" where it looks like nothing booked."""
        if not self.likely:
            return ""
        other = self.likely[0].first
        words = _("Looks like: {title}, {days} (booked already): {why}.")
        return words.format(
            title=other.title,
            days=long_period_text(other.period),
            why=label(self.likely[0].ground),
        )

    def _reported(self) -> str:
        """Return what to know before one changes what a report told already."""
        numbers = self.now.known.reports
        if not numbers:
            return ""
        words = _(
            "This effort stands in report {number}, which stays as it is. What you change is "
            "told as a difference in the next report."
        )
        return words.format(number=numbers[0])

    def _side(self) -> SideContent:
        reading = self.reading
        names = {one.name: one.label.replace("&", "") for one in self.questions}
        lacks = (names[name] for name in reading.answers.lacks if name in names)
        if self.now.kind is None:
            return SideContent(below=_("Choose what you did. Here you will see what it is worth."))
        waiting = SideContent(
            needs=tuple(lacks),
            wrong=tuple(names[name] for name in reading.answers.wrong if name in names),
            evidence=self.proof,
        )
        if reading.effort is None:
            return waiting
        try:
            found = self.weighed
        except DomainError as error:
            return replace(waiting, refusal=explain(error))
        if not found:
            return replace(waiting, refusal=self.shares.note)
        return valued(reading.effort, found, self.proof, self.now.known.today)

    def _requirements(self) -> tuple[EvidenceRequirement, ...]:
        """Return what the rules of the contracts concerned ask for, each piece once."""
        block, places = self.now.block, self.now.known.places
        if block is None:
            return ()
        shares = self.shares.allocations
        concerned = [places[one.contract_id] for one in shares if one.set_aside is None]
        if not shares and self.now.place is not None:
            concerned = [self.now.place]
        found: dict[str, EvidenceRequirement] = {}
        for place in concerned:
            own = next((one for one in place.rules.blocks if one.code == block.code), block)
            found.update({one.code: one for one in place.rules.requirements(own)})
        return tuple(found.values())
