"""Everything that was typed and chosen in the conversation, as it was typed. No Qt here.

Nothing is read or judged here: `reading` does that. A form goes to a draft and comes back
exactly, so that nothing typed is ever lost.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields, replace
from typing import TYPE_CHECKING

from sroi_desktop.domain.contract import FULL_SHARE
from sroi_desktop.domain.obligation import HUNDRED
from sroi_desktop.domain.rules import QuotaUnit
from sroi_desktop.language.numbers import (
    date_text,
    number_text,
    percent_text,
    short_money_text,
)

if TYPE_CHECKING:
    from datetime import date
    from fractions import Fraction

    from sroi_desktop.domain.contract import Contract
    from sroi_desktop.domain.money import Money
    from sroi_desktop.domain.obligation import Demand

CONTRACT, RULES, AMOUNT, DATES, CHECK = range(5)
STEPS = 5
UNKNOWN = "unknown"
WHOLE, PART = "whole", "part"
PERCENTAGE, FIXED, UNITS = "percentage", "amount", "units"
# The numbers that a contract may ask beside euros, and what each is counted in.
ASKED_IN = {
    "hours_asked": QuotaUnit.HOURS,
    "years_asked": QuotaUnit.FTE,
    "places_asked": QuotaUnit.PLACEMENTS,
}
# The rules of the contract itself, while it is changed.
OWN_COPY = "own-copy"
# Which step asks what; also the order in which a problem is looked for.
QUESTIONS = {
    CONTRACT: ("title", "authority", "number", "reference", "contact"),
    RULES: ("rules", "full_time"),
    AMOUNT: ("category", "part", "share", "sum", "bid", "wage", "turnover", "demand", "percentage",
             "amount", "hours_asked", "years_asked", "places_asked", "offered", "labour",
             "bid_on"),
    DATES: ("state", "awarded", "starts", "ends", "rhythm", "note"),
    CHECK: (),
}  # fmt: skip
VALUE = "value:"


@dataclass(frozen=True, slots=True)
class Form:
    """The answers; "" means that a question was not answered.

    `unknown` names the questions answered with "I don't know"; `sure` are amounts, in cents,
    that look like a slip and were confirmed. `values` are pairs of a row of one of the rule
    sets ("utrecht-v3|block:ww") and the amount typed for it. `clause` is the id of the clause
    whose answers this began with.
    """

    step: int = CONTRACT
    title: str = ""
    authority: str = ""
    number: str = ""
    reference: str = ""
    contact: str = ""
    rules: str = ""
    adjusts: bool = False
    full_time: str = ""
    category: str = ""
    part: str = WHOLE
    share: str = ""
    sum: str = ""
    bid: str = ""
    wage: str = ""
    turnover: str = ""
    demand: str = PERCENTAGE
    percentage: str = ""
    amount: str = ""
    hours_asked: str = ""
    years_asked: str = ""
    places_asked: str = ""
    offered: str = ""
    labour: str = ""
    bid_on: str = ""
    state: str = ""
    awarded: str = ""
    starts: str = ""
    ends: str = ""
    rhythm: str = ""
    note: str = ""
    unknown: tuple[str, ...] = ()
    sure: tuple[str, ...] = ()
    values: tuple[tuple[str, str], ...] = ()
    clause: str = ""

    def text(self, name: str) -> str:
        """Return the answer to a question, "" where it is not known."""
        return "" if name in self.unknown else str(getattr(self, name))

    def with_answer(self, name: str, text: str) -> Form:
        """Return the form with another answer to one question."""
        if name.startswith(VALUE):
            values = dict(self.values)
            values[name.removeprefix(VALUE)] = text
            return replace(self, values=tuple(values.items()))
        return replace(self, **{name: text})  # type: ignore[arg-type]

    def with_unknown(self, name: str, *, unknown: bool) -> Form:
        """Return the form with "I don't know" ticked or cleared for a question."""
        others = tuple(one for one in self.unknown if one != name)
        return replace(self, unknown=(*others, name) if unknown else others)

    def differs_from(self, other: Form) -> bool:
        """Tell whether anything else was answered, wherever both stand."""
        return replace(self, step=0) != replace(other, step=0)


def step_of(name: str) -> int:
    """Return the step that asks a question."""
    if name.startswith(VALUE):
        return RULES
    return next(step for step, names in QUESTIONS.items() if name in names)


def to_draft(form: Form) -> dict[str, object]:
    """Return a form as data that JSON can hold."""
    return asdict(form)


def from_draft(data: dict[str, object]) -> Form:
    """Return the form that a draft was made from.

    What another version wrote differently is left out: the rest of what was typed is worth
    more than a refusal.
    """
    blank = Form()
    known: dict[str, object] = {}
    for one in fields(Form):
        value, usual = data.get(one.name), getattr(blank, one.name)
        if one.name == "values":
            known[one.name] = _pairs(value)
        elif isinstance(usual, tuple):
            known[one.name] = tuple(map(str, value)) if isinstance(value, list | tuple) else ()
        elif type(value) is type(usual):
            known[one.name] = value
    form = Form(**known)  # type: ignore[arg-type]
    return replace(form, step=min(max(form.step, 0), STEPS - 1))


def _pairs(value: object) -> tuple[tuple[str, str], ...]:
    if not isinstance(value, list | tuple):
        return ()
    return tuple(
        (str(one[0]), str(one[1]))
        for one in value
        if isinstance(one, list | tuple) and len(one) == 2
    )


def of_contract(contract: Contract) -> Form:
    """Return the form as it would have been filled in for a contract."""
    share, fixed = contract.company_share, contract.fixed_amount
    return Form(
        title=contract.title,
        authority=contract.authority,
        number=contract.number,
        reference=contract.reference or "",
        contact=contract.contact_name or "",
        rules=OWN_COPY,
        full_time=_number(contract.full_time_hours),
        category="" if contract.category is None else contract.category.value,
        part=WHOLE if share == FULL_SHARE else PART,
        share="" if share == FULL_SHARE else percent_text(share * HUNDRED),
        sum=_money(contract.sum_excl_vat),
        bid=_money(contract.bid_sum),
        wage=_money(contract.wage_sum),
        turnover=_money(contract.expected_turnover),
        demand=_demand(contract),
        percentage=_percent(contract.percentage),
        amount=_money(fixed),
        hours_asked=_number(asked_in(contract, QuotaUnit.HOURS)),
        years_asked=_number(asked_in(contract, QuotaUnit.FTE)),
        places_asked=_number(asked_in(contract, QuotaUnit.PLACEMENTS)),
        offered=_percent(contract.offered_percentage),
        labour=_percent(_hundredfold(contract.labour_share)),
        bid_on=_date(contract.bid_on),
        state=contract.state.value,
        awarded=_date(contract.awarded_on),
        starts=_date(contract.starts_on),
        ends=_date(contract.ends_on),
        rhythm="" if contract.rhythm is None else contract.rhythm.value,
        note=contract.note or "",
    )


def _demand(contract: Contract) -> str:
    if contract.fixed_amount is not None:
        return FIXED
    return UNITS if contract.quotas and contract.percentage is None else PERCENTAGE


def asked_in(contract: Contract, unit: QuotaUnit) -> Fraction | None:
    """Return what a contract asks in a unit, once and not for every so many euros."""
    found = (one.amount for one in contract.quotas if one.unit is unit and one.per is None)
    return next(found, None)


def of_demand(authority: str | None, rule_set_id: str | None, demand: Demand | None) -> Form:
    """Return the form with what a tender calculation knew already."""
    form = Form(authority=authority or "", rules=rule_set_id or "")
    if demand is None:
        return form
    return replace(
        form,
        category="" if demand.category is None else demand.category.value,
        sum=_money(demand.base),
        demand=PERCENTAGE if demand.fixed is None else FIXED,
        percentage=_percent(demand.percentage),
        amount=_money(demand.fixed),
        offered=_percent(demand.offered),
        labour=_percent(_hundredfold(demand.labour_share)),
    )


def _hundredfold(share: Fraction | None) -> Fraction | None:
    return None if share is None else share * HUNDRED


def _money(amount: Money | None) -> str:
    return "" if amount is None else short_money_text(amount)


def _percent(percent: Fraction | None) -> str:
    return "" if percent is None else percent_text(percent)


def _number(number: Fraction | None) -> str:
    return "" if number is None else number_text(number)


def _date(day: date | None) -> str:
    return "" if day is None else date_text(day)
