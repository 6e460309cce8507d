"""What an edition means for one contract, as widgets: figures, questions, efforts, derivations."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sroi_desktop.language import _
from sroi_desktop.ui.edition.content import EffectContent, SidesContent
from sroi_desktop.ui.edition.questions import QuestionsCard
from sroi_desktop.ui.edition.tables import efforts_table
from sroi_desktop.ui.kit.boxes import STRETCH, Card, row
from sroi_desktop.ui.kit.buttons import Button
from sroi_desktop.ui.kit.content import DerivationContent
from sroi_desktop.ui.kit.derivation import DerivationView
from sroi_desktop.ui.kit.figures import FigureRow
from sroi_desktop.ui.kit.flow import Columns
from sroi_desktop.ui.kit.messages import Banner
from sroi_desktop.ui.kit.palette import Tone
from sroi_desktop.ui.kit.text import Muted, SectionTitle, Text


class SidesView(QWidget):
    """Both derivations of one effort, side by side or beneath each other."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hint = Muted(_("Choose an effort to see how both values came about."), parent=self)
        self._title = SectionTitle("", role="heading", parent=self)
        self._columns = Columns(self, narrowest=20, most=2, spacing=14)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(10)
        for widget in (self._hint, self._title, self._columns):
            body.addWidget(widget)

    def show_sides(self, content: SidesContent | None) -> None:
        """Show both sides of an effort, or ask to choose one."""
        self._columns.clear()
        self._hint.setVisible(content is None)
        self._title.setVisible(content is not None)
        self._columns.setVisible(content is not None)
        if content is not None:
            self._title.setText(content.title)
            self._columns.add(
                self._side(content.left_title, content.left, ""),
                self._side(content.right_title, content.right, content.refusal),
            )

    def _side(self, title: str, derivation: DerivationContent | None, refusal: str) -> Card:
        card = Card(self._columns, surface="plain")
        card.add(Text(title, "smallstrong", wrap=True, parent=card))
        if derivation is None:
            card.add(Muted(refusal, "small", parent=card), STRETCH)
            return card
        view = DerivationView(card)
        view.set_content(derivation)
        card.add(view, STRETCH)
        return card


class EffectView(QWidget):
    """Shows an `EffectContent`.

    Signals:
        move_asked(): the contract is to be moved.
        answered(str, object): the key of a question, and the row that was chosen or None.
        effort_chosen(int): the place of the effort that the user went to.
    """

    move_asked = Signal()
    answered = Signal(str, object)
    effort_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._head = Card(self, spacing=12)
        self._title = SectionTitle("", role="heading", parent=self._head)
        self._verdict = Banner(parent=self._head)
        self._values = Banner(parent=self._head)
        self._values.setObjectName("edition.values")
        self._figures = FigureRow(self._head)
        self._move = Button(
            _("&Move the contract to this edition…"), "primary", icon_name="arrow-right",
            parent=self._head,
        )  # fmt: skip
        self._move.setObjectName("edition.ask")
        self._hint = Muted("", "small", parent=self._head)
        move = row(self._move, self._hint)
        move.setStretch(1, 1)
        self._head.add(self._title, self._verdict, self._values, self._figures, move)
        self.questions = QuestionsCard(self)
        self._efforts = Card(self)
        self._summary = Muted("", "small", parent=self._efforts)
        self._table = efforts_table(self._efforts)
        self._sides = SidesView(self._efforts)
        self._efforts.add(
            SectionTitle(_("The efforts, one by one"), role="heading", parent=self._efforts),
            self._summary,
            self._table,
            self._sides,
        )
        self._none = Muted(_("No effort is booked for this contract yet."), parent=self)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(14)
        for widget in (self._head, self.questions, self._efforts, self._none):
            body.addWidget(widget)
        self.questions.answered.connect(self.answered)
        self._table.selection_changed.connect(self._on_selection)
        self._move.clicked.connect(self.move_asked)

    def show_effect(self, content: EffectContent) -> None:
        """Show what the edition means for a contract."""
        self._title.setText(content.title)
        self._verdict.show_message(content.verdict, content.tone)
        self._values.show_message(content.values, Tone.INFO)
        self._figures.set_figures(content.figures)
        self._move.setEnabled(not content.switch_hint)
        self._hint.setText(content.switch_hint)
        self.questions.show_questions(content.questions, content.more)
        self._summary.setText(content.summary)
        self._table.set_rows(content.rows)
        self._efforts.setVisible(bool(content.rows))
        self._none.setVisible(not content.rows)

    def show_sides(self, content: SidesContent | None) -> None:
        """Show both derivations of an effort."""
        if content is None:
            self._table.clearSelection()
        self._sides.show_sides(content)

    @Slot()
    def _on_selection(self) -> None:
        chosen = self._table.selected_rows()
        if chosen:
            self.effort_chosen.emit(chosen[0].place)
