"""Fields to choose from: a list that drops down, boxes to tick, a short row of options."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from sroi_desktop.language import _
from sroi_desktop.ui.kit.boxes import clear_layout
from sroi_desktop.ui.kit.checks import CheckBox
from sroi_desktop.ui.kit.content import Choice
from sroi_desktop.ui.kit.fields.base import Field
from sroi_desktop.ui.kit.fields.combo import Combo, SearchLine
from sroi_desktop.ui.kit.flow import Wrap
from sroi_desktop.ui.kit.look import current_look
from sroi_desktop.ui.kit.tab_stop import mark_tab_stop
from sroi_desktop.ui.kit.text import Muted


class ChoiceField(Field):
    """One answer from a list.

    `searchable` lets the user type part of an answer: for long lists such as municipalities.
    A text that matches no answer is kept and `value()` is None.
    """

    def __init__(
        self,
        label: str,
        choices: Sequence[Choice] = (),
        *,
        name: str = "",
        hint: str = "",
        optional: bool = False,
        unknown: str = "",
        searchable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        self._combo = Combo()
        self._choices: tuple[Choice, ...] = ()
        super().__init__(
            label,
            self._combo,
            name=name,
            hint=hint,
            optional=optional,
            unknown=unknown,
            parent=parent,
        )
        self._searchable = searchable
        if searchable:
            self._make_searchable()
        self.set_placeholder(_("Choose…"))
        self._combo.activated.connect(self._on_chosen)
        self.set_choices(choices)

    @property
    def combo(self) -> QComboBox:
        """The editor itself."""
        return self._combo

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """Offer other answers; the present one stays if it is among them."""
        before = self.value()
        self._choices = tuple(choices)
        self._combo.clear()
        for number, choice in enumerate(choices):
            self._combo.addItem(choice.text, choice.key)
            if choice.hint:
                self._combo.setItemData(number, choice.hint, Qt.ItemDataRole.ToolTipRole)
        self.set_value(before)

    def value(self) -> str | None:
        """Return the key of the answer, or None."""
        index = self._combo.currentIndex()
        if self._searchable:
            index = self._combo.findText(self.text(), Qt.MatchFlag.MatchFixedString)
        return self._choices[index].key if 0 <= index < len(self._choices) else None

    def text(self) -> str:
        """Return the words shown: the answer, or what was typed in a searchable field."""
        return self._combo.currentText().strip()

    def set_value(self, key: str | None) -> None:
        """Show the answer with that key; None or an unknown key shows none."""
        keys = [choice.key for choice in self._choices]
        self._combo.setCurrentIndex(keys.index(key) if key in keys else -1)
        line = self._combo.lineEdit()
        if line is not None:
            line.setCursorPosition(0)  # the beginning of a long answer tells more than its end

    def set_text(self, text: str) -> None:
        """Show words in a searchable field that may match no answer."""
        self._combo.setCurrentIndex(self._combo.findText(text, Qt.MatchFlag.MatchFixedString))
        if self._searchable:
            self._combo.setEditText(text)

    def set_placeholder(self, text: str) -> None:
        """Show other words while there is no answer."""
        line = self._combo.lineEdit()
        if line is not None:
            line.setPlaceholderText(text)
        self._combo.setPlaceholderText(text)

    def _make_searchable(self) -> None:
        self._combo.setEditable(True)
        self._combo.setLineEdit(SearchLine(self._combo))
        self._combo.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        completer = QCompleter(self._combo.model(), self._combo)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._combo.setCompleter(completer)
        popup, line = completer.popup(), self._combo.lineEdit()
        if popup is None or line is None:
            return
        popup.setProperty("kind", "suggestions")
        line.setAccessibleName(self.label())
        line.textEdited.connect(self._on_typed)
        line.editingFinished.connect(self.finished)
        completer.activated.connect(self._on_chosen)

    @Slot()
    def _on_typed(self) -> None:
        self.changed.emit()

    @Slot()
    def _on_chosen(self) -> None:
        self.changed.emit()
        self.finished.emit()


class _Option(QRadioButton):
    """One of a row of options: each arrow key leads to the next or the one before.

    Of itself Qt passes Up and Down on where the options stand beside each other, and the page
    scrolls.
    """

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to another option and choose it."""
        step, host = _STEPS.get(Qt.Key(event.key())), self.parentWidget()
        if step is None or host is None:
            super().keyPressEvent(event)
            return
        options = host.findChildren(_Option)
        other = options[(options.index(self) + step) % len(options)]
        other.setFocus(Qt.FocusReason.TabFocusReason)
        other.setChecked(True)


_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


class OptionsField(Field):
    """One answer from two to five short ones, all in sight ("Yes", "No", "I don't know")."""

    def __init__(
        self,
        label: str,
        choices: Sequence[Choice],
        *,
        name: str = "",
        hint: str = "",
        optional: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        self._host = Wrap(spacing=20)
        self._host.setAccessibleName(label.replace("&", ""))
        self._buttons: dict[str, _Option] = {}
        for choice in choices:
            button = _Option(choice.text, self._host)
            button.setToolTip(choice.hint)
            if name:
                button.setObjectName(f"{name}.{choice.key}")
            self._buttons[choice.key] = button
            self._host.add(button)
        super().__init__(label, self._host, name=name, hint=hint, optional=optional, parent=parent)
        for button in self._buttons.values():
            button.toggled.connect(self._on_toggled)  # by mouse, key or screen reader
        self._mark_stop()

    def value(self) -> str | None:
        """Return the key of the answer, or None."""
        for key, button in self._buttons.items():
            if button.isChecked():
                return key
        return None

    def set_value(self, key: str | None) -> None:
        """Show the answer with that key; None shows none."""
        for own, button in self._buttons.items():
            with QSignalBlocker(button):
                button.setAutoExclusive(False)
                button.setChecked(own == key)
                button.setAutoExclusive(True)
        self._mark_stop()

    def _mark_stop(self) -> None:
        stop = mark_tab_stop(tuple(self._buttons.values()))
        if stop is not None:
            self._enter_at(stop)

    @Slot(bool)
    def _on_toggled(self, is_chosen: bool) -> None:
        if is_chosen:
            self._mark_stop()
            self.changed.emit()
            self.finished.emit()


class MultiChoiceField(Field):
    """Any number of answers, each with its own box."""

    def __init__(
        self,
        label: str,
        choices: Sequence[Choice] = (),
        *,
        name: str = "",
        hint: str = "",
        optional: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        self._host = QWidget()
        self._host.setAccessibleName(label.replace("&", ""))
        self._list = QVBoxLayout(self._host)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(2)
        self._boxes: dict[str, CheckBox] = {}
        self._name = name
        super().__init__(label, self._host, name=name, hint=hint, optional=optional, parent=parent)
        self.set_choices(choices)

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """Offer other answers; those ticked before stay ticked."""
        before = self.values()
        clear_layout(self._list)
        self._boxes = {}
        for choice in choices:
            self._add(choice)
        self.set_values(before)
        if self._boxes:
            self._enter_at(next(iter(self._boxes.values())))

    def values(self) -> frozenset[str]:
        """Return the keys of the ticked answers."""
        return frozenset(key for key, box in self._boxes.items() if box.isChecked())

    def set_values(self, keys: Collection[str]) -> None:
        """Tick exactly these answers."""
        for key, box in self._boxes.items():
            with QSignalBlocker(box):
                box.setChecked(key in keys)

    def _add(self, choice: Choice) -> None:
        box = CheckBox(choice.text, self._host)
        box.setAccessibleDescription(choice.hint)
        if self._name:
            box.setObjectName(f"{self._name}.{choice.key}")
        box.toggled.connect(self._on_toggled)
        self._boxes[choice.key] = box
        self._list.addWidget(box)
        if choice.hint:
            hint = Muted(choice.hint, "hint", parent=self._host)
            hint.setContentsMargins(current_look().em(2.1), 0, 0, 4)
            self._list.addWidget(hint)

    @Slot()
    def _on_toggled(self) -> None:
        self.changed.emit()
        self.finished.emit()
