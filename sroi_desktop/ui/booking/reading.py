"""From what was typed to an effort, as far as it can be read; nothing is shown or kept here."""

from __future__ import annotations

from dataclasses import dataclass, field, fields, replace
from datetime import date
from fractions import Fraction

from sroi_desktop.domain.effort import Effort, EffortState
from sroi_desktop.domain.errors import DomainError, HoursOutOfRangeError
from sroi_desktop.domain.factors import PRESUMED_FULL_TIME
from sroi_desktop.domain.money import Money
from sroi_desktop.domain.names import lies_in
from sroi_desktop.domain.parties import Supplier
from sroi_desktop.domain.periods import HOURS_PER_WEEK, Period, age_on
from sroi_desktop.domain.rules import Basis, Block, BonusUnit, EffortKind, TimeMethod
from sroi_desktop.language import _
from sroi_desktop.language.numbers import date_text, number_text
from sroi_desktop.language.steps import enumeration
from sroi_desktop.ui.booking import buying
from sroi_desktop.ui.booking.answers import Answers, Wrong
from sroi_desktop.ui.booking.form import NEW
from sroi_desktop.ui.booking.question import COST
from sroi_desktop.ui.booking.questions import NO, YES
from sroi_desktop.ui.booking.situation import BY_AMOUNT, BY_HOURS, Situation

YOUNGEST, OLDEST = 13, 100


@dataclass(frozen=True, slots=True)
class Reading:
    """What the form says.

    `effort` is None while something is lacking or wrong. `supplier` is one that is new.
    """

    effort: Effort | None
    answers: Answers
    role: str | None = None
    supplier: Supplier | None = None


@dataclass(slots=True)
class _Typed:
    """What was read so far, by the field of the effort that it goes into."""

    answers: Answers
    values: dict[str, object] = field(default_factory=dict)
    period: Period | None = None


def read(now: Situation) -> Reading:
    """Return what the form says under the rules that hold."""
    answers = Answers()
    form = now.form
    role = answers.text("role", form.role)
    if now.place is None:
        answers.lacks.append("contract")
    if now.kind is None:
        answers.lacks.append("kind")
        return Reading(None, answers)
    typed = _Typed(answers)
    _who(now, typed)
    _how_much(now, typed)
    _dates(now, typed)
    _extras(now, typed)
    typed.values["supplier_id"], supplier = buying.supplier(now, answers, typed.period)
    if now.kind is EffortKind.PURCHASE:  # no test for a BSN: invoice numbers may meet it too
        typed.values["invoice_number"] = form.invoice_number.strip() or None
    typed.values["title"] = title(now)
    effort = None
    if not answers.lacks and not answers.wrong and now.block is not None:
        effort = _effort(now, now.block, typed)
    return Reading(effort, answers, role, supplier)


def title(now: Situation) -> str:
    """Return the name under which the effort is known: a code and the work, or a description."""
    form, block = now.form, now.block
    usual = "" if block is None else block.label
    if now.is_about_a_person:
        return f"{now.code} · {form.role.strip() or usual}"
    if form.description.strip():
        return form.description.strip()
    if form.supplier == NEW:
        return form.supplier_name.strip() or usual
    supplier = now.known.supplier(form.supplier)
    return usual if supplier is None else supplier.name


def _who(now: Situation, typed: _Typed) -> None:
    form, answers = now.form, typed.answers
    typed.values["place"] = place = answers.text("place", form.place)
    _judge_place(now, answers, place)
    typed.values["note"] = answers.text("note", form.note)
    if now.is_about_a_person:
        typed.values["candidate"] = answers.text("candidate", now.code)
        if "candidate" not in answers.wrong:
            _known_code(now, answers)
    else:
        answers.text("description", form.description)
    if now.block is None:
        answers.lacks.append("block")


def _judge_place(now: Situation, answers: Answers, place: str | None) -> None:
    """Say so where the rules name the places that count, and this is none of them."""
    region = None if now.rules is None else now.rules.region
    if place is None or region is None or region.bound is False or not region.places:
        return
    if not lies_in(place, region.places):
        text = _("Check whether this counts: the rules name {places}.")
        answers.doubts["place"] = text.format(places=enumeration(region.places))


def _known_code(now: Situation, answers: Answers) -> None:
    if not now.code:
        answers.lacks.append("candidate")
    elif now.form.candidate != NEW and now.known.candidate(now.code) is None:
        answers.wrong["candidate"] = Wrong(_("Choose a code from the list."))


def _how_much(now: Situation, typed: _Typed) -> None:
    form, answers, values = now.form, typed.answers, typed.values
    if now.has_choice_of_basis:
        answers.read["counted_by"] = BY_HOURS if now.basis is Basis.HOUR else BY_AMOUNT
    match now.basis:
        case Basis.YEAR | Basis.MONTH | Basis.SCHOOL_YEAR:
            _working_time(now, typed)
        case Basis.HOUR:
            values["employees"] = answers.whole("employees", form.employees)
            values["hours"] = answers.number("hours", form.hours)
        case Basis.DAY:
            values["quantity"] = answers.number("quantity", form.quantity)
            values["amount"] = answers.money("amount", form.amount, needed=False)
        case Basis.PIECE:
            values["quantity"] = answers.number("quantity", form.quantity)
        case Basis.AMOUNT:
            values["amount"] = _paid(now, answers)
        case Basis.AGREED:
            values["amount"] = answers.money("amount", form.amount, needed=False)
        case None:
            pass


def _paid(now: Situation, answers: Answers) -> Money | None:
    amount = answers.money("amount", now.form.amount)
    owed = None if now.place is None else now.place.standing.owed
    if amount is not None and owed and amount > owed:
        answers.doubts["amount"] = _("This is more than the whole obligation. Is it right?")
    return amount


def _working_time(now: Situation, typed: _Typed) -> None:
    form, answers = now.form, typed.answers
    if not form.hours_unknown:
        hours = answers.number("hours_per_week", form.hours_per_week)
        if hours is not None:
            _judge_hours(now, answers, hours)
        typed.values["hours_per_week"] = hours
    rules = now.rules
    if rules is not None and rules.counting.method is TimeMethod.WORKED_HOURS:
        worked = answers.number("worked_hours", form.worked_hours, needed=False)
        typed.values["worked_hours"] = worked
    if now.asks_subsidy:
        until = answers.day("wage_subsidy_until", form.wage_subsidy_until, needed=False)
        typed.values["wage_subsidy_until"] = until


def _judge_hours(now: Situation, answers: Answers, hours: Fraction) -> None:
    if hours > HOURS_PER_WEEK:
        answers.refuse("hours_per_week", HoursOutOfRangeError(hours))
        return
    full_time = _full_time(now)
    if hours > full_time:
        text = _("Full time is {number} hours; hours above it do not count.")
        answers.doubts["hours_per_week"] = text.format(number=number_text(full_time))


def _full_time(now: Situation) -> Fraction:
    if now.place is None:
        return PRESUMED_FULL_TIME
    rules, contract = now.place.rules, now.place.contract
    return rules.full_time_hours or contract.full_time_hours or PRESUMED_FULL_TIME


def _dates(now: Situation, typed: _Typed) -> None:
    form, answers = now.form, typed.answers
    is_long = now.counts_time or (now.block is None and now.is_about_a_person)
    start = answers.day("starts", form.starts)
    end = answers.day("ends", form.ends, needed=is_long)
    if start is None or "ends" in answers.wrong:
        return
    if end is None and is_long:
        return
    try:
        period = Period(start, end or start)
    except DomainError as error:
        answers.refuse("ends", error)
        return
    typed.period = typed.values["period"] = period
    state = _state(now, answers, period)
    typed.values["state"], answers.read["state"] = state, state.value
    _judge_dates(now, answers, period)


def _judge_dates(now: Situation, answers: Answers, period: Period) -> None:
    contract = None if now.place is None else now.place.contract.period
    if contract is None or contract.common(period) is not None:
        return
    text = _("The contract runs from {start} to {end}: these days do not count for it.")
    answers.doubts["ends" if now.counts_time else "starts"] = text.format(
        start=date_text(contract.start), end=date_text(contract.end)
    )


def usual_state(now: Situation, start: date) -> EffortState:
    """Return where an effort stands by its dates: planned until the day on which it begins."""
    return EffortState.PLANNED if start > now.known.today else EffortState.REALISED


def _state(now: Situation, answers: Answers, period: Period) -> EffortState:
    if now.known.effort is not None and not now.asks_state:
        return now.known.effort.state
    if not now.form.state:
        return usual_state(now, period.start)
    state = EffortState(now.form.state)
    if state is EffortState.REALISED and period.start > now.known.today:
        answers.doubts["state"] = _("The start lies ahead: until then this counts as planned.")
    return state


def _extras(now: Situation, typed: _Typed) -> None:
    form, answers, values = now.form, typed.answers, typed.values
    offered = [one for one in now.bonuses if one.code in form.bonuses]
    values["bonuses"] = tuple(one.code for one in offered)
    costs = []
    for bonus in offered:
        if bonus.unit is BonusUnit.COST:
            cost = answers.money(f"{COST}{bonus.code}", form.cost_of(bonus.code))
            if cost is not None:
                costs.append((bonus.code, cost))
    values["bonus_costs"] = tuple(costs)
    if any(one.age is not None for one in now.bonuses):
        values["born"] = _born(now, answers)
    region = None if now.rules is None else now.rules.region
    if region is not None and region.on_project_share is not None:
        values["on_project"] = {YES: True, NO: False}.get(form.on_project)
    if now.counts_time and now.block is not None and now.block.min_months_out is not None:
        answer = form.worked_here_before
        values["worked_here_before"] = {YES: True, NO: False}.get(answer)


def _born(now: Situation, answers: Answers) -> date | None:
    born = answers.day("born", now.form.born, needed=False)
    if born is None:
        return None
    age = age_on(born, now.known.today)
    if not YOUNGEST <= age <= OLDEST:
        text = _("Someone born then is {age} years old. Check the year.").format(age=age)
        if born > now.known.today:
            text = _("This day lies ahead. Check the year.")
        answers.wrong["born"] = Wrong(text)
    return born


def _effort(now: Situation, block: Block, typed: _Typed) -> Effort | None:
    """Return the effort; one that is being changed keeps what this dialog does not ask."""
    values = {**_BLANK, **typed.values, "kind": block.kind, "block": block.code}
    try:
        if now.known.effort is None:
            return Effort(**values)  # type: ignore[arg-type]
        return replace(now.known.effort, **values)  # type: ignore[arg-type]
    except DomainError as error:
        typed.answers.refuse("block", error)
        return None


# What belongs to one kind of effort must not stay behind when it becomes one of another kind.
_BLANK: dict[str, object] = {
    one.name: one.default
    for one in fields(Effort)
    if one.name
    in {
        "candidate",
        "supplier_id",
        "hours_per_week",
        "worked_hours",
        "wage_subsidy_until",
        "employees",
        "hours",
        "quantity",
        "amount",
        "invoice_number",
        "born",
        "worked_here_before",
    }
}
