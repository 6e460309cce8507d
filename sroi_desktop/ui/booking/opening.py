"""What the dialog starts with: what the administration knows, and an empty or a filled form."""

from __future__ import annotations

from datetime import date
from functools import partial

from sroi_desktop.domain.effort import Effort
from sroi_desktop.domain.periods import Period
from sroi_desktop.language.numbers import date_text, money_text, number_text
from sroi_desktop.services import duplicates, parties, weighing
from sroi_desktop.services.desk import Desk
from sroi_desktop.services.efforts import Opened
from sroi_desktop.ui.booking import buying, parting, sharing
from sroi_desktop.ui.booking.form import NEW, CostTyped, Form, ShareTyped
from sroi_desktop.ui.booking.questions import NO, UNKNOWN, YES
from sroi_desktop.ui.booking.situation import BY_AMOUNT, BY_HOURS, Known

_DECIMALS = 6
_PERCENT = 100


def known(desk: Desk, opened: Opened | None) -> Known:
    """Return what the dialog needs to know, read once."""
    effort = None if opened is None else opened.effort
    return Known(
        today=desk.today,
        places=weighing.places(desk, None if effort is None else effort.id),
        people=partial(parties.candidates, desk),
        suppliers=parties.suppliers(desk),
        effort=effort,
        pieces=() if opened is None else opened.pieces,
        reports=() if opened is None else tuple(one.number for one in opened.reports),
        look=partial(duplicates.traces, desk),
        apart=duplicates.apart(desk),
    )


def begun(known: Known, opened: Opened | None, contract_id: int | None) -> Form:
    """Return the form to begin with: for something new, or as an effort stands."""
    return empty(known, contract_id) if opened is None else filled(known, opened)


def empty(known: Known, contract_id: int | None) -> Form:
    """Return a form for something new, for a contract where one was named."""
    if contract_id not in known.places:
        contract_id = sharing.proposed_contract(known)
    return Form(contract=contract_id, candidate=NEW)


def filled(known: Known, opened: Opened) -> Form:
    """Return the form that says what an effort says."""
    effort, shares = opened.effort, opened.allocations
    main = shares[0].contract_id if shares else sharing.proposed_contract(known)
    parts = parting.cuts_of(opened)
    is_shared = len(shares) > 1 or len(parts) > 1 or any(one.share != 1 for one in shares)
    candidate = effort.candidate or ""
    form = Form(
        step=1,
        contract=main,
        kind=effort.kind.value,
        block=effort.block,
        candidate=candidate,
        role=_role(known, effort) if candidate else "",
        description="" if candidate else _description(known, effort),
        starts=date_text(effort.period.start),
        ends=_end(effort),
        hours_per_week=_number(effort.hours_per_week),
        hours_unknown=effort.hours_per_week is None and bool(candidate),
        worked_hours=_number(effort.worked_hours),
        wage_subsidy_until=_day(effort.wage_subsidy_until),
        counted_by=_counted_by(effort),
        employees=_number(effort.employees),
        hours=_number(effort.hours),
        quantity=_number(effort.quantity),
        amount="" if effort.amount is None else money_text(effort.amount),
        invoice_number=effort.invoice_number or "",
        supplier="" if effort.supplier_id is None else str(effort.supplier_id),
        worked_here_before=_WORKED[effort.worked_here_before],
        on_project=_WORKED[effort.on_project],
        bonuses=effort.bonuses,
        costs=tuple(CostTyped(code, money_text(cost)) for code, cost in effort.bonus_costs),
        born=_day(effort.born),
        state=effort.state.value,
        place=effort.place or "",
        note=effort.note or "",
        is_shared=is_shared,
        shares=_shares(opened, parts) if is_shared else (),
        cuts=tuple(date_text(part.start) for part in parts[1:]) if is_shared else (),
    )
    return buying.with_recognition(form, known.supplier(form.supplier))


def _shares(opened: Opened, parts: tuple[Period, ...]) -> tuple[ShareTyped, ...]:
    """Return the percentages of every contract in every part of the days."""
    keys = dict.fromkeys(one.contract_id for one in opened.allocations)
    return tuple(
        ShareTyped(key, _percent(opened, key, part), number)
        for number, part in enumerate(parts)
        for key in keys
    )


def _percent(opened: Opened, contract_id: int, part: Period) -> str:
    share = sum(
        one.share
        for one in opened.allocations
        if one.contract_id == contract_id and part.start in one.period
    )
    return number_text(share * _PERCENT, _DECIMALS) if share else ""


_WORKED = {True: YES, False: NO, None: UNKNOWN}


def _role(known: Known, effort: Effort) -> str:
    """Return the work: from the name of the effort, else what is known of the candidate."""
    start = f"{effort.candidate} · "
    if effort.title.startswith(start):
        role = effort.title.removeprefix(start)
        return "" if role == _usual(known, effort) else role
    candidate = known.candidate(effort.candidate or "")
    return "" if candidate is None else candidate.role or ""


def _description(known: Known, effort: Effort) -> str:
    """Return the name of an effort where it says more than would be there by itself."""
    supplier = known.supplier(str(effort.supplier_id))
    usual = _usual(known, effort) if supplier is None else supplier.name
    return "" if effort.title == usual else effort.title


def _usual(known: Known, effort: Effort) -> str:
    for place in known.places.values():
        for block in (*place.rules.blocks, *place.rules.left_over):
            if block.code == effort.block:
                return block.label
    return ""


def _end(effort: Effort) -> str:
    """Return the last day; one day is asked for once."""
    is_one_day = effort.period.start == effort.period.end and effort.candidate is None
    return "" if is_one_day else date_text(effort.period.end)


def _counted_by(effort: Effort) -> str:
    if effort.hours is not None:
        return BY_HOURS
    return BY_AMOUNT if effort.amount is not None else ""


def _number(number: object) -> str:
    return "" if number is None else number_text(number, _DECIMALS)  # type: ignore[arg-type]


def _day(day: date | None) -> str:
    return "" if day is None else date_text(day)
