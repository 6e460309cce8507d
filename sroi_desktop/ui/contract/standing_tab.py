"""The first tab of a contract as widgets: figures, derivation, chart, next steps, efforts."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from sroi_desktop.language import _
from sroi_desktop.ui.contract.content import StandingContent
from sroi_desktop.ui.contract.rows import EffortRow
from sroi_desktop.ui.contract.tables import efforts_table
from sroi_desktop.ui.kit.boxes import STRETCH, Card, ScrolledPage, Separator
from sroi_desktop.ui.kit.buttons import ActButton
from sroi_desktop.ui.kit.chart import ProgressChart
from sroi_desktop.ui.kit.content import Act, DerivationContent
from sroi_desktop.ui.kit.derivation import DerivationView
from sroi_desktop.ui.kit.figures import FigureRow
from sroi_desktop.ui.kit.messages import Banner, announce
from sroi_desktop.ui.kit.palette import Tone
from sroi_desktop.ui.kit.steps import StepList
from sroi_desktop.ui.kit.text import Muted, SectionTitle, Text
from sroi_desktop.ui.split import Split


class EvenFigures(FigureRow):
    """Four figures in one line or in two, never three and one."""

    def columns(self, width: int) -> int:
        """Return how many stand side by side in that width."""
        fitting = super().columns(width)
        return fitting - fitting % 2 if fitting > 1 else fitting


class StandingTab(ScrolledPage):
    """Where the contract stands.

    Signals:
        act_chosen(str): key of an act.
        effort_opened(int): an effort of the list.
    """

    act_chosen = Signal(str)
    effort_opened = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._figures = EvenFigures(self, narrowest=11.2)
        self._beyond = Banner("", Tone.WARNING, parent=self)
        self._beyond.setObjectName("contract.beyond")
        self._beyond.hide()
        self._quantities = Text("", "smallstrong", wrap=True, parent=self)
        self._quantities.setObjectName("contract.quantities")
        self._penalty = Muted(parent=self)
        self._penalty.setObjectName("contract.penalty")
        self._line = Separator(self)
        self._derivation = DerivationView(self)
        self._derivation.setObjectName("contract.derivation")
        self._chart = ProgressChart(self)
        self._unit = Muted(parent=self, wrap=False)
        self._no_chart = Muted(parent=self)
        self._no_chart.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._steps = StepList(compact=True, parent=self)
        self._no_steps = Muted(_("Nothing waits for you on this contract."), parent=self)
        self._table = efforts_table(parent=self, short=True)
        self._no_efforts = Muted(_("What you book for this contract will be here."), parent=self)
        self._all = ActButton(Act("all", _("Show all"), kind="link"), parent=self)
        self._build()
        self._figures.act_chosen.connect(self.act_chosen)
        self._steps.act_chosen.connect(self.act_chosen)
        self._all.act_chosen.connect(self.act_chosen)
        self._table.row_opened.connect(self._on_row)

    def show_content(self, content: StandingContent) -> None:
        """Show where the contract stands."""
        self._figures.set_figures(content.figures)
        if content.beyond != self._beyond.text():
            self._beyond.show_message(content.beyond, Tone.WARNING)
        self._quantities.setText("\n".join(content.quantities))
        self._quantities.setVisible(bool(content.quantities))
        self._penalty.setText(content.penalty)
        self._penalty.setVisible(bool(content.penalty))
        self._show_derivation(content.derivation)
        self._unit.setText(content.unit)
        self._chart.setVisible(content.chart is not None)
        self._no_chart.setVisible(content.chart is None)
        if content.chart is None:
            self._no_chart.setText(content.no_chart)
        else:
            self._chart.set_content(content.chart)
        self._steps.set_steps(content.steps)
        self._no_steps.setVisible(not content.steps)
        self._table.set_rows(content.latest)
        self._table.setVisible(bool(content.latest))
        self._all.setVisible(bool(content.latest))
        self._no_efforts.setVisible(not content.latest)

    def toggle_derivation(self) -> None:
        """Open or close how the obligation was computed."""
        is_open = self._derivation.isHidden()
        self._line.setVisible(is_open)
        self._derivation.setVisible(is_open)
        if is_open:
            announce(self._derivation, self._derivation.words())

    def _show_derivation(self, content: DerivationContent | None) -> None:
        if content is None:
            self._line.hide()
            self._derivation.hide()
        else:
            self._derivation.set_content(content)

    def _build(self) -> None:
        figures = Card(self, spacing=14)
        figures.add(
            self._figures,
            self._quantities,
            self._penalty,
            self._beyond,
            self._line,
            self._derivation,
        )
        self._line.hide()
        self._derivation.hide()
        course = Card(self)
        course.add_row(SectionTitle(_("Course"), parent=self), STRETCH, self._unit)
        course.add(self._chart)
        course.body.addWidget(self._no_chart, 1)
        course.add(STRETCH)
        steps = Card(self)
        steps.add(SectionTitle(_("Next steps"), parent=self), self._steps, self._no_steps, STRETCH)
        latest = Card(self)
        latest.add_row(SectionTitle(_("Latest efforts"), parent=self), STRETCH, self._all)
        latest.add(self._table, self._no_efforts)
        self.add(figures, Split(course, steps, shares=(7, 3), parent=self), latest, STRETCH)

    @Slot(object)
    def _on_row(self, row: EffortRow) -> None:
        self.effort_opened.emit(row.effort_id)
