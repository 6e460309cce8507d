"""What a progress report is made from: the contract, its rules and every effort, up to a day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sroi_desktop.domain import obligation
from sroi_desktop.domain.derivation import NOTHING
from sroi_desktop.domain.effort import HAPPENED, TO_COME
from sroi_desktop.services import progress

if TYPE_CHECKING:
    from datetime import date

    from sroi_desktop.domain.allocation import Booked
    from sroi_desktop.domain.contract import Contract
    from sroi_desktop.domain.derivation import Valuation
    from sroi_desktop.domain.effort import Effort
    from sroi_desktop.domain.money import Money
    from sroi_desktop.domain.obligation import Obligation
    from sroi_desktop.domain.rules import RuleSet
    from sroi_desktop.services.desk import Desk


@dataclass(frozen=True, slots=True)
class Line:
    """One effort of the report with the part that was realised by its last day."""

    effort: Effort
    booked: Booked
    so_far: Valuation

    @property
    def realised(self) -> Money:
        """The part that was realised by the report's last day."""
        return self.so_far.value

    @property
    def planned(self) -> Money:
        """The part that is still to come after the report's last day."""
        return self.booked.valuation.value - self.realised


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
    lines = []
    for effort, booked in desk.store.booked(contract_id):
        if effort.state in HAPPENED:
            so_far = progress.valued_so_far(effort, booked, contract, rules, day)
            lines.append(Line(effort, booked, so_far))
        elif effort.state in TO_COME:
            lines.append(Line(effort, booked, NOTHING))
    lines.sort(key=_in_order)
    owed = obligation.of_contract(contract, rules)
    return Material(contract, rules, owed, tuple(lines), day)


def _in_order(line: Line) -> tuple[date, str, int]:
    return line.effort.period.start, line.effort.title, line.effort.id or 0
