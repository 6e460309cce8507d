"""What deserves a second look, each with where it stands and what it rests on."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sroi_desktop.language import _
from sroi_desktop.ui.clause.content import NoticeContent
from sroi_desktop.ui.kit.boxes import clear_layout, column, row
from sroi_desktop.ui.kit.buttons import LinkButton
from sroi_desktop.ui.kit.messages import announce
from sroi_desktop.ui.kit.palette import Tone
from sroi_desktop.ui.kit.text import IconLabel, Muted, SectionTitle, Text

_ICONS = {Tone.DANGER: "circle-alert", Tone.WARNING: "triangle-alert"}


class NoticeRow(QWidget):
    """One notice: what it says, where it stands and what it rests on."""

    def __init__(self, notice: NoticeContent, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._address = notice.address
        said = column(Text(notice.text, "small", wrap=True, parent=self), spacing=2)
        rests = _("Rests on: {source}").format(source=notice.source)
        about = " · ".join(filter(None, (notice.place, rests)))
        said.addWidget(Muted(about, "hint", parent=self))
        if notice.address:
            copy = LinkButton(_("Copy address"), small=True, parent=self)
            copy.setAccessibleDescription(notice.source)
            copy.setToolTip(notice.address)
            copy.clicked.connect(self._on_copy)
            said.addWidget(copy, 0, Qt.AlignmentFlag.AlignLeft)
        mark = IconLabel(_ICONS[notice.tone], notice.tone, size=16, parent=self)
        across = row(mark, said, spacing=10)
        across.setStretch(1, 1)
        across.setAlignment(mark, Qt.AlignmentFlag.AlignTop)
        self.setLayout(across)

    @Slot()
    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._address)
        announce(self, _("The address is copied."))


class NoticeList(QWidget):
    """Shows notices, and what goes with all of them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[NoticeContent, ...] | None = None
        self._lines = QVBoxLayout()
        self._lines.setSpacing(12)
        self._remark = Muted("", "hint", parent=self)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(10)
        body.addWidget(SectionTitle(_("Worth a second look"), role="heading", parent=self))
        body.addLayout(self._lines)
        body.addWidget(self._remark)

    def set_notices(self, notices: tuple[NoticeContent, ...], remark: str) -> None:
        """Show these; without any the list is not there."""
        self._remark.setText(remark)
        self.setVisible(bool(notices))
        if notices == self._shown:
            return
        self._shown = notices
        clear_layout(self._lines)
        for notice in notices:
            shown = NoticeRow(notice, self)
            self._lines.addWidget(shown)
            shown.show()  # else the room that it needs is known one moment too late
