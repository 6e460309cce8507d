"""Under which rules the form is filled in: the contract, its block, and how that block counts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from sroi_desktop.domain.effort import Effort, EffortState
from sroi_desktop.domain.evidence import Piece
from sroi_desktop.domain.parties import Candidate, Supplier, next_code
from sroi_desktop.domain.rules import Basis, Block, Bonus, EffortKind, LimitKind, RuleSet
from sroi_desktop.language import _
from sroi_desktop.services.duplicates import Trace
from sroi_desktop.services.weighing import Place
from sroi_desktop.ui.booking.form import NEW, Form
from sroi_desktop.ui.kit.content import Choice

PEOPLE = frozenset({EffortKind.PLACEMENT, EffortKind.APPRENTICESHIP, EffortKind.TRAINEESHIP})
# Until an effort has gone to the authority its owner decides where it stands.
OPEN_STATES = (EffortState.PLANNED, EffortState.COMMITTED, EffortState.REALISED)
BY_HOURS, BY_AMOUNT = "hours", "amount"
_COUNTED_BY = {Basis.HOUR: BY_HOURS, Basis.AMOUNT: BY_AMOUNT}


@dataclass(frozen=True)
class Known:
    """What the administration holds that the dialog asks about; read once.

    `effort` is the one that is being changed, None for a new one, `pieces` its evidence and
    `reports` the numbers of the issued reports that it stands in, the latest first. Read when
    first asked for, since there may be thousands: `people` gives the candidates, `look` by what
    efforts in the books can be recognised. `apart` are the efforts that are known to be two.
    """

    today: date
    places: dict[int, Place]
    people: Callable[[], tuple[Candidate, ...]] = tuple
    suppliers: tuple[Supplier, ...] = ()
    effort: Effort | None = None
    pieces: tuple[Piece, ...] = ()
    reports: tuple[str, ...] = ()
    look: Callable[[], tuple[Trace, ...]] = tuple
    apart: frozenset[tuple[int, int]] = frozenset()

    @cached_property
    def candidates(self) -> tuple[Candidate, ...]:
        """Everyone who was placed."""
        return self.people()

    @cached_property
    def new_code(self) -> str:
        """The code that a new candidate would get."""
        return next_code(tuple(one.code for one in self.candidates))

    @cached_property
    def traces(self) -> tuple[Trace, ...]:
        """By what everything in the books can be recognised."""
        return self.look()

    @cached_property
    def codes(self) -> tuple[Choice, ...]:
        """The candidates to choose from: a new one first."""
        known = (
            Choice(one.code, one.code if one.role is None else f"{one.code} · {one.role}")
            for one in self.candidates
        )
        new = _("{code} (new)").format(code=self.new_code)
        return (Choice(NEW, new), *known)

    @cached_property
    def _by_code(self) -> dict[str, Candidate]:
        return {one.code: one for one in self.candidates}

    def candidate(self, code: str) -> Candidate | None:
        """Return who has this code, or None."""
        return self._by_code.get(code)

    def supplier(self, key: str) -> Supplier | None:
        """Return the supplier with this id, as text, or None."""
        return next((one for one in self.suppliers if str(one.id) == key), None)


@dataclass(frozen=True, slots=True)
class Situation:
    """One moment of the conversation: the answers, and the rules that they are given under."""

    form: Form
    known: Known

    @property
    def code(self) -> str:
        """The code of the candidate: one that is new gets the code that is free now."""
        return self.known.new_code if self.form.candidate == NEW else self.form.candidate.strip()

    @property
    def place(self) -> Place | None:
        """The contract whose rules hold, or None while there is none to choose."""
        return None if self.form.contract is None else self.known.places.get(self.form.contract)

    @property
    def rules(self) -> RuleSet | None:
        """The contract's own copy of the rules."""
        return None if self.place is None else self.place.rules

    @property
    def kind(self) -> EffortKind | None:
        """What was done, or None while that is not chosen."""
        return EffortKind(self.form.kind) if self.form.kind else None

    @property
    def block(self) -> Block | None:
        """The row of the table, or None while none is chosen."""
        return next((one for one in self.blocks if one.code == self.form.block), None)

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The rows of the table for the chosen kind."""
        if self.place is None:
            return ()
        rows = self.place.rows(self.known.effort)
        return tuple(one for one in rows if one.kind is self.kind)

    @property
    def basis(self) -> Basis | None:
        """What the value is multiplied with, where the block leaves a choice as answered."""
        if self.block is None:
            return None
        bases = self.block.unit.bases
        wanted = (one for one in bases if _COUNTED_BY.get(one) == self.form.counted_by)
        return next(wanted, bases[0])

    @property
    def has_choice_of_basis(self) -> bool:
        """Tell whether the block may be counted by hours or by an amount."""
        return self.block is not None and len(self.block.unit.bases) > 1

    @property
    def is_about_a_person(self) -> bool:
        """Tell whether someone is placed, trained or learns with us."""
        return self.kind in PEOPLE or self.counts_time

    @property
    def asks_subsidy(self) -> bool:
        """Tell whether it matters until when a wage subsidy runs."""
        if self.rules is None or self.block is None:
            return False
        limit = self.rules.limit(self.block).kind
        return self.rules.counting.wage_subsidy_extends or limit is LimitKind.WAGE_SUBSIDY

    @property
    def counts_time(self) -> bool:
        """Tell whether the value follows hours and months."""
        return self.basis is not None and self.basis.grows_with_time

    @property
    def bonuses(self) -> tuple[Bonus, ...]:
        """The bonuses that can come on top of what was chosen."""
        block = self.block
        if self.rules is None or block is None or not self.counts_time:
            return ()
        return tuple(one for one in self.rules.bonuses if one.is_for(block))

    @property
    def asks_state(self) -> bool:
        """Tell whether the owner still decides where the effort stands."""
        return self.known.effort is None or self.known.effort.state in OPEN_STATES
