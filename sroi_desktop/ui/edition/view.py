"""The page of another edition as widgets."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QProgressBar, QWidget

from sroi_desktop.language import _
from sroi_desktop.ui.edition.content import (
    ContractRow,
    EffectContent,
    SidesContent,
    SwitchContent,
)
from sroi_desktop.ui.edition.effect_view import EffectView
from sroi_desktop.ui.edition.switch_dialog import SwitchDialog
from sroi_desktop.ui.edition.tables import contracts_table
from sroi_desktop.ui.kit.boxes import STRETCH, Card, ScrolledPage, row
from sroi_desktop.ui.kit.buttons import Button
from sroi_desktop.ui.kit.content import Act, Choice
from sroi_desktop.ui.kit.fields import ChoiceField
from sroi_desktop.ui.kit.messages import Banner, EmptyState
from sroi_desktop.ui.kit.palette import Tone
from sroi_desktop.ui.kit.text import Muted, SectionTitle

GO_ON = "go_on"


class EditionPanel(ScrolledPage):
    """The body of the page.

    Signals:
        edition_chosen(str), contract_chosen(int), effort_chosen(int): what the user went to.
        answered(str, object): the key of a question, and the row that was chosen or None.
        stop_asked(), go_on_asked(): about the working out.
        move_asked(), switch_wanted(str): a move is thought of, and wanted for this reason.
    """

    edition_chosen = Signal(str)
    contract_chosen = Signal(int)
    effort_chosen = Signal(int)
    answered = Signal(str, object)
    stop_asked = Signal()
    go_on_asked = Signal()
    move_asked = Signal()
    switch_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dialog: SwitchDialog | None = None
        self._message = Banner(parent=self)
        self._edition = ChoiceField(_("&Edition"), name="edition.set", parent=self)
        self._sentence = Banner(parent=self)
        self._stopped = Banner(parent=self)
        self._working = self._progress()
        self._empty = EmptyState("layers", "", parent=self)
        self._contracts = Card(self)
        self._table = contracts_table(self._contracts)
        title = _("Contracts that this edition could be for")
        self._contracts.add(
            SectionTitle(title, role="heading", parent=self._contracts), self._table
        )
        self.effect = EffectView(self)
        head = Card(self)
        head.add(self._edition, self._sentence)
        self.add(self._message, head, self._working, self._stopped, self._contracts)
        self.add(self.effect, self._empty, STRETCH)
        for widget in (self._message, self._sentence, self._stopped, self._working):
            widget.hide()
        self._edition.changed.connect(self._on_edition)
        self._stopped.act_chosen.connect(self._on_go_on)
        self._table.selection_changed.connect(self._on_contract)
        self.effect.effort_chosen.connect(self.effort_chosen)
        self.effect.answered.connect(self.answered)
        self.effect.move_asked.connect(self.move_asked)

    def show_editions(self, choices: tuple[Choice, ...], chosen: str | None) -> None:
        """Offer these sets, one of them chosen."""
        self._edition.set_choices(choices)
        self._edition.set_value(chosen)

    def show_sentence(self, text: str, tone: Tone) -> None:
        """Say in one sentence what holds."""
        self._sentence.show_message(text, tone)

    def show_contracts(self, rows: tuple[ContractRow, ...], chosen: int | None) -> None:
        """List the contracts; a list of one is not shown."""
        self._empty.hide()
        self._contracts.setVisible(len(rows) > 1)
        before = self._table.blockSignals(True)
        self._table.set_rows(rows)
        self._table.select_keys([] if chosen is None else [chosen])
        self._table.blockSignals(before)

    def show_working(self, done: int, total: int, text: str) -> None:
        """Show how far the work is, with a way to stop it; nothing once it is done."""
        self._bar.setRange(0, max(1, total))
        self._bar.setValue(done)
        self._words.setText(text)
        self._working.setVisible(done < total)

    def show_stopped(self, text: str) -> None:
        """Say that the work was stopped, with a way to go on."""
        act = Act(GO_ON, _("Work out the rest"), kind="link") if text else None
        self._stopped.show_message(text, Tone.INFO, act=act)

    def show_effect(self, content: EffectContent | None) -> None:
        """Show what the edition means for the chosen contract, or nothing yet."""
        self.effect.setVisible(content is not None)
        if content is not None:
            self.effect.show_effect(content)
            self.settle()

    def show_sides(self, content: SidesContent | None) -> None:
        """Show both derivations of one effort."""
        self.effect.show_sides(content)

    def show_nothing(self, title: str, text: str) -> None:
        """Say why there is nothing to see."""
        self._empty.set_words(title, text)
        self._empty.show()

    def show_message(self, text: str, tone: Tone) -> None:
        """Say something above all."""
        self._message.show_message(text, tone)

    def ask_switch(self, content: SwitchContent) -> None:
        """Ask for the reason of a move, with what it would do."""
        self._dialog = SwitchDialog(content, self)
        self._dialog.wanted.connect(self.switch_wanted)
        self._dialog.finished.connect(self._on_finished)
        self._dialog.open()

    def refuse_switch(self, text: str) -> None:
        """Say at the question why the contract was not moved."""
        if self._dialog is not None:
            self._dialog.refuse(text)

    def close_switch(self) -> None:
        """Take the question away."""
        if self._dialog is not None:
            self._dialog.close_for_good()

    def _progress(self) -> QWidget:
        card = Card(self, padding=14)
        self._words = Muted("", "small", wrap=False, parent=card)
        self._bar = QProgressBar(card)
        self._bar.setObjectName("edition.progress")
        self._bar.setAccessibleName(_("Working out the effect"))
        self._bar.setTextVisible(False)
        stop = Button(_("S&top"), parent=card)
        stop.setObjectName("edition.stop")
        stop.clicked.connect(self.stop_asked)
        across = row(self._words, self._bar, stop)
        across.setStretch(1, 1)
        card.add(across)
        return card

    @Slot()
    def _on_edition(self) -> None:
        chosen = self._edition.value()
        if chosen is not None:
            self.edition_chosen.emit(chosen)

    @Slot()
    def _on_contract(self) -> None:
        chosen = self._table.selected_rows()
        if chosen:
            self.contract_chosen.emit(chosen[0].contract_id)

    @Slot(str)
    def _on_go_on(self, _key: str) -> None:
        self.go_on_asked.emit()

    @Slot(int)
    def _on_finished(self, _result: int) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None
