"""The example company: made up, and booked through the same acts as a real one."""

from __future__ import annotations

import tempfile
import tomllib
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sroi_desktop.assets import resource
from sroi_desktop.domain.clause import Intake
from sroi_desktop.domain.clause.plain import answers_from_plain
from sroi_desktop.domain.contract import Contract, ContractState
from sroi_desktop.domain.effort import Effort, EffortState
from sroi_desktop.domain.money import Money
from sroi_desktop.domain.parties import Company, Supplier
from sroi_desktop.domain.periods import Period
from sroi_desktop.domain.rules import Category, Rhythm
from sroi_desktop.services import (
    bookings,
    clauses,
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
    from collections.abc import Callable
    from datetime import datetime

    from sroi_desktop.rulesets import Library

Table = dict[str, Any]
FIRST_DAY = date(2025, 1, 10)
LAST_DAY = date(2026, 10, 12)


@dataclass(slots=True)
class _Days:
    """The clock of the example company: it stands on the day of the act at hand."""

    day: date

    def today(self) -> date:
        return self.day

    def now(self) -> datetime:
        return FixedClock(self.day).now()


def write(path: Path, library: Library) -> None:
    """Write the example company to a new file, each act on its own day.

    Raises:
        KnownStorageError: the file is there already, or cannot be written.
    """
    data = tomllib.loads(resource("example", "example.toml").read_text(encoding="utf-8"))
    days = _Days(FIRST_DAY)
    store = create_store(path, days.now, who="voorbeeld")
    try:
        _Writer(Desk(store, library, days), data).write(days)
    except BaseException:
        store.close()
        path.unlink(missing_ok=True)  # half an example would only confuse
        raise
    store.close()


class _Writer:
    """Books what the data say, in the order of the calendar."""

    def __init__(self, desk: Desk, data: Table) -> None:
        self._desk = desk
        self._data = data
        self._contracts: dict[str, int] = {}
        self._suppliers: dict[str | None, int | None] = {}

    def write(self, days: _Days) -> None:
        companies.keep(self._desk, Company(**self._data["company"], example=True))
        for one in self._data["suppliers"]:
            added = parties.add_supplier(self._desk, Supplier(**one))
            self._suppliers[one["name"]] = added.id
        acts: list[tuple[date, Callable[[Table], None], Table]] = [
            *((one["awarded"], self._take_on, one) for one in self._data["contracts"]),
            *((_booked_on(one), self._book, one) for one in self._data["efforts"]),
            (self._data["report"]["issued"], self._report, self._data["report"]),
            (self._data["tender"]["read"], self._read, self._data["tender"]),
        ]
        for day, act, one in sorted(acts, key=_by_day):
            days.day = day
            act(one)

    def _take_on(self, one: Table) -> None:
        self._contracts[one["number"]] = _take_on(self._desk, one)

    def _book(self, one: Table) -> None:
        contract_id = self._contracts[one["contract"]]
        _book(self._desk, one, contract_id, self._suppliers.get(one.get("supplier")))

    def _read(self, one: Table) -> None:
        names = (one["title"], one["authority"], one["reference"], one["text"].strip())
        clauses.begin(self._desk, Intake(*names, answers_from_plain(one["answers"])))

    def _report(self, one: Table) -> None:
        variant, period = reports.Variant(one["variant"]), Period(one["from"], one["to"])
        reports.publish(self._desk, self._contracts[one["contract"]], variant, period)


def _by_day(act: tuple[date, Callable[[Table], None], Table]) -> date:
    return act[0]


def _booked_on(one: Table) -> date:
    """Return the day on which an effort is booked: when it is over, or has just begun."""
    start: date = one["start"]
    end: date = one["end"]
    return min(end if end <= LAST_DAY else start, LAST_DAY)


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


def _book(desk: Desk, one: Table, contract_id: int, supplier_id: int | None) -> None:
    block = desk.store.rule_set(contract_id).block(one["block"])
    effort = Effort(
        block.kind,
        block.code,
        one["title"],
        Period(one["start"], one["end"]),
        EffortState(one.get("state", "realised")),
        one.get("candidate"),
        supplier_id,
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
