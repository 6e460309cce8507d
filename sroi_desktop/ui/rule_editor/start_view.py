"""What to begin with: a copy of a set, an empty sheet, or what was left half typed."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sroi_desktop.language import _
from sroi_desktop.ui.kit.boxes import STRETCH, Card, ScrolledPage, clear_layout, row
from sroi_desktop.ui.kit.buttons import Button, IconButton
from sroi_desktop.ui.kit.content import Choice
from sroi_desktop.ui.kit.fields import ChoiceField
from sroi_desktop.ui.kit.text import Muted, SectionTitle
from sroi_desktop.ui.rule_editor.contents import StartContent

GENERIC = "generic"


class StartPage(ScrolledPage):
    """Shows a `StartContent`.

    Signals:
        copy_wanted(str): id of the set to begin with.
        empty_wanted(): to begin with nothing.
        resumed(str), discarded(str): key of a draft.
    """

    copy_wanted = Signal(str)
    empty_wanted = Signal()
    resumed = Signal(str)
    discarded = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sets = ChoiceField(
            _("Which set looks like &yours?"),
            name="rule_editor.start.set",
            hint=_("Type a municipality or a name. The published set itself stays as it is."),
            searchable=True,
            parent=self.content,
        )
        self._copy = Button(_("&Copy and adjust"), "primary", icon_name="copy", parent=self.content)
        self._copy.setObjectName("rule_editor.start.copy")
        self._usual = Button(_("The &usual rows, without values"), parent=self.content)
        self._usual.setObjectName("rule_editor.start.usual")
        self._empty = Button(_("An &empty table"), parent=self.content)
        self._empty.setObjectName("rule_editor.start.empty")
        self._drafts = QVBoxLayout()
        self._drafts.setSpacing(8)
        self.add(self._copy_card(), self._other_card(), STRETCH)
        self._sets.changed.connect(self._on_set)
        self._sets.finished.connect(self._on_set)
        self._copy.clicked.connect(self._on_copy)
        self._usual.clicked.connect(self._on_usual)
        self._empty.clicked.connect(self.empty_wanted)

    def show_content(self, content: StartContent) -> None:
        """Show what can be begun with."""
        self._sets.set_choices(content.sets)
        self._sets.set_value(content.proposed or None)
        self._on_set()
        clear_layout(self._drafts)
        for number, one in enumerate(content.drafts):
            self._drafts.addLayout(row(*self._draft(number, one), STRETCH))
        self._left.setVisible(bool(content.drafts))

    def focus(self) -> None:
        """Put the cursor where one begins."""
        self._sets.focus()

    def _copy_card(self) -> Card:
        card = Card(self.content, padding=22, spacing=14)
        words = _("Take over the nearest set, and change row by row what your contract says.")
        card.add(
            SectionTitle(_("Begin with a copy"), role="heading", parent=card),
            Muted(words, parent=card),
            self._sets,
            row(self._copy, STRETCH),
        )
        return card

    def _other_card(self) -> Card:
        card = Card(self.content, padding=22, spacing=14)
        self._left = QWidget(card)
        inside = QVBoxLayout(self._left)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(8)
        title = SectionTitle(_("Go on with what you began"), role="heading", parent=card)
        inside.addWidget(title)
        inside.addLayout(self._drafts)
        card.add(
            SectionTitle(_("Or begin with"), role="heading", parent=card),
            row(self._usual, self._empty, STRETCH),
            self._left,
        )
        return card

    def _draft(self, number: int, one: Choice) -> tuple[Button, IconButton]:
        resume = Button(one.text.replace("&", "&&"), icon_name="file-pen", parent=self._left)
        resume.setObjectName(f"rule_editor.draft.{number}")
        resume.setProperty("draft", one.key)
        resume.clicked.connect(self._on_resume)
        words = _("Throw away: {title}").format(title=one.text)
        discard = IconButton("trash-2", words, self._left)
        discard.setObjectName(f"rule_editor.discard.{number}")
        discard.setProperty("draft", one.key)
        discard.clicked.connect(self._on_discard)
        return resume, discard

    @Slot()
    def _on_set(self) -> None:
        self._copy.setEnabled(self._sets.value() is not None)

    @Slot()
    def _on_copy(self) -> None:
        self.copy_wanted.emit(self._sets.value() or "")

    @Slot()
    def _on_usual(self) -> None:
        self.copy_wanted.emit(GENERIC)

    @Slot()
    def _on_resume(self) -> None:
        self.resumed.emit(str(self.sender().property("draft")))

    @Slot()
    def _on_discard(self) -> None:
        self.discarded.emit(str(self.sender().property("draft")))
