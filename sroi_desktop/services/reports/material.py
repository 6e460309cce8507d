"""What a progress report is made from: the contract, its rules and every effort, up to a day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sroi_desktop.domain import obligation
from sroi_desktop.domain.effort import ACCEPTED, HAPPENED, TO_COME
from sroi_desktop.services import bookings

if TYPE_CHECKING:
    from datetime import date

    from sroi_desktop.domain.account import Totals
    from sroi_desktop.domain.contract import Contract
    from sroi_desktop.domain.derivation import Valuation
    from sroi_desktop.domain.effort import Effort
    from sroi_desktop.domain.money import Money
    from sroi_desktop.domain.obligation import Obligation
    from sroi_desktop.domain.rules import RuleSet
    from sroi_desktop.services.bookings import Entry
    from sroi_desktop.services.desk import Desk


@dataclass(frozen=True, slots=True)
class Line:
    """One effort of the report, with what it was worth by the last day of the report."""

    entry: Entry
    so_far: Valuation

    @property
    def effort(self) -> Effort:
        """What was done."""
        return self.entry.effort

    @property
    def whole(self) -> Valuation:
        """What all of it is worth."""
        return self.entry.booked.valuation

    @property
    def counts(self) -> Totals:
        """What it adds to the totals on the report's last day."""
        return self.entry.counts(self.so_far.value)

    @property
    def realised(self) -> Money:
        """The part that was realised by the report's last day."""
        return self.counts.realised

    @property
    def planned(self) -> Money:
        """The part that is still to come after the report's last day."""
        return self.counts.planned

    @property
    def is_accepted(self) -> bool:
        """Tell whether the authority accepted it, wholly or in part."""
        return self.effort.state in ACCEPTED

    @property
    def lacking(self) -> tuple[str, ...]:
        """The codes of missing evidence; what the authority accepted needs no more."""
        return () if self.is_accepted else self.entry.booked.missing


@dataclass(frozen=True, slots=True)
class Material:
    """What the parts of a report are made from."""

    contract: Contract
    rules: RuleSet
    owed: Obligation
    lines: tuple[Line, ...]
    day: date


def gather(desk: Desk, contract_id: int, day: date) -> Material:
    """Return what a report on a contract is made from, as it stands at the end of a day."""
    contract = desk.store.contract(contract_id)
    rules = desk.store.rule_set(contract_id)
    lines = [
        Line(entry, bookings.worth_until(entry, rules, contract, day))
        for entry in bookings.entries(desk, contract_id)
        if entry.effort.state in HAPPENED | TO_COME
    ]
    lines.sort(key=_in_order)
    owed = obligation.of_contract(contract, rules)
    return Material(contract, rules, owed, tuple(lines), day)


def _in_order(line: Line) -> tuple[date, str, int]:
    return line.effort.period.start, line.effort.title, line.effort.id or 0
