"""What the table of one effort elsewhere shows, in words. No Qt here."""

from __future__ import annotations

from dataclasses import dataclass

from sroi_desktop.domain.likeness import Match
from sroi_desktop.domain.money import Money
from sroi_desktop.language import _
from sroi_desktop.language.derivations import assumption_text, edition_text, not_counted_text
from sroi_desktop.language.errors import error_text
from sroi_desktop.language.labels import label
from sroi_desktop.language.numbers import money_text
from sroi_desktop.services.elsewhere import Place, Row
from sroi_desktop.ui.kit.content import Act, Choice, DerivationContent
from sroi_desktop.ui.kit.palette import Tone

_NOTHING = "–"
_MARKS = {
    Match.SAME: ("circle-check", Tone.GOOD),
    Match.CHOSEN: ("pencil", Tone.INFO),
    Match.ALIKE: ("triangle-alert", Tone.WARNING),
    Match.NONE: ("circle-dashed", Tone.NEUTRAL),
}


@dataclass(frozen=True, slots=True)
class ElsewhereRow:
    """One line of the table; `cents` and `more` sort it."""

    key: str
    name: str
    detail: str
    block: str
    match: str
    icon: str
    tone: Tone
    value: str
    difference: str
    lost: str
    assumptions: int
    cents: int | None
    more: int | None


@dataclass(frozen=True, slots=True)
class NoteContent:
    """What is to be known of the chosen line; an empty text for nothing."""

    text: str
    tone: Tone = Tone.WARNING


@dataclass(frozen=True, slots=True)
class ChosenContent:
    """The chosen line: its row of the table, others to choose from, and how it was worked out.

    `way_back` undoes the choice of another row, None where none was chosen.
    """

    key: str
    title: str
    choices: tuple[Choice, ...]
    block: str | None
    note: NoteContent
    way_back: Act | None
    derivation: DerivationContent | None


def row_of(row: Row, base: Row) -> ElsewhereRow:
    """Return a place as a line; the difference is with what it is worth now."""
    found, value, now = row.worth.fit, row.worth.value, base.worth.value
    valuation = row.worth.valuation
    more = None if value is None or now is None else value.cents - now.cents
    is_base = row.place.key == base.place.key
    return ElsewhereRow(
        row.place.key,
        _name(row.place),
        _detail(row.place, is_base=is_base),
        _("choose a row") if found.block is None else found.block.label,
        label(found.match),
        *_MARKS[found.match],
        _NOTHING if value is None else money_text(value),
        _NOTHING if is_base or more is None else _difference(more),
        "; ".join(reasons(row)),
        0 if valuation is None else len(valuation.assumptions),
        None if value is None else value.cents,
        more,
    )


def _name(place: Place) -> str:
    if place.is_contract:
        return f"{place.contract.number} · {place.contract.title}"
    return place.rules.title


def _detail(place: Place, *, is_base: bool) -> str:
    if is_base:
        return _("counts for this now")
    if place.is_contract:
        return _("your contract, {authority}").format(authority=place.contract.authority)
    return edition_text(place.rules.publisher, place.rules.edition)


def _difference(cents: int) -> str:
    if not cents:
        return _("the same")
    sign = "+" if cents > 0 else "-"
    return f"{sign} {money_text(Money(abs(cents)))}"


def reasons(row: Row) -> list[str]:
    """Return what does not count at a place, and why there is no value."""
    worth = row.worth
    found = [] if worth.refusal is None else [error_text(worth.refusal)]
    if worth.fit.block is None:
        found.append(_("No row of this table looks like it."))
    found += [_("the bonus “{name}” does not exist here").format(name=name) for name in row.lost]
    if worth.valuation is not None:
        found += [not_counted_text(one) for one in worth.valuation.not_counted]
    return found


def assumptions(row: Row) -> tuple[str, ...]:
    """Return what had to be assumed at a place."""
    valuation = row.worth.valuation
    return () if valuation is None else tuple(map(assumption_text, valuation.assumptions))
