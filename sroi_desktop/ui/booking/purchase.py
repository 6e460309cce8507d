"""What is asked about a purchase: from whom, and why that supplier counts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from sroi_desktop.domain.rules import EffortKind
from sroi_desktop.language import _
from sroi_desktop.language.numbers import percent_text
from sroi_desktop.ui.booking import buying
from sroi_desktop.ui.booking.form import NEW
from sroi_desktop.ui.booking.question import Question
from sroi_desktop.ui.booking.situation import Situation
from sroi_desktop.ui.kit.content import Choice

HUNDRED = 100


def supplier(now: Situation) -> Iterator[Question]:
    """Ask from whom it was bought, and what is known of that supplier."""
    if now.kind is not EffortKind.PURCHASE:
        return
    choices = [Choice(str(one.id), one.name) for one in now.known.suppliers]
    choices.append(Choice(NEW, _("A new supplier")))
    yield Question(
        "supplier",
        _("From &whom?"),
        _("A social enterprise or sheltered workplace."),
        choices=tuple(choices),
    )
    if now.form.supplier == NEW:
        yield Question("supplier_name", _("Name of the s&upplier"))
    asked = buying.asked(now)
    yield from (one for one in _recognition(now) if one.name in asked)


def _recognition(now: Situation) -> Iterator[Question]:
    """Yield all that can be asked about a recognition, and about what the rules look at instead."""
    rows = () if now.rules is None else now.rules.recognition
    yield Question(
        "scheme", _("&Recognition"), _("Such as PSO, or a list of the region."), optional=True
    )
    yield Question("issuer", _("Issued b&y"), optional=True)
    hint = _("The recognition must hold on the day of the invoice.")
    yield Question("valid_until", _("Valid un&til"), hint, optional=True)
    hint = _least((row.aspirant, row.target_group_share) for row in rows)
    yield Question("target_share", _("Staff from the tar&get group"), hint, optional=True)
    hint = _least((row.aspirant, row.market_income_share) for row in rows)
    yield Question("market_share", _("Income from the mar&ket"), hint, optional=True)
    hint = _("The rules ask for a seat in the region.")
    yield Question("seat", _("Town of the s&eat"), hint, optional=True)
    hint = _("Only for an enterprise that does not meet the conditions yet.")
    yield Question("aspirant_since", _("A&spirant since"), hint, optional=True)


def _least(rows: Iterable[tuple[bool, Fraction | None]]) -> str:
    """Return what the rules ask for: "At least 30%; as an aspirant 15%."."""
    told = []
    for aspirant, share in rows:
        if share is not None:
            text = _("as an aspirant {share}") if aspirant else _("at least {share}")
            told.append(text.format(share=percent_text(share * HUNDRED)))
    words = "; ".join(told)
    return f"{words[:1].upper()}{words[1:]}." if words else ""


def invoice(now: Situation) -> Iterator[Question]:
    """Ask for the number of the invoice."""
    if now.kind is EffortKind.PURCHASE:
        hint = _("So that the same invoice is not booked twice.")
        yield Question("invoice_number", _("Invoice nu&mber"), hint, optional=True)
