"""The example company: made up, and booked through the same acts as a real one."""

from __future__ import annotations

import tempfile
import tomllib
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sroi_desktop.assets import resource
from sroi_desktop.domain.contract import Contract, ContractState
from sroi_desktop.domain.effort import Effort, EffortState
from sroi_desktop.domain.money import Money
from sroi_desktop.domain.parties import Company, Supplier
from sroi_desktop.domain.periods import Period
from sroi_desktop.domain.rules import Category, Rhythm
from sroi_desktop.services import (
    bookings,
    companies,
    contracts,
    efforts,
    evidence,
    parties,
    reports,
)
from sroi_desktop.services.desk import Desk
from sroi_desktop.storage import create_store
from sroi_desktop.system.clock import FixedClock

if TYPE_CHECKING:
    from datetime import datetime

    from sroi_desktop.rulesets import Library
    from sroi_desktop.storage import Store

Table = dict[str, Any]
LAST_DAY = date(2026, 10, 12)


@dataclass(slots=True)
class _Calendar:
    """The day on which the example company does its next act."""

    clock: FixedClock

    def now(self) -> datetime:
        return self.clock.now()


def write(path: Path, library: Library) -> None:
    """Write the example company to a new file.

    Raises:
        KnownStorageError: the file is there already, or cannot be written.
    """
    calendar = _Calendar(FixedClock(date(2025, 11, 20)))
    with create_store(path, calendar.now, who="voorbeeld") as store:
        _fill(store, library, calendar, _read())


def _read() -> Table:
    return tomllib.loads(resource("example", "example.toml").read_text(encoding="utf-8"))


def _fill(store: Store, library: Library, calendar: _Calendar, data: Table) -> None:
    desk = Desk(store, library, calendar.clock)
    companies.keep(desk, Company(**data["company"], example=True))
    suppliers: dict[str | None, int | None] = {
        one["name"]: parties.add_supplier(desk, Supplier(**one)).id for one in data["suppliers"]
    }
    ids = {one["number"]: _take_on(desk, one) for one in data["contracts"]}
    for one in data["efforts"]:
        _book(desk, one, ids, suppliers)
    issued = data["report"]
    calendar.clock = FixedClock(issued["issued"])
    desk = replace(desk, clock=calendar.clock)
    variant, period = reports.Variant(issued["variant"]), Period(issued["from"], issued["to"])
    reports.publish(desk, ids[issued["contract"]], variant, period)
    calendar.clock = FixedClock(LAST_DAY)
    desk = replace(desk, clock=calendar.clock)
    for one in data["later"]:
        _book(desk, one, ids, suppliers)


def _take_on(desk: Desk, one: Table) -> int:
    contract = Contract(
        one["number"],
        one["title"],
        one["authority"],
        one["rules"],
        ContractState(one["state"]),
        one.get("reference"),
        Category(one["category"]),
        Money.from_euros(Fraction(one["sum"])),
        Fraction(one["percentage"]),
        awarded_on=one["awarded"],
        starts_on=one["starts"],
        ends_on=one["ends"],
        rhythm=Rhythm(one["rhythm"]),
        contact_name=one.get("contact_name"),
        contact_made_on=one["contact_made"],
        plan_sent_on=one["plan_sent"],
        plan_agreed_on=one["plan_agreed"],
    )
    done = contracts.take_on(desk, contract, desk.library.get(one["rules"]))
    return _known(done.id)


def _book(
    desk: Desk, one: Table, ids: dict[str, int], suppliers: dict[str | None, int | None]
) -> None:
    contract_id = ids[one["contract"]]
    block = desk.store.rule_set(contract_id).block(one["block"])
    effort = Effort(
        block.kind,
        block.code,
        one["title"],
        Period(one["start"], one["end"]),
        EffortState(one.get("state", "realised")),
        one.get("candidate"),
        suppliers.get(one.get("supplier")),
        _fraction(one.get("hours_per_week")),
        employees=one.get("employees"),
        hours=_fraction(one.get("hours")),
        amount=Money.from_euros(Fraction(one["amount"])) if "amount" in one else None,
        born=one.get("born"),
        bonuses=tuple(one.get("bonuses", ())),
    )
    done = efforts.record(desk, effort, [bookings.whole_for(contract_id, effort)])
    _prove(desk, _known(done.id), contract_id, one)


def _prove(desk: Desk, effort_id: int, contract_id: int, one: Table) -> None:
    """Add evidence: all that is asked, only the first piece, or none."""
    rules = desk.store.rule_set(contract_id)
    wanted = rules.requirements(rules.block(one["block"]))
    wanted = {"all": wanted, "first": wanted[:1], "none": ()}[one["evidence"]]
    with tempfile.TemporaryDirectory() as folder:
        for number, requirement in enumerate(wanted):
            if number % 2:
                evidence.note_seen(
                    desk,
                    effort_id,
                    requirement.code,
                    title=requirement.label,
                    seen_by="M. van Dijk",
                    seen_on=one["start"],
                )
                continue
            path = Path(folder) / f"{requirement.code}.pdf"
            path.write_bytes(resource("example", "document.pdf").read_bytes())
            evidence.attach(
                desk,
                effort_id,
                requirement.code,
                path,
                title=requirement.label,
                dated=one["start"],
            )


def _fraction(number: int | str | None) -> Fraction | None:
    return None if number is None else Fraction(number)


def _known(number: int | None) -> int:
    if number is None:
        raise RuntimeError("a kept row always has an id")
    return number
