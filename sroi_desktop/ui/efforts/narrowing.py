"""Which efforts are wanted, and what those shown add up to. No Qt here."""

from __future__ import annotations

from dataclasses import dataclass

from sroi_desktop.domain.account import Totals
from sroi_desktop.domain.effort import EffortState
from sroi_desktop.domain.money import ZERO
from sroi_desktop.domain.rules import EffortKind
from sroi_desktop.language import _
from sroi_desktop.language.numbers import money_text
from sroi_desktop.services.effort_lines import EffortLine
from sroi_desktop.ui.efforts.rows import asks_evidence
from sroi_desktop.ui.kit.content import Choice


@dataclass(frozen=True, slots=True)
class Filter:
    """Which efforts are wanted, `only` by id; None and False leave a question out."""

    contract_id: int | None = None
    kind: EffortKind | None = None
    state: EffortState | None = None
    missing_only: bool = False
    only: frozenset[int] | None = None

    def takes(self, line: EffortLine) -> bool:
        """Tell whether a line is wanted."""
        return (
            self.contract_id in {None, line.contract_id}
            and self.kind in {None, line.kind}
            and self.state in {None, line.state}
            and (not self.missing_only or asks_evidence(line))
            and (self.only is None or line.effort_id in self.only)
        )


@dataclass(frozen=True, slots=True)
class Choices:
    """What can be filtered by."""

    contracts: tuple[Choice, ...]
    kinds: tuple[Choice, ...]
    states: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Sum:
    """One figure of what is shown."""

    label: str
    value: str


def sums_of(totals: Totals) -> tuple[Sum, ...]:
    """Return the figures beneath the table; those that are rarely there only when they are."""
    sums = [
        Sum(_("Planned"), money_text(totals.planned)),
        Sum(_("Realised and proven"), money_text(totals.proven)),
        Sum(_("Realised, proof missing"), money_text(totals.unproven)),
    ]
    if totals.reported != ZERO:
        sums.append(Sum(_("Of which reported"), money_text(totals.reported)))
    if totals.accepted != ZERO:
        sums.append(Sum(_("Of which accepted"), money_text(totals.accepted)))
    if totals.beyond != ZERO:
        sums.append(Sum(_("Does not count"), money_text(totals.beyond)))
    if totals.rejected != ZERO:
        sums.append(Sum(_("Rejected"), money_text(totals.rejected)))
    return tuple(sums)
