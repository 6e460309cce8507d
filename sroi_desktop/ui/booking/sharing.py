"""For which contracts an effort counts: one, or shares that together are at most the whole."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction

from sroi_desktop.domain.allocation import PARTS, Allocation, in_proportion
from sroi_desktop.domain.contract import ENDED
from sroi_desktop.domain.dividing import spread
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
from sroi_desktop.ui.booking import parting
from sroi_desktop.ui.booking.answers import Wrong
from sroi_desktop.ui.booking.form import Form, ShareTyped
from sroi_desktop.ui.booking.parting import NO_PARTS, Parts
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
    part: int = 0


@dataclass(frozen=True, slots=True)
class Note:
    """How much of one part of the days is divided; `too_much` where that is above the whole."""

    text: str = ""
    too_much: bool = False


@dataclass(frozen=True, slots=True)
class Shares:
    """The shares as read: empty while one of them cannot be.

    `parts` are the days with shares of their own, `notes` say of each how much is divided, and
    `wrong` has what is the matter by contract and part.
    """

    allocations: tuple[Allocation, ...] = ()
    wrong: dict[tuple[int, int], Wrong] | None = None
    notes: tuple[Note, ...] = ()
    parts: Parts = NO_PARTS

    @property
    def too_much(self) -> bool:
        """Tell whether more than the whole is divided on any day."""
        return any(note.too_much for note in self.notes)

    @property
    def note(self) -> str:
        """What is the matter, or else how much is divided."""
        first = next((note.text for note in self.notes if note.too_much), "")
        return first or "\n".join(dict.fromkeys(note.text for note in self.notes))


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
        whole = Allocation(form.contract, effort.period, PARTS)
        return Shares((_as_it_counts(now, effort, whole),))
    parts = parting.read(form, None if effort is None else effort.period)
    typed, wrong = _typed(form)
    notes = tuple(_note(typed, parts, part) for part in range(len(form.cuts) + 1))
    found = Shares(wrong=wrong, notes=notes, parts=parts)
    if wrong or found.too_much or not parts.periods:
        return found
    millionths = {
        key: [int(typed.get((key, part), 0) * _PARTS_PER_PERCENT) for part in range(len(notes))]
        for key in form.sharing
    }
    allocations = spread(parts.periods, millionths)
    if effort is not None:
        allocations = tuple(_as_it_counts(now, effort, one) for one in allocations)
    return replace(found, allocations=allocations)


def _as_it_counts(now: Situation, effort: Effort, share: Allocation) -> Allocation:
    """Return a share with the reason why it does not count, where that still holds."""
    place = now.known.places.get(share.contract_id)
    return share if place is None else replace(share, set_aside=place.set_aside(effort))


def _typed(
    form: Form,
) -> tuple[dict[tuple[int, int], Fraction], dict[tuple[int, int], Wrong]]:
    read: dict[tuple[int, int], Fraction] = {}
    wrong: dict[tuple[int, int], Wrong] = {}
    for key, typed, part in form.shares:
        try:
            read[key, part] = parse_percent(typed)
        except UnreadableError as error:
            if error.fault is not Fault.EMPTY:
                wrong[key, part] = Wrong(error_text(error), error.readings)
    return read, wrong


def _note(typed: dict[tuple[int, int], Fraction], parts: Parts, part: int) -> Note:
    """Return how much of a part is divided: all, less, or more than there is."""
    claimed = sum((percent for (_key, of), percent in typed.items() if of == part), Fraction(0))
    if claimed > _WHOLE:
        day = parts.periods[part].start if len(parts.periods) > 1 else None
        return Note(error_text(OverAllocatedError(claimed / 100, day)), too_much=True)
    if claimed == _WHOLE:
        return Note(_("Together 100%: the whole effort counts."))
    text = _("Together {percent}%; {left}% does not count anywhere yet.")
    return Note(text.format(percent=_percent(claimed), left=_percent(_WHOLE - claimed)))


def in_proportion_to_open(now: Situation, effort: Effort | None) -> Form:
    """Return the form with shares in proportion to what is open where the effort can count."""
    keys = now.form.sharing
    places = [now.known.places[key] for key in keys]
    if effort is not None:
        able = [place for place in places if place.knows(effort)]
        places = able or places
    parts = in_proportion([place.standing.open for place in places])
    percents = {
        place.contract.id: _percent(Fraction(part, _PARTS_PER_PERCENT))
        for place, part in zip(places, parts, strict=True)
    }
    typed = tuple(
        ShareTyped(key, percents.get(key, "0"), part)
        for part in range(len(now.form.cuts) + 1)
        for key in keys
    )
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
    keys = list(dict.fromkeys(one.contract_id for one in left))
    main = form.contract if form.contract in keys else keys[0]
    return replace(form, shares=left, contract=main)


def rows(
    now: Situation, effort: Effort | None, divided: Shares, part: int = 0
) -> tuple[ContractRow, ...]:
    """Return the contracts as rows: what was chosen, and those that are most likely meant.

    Of an effort that is divided the rows are those of one part of its days.
    """
    form = now.form
    chosen = form.sharing if form.is_shared else (form.contract,)
    known = [now.known.places[key] for key in chosen if key in now.known.places]
    if not form.is_shared:
        others = [one for one in offered(now.known, form) if one.contract.id != form.contract]
        others.sort(key=lambda place: _likely(place, now.known), reverse=True)
        known = _in_number_order([*known, *others][:SHOWN])
    return tuple(_row(now, place, effort, divided, part) for place in known)


def _in_number_order(places: list[Place]) -> list[Place]:
    """Keep the rows where they are when another one is chosen."""
    return sorted(places, key=lambda place: place.contract.number)


def _row(
    now: Situation, place: Place, effort: Effort | None, divided: Shares, part: int
) -> ContractRow:
    contract, form = place.contract, now.form
    key = contract.id or 0
    wrong = (divided.wrong or {}).get((key, part))
    why_not = ""
    if effort is not None and not place.knows(effort):
        block = now.block
        why_not = _("The rules of this contract have no row “{name}”.").format(
            name=effort.block if block is None else block.label
        )
    return ContractRow(
        key,
        contract.title,
        _detail(place),
        "" if why_not else _worth(now, place, effort, divided, part),
        key == form.contract if not form.is_shared else True,
        form.share_of(key, part),
        "" if wrong is None else wrong.text,
        why_not,
        part,
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


def _worth(now: Situation, place: Place, effort: Effort | None, divided: Shares, part: int) -> str:
    """Return what the effort, or the share of it in one part of its days, would be worth here."""
    if effort is None or place.contract.id is None:
        return ""
    share = Allocation(place.contract.id, effort.period, PARTS)
    if now.form.is_shared:
        days = divided.parts.periods[part] if divided.allocations else effort.period
        own = [
            one
            for one in divided.allocations
            if one.contract_id == place.contract.id and days.start in one.period
        ]
        if not own:
            return ""
        share = replace(own[0], period=days)
    try:
        return money_text(weigh(effort, share, place, now.known.today).value)
    except DomainError:
        return ""
