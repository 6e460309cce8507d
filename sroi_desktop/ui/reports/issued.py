"""At the left of the reports page: what was issued, and the facts of the chosen report."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from sroi_desktop.language import _
from sroi_desktop.language.numbers import date_text, period_text
from sroi_desktop.services.reports import Issued
from sroi_desktop.ui.kit.boxes import Card
from sroi_desktop.ui.kit.messages import EmptyState
from sroi_desktop.ui.kit.tables import Column, TableView
from sroi_desktop.ui.kit.text import Muted, Text
from sroi_desktop.ui.reports import words


class IssuedDetail(Card):
    """The facts of one report. Its fingerprint proves that a copy is the report itself."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=16)
        self.setObjectName("reports.facts")
        self._values: list[Text] = []
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        names = (_("Contract"), _("Period"), _("People"), _("Fingerprint"))
        for line, name in enumerate(names):
            grid.addWidget(Muted(name, "small", wrap=False, parent=self), line, 0)
            value = Text("–", "small", wrap=True, parent=self)
            value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            grid.addWidget(value, line, 1)
            self._values.append(value)
        self.body.addLayout(grid)
        self.hide()

    def set_report(self, report: Issued | None) -> None:
        """Show the facts of a report."""
        self.setVisible(report is not None)
        if report is None:
            return
        facts = (
            report.contract_title,
            period_text(report.period),
            words.variant_text(report.variant),
            f"SHA-256 {report.sha256[: words.SHORT]}…",
        )
        for value, fact in zip(self._values, facts, strict=True):
            value.setText(fact)
        self._values[-1].setToolTip(report.sha256)


class IssuedReports(QWidget):
    """What was issued; a report that was issued never changes.

    Signals:
        chosen(object): the selected `Issued`, or None.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table: TableView[Issued] = TableView(
            _columns(),
            _id,
            name=_("Issued reports"),
            optional=("contract", "period"),
            parent=self,
        )
        self.table.setObjectName("reports.issued")
        self.table.set_empty(
            EmptyState(
                "stamp",
                _("Issued reports will be here"),
                _("You can look at them again, save a copy and print."),
                parent=self.table.viewport(),
            )
        )
        card = Card(self, padding=8)
        card.add(self.table)
        self._detail = IssuedDetail(self)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 4, 6, 4)
        body.setSpacing(12)
        body.addWidget(card, 1)
        body.addWidget(self._detail)
        self.table.selection_changed.connect(self._on_selection)

    @Slot()
    def _on_selection(self) -> None:
        chosen = self.table.selected_rows()
        report = chosen[0] if chosen else None
        self._detail.set_report(report)
        self.chosen.emit(report)


def _columns() -> tuple[Column[Issued], ...]:
    return (
        Column("number", _("Number"), _number, width=6.5, strong=True),
        Column("issued_on", _("Issued"), _issued_on, sort=_issued_sort, width=7),
        Column("contract", _("Contract"), _contract, width=9, stretch=True, hint=_contract),
        Column("period", _("Period"), _period, sort=_starts, width=13.5),
    )


def _id(report: Issued) -> int:
    return report.id


def _number(report: Issued) -> str:
    return report.number


def _issued_on(report: Issued) -> str:
    return date_text(report.issued_on)


def _issued_sort(report: Issued) -> str:
    return report.issued_on.isoformat()


def _contract(report: Issued) -> str:
    return report.contract_title


def _period(report: Issued) -> str:
    return period_text(report.period)


def _starts(report: Issued) -> str:
    return report.period.start.isoformat()
