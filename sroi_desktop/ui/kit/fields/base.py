"""The frame of every field: label above, editor, and beneath it a hint or an error."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from sroi_desktop.language import _
from sroi_desktop.ui.kit.checks import CheckBox
from sroi_desktop.ui.kit.messages import announce
from sroi_desktop.ui.kit.palette import Tone
from sroi_desktop.ui.kit.text import IconLabel, Muted, Text


class Field(QWidget):
    """A question with its editor.

    `name` becomes the object name of the field, and `<name>.editor` that of the editor.
    `unknown` is the text of a box for "I don't know"; while it is ticked the editor rests.

    Signals:
        changed(): the user altered the answer (not sent for `set_...` calls).
        finished(): the user is done with the field: left it, pressed Enter, chose.
    """

    changed = Signal()
    finished = Signal()

    def __init__(
        self,
        label: str,
        editor: QWidget,
        *,
        name: str = "",
        hint: str = "",
        optional: bool = False,
        unknown: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._editor = editor
        self._entrance = editor
        self._hint = hint
        self._error: str | None = None
        self._label = Text("", "smallstrong", wrap=True, parent=self)
        self._label.setBuddy(editor)
        self._hint_line = Muted(hint, "hint", parent=self)
        self._error_mark = IconLabel("circle-alert", Tone.DANGER, size=15, parent=self)
        self._error_line = Text("", "hintstrong", tone=Tone.DANGER, wrap=True, parent=self)
        self._unknown = self._unknown_box(unknown)
        self._lay_out()
        self.set_label(label, optional=optional)
        if name:
            self.setObjectName(name)
            editor.setObjectName(f"{name}.editor")
        self.set_error(None)

    @property
    def editor(self) -> QWidget:
        """The widget that takes the focus."""
        return self._editor

    def label(self) -> str:
        """Return the question as shown, without the mark of its shortcut."""
        return self._label.text().replace("&", "")

    def set_label(self, label: str, *, optional: bool = False) -> None:
        """Ask another question; `&` stands before the letter of the shortcut."""
        words = _("{label} (optional)").format(label=label) if optional else label
        self._label.setText(words)

    def head_height(self, width: int) -> int:
        """Return the height that the question needs at that width."""
        return self._label.heightForWidth(width) - self.head_lowered()

    def head_lowered(self) -> int:
        """Return the room that is kept above the question."""
        return self._label.contentsMargins().top()

    def lower_head(self, pixels: int) -> None:
        """Keep room above the question: in a row of fields the editors stand on one line."""
        if pixels != self.head_lowered():
            self._label.setContentsMargins(0, pixels, 0, 0)

    def hint(self) -> str:
        """Return the help beneath the field."""
        return self._hint

    def set_hint(self, hint: str) -> None:
        """Show other help beneath the field."""
        self._hint = hint
        self._hint_line.setText(hint)
        self._show_foot()

    def error(self) -> str | None:
        """Return the error shown, or None."""
        return self._error

    def set_error(self, text: str | None) -> None:
        """Show what is wrong and what to do, or nothing. What was typed stays."""
        news = text is not None and text != self._error
        self._error = text or None
        self._error_line.setText(text or "")
        invalid = bool(text)
        for widget in self._framed():
            if bool(widget.property("invalid")) != invalid:
                widget.setProperty("invalid", invalid)
                widget.style().unpolish(widget)
                widget.style().polish(widget)
        self._show_foot()
        if news and text:
            announce(self._editor, text)

    def is_unknown(self) -> bool:
        """Tell whether the user answered "I don't know"."""
        return self._unknown is not None and self._unknown.isChecked()

    def set_unknown(self, unknown: bool) -> None:
        """Tick or clear "I don't know"."""
        if self._unknown is not None:
            self._unknown.setChecked(unknown)
            self._editor.setEnabled(not unknown)

    def focus(self) -> None:
        """Put the cursor in the field."""
        self._entrance.setFocus(Qt.FocusReason.OtherFocusReason)

    def _enter_at(self, part: QWidget) -> None:
        """Let the cursor come to a part of the editor.

        Not with a focus proxy: to the Tab key that is a stop of its own, wherever it stands.
        """
        self._entrance = part
        self._label.setBuddy(part)

    def _framed(self) -> tuple[QWidget, ...]:
        """Return the widgets whose border shows an error."""
        return (self._editor,)

    def _unknown_box(self, text: str) -> CheckBox | None:
        if not text:
            return None
        box = CheckBox(text, self)
        box.toggled.connect(self._on_unknown)
        return box

    def _lay_out(self) -> None:
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(5)
        body.addWidget(self._label)
        body.addWidget(self._editor)
        foot = QHBoxLayout()
        foot.setSpacing(6)
        foot.addWidget(self._error_mark, 0, Qt.AlignmentFlag.AlignTop)
        foot.addWidget(self._error_line, 1)
        body.addLayout(foot)
        if self._unknown is not None:
            # Before the hint: in a row of fields the boxes stand on one line.
            body.addWidget(self._unknown)
        body.addWidget(self._hint_line)
        # In a row of fields of different heights each starts at the top.
        body.addStretch(1)

    def _show_foot(self) -> None:
        self._error_mark.setVisible(self._error is not None)
        self._error_line.setVisible(self._error is not None)
        self._hint_line.setVisible(bool(self._hint))
        parts = [part for part in (self._error, self._hint, self._spoken()) if part]
        self._editor.setAccessibleDescription(" ".join(parts))

    def _spoken(self) -> str:
        """Return what else a screen reader should say of the editor."""
        return ""

    @Slot(bool)
    def _on_unknown(self, unknown: bool) -> None:
        self._editor.setEnabled(not unknown)
        if unknown:
            self.set_error(None)
        self.changed.emit()
        self.finished.emit()
