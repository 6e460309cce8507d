"""`value` and `obligation`: one figure with its derivation, without an administration."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from sroi_desktop.app.cli import arguments as args
from sroi_desktop.app.cli.output import Answer, amount, citations_data, steps_data, steps_lines
from sroi_desktop.domain import obligation, valuation
from sroi_desktop.domain.contract import Contract
from sroi_desktop.domain.effort import Effort
from sroi_desktop.domain.obligation import HUNDRED, Demand
from sroi_desktop.domain.periods import Period
from sroi_desktop.domain.rules import Basis, Category, NotePlace, ReferenceDate
from sroi_desktop.domain.rules.citing import behind_obligation, behind_value
from sroi_desktop.language import _
from sroi_desktop.language.citations import obligation_places, value_places
from sroi_desktop.language.derivations import assumption_text, not_counted_text
from sroi_desktop.language.labels import label
from sroi_desktop.language.numbers import money_text, number_text
from sroi_desktop.language.signals import signal_text

if TYPE_CHECKING:
    from argparse import Namespace
    from datetime import date

    from sroi_desktop.domain.money import Money
    from sroi_desktop.domain.obligation import Quantity
    from sroi_desktop.domain.rules import Block, RuleSet


def value(arguments: Namespace) -> Answer:
    """Value one effort under one block of a rule set."""
    rules = _judged(args.find_rules(arguments.rules), arguments.reference)
    effort = _effort(arguments, rules.block(arguments.block))
    found = valuation.value(effort, rules, _contract(arguments, rules))
    assumptions = [assumption_text(one) for one in found.assumptions]
    not_counted = [not_counted_text(one) for one in found.not_counted]
    return Answer(
        {
            "value": found.value.plain,
            "steps": steps_data(found.steps),
            "assumptions": assumptions,
            "not_counted": [
                {"reason": text, "kind": one.kind.value}
                for one, text in zip(found.not_counted, not_counted, strict=True)
            ],
            "sources": [source.url for source in rules.sources],
            "citations": citations_data(behind_value(rules, effort.block, found)),
        },
        (
            money_text(found.value),
            *steps_lines(found.steps),
            *(_("assumed: {text}").format(text=text) for text in assumptions),
            *(_("not counted: {text}").format(text=text) for text in not_counted),
            *value_places(rules, effort.block, found),
        ),
    )


def owed(arguments: Namespace) -> Answer:
    """Compute what is owed under a rule set."""
    rules = args.find_rules(arguments.rules)
    found = obligation.owed(_demand(arguments), rules.obligation)
    notes = (*found.notes, *rules.notes_on(NotePlace.OBLIGATION))
    signals = [signal_text(signal) for signal in found.signals]
    total = _("not known yet") if found.amount is None else money_text(found.amount)
    return Answer(
        {
            "amount": amount(found.amount),
            "steps": steps_data(found.steps),
            "signals": [
                {"kind": signal.kind.value, "text": text}
                for signal, text in zip(found.signals, signals, strict=True)
            ],
            "quantities": [_quantity(one) for one in found.quantities],
            "notes": list(notes),
            "citations": citations_data(behind_obligation(rules)),
        },
        (
            total,
            *steps_lines(found.steps),
            *map(_quantity_line, found.quantities),
            *signals,
            *notes,
            *obligation_places(rules),
        ),
    )


def _quantity_line(found: Quantity) -> str:
    number = _("not known yet") if found.amount is None else number_text(found.amount)
    return f"{label(found.unit)}: {number}"


def _quantity(found: Quantity) -> dict[str, object]:
    return {
        "unit": found.unit.value,
        "amount": None if found.amount is None else str(found.amount),
    }


def _judged(rules: RuleSet, reference: str | None) -> RuleSet:
    """Judge age on the reference date where one is given, whatever day the rules name."""
    if reference is None:
        return rules
    return replace(rules, counting=replace(rules.counting, reference=ReferenceDate.AWARD))


def _day(arguments: Namespace, name: str) -> date | None:
    text = getattr(arguments, name)
    return None if text is None else args.read_day(f"--{name.replace('_', '-')}", text)


def _number(arguments: Namespace, name: str) -> Fraction | None:
    text = getattr(arguments, name)
    return None if text is None else args.read_number(f"--{name.replace('_', '-')}", text)


def _money(arguments: Namespace, name: str) -> Money | None:
    text = getattr(arguments, name)
    return None if text is None else args.read_amount(f"--{name}", text)


def _contract(arguments: Namespace, rules: RuleSet) -> Contract:
    return Contract(
        "0",
        "",
        rules.publisher,
        rules.id,
        awarded_on=_day(arguments, "reference"),
        starts_on=_day(arguments, "contract_start"),
        ends_on=_day(arguments, "contract_end"),
        full_time_hours=_number(arguments, "full_time"),
    )


def _effort(arguments: Namespace, block: Block) -> Effort:
    hours = _number(arguments, "hours")
    by_hour = Basis.HOUR in block.unit.bases
    employees = arguments.employees
    start = args.read_day("--start", arguments.start)
    return Effort(
        block.kind,
        block.code,
        block.label,
        Period(start, args.read_day("--end", arguments.end)),
        hours_per_week=None if by_hour else hours,
        hours=hours if by_hour else None,
        employees=None if employees is None else args.read_whole("--employees", employees),
        quantity=_number(arguments, "quantity"),
        amount=_money(arguments, "amount"),
        born=_day(arguments, "born"),
        bonuses=tuple(arguments.bonus),
    )


def _demand(arguments: Namespace) -> Demand:
    labour = _percent(arguments, "labour_share")
    return Demand(
        category=Category(arguments.category),
        base=_money(arguments, "sum"),
        percentage=_percent(arguments, "percentage"),
        offered=_percent(arguments, "offered"),
        labour_share=None if labour is None else labour / HUNDRED,
        months=_number(arguments, "months"),
    )


def _percent(arguments: Namespace, name: str) -> Fraction | None:
    """Read a percentage from 0 to 100."""
    percent = _number(arguments, name)
    if percent is not None and percent > HUNDRED:
        option = f"--{name.replace('_', '-')}"
        raise args.ArgumentError(
            _("{option}: a percentage lies between 0 and 100.").format(option=option)
        )
    return percent
