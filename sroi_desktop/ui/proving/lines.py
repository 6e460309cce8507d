"""A line for one required piece: choose or drop a file, or note who saw the document."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from sroi_desktop.language import _
from sroi_desktop.ui.kit.boxes import (
    STRETCH,
    Separator,
    clear_layout,
    column,
    dispose,
    row,
)
from sroi_desktop.ui.kit.buttons import Button, IconButton
from sroi_desktop.ui.kit.dialogs import ask_open_file
from sroi_desktop.ui.kit.drop import local_files
from sroi_desktop.ui.kit.fields import DateField, TextField
from sroi_desktop.ui.kit.flow import Columns, Wrap
from sroi_desktop.ui.kit.palette import Tone
from sroi_desktop.ui.kit.text import IconLabel, Muted, Text
from sroi_desktop.ui.proving.rows import ProofRow


class SeenForm(QFrame):
    """Asks who saw a document and when.

    Signals:
        confirmed(str, str): who, and when as typed.
        cancelled(): no note after all.
    """

    confirmed = Signal(str, str)
    cancelled = Signal()

    def __init__(self, name: str, who: str, when: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "neutral")
        self.who = TextField(_("&Who saw it?"), name=f"{name}.who", parent=self)
        self.when = DateField(_("W&hen?"), name=f"{name}.when", parent=self)
        self.who.set_text(who)
        self.when.set_text(when)
        fields = Columns(self, narrowest=13, most=2)
        fields.add(self.who, self.when)
        keep = Button(_("Note &this"), "primary", parent=self)
        keep.setObjectName(f"{name}.confirm")
        away = Button(_("Cancel"), "quiet", parent=self)
        away.setObjectName(f"{name}.cancel")
        body = QVBoxLayout(self)
        body.setContentsMargins(14, 12, 14, 12)
        body.addWidget(fields)
        body.addLayout(row(STRETCH, away, keep))
        keep.clicked.connect(self._on_keep)
        away.clicked.connect(self.cancelled)

    def show_wrong(self, wrong: Mapping[str, str]) -> None:
        """Show what is the matter with the note."""
        self.who.set_error(wrong.get("who"))
        self.when.set_error(wrong.get("when"))

    @Slot()
    def _on_keep(self) -> None:
        self.confirmed.emit(self.who.text(), self.when.text())


class ProofLine(QFrame):
    """One required piece. A file may be dropped anywhere on it.

    Signals:
        file_given(str, object): code of the piece and the `Path`.
        seen(str, str, str): code, who, and when as typed.
        taken_away(str): code of the piece.
    """

    file_given = Signal(str, object)
    seen = Signal(str, str, str)
    taken_away = Signal(str)

    def __init__(
        self, content: ProofRow, refused: str, today: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._content = content
        self._today = today
        self._form: SeenForm | None = None
        self.setProperty("surface", "plain")
        self.setAcceptDrops(True)
        icon, tone = ("circle-dashed", Tone.WARNING)
        if content.held:
            icon, tone = ("circle-check", Tone.GOOD)
        words = column(Text(content.label, "strong", wrap=True, parent=self), spacing=2)
        if content.held:
            words.addWidget(Muted(content.held, "small", parent=self))
        elif content.is_usual:
            usual = _("Usual, but the rules do not name it.")
            words.addWidget(Muted(usual, "small", parent=self))
        if refused:
            words.addLayout(self._refusal(refused))
        across = QHBoxLayout()
        across.setSpacing(12)
        across.addWidget(IconLabel(icon, tone, parent=self), 0, Qt.AlignmentFlag.AlignTop)
        across.addLayout(words, 1)
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(0, 6, 0, 6)
        self._body.addLayout(across)
        if content.is_new:
            across.addWidget(self._remove())
        elif not content.held:
            self._body.addLayout(self._buttons())

    def show_wrong(self, wrong: Mapping[str, str]) -> None:
        """Show what is the matter with the note of what was seen."""
        if self._form is not None:
            self._form.show_wrong(wrong)

    def take_focus(self) -> None:
        """Put the focus on the first thing one can do here, where there is one."""
        button = next(iter(self.findChildren(QPushButton)), None)
        if button is not None:
            button.setFocus(Qt.FocusReason.OtherFocusReason)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Show that a file may be dropped here."""
        if local_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take the file."""
        files = local_files(event.mimeData())
        if files:
            event.acceptProposedAction()
        for path in files:
            self.file_given.emit(self._content.code, path)

    def _refusal(self, why: str) -> QHBoxLayout:
        mark = IconLabel("circle-alert", Tone.DANGER, size=15, parent=self)
        words = Text(why, "hintstrong", tone=Tone.DANGER, wrap=True, parent=self)
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(words, 1)
        return line

    def _buttons(self) -> QHBoxLayout:
        choose = Button(_("Choose file…"), icon_name="paperclip", parent=self)
        choose.setObjectName(f"proof.file.{self._content.code}")
        choose.setAccessibleDescription(self._content.label)
        choose.clicked.connect(self._on_choose)
        saw = Button(_("Seen, not kept"), "quiet", icon_name="eye", parent=self)
        saw.setObjectName(f"proof.seen.{self._content.code}")
        saw.setAccessibleDescription(self._content.label)
        saw.clicked.connect(self._on_saw)
        both = Wrap(self, spacing=8)
        both.add(choose, saw)
        line = row(both)
        line.setContentsMargins(30, 0, 0, 0)
        return line

    def _remove(self) -> IconButton:
        name = _("Take away: {what}").format(what=self._content.held)
        button = IconButton("x", name, self)
        button.setObjectName(f"proof.remove.{self._content.code}")
        button.clicked.connect(self._on_remove)
        return button

    @Slot()
    def _on_choose(self) -> None:
        path = ask_open_file(self, self._content.label)
        if path is not None:
            self.file_given.emit(self._content.code, path)

    @Slot()
    def _on_saw(self) -> None:
        if self._form is None:
            name = f"proof.seen.{self._content.code}"
            self._form = SeenForm(name, "", self._today, self)
            self._form.confirmed.connect(self._on_confirmed)
            self._form.cancelled.connect(self._on_cancelled)
            self._body.addWidget(self._form)
        self._form.show()
        self._form.who.focus()

    @Slot(str, str)
    def _on_confirmed(self, who: str, when: str) -> None:
        self.seen.emit(self._content.code, who, when)

    @Slot()
    def _on_cancelled(self) -> None:
        if self._form is not None:
            self._form.hide()

    @Slot()
    def _on_remove(self) -> None:
        self.taken_away.emit(self._content.code)


class ProofLines(QWidget):
    """The required pieces beneath each other. A line that does not change keeps what was typed.

    Signals:
        file_given(str, object): code of the piece and the `Path`.
        seen(str, str, str): code, who, and when as typed.
        taken_away(str): code of the piece.
    """

    file_given = Signal(str, object)
    seen = Signal(str, str, str)
    taken_away = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = ""
        self._shown: dict[str, tuple[ProofRow, str]] = {}
        self._lines: dict[str, ProofLine] = {}
        self._list = QVBoxLayout(self)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(4)

    def set_today(self, today: str) -> None:
        """Propose this day in the note of what was seen."""
        self._today = today

    def set_rows(self, rows: Sequence[ProofRow], refused: Mapping[str, str]) -> None:
        """Show the required pieces; `refused` says why a file cannot be kept, by piece."""
        wanted = {one.code: (one, refused.get(one.code, "")) for one in rows}
        if list(wanted) != list(self._shown):
            self._fill(wanted)
        for code, content in wanted.items():
            if content != self._shown[code]:
                self._replace(code, self._made(*content))
        self._shown = wanted

    def _replace(self, code: str, line: ProofLine) -> None:
        old = self._lines[code]
        focused = QApplication.focusWidget()
        self._list.replaceWidget(old, line)
        self._lines[code] = line
        if focused is not None and old.isAncestorOf(focused):
            line.take_focus()
        dispose(old)

    def show_wrong(self, code: str, wrong: Mapping[str, str]) -> None:
        """Show what is the matter with the note for one piece."""
        if code in self._lines:
            self._lines[code].show_wrong(wrong)

    def _fill(self, wanted: Mapping[str, tuple[ProofRow, str]]) -> None:
        clear_layout(self._list)
        self._lines = {}
        for number, (code, content) in enumerate(wanted.items()):
            if number:
                self._list.addWidget(Separator(self))
            self._lines[code] = self._made(*content)
            self._list.addWidget(self._lines[code])
        self._shown = dict(wanted)

    def _made(self, content: ProofRow, refused: str) -> ProofLine:
        line = ProofLine(content, refused, self._today, self)
        line.file_given.connect(self.file_given)
        line.seen.connect(self.seen)
        line.taken_away.connect(self.taken_away)
        return line
