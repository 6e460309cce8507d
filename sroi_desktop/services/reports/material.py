"""What a progress report is made from: the contract, its rules and every effort, up to a day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sroi_desktop.domain.effort import ACCEPTED, HAPPENED, TO_COME
from sroi_desktop.services import bookings, counts, owing, quantities
from sroi_desktop.services.counts import Under
from sroi_desktop.services.dossiers import clause_places

if TYPE_CHECKING:
    from datetime import date

    from sroi_desktop.domain.account import Totals
    from sroi_desktop.domain.contract import Contract
    from sroi_desktop.domain.derivation import Valuation
    from sroi_desktop.domain.effort import Effort
    from sroi_desktop.domain.money import Money
    from sroi_desktop.domain.obligation import Obligation
    from sroi_desktop.domain.quantities import Filled
    from sroi_desktop.domain.rules import RuleSet
    from sroi_desktop.services.bookings import Entry
    from sroi_desktop.services.counts import Count
    from sroi_desktop.services.desk import Desk


@dataclass(frozen=True, slots=True)
class Line:
    """One effort of the report, with what it was worth by the last day of the report."""

    count: Count

    @property
    def entry(self) -> Entry:
        """The share as it stands in the books."""
        return self.count.entry

    @property
    def so_far(self) -> Valuation:
        """What it was worth by the last day."""
        return self.count.so_far

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
        return self.count.adds

    @property
    def realised(self) -> Money:
        """The part that was realised by the report's last day."""
        return self.counts.realised

    @property
    def planned(self) -> Money:
        """The part that is still to come after the report's last day."""
        return self.counts.planned

    @property
    def beyond(self) -> Money:
        """The part that was realised and does not count: more than its category may fill."""
        return self.count.held.beyond

    @property
    def planned_beyond(self) -> Money:
        """The part that is planned and will not count."""
        return self.counts.beyond - self.beyond

    @property
    def done(self) -> Money:
        """What was realised, before any of it was found not to count."""
        return self.realised + self.beyond

    @property
    def to_come(self) -> Money:
        """What is still to come, before any of it was found not to count."""
        return self.planned + self.planned_beyond

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
    """What the parts of a report are made from.

    `filled` tells how far is filled what is owed in hours, years at full time or placements,
    `places` where the tender says what the contract asks.
    """

    by: Under
    owed: Obligation
    lines: tuple[Line, ...]
    day: date
    filled: tuple[Filled, ...] = ()
    places: tuple[str, ...] = ()

    @property
    def contract(self) -> Contract:
        """The contract that is reported on."""
        return self.by.contract

    @property
    def rules(self) -> RuleSet:
        """Its own copy of the rules."""
        return self.by.rules


def gather(desk: Desk, contract_id: int, day: date) -> Material:
    """Return what a report on a contract is made from, as it stands at the end of a day."""
    contract = desk.store.contract(contract_id)
    rules = desk.store.rule_set(contract_id)
    owed = owing.ledger(desk, day).owed(contract, rules)
    by = Under(contract, rules, owed.amount)
    entries = [
        entry
        for entry in bookings.entries(desk, contract_id)
        if entry.effort.state in HAPPENED | TO_COME
    ]
    lines = sorted(map(Line, counts.on(entries, by, day)), key=_in_order)
    filled = quantities.of_contract(desk, contract_id, day)
    return Material(by, owed, tuple(lines), day, filled, clause_places(desk, contract_id))


def _in_order(line: Line) -> tuple[date, str, int]:
    return line.effort.period.start, line.effort.title, line.effort.id or 0
