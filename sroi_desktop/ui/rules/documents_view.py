"""The documents of an own rule set as widgets."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from sroi_desktop.language import _
from sroi_desktop.ui.kit.boxes import STRETCH, Card, row
from sroi_desktop.ui.kit.buttons import ActButton, IconButton, LinkButton
from sroi_desktop.ui.kit.content import Act
from sroi_desktop.ui.kit.text import IconLabel, Muted, SectionTitle, Text
from sroi_desktop.ui.rules.content import DocumentLine
from sroi_desktop.ui.rules.documents import ADD


class DocumentsCard(Card):
    """Lists documents, each of which can be opened and taken away, and adds another.

    Signals:
        wanted(str), removed(str): name of a document.
        act_chosen(str): key of an act.
    """

    wanted = Signal(str)
    removed = Signal(str)
    act_chosen = Signal(str)

    def __init__(self, documents: Sequence[DocumentLine], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rules.documents")
        hint = _(
            "The page or annex that you read these rules from. It goes along when you pass the "
            "set on sealed. Drop a file here, or choose one."
        )
        self.add(
            SectionTitle(_("Documents"), role="heading", parent=self),
            Muted(hint, "small", parent=self),
        )
        for number, document in enumerate(documents):
            self.add(self._line(number, document))
        add = ActButton(Act(ADD, _("Add a document…"), "paperclip"), parent=self)
        add.act_chosen.connect(self.act_chosen)
        self.add_row(add, STRETCH)

    def _line(self, number: int, document: DocumentLine) -> QHBoxLayout:
        name = Text(document.name, "smallstrong", wrap=True, parent=self)
        open_it = LinkButton(_("Open"), small=True, parent=self)
        open_it.setObjectName(f"rules.document.open.{number}")
        open_it.setAccessibleDescription(document.name)
        open_it.setProperty("document", document.name)
        open_it.clicked.connect(self._on_open)
        away = IconButton("trash-2", _("Remove {name}").format(name=document.name), self)
        away.setObjectName(f"rules.document.remove.{number}")
        away.setProperty("document", document.name)
        away.clicked.connect(self._on_remove)
        size = Muted(document.size, "hint", wrap=False, parent=self)
        mark = IconLabel("file-text", size=16, parent=self)
        line = row(mark, name, size, open_it, away, spacing=10)
        line.setStretch(1, 1)
        line.setAlignment(mark, Qt.AlignmentFlag.AlignVCenter)
        return line

    @Slot()
    def _on_open(self) -> None:
        self.wanted.emit(str(self.sender().property("document")))

    @Slot()
    def _on_remove(self) -> None:
        self.removed.emit(str(self.sender().property("document")))
