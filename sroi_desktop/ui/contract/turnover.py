"""What is owed on turnover, and the invoices behind it: shown, added and changed. No Qt here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from sroi_desktop.domain import turnover
from sroi_desktop.domain.money import ZERO, Money
from sroi_desktop.domain.turnover import ForecastKind, Invoice
from sroi_desktop.language import _
from sroi_desktop.language.errors import error_text
from sroi_desktop.language.numbers import date_text, money_text, whole_money_text
from sroi_desktop.language.parsing import UnreadableError, parse_date, parse_money
from sroi_desktop.services import invoices
from sroi_desktop.ui.kit.content import FigureContent
from sroi_desktop.ui.kit.palette import Tone

if TYPE_CHECKING:
    from datetime import date

    from sroi_desktop.domain.guidance import Position
    from sroi_desktop.domain.turnover import Running
    from sroi_desktop.services.changes import Done
    from sroi_desktop.services.desk import Desk

TURNOVER = "turnover"
DATED, AMOUNT, NUMBER = "dated", "amount", "number"
FIELDS = (DATED, AMOUNT, NUMBER)
_MINUS = ("-", "\N{MINUS SIGN}", "\N{EN DASH}")


@dataclass(frozen=True, slots=True)
class InvoiceRow:
    """An invoice; the other fields sort it."""

    invoice_id: int
    dated: str
    number: str
    amount: str
    iso: str
    cents: int


@dataclass(frozen=True, slots=True)
class TurnoverContent:
    """The figures, how the forecast was made, and the invoices, the latest first."""

    figures: tuple[FigureContent, ...]
    note: str
    rows: tuple[InvoiceRow, ...]


class TurnoverView(Protocol):
    """What this part of the page asks of the screen."""

    def show_turnover(self, turnover: TurnoverContent) -> None:
        """Show what is owed on turnover, and the invoices."""

    def show_invoice(self, texts: tuple[str, str, str], *, is_change: bool) -> None:
        """Show an invoice in the fields; a change can be given up and the invoice removed."""

    def show_invoice_field(self, field: str, reading: str | None, error: str | None) -> None:
        """Show how a field was read, or what is wrong with it."""


def is_asked(position: Position) -> bool:
    """Tell whether the obligation of a contract grows with what is invoiced."""
    return turnover.applies(position.contract, position.rules.obligation)


class InvoiceKeeper:
    """Reads an invoice while it is typed, and keeps it; what was typed stays until then."""

    def __init__(
        self, view: TurnoverView, desk: Desk, do: Callable[[Callable[[], Done]], bool]
    ) -> None:
        self._view = view
        self._desk = desk
        self._do = do
        self._contract_id = 0
        self._shown: Invoice | None = None
        self._texts = dict.fromkeys(FIELDS, "")

    def load(self, contract_id: int) -> TurnoverContent:
        """Take another contract, or the same one again; return what the page shows."""
        if contract_id != self._contract_id:
            self._contract_id = contract_id
            self.leave_alone()
        kept = invoices.of_contract(self._desk, contract_id)
        if self._shown is not None and self._shown not in kept:  # changed or gone elsewhere
            self.leave_alone()
        return _content(invoices.running(self._desk, contract_id), kept)

    def choose(self, invoice_id: int) -> None:
        """Show an invoice in the fields, to change it."""
        kept = invoices.of_contract(self._desk, self._contract_id)
        self._shown = next(one for one in kept if one.id == invoice_id)
        one = self._shown
        self._texts = {
            DATED: date_text(one.dated),
            AMOUNT: _signed(one.amount),
            NUMBER: one.number or "",
        }
        self._show()

    def leave_alone(self) -> None:
        """Empty the fields, for a new invoice."""
        self._shown, self._texts = None, dict.fromkeys(FIELDS, "")
        self._show()

    def type(self, field: str, text: str) -> None:
        """Read a field while it is typed."""
        self._texts[field] = text
        self._view.show_invoice_field(field, self._reading(field), None)

    def leave(self, field: str) -> None:
        """Say what is wrong with a field, now that it was typed; an empty one may wait."""
        error = self._error(field) if self._texts[field].strip() else None
        self._view.show_invoice_field(field, self._reading(field), error)

    def keep(self) -> None:
        """Book the invoice, or its change."""
        errors = {field: self._error(field) for field in FIELDS}
        for field, error in errors.items():
            self._view.show_invoice_field(field, self._reading(field), error)
        if any(errors.values()):
            return
        number = self._texts[NUMBER].strip() or None
        day, amount = parse_date(self._texts[DATED]), _amount(self._texts[AMOUNT])
        typed = Invoice(day, amount, number, self._contract_id)
        shown, act = self._shown, invoices.add
        if shown is not None:
            typed, act = replace(typed, id=shown.id), invoices.change
        self._act(act, typed)

    def remove(self) -> None:
        """Take the invoice away that is shown."""
        if self._shown is not None:
            self._act(invoices.remove, self._shown)

    def _act(self, act: Callable[[Desk, Invoice], Done], invoice: Invoice) -> None:
        before = self._shown, self._texts
        self._shown, self._texts = None, dict.fromkeys(FIELDS, "")
        if not self._do(lambda: act(self._desk, invoice)):
            self._shown, self._texts = before
        self._show()

    def _show(self) -> None:
        texts = (self._texts[DATED], self._texts[AMOUNT], self._texts[NUMBER])
        self._view.show_invoice(texts, is_change=self._shown is not None)

    def _reading(self, field: str) -> str | None:
        text = self._texts[field]
        if field == NUMBER or self._error(field) is not None:
            return None
        return date_text(parse_date(text)) if field == DATED else _signed(_amount(text))

    def _error(self, field: str) -> str | None:
        text = self._texts[field]
        try:
            if field == DATED:
                return _too_late(parse_date(text), self._desk.today)
            if field == AMOUNT:
                _amount(text)
        except UnreadableError as error:
            return error_text(error)
        return None


def _too_late(day: date, today: date) -> str | None:
    if day <= today:
        return None
    return _("This day has not come yet. Book an invoice once it was sent.")


def _amount(text: str) -> Money:
    """Read an amount; a credit note has a minus before it."""
    bare = text.strip()
    if bare.startswith(_MINUS):
        return -parse_money(bare[1:])
    return parse_money(bare)


def _signed(amount: Money) -> str:
    return f"-{money_text(-amount)}" if amount.cents < 0 else money_text(amount)


def _content(running: Running | None, kept: tuple[Invoice, ...]) -> TurnoverContent:
    rows = tuple(
        InvoiceRow(
            one.id or 0,
            date_text(one.dated),
            one.number or "–",
            _signed(one.amount),
            one.dated.isoformat(),
            one.amount.cents,
        )
        for one in kept
    )
    if running is None:
        note = _("Book what you invoice, or fill in the turnover that you expect.")
        return TurnoverContent(_figures(None), note, rows)
    return TurnoverContent(_figures(running), _forecast_words(running.kind), rows)


def _figures(running: Running | None) -> tuple[FigureContent, ...]:
    if running is None:
        amounts: tuple[Money | None, ...] = (ZERO, None, None, None)
    else:
        amounts = (
            running.invoiced,
            running.forecast,
            running.to_date.amount,
            running.at_end.amount,
        )
    names = (
        (_("Invoiced so far"), _("excluding VAT"), None),
        (_("Expected turnover"), _("by the end of the contract"), None),
        (_("Owed so far"), _("of what was invoiced"), None),
        (_("Owed by the end"), _("this is what the standing counts with"), Tone.ACCENT),
    )
    return tuple(
        FigureContent(
            name, _("Not known") if amount is None else whole_money_text(amount), hint, tone
        )
        for (name, hint, tone), amount in zip(names, amounts, strict=True)
    )


def _forecast_words(kind: ForecastKind) -> str:
    return {
        ForecastKind.OWNER: _("The expected turnover is the one that you filled in."),
        ForecastKind.CONTRACT_SUM: _(
            "The expected turnover is the contract sum. Do you expect something else? Fill that in."
        ),
        ForecastKind.EVEN_PACE: _(
            "The expected turnover is what you invoiced so far, carried on at the same pace until "
            "the end of the contract."
        ),
        ForecastKind.INVOICED: _("The expected turnover is what you invoiced."),
    }[kind]
