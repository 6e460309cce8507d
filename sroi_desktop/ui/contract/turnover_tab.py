"""The tab of a contract whose obligation grows with what is invoiced."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from sroi_desktop.language import _
from sroi_desktop.ui.contract.standing_tab import EvenFigures
from sroi_desktop.ui.contract.turnover import AMOUNT, DATED, NUMBER, InvoiceRow, TurnoverContent
from sroi_desktop.ui.kit.boxes import STRETCH, Card, ScrolledPage
from sroi_desktop.ui.kit.buttons import ActButton, Button
from sroi_desktop.ui.kit.content import Act
from sroi_desktop.ui.kit.fields import DateField, MoneyField, TextField
from sroi_desktop.ui.kit.flow import Columns, Wrap
from sroi_desktop.ui.kit.tables import Align, Column, ShortTable
from sroi_desktop.ui.kit.text import Muted, SectionTitle


class TurnoverTab(ScrolledPage):
    """What was invoiced, what is owed on it, and the fields for one invoice.

    Signals:
        act_chosen(str): key of an act.
        field_typed(str, str): a field and its text.
        field_left(str): a field that the user is done with.
        keep_asked(), cancel_asked(), remove_asked(): what is to be done with the invoice.
        invoice_chosen(int): an invoice of the list.
    """

    act_chosen = Signal(str)
    field_typed = Signal(str, str)
    field_left = Signal(str)
    keep_asked = Signal()
    cancel_asked = Signal()
    remove_asked = Signal()
    invoice_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._figures = EvenFigures(self, narrowest=11.2)
        self._note = Muted(parent=self)
        expect = Act("edit", _("Change the expected turnover"), kind="link")
        self._expect = ActButton(expect, parent=self)
        self._title = SectionTitle("", parent=self)
        self._fields = {
            DATED: DateField(_("&Date of the invoice"), name="contract.invoice.dated"),
            AMOUNT: MoneyField(
                _("A&mount, excluding VAT"),
                name="contract.invoice.amount",
                hint=_("Put a minus before a credit note."),
            ),
            NUMBER: TextField(_("Invoice n&umber"), name="contract.invoice.number", optional=True),
        }
        self._keep = Button("", icon_name="check", parent=self)
        self._keep.setObjectName("contract.invoice.keep")
        self._cancel = Button(_("&Leave as it is"), parent=self)
        self._cancel.setObjectName("contract.invoice.cancel")
        self._remove = Button(_("&Remove invoice"), "danger", icon_name="trash-2", parent=self)
        self._remove.setObjectName("contract.invoice.remove")
        self._table = _table(self)
        self._table.setObjectName("contract.invoices")
        self._none = Muted(_("What you invoice under this contract will be here."), parent=self)
        self._build()
        self._connect()
        self.show_invoice(("", "", ""), is_change=False)

    def show_content(self, content: TurnoverContent) -> None:
        """Show the figures and the invoices."""
        self._figures.set_figures(content.figures)
        self._note.setText(content.note)
        self._table.set_rows(content.rows)
        self._table.setVisible(bool(content.rows))
        self._none.setVisible(not content.rows)

    def show_invoice(self, texts: tuple[str, str, str], *, is_change: bool) -> None:
        """Show an invoice in the fields."""
        for field, text in zip(self._fields.values(), texts, strict=True):
            field.set_text(text)
            field.set_error(None)
        self._title.setText(_("Change the invoice") if is_change else _("Book an invoice"))
        self._keep.setText(_("&Keep the change") if is_change else _("&Add invoice"))
        self._cancel.setVisible(is_change)
        self._remove.setVisible(is_change)
        if is_change:
            self._fields[DATED].focus()

    def show_field(self, name: str, reading: str | None, error: str | None) -> None:
        """Show how a field was read, or what is wrong with it."""
        self._fields[name].set_error(error)
        self._fields[name].show_reading(reading)

    def _build(self) -> None:
        owed = Card(self)
        owed.add(self._figures, self._note)
        owed.add_row(self._expect, STRETCH)
        fields = Columns(self, narrowest=12, most=3, spacing=18)
        fields.add(*self._fields.values())
        buttons = Wrap(self, spacing=10)
        buttons.add(self._keep, self._cancel, self._remove)
        kept = Card(self)
        kept.add(self._title, fields, buttons)
        listed = Card(self)
        listed.add(SectionTitle(_("Invoices"), parent=self), self._table, self._none)
        self.add(owed, kept, listed, STRETCH)

    def _connect(self) -> None:
        self._expect.act_chosen.connect(self.act_chosen)
        self._keep.clicked.connect(self.keep_asked)
        self._cancel.clicked.connect(self.cancel_asked)
        self._remove.clicked.connect(self.remove_asked)
        self._table.row_opened.connect(self._on_row)
        for field in self._fields.values():
            field.changed.connect(self._on_changed)
            field.finished.connect(self._on_finished)

    def _name_of(self, sender: object) -> str:
        return next(name for name, field in self._fields.items() if field is sender)

    @Slot()
    def _on_changed(self) -> None:
        name = self._name_of(self.sender())
        self._fields[name].set_error(None)
        self.field_typed.emit(name, self._fields[name].text())

    @Slot()
    def _on_finished(self) -> None:
        self.field_left.emit(self._name_of(self.sender()))

    @Slot(object)
    def _on_row(self, row: InvoiceRow) -> None:
        self.invoice_chosen.emit(row.invoice_id)


def _invoice_id(row: InvoiceRow) -> int:
    return row.invoice_id


def _dated(row: InvoiceRow) -> str:
    return row.dated


def _iso(row: InvoiceRow) -> str:
    return row.iso


def _number(row: InvoiceRow) -> str:
    return row.number


def _amount(row: InvoiceRow) -> str:
    return row.amount


def _cents(row: InvoiceRow) -> int:
    return row.cents


def _table(parent: QWidget) -> ShortTable[InvoiceRow]:
    columns = (
        Column("dated", _("Date"), _dated, _iso, width=8, strong=True),
        Column("number", _("Invoice number"), _number, width=10, stretch=True),
        Column("amount", _("Amount"), _amount, _cents, width=9, align=Align.END, strong=True),
    )
    return ShortTable(columns, _invoice_id, name=_("Invoices"), parent=parent)
