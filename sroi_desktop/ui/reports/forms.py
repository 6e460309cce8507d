"""At the left of the reports page: the questions about a new report, and what is lacking."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sroi_desktop.language import _
from sroi_desktop.ui.kit.boxes import STRETCH, Card, ScrolledPage, Separator, clear_layout, row
from sroi_desktop.ui.kit.buttons import LinkButton
from sroi_desktop.ui.kit.content import Choice
from sroi_desktop.ui.kit.fields import ChoiceField, DateField, OptionsField
from sroi_desktop.ui.kit.flow import Columns
from sroi_desktop.ui.kit.messages import Banner
from sroi_desktop.ui.kit.palette import Tone
from sroi_desktop.ui.kit.text import IconLabel, SectionTitle, Text
from sroi_desktop.ui.reports.content import CheckRow, DraftContent, Wanted


class CheckLine(QWidget):
    """One point that is not complete, with a way to where it can be.

    Signals:
        act_chosen(str): key of the point.
    """

    act_chosen = Signal(str)

    def __init__(self, content: CheckRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = content.key
        lines = QVBoxLayout()
        lines.setSpacing(2)
        lines.addWidget(Text(content.text, "small", wrap=True, parent=self))
        if content.act:
            link = LinkButton(content.act, small=True, parent=self)
            link.setObjectName(f"reports.check.{content.key}")
            link.setAccessibleDescription(content.text)
            link.clicked.connect(self._on_link)
            lines.addLayout(row(link, STRETCH))
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(10)
        mark = IconLabel("circle-dashed", Tone.WARNING, size=16, parent=self)
        across.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        across.addLayout(lines, 1)

    @Slot()
    def _on_link(self) -> None:
        self.act_chosen.emit(self._key)


class NewReport(ScrolledPage):
    """The questions about a new report, and what to look at before it goes out.

    Signals:
        contract_chosen(str), variant_chosen(str): key of the choice.
        dates_typed(str, str), dates_finished(): the days of the report.
        check_chosen(str): key of a point of the check list.
    """

    contract_chosen = Signal(str)
    variant_chosen = Signal(str)
    dates_typed = Signal(str, str)
    dates_finished = Signal()
    check_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, margins=(0, 4, 6, 4), spacing=14)
        inside = self.content
        self._wanted = Wanted()
        self._contract = ChoiceField(
            _("&Contract"), name="reports.contract", searchable=True, parent=inside
        )
        self._starts = DateField(_("&From"), name="reports.starts", parent=inside)
        self._ends = DateField(_("&Until"), name="reports.ends", parent=inside)
        self._variant = OptionsField(
            _("What does it tell about people?"),
            (
                Choice("anonymous", _("Nothing (anonymous)")),
                Choice("pseudonymous", _("Their codes, such as K-01")),
            ),
            name="reports.variant",
            parent=inside,
        )
        self._contains = Banner("", Tone.ACCENT, icon="shield-check", parent=inside)
        self._contains.setObjectName("reports.contains")
        self._checks = Card(inside, padding=16, spacing=12)
        self._checks.setObjectName("reports.checks")
        self._title = SectionTitle(_("Not complete yet"), role="heading", parent=self._checks)
        self._list = QVBoxLayout()
        self._list.setSpacing(10)
        self._checks.add(self._title, self._list)
        questions = Card(inside, padding=16, spacing=14)
        days = Columns(questions, narrowest=9, most=2)
        days.add(self._starts, self._ends)
        questions.add(self._contract, days, self._variant)
        self.add(questions, self._contains, self._checks)
        self.body.addStretch(1)
        self._connect()

    def set_contracts(self, contracts: tuple[Choice, ...]) -> None:
        """Offer these contracts."""
        self._contract.set_choices(contracts)

    def set_wanted(self, wanted: Wanted) -> None:
        """Show which report is asked for."""
        self._wanted = wanted
        self._contract.set_value(wanted.contract)
        self._starts.set_text(wanted.starts)
        self._ends.set_text(wanted.ends)
        self._variant.set_value(wanted.variant)

    def set_dates(self, wrong: dict[str, str], read: dict[str, str]) -> None:
        """Show how the days were read, and what is the matter with them."""
        for name, field in (("starts", self._starts), ("ends", self._ends)):
            if field.error() != wrong.get(name):
                field.set_error(wrong.get(name))
            field.show_reading(read.get(name))

    def set_draft(self, content: DraftContent | None) -> None:
        """Show what is not complete and what the report will hold."""
        self._contains.setVisible(content is not None)
        self._checks.setVisible(content is not None)
        clear_layout(self._list)
        if content is None:
            return
        self.set_contains(content.contains)
        self._title.setText(_("Not complete yet") if content.checks else _("Everything is there"))
        for number, check in enumerate(content.checks):
            if number:
                self._list.addWidget(Separator(self._checks))
            line = CheckLine(check, self._checks)
            line.act_chosen.connect(self.check_chosen)
            self._list.addWidget(line)

    def set_contains(self, text: str) -> None:
        """Show what leaves the computer."""
        if text != self._contains.text():
            self._contains.show_message(text, Tone.ACCENT, icon="shield-check")

    def focus(self) -> None:
        """Put the cursor in the first question."""
        self._contract.focus()

    def _connect(self) -> None:
        self._contract.finished.connect(self._on_contract)
        self._variant.changed.connect(self._on_variant)
        for field in (self._starts, self._ends):
            field.changed.connect(self._on_dates)
            field.finished.connect(self.dates_finished)

    @Slot()
    def _on_contract(self) -> None:
        key = self._contract.value()
        if key is None:
            self._contract.set_value(self._wanted.contract)
        else:
            self.contract_chosen.emit(key)

    @Slot()
    def _on_variant(self) -> None:
        key = self._variant.value()
        if key is not None:
            self.variant_chosen.emit(key)

    @Slot()
    def _on_dates(self) -> None:
        self.dates_typed.emit(self._starts.text(), self._ends.text())
