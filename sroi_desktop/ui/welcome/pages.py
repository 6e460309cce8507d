"""The pages of the welcome window: the choices, the questions, the backups."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sroi_desktop.language import _
from sroi_desktop.ui import firm
from sroi_desktop.ui.kit.boxes import STRETCH, Card, clear_layout, column, row
from sroi_desktop.ui.kit.buttons import Button
from sroi_desktop.ui.kit.fields import TextField
from sroi_desktop.ui.kit.flow import Columns
from sroi_desktop.ui.kit.palette import Tone
from sroi_desktop.ui.kit.text import IconLabel, Muted, SectionTitle, Text
from sroi_desktop.ui.welcome.content import BACKUPS, NEW, OPEN, PRACTISE, Found, Row
from sroi_desktop.ui.welcome.parts import BigChoice, FileRows

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class StartPage(QWidget):
    """The four ways to begin, and what was open before.

    Signals:
        act_chosen(str): key of a choice.
        recent_chosen(int): the place of a file that was open before.
    """

    act_chosen = Signal(str)
    recent_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        choices = Columns(self, narrowest=24, most=2)
        for key, icon, title, hint in _choices():
            choice = BigChoice(key, icon, title, hint, choices)
            choice.chosen.connect(self.act_chosen)
            choices.add(choice)
        self._title = SectionTitle(_("Go on where you were"), parent=self)
        self._recent = FileRows("file-text", self)
        self._recent.chosen.connect(self.recent_chosen)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(14)
        body.addWidget(choices)
        body.addSpacing(6)
        body.addWidget(self._title)
        body.addWidget(self._recent)
        body.addStretch(1)

    def set_recent(self, rows: Sequence[Row]) -> None:
        """Show what was open before."""
        self._title.setVisible(bool(rows))
        self._recent.set_rows(rows)


def _choices() -> tuple[tuple[str, str, str, str], ...]:
    return (
        (
            NEW,
            "file-plus",
            _("New administration"),
            _("Four short questions about your company, and you can begin."),
        ),
        (
            PRACTISE,
            "sprout",
            _("Practise with the example company"),
            _("Three contracts, all filled in. You can try everything; nothing of it is real."),
        ),
        (
            OPEN,
            "folder-open",
            _("Open a file"),
            _("An administration that you have already, here or on a USB stick."),
        ),
        (
            BACKUPS,
            "archive-restore",
            _("Put a backup back"),
            _("Look first at what is in it. Your own file stays as it is."),
        ),
    )


class QuestionsPage(QWidget):
    """The questions about the firm; only its name is needed.

    Signals:
        changed(str, str): a field and its text while it is typed.
        left(str, str): a field and its text when it is left.
        begin_asked(), back_asked(): as they say.
    """

    changed = Signal(str, str)
    left = Signal(str, str)
    begin_asked = Signal()
    back_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fields: dict[str, TextField] = {}
        card = Card(self, padding=24, spacing=16)
        card.add(
            SectionTitle(_("Your company"), parent=card),
            Muted(
                _("This stands at the head of your reports. You can change it later."), parent=card
            ),
        )
        for name, label, hint, optional in _questions():
            field = TextField(label, name=f"welcome.{name}", hint=hint, optional=optional)
            field.changed.connect(self._on_changed)
            field.finished.connect(self._on_left)
            self._fields[name] = field
            card.add(field)
        begin = Button(_("Begin"), "primary", icon_name="arrow-right", parent=card)
        begin.setObjectName("welcome.begin")
        back = Button(_("Back"), parent=card)
        back.setObjectName("welcome.back")
        card.add_row(begin, back, STRETCH)
        begin.clicked.connect(self.begin_asked)
        back.clicked.connect(self.back_asked)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.addWidget(card)
        body.addStretch(1)

    def texts(self) -> dict[str, str]:
        """Return what was answered."""
        return {name: field.text() for name, field in self._fields.items()}

    def show_fault(self, name: str, text: str | None) -> None:
        """Show what is wrong with an answer."""
        self._fields[name].set_error(text)

    def focus(self) -> None:
        """Put the cursor in the first field that is wrong, else in the first."""
        wrong = [field for field in self._fields.values() if field.error()]
        (wrong or list(self._fields.values()))[0].focus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Begin with Enter, go back with Escape."""
        if event.key() in _ENTER:
            self.begin_asked.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.back_asked.emit()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _on_changed(self) -> None:
        name = self._name_of(self.sender())
        self.changed.emit(name, self._fields[name].text())

    @Slot()
    def _on_left(self) -> None:
        name = self._name_of(self.sender())
        self.left.emit(name, self._fields[name].text())

    def _name_of(self, sender: object) -> str:
        return next(name for name, field in self._fields.items() if field is sender)


def _questions() -> tuple[tuple[str, str, str, bool], ...]:
    return (
        (firm.NAME, _("&Name of your company"), "", False),
        ("kvk", _("&Chamber of Commerce (K.v.K.) number"), _("Eight figures."), True),
        ("town", _("&Town"), "", True),
        ("contact", _("Who &deals with social return?"), _("A name, for the report."), True),
    )


class BackupsPage(QWidget):
    """The backups, and what is in the one that was chosen.

    Signals:
        chosen(int): the place of a backup.
        other_asked(), put_back_asked(), view_asked(), back_asked(): as they say.
    """

    chosen = Signal(int)
    other_asked = Signal()
    put_back_asked = Signal()
    view_asked = Signal()
    back_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = FileRows("archive", self)
        self._rows.chosen.connect(self.chosen)
        self._nothing = Muted(
            _("There are no backups on this computer yet. Do you have one elsewhere?"), parent=self
        )
        self._found = Card(self, spacing=10)
        self._found.setObjectName("welcome.found")
        self._found_title = SectionTitle(parent=self._found)
        self._found_lines = column(spacing=4)
        put_back = Button(_("Put back"), "primary", icon_name="archive-restore", parent=self._found)
        put_back.setObjectName("welcome.put_back")
        view = Button(_("Only look"), icon_name="eye", parent=self._found)
        view.setObjectName("welcome.view")
        note = _("Putting back makes a new file. Your own file and the backup stay as they are.")
        self._found.add(self._found_title, self._found_lines)
        self._found.add(Muted(note, "hint", parent=self._found))
        self._found.add_row(put_back, view, STRETCH)
        other = Button(_("Choose another file…"), icon_name="folder-open", parent=self)
        other.setObjectName("welcome.other")
        back = Button(_("Back"), parent=self)
        back.setObjectName("welcome.backups_back")
        put_back.clicked.connect(self.put_back_asked)
        view.clicked.connect(self.view_asked)
        other.clicked.connect(self.other_asked)
        back.clicked.connect(self.back_asked)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(14)
        body.addWidget(SectionTitle(_("Which backup?"), parent=self))
        body.addWidget(self._found)
        body.addWidget(self._nothing)
        body.addWidget(self._rows)
        body.addLayout(row(other, back, STRETCH))
        body.addStretch(1)

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show these backups; none is chosen yet."""
        self._found.hide()
        self._nothing.setVisible(not rows)
        self._rows.set_rows(rows)

    def set_found(self, found: Found) -> None:
        """Show what is in the chosen one."""
        self._found_title.setText(found.title)
        clear_layout(self._found_lines)
        for place, line in enumerate(found.lines):
            last = place == len(found.lines) - 1
            words = Text(line, "small", wrap=True, parent=self._found)
            if not last:
                self._found_lines.addWidget(words)
                continue
            icon, tone = _SOUND if found.is_sound else _DOUBTFUL
            across = row(IconLabel(icon, tone, parent=self._found), words, spacing=8)
            across.setStretch(1, 1)
            self._found_lines.addLayout(across)
        self._found.show()


_SOUND = ("circle-check", Tone.GOOD)
_DOUBTFUL = ("triangle-alert", Tone.WARNING)
