"""For which contracts an effort counts: one, or shares that together are at most the whole."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction

from sroi_desktop.domain.allocation import PARTS, Allocation, in_proportion
from sroi_desktop.domain.contract import ENDED
from sroi_desktop.domain.effort import Effort
from sroi_desktop.domain.errors import DomainError, OverAllocatedError
from sroi_desktop.domain.money import ZERO
from sroi_desktop.language import _
from sroi_desktop.language.errors import error_text
from sroi_desktop.language.numbers import (
    money_text,
    number_text,
    period_text,
    whole_money_text,
)
from sroi_desktop.language.parsing import Fault, UnreadableError, parse_percent
from sroi_desktop.services.weighing import Place, weigh
from sroi_desktop.ui.booking.answers import Wrong
from sroi_desktop.ui.booking.form import Form, ShareTyped
from sroi_desktop.ui.booking.situation import Known, Situation

# More would be a list to search, not one to choose from: the rest is behind "another contract".
SHOWN = 6
_PARTS_PER_PERCENT = PARTS // 100
_WHOLE = Fraction(100)


@dataclass(frozen=True, slots=True)
class ContractRow:
    """A contract that the effort may count for, and what it would be worth there.

    `why_not` says why it cannot; such a row cannot be chosen.
    """

    contract_id: int
    title: str
    detail: str
    worth: str
    is_chosen: bool
    percent: str = ""
    wrong: str = ""
    why_not: str = ""


@dataclass(frozen=True, slots=True)
class Shares:
    """The shares as read: empty while one of them cannot be; `note` says what is the matter."""

    allocations: tuple[Allocation, ...] = ()
    wrong: dict[int, Wrong] | None = None
    note: str = ""
    too_much: bool = False


def offered(known: Known, form: Form) -> tuple[Place, ...]:
    """Return the contracts that can be chosen: what runs, and what was chosen already."""
    chosen = {form.contract, *(one.contract_id for one in form.shares)}
    return tuple(
        place
        for key, place in known.places.items()
        if place.contract.state not in ENDED or key in chosen
    )


def proposed_contract(known: Known) -> int | None:
    """Return the contract that is most likely meant: the largest of those that run today."""
    best = max(offered(known, Form()), key=lambda place: _likely(place, known), default=None)
    return None if best is None else best.contract.id


def _likely(place: Place, known: Known) -> tuple[bool, bool, int]:
    period = place.contract.period
    runs = period is not None and known.today in period
    total = place.contract.sum_excl_vat or place.contract.fixed_amount or ZERO
    return runs, bool(place.rules.blocks), total.cents


def shares(now: Situation, effort: Effort | None) -> Shares:
    """Return how the effort is divided; without an effort only what was typed is judged."""
    form = now.form
    if not form.is_shared:
        if effort is None or form.contract is None:
            return Shares()
        return Shares((Allocation(form.contract, effort.period, PARTS),))
    parts, wrong = _parts(form)
    claimed = sum(parts.values(), Fraction(0))
    if claimed > _WHOLE:
        text = error_text(OverAllocatedError(claimed / 100))
        return Shares(wrong=wrong, note=text, too_much=True)
    note = _left(claimed)
    if wrong or effort is None:
        return Shares(wrong=wrong, note=note)
    return Shares(
        tuple(
            Allocation(key, effort.period, int(percent * _PARTS_PER_PERCENT))
            for key, percent in parts.items()
            if percent
        ),
        wrong=wrong,
        note=note,
    )


def _parts(form: Form) -> tuple[dict[int, Fraction], dict[int, Wrong]]:
    parts: dict[int, Fraction] = {}
    wrong: dict[int, Wrong] = {}
    for key, typed in form.shares:
        try:
            parts[key] = parse_percent(typed)
        except UnreadableError as error:
            if error.fault is not Fault.EMPTY:
                wrong[key] = Wrong(error_text(error), error.readings)
    return parts, wrong


def _left(claimed: Fraction) -> str:
    if claimed == _WHOLE:
        return _("Together 100%: the whole effort counts.")
    return _("Together {percent}%; {left}% does not count anywhere yet.").format(
        percent=_percent(claimed), left=_percent(_WHOLE - claimed)
    )


def in_proportion_to_open(now: Situation, effort: Effort | None) -> Form:
    """Return the form with shares in proportion to what is open where the effort can count."""
    keys = [one.contract_id for one in now.form.shares]
    places = [now.known.places[key] for key in keys]
    if effort is not None:
        able = [place for place in places if knows(place, effort)]
        places = able or places
    parts = in_proportion([place.standing.open for place in places])
    percents = {
        place.contract.id: _percent(Fraction(part, _PARTS_PER_PERCENT))
        for place, part in zip(places, parts, strict=True)
    }
    typed = tuple(ShareTyped(key, percents.get(key, "0")) for key in keys)
    return replace(now.form, shares=typed)


def _percent(percent: Fraction) -> str:
    """Return a share as it can be typed: shares are kept in millionths, four decimals here."""
    return number_text(percent, 4)


def start_sharing(now: Situation) -> Form:
    """Return the form that divides: what was chosen, and the contract that fits it best."""
    form = now.form
    if form.shares or form.contract is None:
        return replace(form, is_shared=True)
    return replace(form, is_shared=True, shares=(ShareTyped(form.contract, "100"),))


def without(form: Form, contract_id: int) -> Form:
    """Return the form without a contract that took part; the last one stays.

    The rules that hold are those of the contract that they held of, while it takes part.
    """
    left = tuple(one for one in form.shares if one.contract_id != contract_id)
    if not left:
        return form
    keys = [one.contract_id for one in left]
    main = form.contract if form.contract in keys else keys[0]
    return replace(form, shares=left, contract=main)


def knows(place: Place, effort: Effort) -> bool:
    """Tell whether the rules of a contract have the row that the effort stands under."""
    return any(block.code == effort.block for block in place.rules.blocks)


def rows(now: Situation, effort: Effort | None, divided: Shares) -> tuple[ContractRow, ...]:
    """Return the contracts as rows: what was chosen, and those that are most likely meant."""
    form = now.form
    chosen = [one.contract_id for one in form.shares] if form.is_shared else [form.contract]
    known = [now.known.places[key] for key in chosen if key in now.known.places]
    if not form.is_shared:
        others = [one for one in offered(now.known, form) if one.contract.id != form.contract]
        others.sort(key=lambda place: _likely(place, now.known), reverse=True)
        known = _in_number_order([*known, *others][:SHOWN])
    return tuple(_row(now, place, effort, divided) for place in known)


def _in_number_order(places: list[Place]) -> list[Place]:
    """Keep the rows where they are when another one is chosen."""
    return sorted(places, key=lambda place: place.contract.number)


def _row(now: Situation, place: Place, effort: Effort | None, divided: Shares) -> ContractRow:
    contract, form = place.contract, now.form
    key = contract.id or 0
    wrong = (divided.wrong or {}).get(key)
    why_not = ""
    if effort is not None and not knows(place, effort):
        block = now.block
        why_not = _("The rules of this contract have no row “{name}”.").format(
            name=effort.block if block is None else block.label
        )
    return ContractRow(
        key,
        contract.title,
        _detail(place),
        "" if why_not else _worth(now, place, effort, divided),
        key == form.contract if not form.is_shared else True,
        form.share_of(key),
        "" if wrong is None else wrong.text,
        why_not,
    )


def _detail(place: Place) -> str:
    contract = place.contract
    parts = [contract.authority]
    if contract.period is not None:
        parts.append(period_text(contract.period))
    if place.standing.owed is not None:
        amount = whole_money_text(place.standing.open)
        parts.append(_("{amount} still open").format(amount=amount))
    return " · ".join(part for part in parts if part)


def _worth(now: Situation, place: Place, effort: Effort | None, divided: Shares) -> str:
    """Return what the effort, or the share of it, would be worth here."""
    if effort is None or place.contract.id is None:
        return ""
    share = Allocation(place.contract.id, effort.period, PARTS)
    if now.form.is_shared:
        own = [one for one in divided.allocations if one.contract_id == place.contract.id]
        if not own:
            return ""
        share = own[0]
    try:
        return money_text(weigh(effort, share, place, now.known.today).value)
    except DomainError:
        return ""
