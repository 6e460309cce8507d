"""Commands on an administration file: `example`, `status`, `steps`, `report`, `verify`."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from sroi_desktop.app.cli.arguments import ArgumentError, read_day, read_file
from sroi_desktop.app.cli.output import REFUSED, Answer, amount
from sroi_desktop.domain.money import Money
from sroi_desktop.domain.periods import Period
from sroi_desktop.language import _
from sroi_desktop.language.numbers import short_money_text
from sroi_desktop.language.steps import next_step_words
from sroi_desktop.rulesets import load_library
from sroi_desktop.services import (
    administrations,
    example,
    invoices,
    positions,
    quantities,
    reports,
)
from sroi_desktop.services.desk import Desk
from sroi_desktop.system.clock import FixedClock, SystemClock

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator
    from fractions import Fraction

    from sroi_desktop.domain.guidance import NextStep, Position
    from sroi_desktop.domain.quantities import Filled
    from sroi_desktop.system.clock import Clock


def write_example(arguments: Namespace) -> Answer:
    """Write the example company to a new file."""
    path = read_file(arguments.file)
    example.write(path, load_library())
    return Answer({"path": str(path)}, (_("Example company written to {path}").format(path=path),))


def status(arguments: Namespace) -> Answer:
    """Show where every contract stands."""
    with _opened(arguments, read_only=True) as desk:
        found = positions.positions(desk)
        told: list[object] = [_position(one) | _beside(desk, one) for one in found]
    return Answer(
        {"contracts": told},
        tuple(_position_line(one) for one in found),
    )


def steps(arguments: Namespace) -> Answer:
    """Show what the owner should do next, what is most pressing first."""
    with _opened(arguments, read_only=True) as desk:
        found = positions.next_steps(desk)
        today = desk.today
    words = [next_step_words(step, today) for step in found]
    return Answer(
        {
            "steps": [
                _step(step, f"{said.title}. {said.reason}")
                for step, said in zip(found, words, strict=True)
            ]
        },
        tuple(f"{said.title}. {said.reason}" for said in words),
    )


def report(arguments: Namespace) -> Answer:
    """Issue a progress report and write its PDF."""
    period = Period(
        read_day("--from", arguments.period_from), read_day("--to", arguments.period_to)
    )
    out = read_file(arguments.out)
    with _opened(arguments) as desk:
        contract = desk.store.contract_by_number(arguments.contract)
        if contract is None or contract.id is None:
            known = ", ".join(one.number for one in desk.store.contracts()) or _("none")
            raise ArgumentError(
                _("There is no contract {number}. Known: {known}.").format(
                    number=arguments.contract, known=known
                )
            )
        issued = reports.publish(desk, contract.id, reports.Variant(arguments.variant), period, out)
    return Answer(
        {
            "number": issued.number,
            "path": str(out),
            "sha256": issued.sha256,
            "pages": issued.pages,
        },
        (_("Report {number} written to {path}").format(number=issued.number, path=out),),
    )


def verify(arguments: Namespace) -> Answer:
    """Check the file through and through; refused where anything is not in order."""
    with _opened(arguments, read_only=True) as desk:
        checks = desk.store.verify()
    is_sound = all(check.ok for check in checks)
    return Answer(
        {
            "ok": is_sound,
            "checks": [{"name": c.name, "ok": c.ok, "detail": c.detail} for c in checks],
        },
        tuple(f"{'ok ' if c.ok else 'NOT OK'} {c.name} {c.detail}".rstrip() for c in checks),
        0 if is_sound else REFUSED,
        () if is_sound else (_("The administration is not in order."),),
    )


@contextmanager
def _opened(arguments: Namespace, *, read_only: bool = False) -> Iterator[Desk]:
    """Open the file of a command, with today as the command says or the computer's."""
    today = getattr(arguments, "today", None)
    clock: Clock = SystemClock() if today is None else FixedClock(read_day("--today", today))
    store = administrations.open_file(read_file(arguments.file), clock, read_only=read_only)
    try:
        yield Desk(store, load_library(), clock)
    finally:
        store.close()


def _position(one: Position) -> dict[str, object]:
    totals = one.totals
    return {
        "number": one.contract.number,
        "title": one.contract.title,
        "obligation": amount(one.owed),
        "planned": totals.planned.plain,
        "realised": totals.realised.plain,
        "proven": totals.proven.plain,
        "reported": totals.reported.plain,
        "accepted": totals.accepted.plain,
        "open": amount(one.open),
        "not_counted": totals.beyond.plain,
    }


def _beside(desk: Desk, one: Position) -> dict[str, object]:
    """Return what is owed so far where that grows with turnover, and what is owed in units."""
    contract_id = one.contract.id or 0
    running = invoices.running(desk, contract_id)
    filled = quantities.of_contract(desk, contract_id)
    return {
        "obligation_to_date": None if running is None else amount(running.to_date.amount),
        "quantities": [_quantity(each) for each in filled],
    }


def _quantity(one: Filled) -> dict[str, object]:
    return {
        "unit": one.owed.unit.value,
        "owed": _number(one.owed.amount),
        "done": _number(one.done),
        "planned": _number(one.planned),
        "open": _number(one.open),
    }


def _number(number: Fraction | None) -> str | None:
    """Return a number with two decimals and a point, as amounts are written."""
    return None if number is None else Money.from_euros(number).plain


def _position_line(one: Position) -> str:
    unknown = _("not known yet")
    return _("{number} {title}: {realised} realised of {owed}, {open} open").format(
        number=one.contract.number,
        title=one.contract.title,
        realised=short_money_text(one.totals.realised),
        owed=unknown if one.owed is None else short_money_text(one.owed),
        open=unknown if one.open is None else short_money_text(one.open),
    )


def _step(step: NextStep, text: str) -> dict[str, object]:
    return {
        "kind": step.kind.value,
        "contract": step.contract_number,
        "due": step.due.isoformat() if step.due else None,
        "amount": amount(step.amount),
        "text": text,
    }
