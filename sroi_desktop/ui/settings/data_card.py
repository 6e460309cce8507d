"""The cards of the data and of the program itself."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from sroi_desktop.language import _
from sroi_desktop.ui.kit.boxes import Card
from sroi_desktop.ui.kit.buttons import ActButton, LinkButton
from sroi_desktop.ui.kit.content import Act
from sroi_desktop.ui.kit.flow import Wrap
from sroi_desktop.ui.kit.look import current_look
from sroi_desktop.ui.kit.messages import Banner
from sroi_desktop.ui.kit.palette import Tone
from sroi_desktop.ui.kit.text import Muted, SectionTitle, Text
from sroi_desktop.ui.opening import open_folder
from sroi_desktop.ui.settings.about import licence_text, parts_text, version_text
from sroi_desktop.ui.settings.data_presenter import BACK_UP, SHOW_BACKUPS, SHOW_FILE, DataContent


class DataCard(Card):
    """Where the administration lies and how safe it is.

    Signals:
        act_chosen(str): key of an act.
    """

    act_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, spacing=10)
        self.setObjectName("settings.data")
        self._message = Banner(parent=self)
        self._message.hide()
        self._place = QLineEdit(self)  # a path has no spaces to break at, and can be copied
        self._place.setReadOnly(True)
        self._place.setObjectName("settings.place")
        self._place.setAccessibleName(_("The administration"))
        self._size = Muted("", "hint", parent=self)
        self._safety = Text("", "small", wrap=True, parent=self)
        self._back_up = self._button(Act(BACK_UP, _("Make a backup now"), icon="archive"))
        self._show_file = self._button(Act(SHOW_FILE, _("Show the file"), icon="folder-open"))
        self._show_backups = self._button(Act(SHOW_BACKUPS, _("Show the backups")))
        advice = _(
            "Keep a copy in another place as well now and then, such as a USB stick. Putting a "
            "backup back is done on the welcome screen."
        )
        acts = Wrap(self)
        acts.add(self._back_up, self._show_file, self._show_backups)
        self.add(SectionTitle(_("Your data"), parent=self), self._message)
        self.add(Text(_("The administration"), "smallstrong", parent=self), self._place, self._size)
        self.add(Text(_("Backup"), "smallstrong", parent=self), self._safety)
        self.add(acts, Muted(advice, "hint", parent=self))

    def show_data(self, content: DataContent) -> None:
        """Show where the file is and how safe."""
        self._place.setText(content.place)
        self._place.setCursorPosition(0)
        self._size.setText(content.size)
        self._safety.setText(content.safety)
        self._back_up.setEnabled(content.can_back_up)
        self._show_file.setEnabled(content.has_folder)

    def show_message(self, text: str, tone: Tone) -> None:
        """Say how a backup went; "" says nothing."""
        self._message.show_message(text, tone)

    def open_folder(self, folder: Path) -> bool:
        """Show a folder on the computer; tell whether that was possible."""
        return open_folder(folder)

    def _button(self, act: Act) -> ActButton:
        button = ActButton(act, parent=self)
        button.act_chosen.connect(self.act_chosen)
        return button


class AboutCard(Card):
    """Which version this is and what it stands on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, spacing=8)
        self.setObjectName("settings.about")
        version = Text(version_text(), "small", wrap=True, parent=self)
        version.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        words = _(
            "Free to use, change and share (MIT licence). It is not legal advice: the authority "
            "decides what counts."
        )
        self._more = LinkButton(_("Licences of what it stands on"), icon_name="scale", parent=self)
        self._more.setObjectName("settings.licences")
        self._licences = QPlainTextEdit(self)
        self._licences.setReadOnly(True)
        self._licences.setAccessibleName(_("Licences of what it stands on"))
        self._licences.hide()
        self.add(SectionTitle(_("About this program"), parent=self), version)
        self.add(Muted(words, parent=self), self._more, self._licences)
        self._more.clicked.connect(self._on_more)
        self.fit_to_look()

    def fit_to_look(self) -> None:
        """Show some lines of the licences at every text size."""
        self._licences.setFixedHeight(current_look().em(16))

    @Slot()
    def _on_more(self) -> None:
        if not self._licences.toPlainText():
            parts = (parts_text(), licence_text("inter"), licence_text("lucide"))
            self._licences.setPlainText("\n\n".join(parts))
        self._licences.setVisible(self._licences.isHidden())
