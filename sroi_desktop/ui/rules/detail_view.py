"""One rule set in full, as widgets."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QGridLayout, QVBoxLayout, QWidget

from sroi_desktop.language import _, pgettext
from sroi_desktop.ui.kit.act_menu import MoreButton
from sroi_desktop.ui.kit.boxes import STRETCH, Card, ScrolledPage, clear_layout, column, row
from sroi_desktop.ui.kit.buttons import ActButton, IconButton, LinkButton
from sroi_desktop.ui.kit.content import Act
from sroi_desktop.ui.kit.flow import Wrap
from sroi_desktop.ui.kit.messages import POINT, Banner, announce
from sroi_desktop.ui.kit.palette import Tone
from sroi_desktop.ui.kit.pill import Pill
from sroi_desktop.ui.kit.tables import Align, Column, ShortTable
from sroi_desktop.ui.kit.text import Muted, SectionTitle, Text
from sroi_desktop.ui.rules.content import (
    DocumentLine,
    EvidenceLine,
    SetContent,
    SourceLine,
    ValueLine,
)
from sroi_desktop.ui.rules.documents import ADD
from sroi_desktop.ui.rules.documents_view import DocumentsCard

NEWER = "newer"


class SetPage(ScrolledPage):
    """Shows a `SetContent`.

    Signals:
        set_wanted(str): id of another rule set.
        source_wanted(str): an address to open.
        document_wanted(str), document_removed(str): a document to open, or to take away.
        act_chosen(str): key of an act on the set that is shown.
    """

    act_chosen = Signal(str)
    set_wanted = Signal(str)
    source_wanted = Signal(str)
    document_wanted = Signal(str)
    document_removed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, margins=(14, 0, 28, 16))
        self.setObjectName("rules.set")
        self._newer_id = ""
        self._shown_id = ""
        self._sections = column(spacing=14)
        self.add(self._sections, STRETCH)

    def show_set(self, content: SetContent) -> None:
        """Show one rule set in full; the same one again where it was scrolled to."""
        is_again = content.id == self._shown_id
        place, focused = self.verticalScrollBar().value(), self._focused()
        self._shown_id = content.id
        clear_layout(self._sections)
        self._newer_id = "" if content.newer is None else content.newer[0]
        self._sections.addWidget(self._head(content))
        for banner in self._banners(content):
            self._sections.addWidget(banner)
        if content.blocks:
            self._sections.addWidget(self._values(_("Blocks"), _values_table(content.blocks, self)))
        if content.bonuses:
            table = _bonuses_table(content.bonuses, self)
            self._sections.addWidget(self._values(_("Bonuses"), table))
        for title, pairs in content.terms:
            self._sections.addWidget(self._pairs(title, pairs))
        if content.evidence:
            pieces = _evidence_table(content.evidence, self)
            self._sections.addWidget(self._values(pgettext("page", "Evidence"), pieces))
        if content.documents is not None:
            self._sections.addWidget(self._documents(content.documents))
        self._sections.addWidget(self._sources(content))
        self.settle()
        self.verticalScrollBar().setValue(place if is_again else 0)
        if is_again and focused:
            self._focus_again(focused)

    def _focused(self) -> str:
        """Return the name of what has the focus here, "" where that is elsewhere."""
        widget = QApplication.focusWidget()
        return widget.objectName() if widget is not None and self.isAncestorOf(widget) else ""

    def _focus_again(self, name: str) -> None:
        """Focus what has that name; where it went, what stands at the end of the documents."""
        found = self.findChild(QWidget, name) or self.findChild(QWidget, f"act.{ADD}")
        if found is not None:
            found.setFocus()
            self.ensureWidgetVisible(found)

    def _head(self, content: SetContent) -> Card:
        card = Card(self)
        pills = Wrap(card, spacing=8)
        for pill in content.pills:
            shown = Pill(parent=card)
            shown.set_content(pill)
            pills.add(shown)
        acts = Wrap(card, spacing=14)
        for act in content.acts:
            button = ActButton(act, parent=acts)
            button.act_chosen.connect(self.act_chosen)
            acts.add(button)
        if content.more:
            more = MoreButton(content.more, acts)
            more.setObjectName("rules.more")
            more.act_chosen.connect(self.act_chosen)
            acts.add(more)
        card.add(SectionTitle(content.title, parent=card), pills)
        if content.remark:
            card.add(Muted(content.remark, "small", parent=card))
        card.add(_grid(content.facts, card), acts)
        return card

    def _banners(self, content: SetContent) -> list[Banner]:
        banners = []
        if content.copy_of:
            words = _("This is the copy that “{contract}” keeps. A later edition never changes it.")
            banners.append(Banner(words.format(contract=content.copy_of), Tone.INFO, parent=self))
        if content.newer is not None:
            words = _("There is a newer edition: {title}.").format(title=content.newer[1])
            act = Act(NEWER, _("Show it"), kind="link")
            banner = Banner(words, Tone.WARNING, act=act, parent=self)
            banner.act_chosen.connect(self._on_newer)
            banners.append(banner)
        if content.missing:
            known = _("Not known: look in the contract, or ask the authority.")
            lines = "\n".join((known, *(f"{POINT}{one}" for one in content.missing)))
            banners.append(Banner(lines, Tone.WARNING, parent=self))
        return [*banners, *(Banner(note, Tone.INFO, parent=self) for note in content.notes)]

    def _values(self, title: str, table: QWidget) -> Card:
        card = Card(self)
        card.add(SectionTitle(title, role="heading", parent=card), table)
        return card

    def _pairs(self, title: str, pairs: tuple[tuple[str, str], ...]) -> Card:
        card = Card(self)
        card.add(SectionTitle(title, role="heading", parent=card), _grid(pairs, card))
        return card

    def _sources(self, content: SetContent) -> Card:
        card = Card(self)
        card.add(SectionTitle(_("Sources and assumptions"), role="heading", parent=card))
        for assumption in content.assumptions:
            words = _("Assumption: {text}").format(text=assumption)
            card.add(Muted(words, "small", parent=card))
        for place in content.places:
            card.add(Muted(place, "small", parent=card))
        for number, source in enumerate(content.sources):
            card.add_separator()
            card.add(self._source(number, source, card))
        remark = _("The program itself never goes on the internet. Copy an address, or open it.")
        card.add(Muted(remark, "hint", parent=card))
        return card

    def _documents(self, documents: Sequence[DocumentLine]) -> DocumentsCard:
        card = DocumentsCard(documents, self)
        card.act_chosen.connect(self.act_chosen)
        card.wanted.connect(self.document_wanted)
        card.removed.connect(self.document_removed)
        return card

    def _source(self, number: int, source: SourceLine, card: Card) -> QVBoxLayout:
        address = Muted(source.address, "hint", parent=card)
        address.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        copy = IconButton("copy", _("Copy the address of {title}").format(title=source.title), card)
        copy.setObjectName(f"rules.copy.{number}")
        copy.setProperty("address", source.address)
        copy.clicked.connect(self._on_copy)
        visit = LinkButton(_("Open in browser…"), small=True, parent=card)
        visit.setObjectName(f"rules.visit.{number}")
        visit.setAccessibleDescription(source.title)
        visit.setProperty("address", source.address)
        visit.clicked.connect(self._on_visit)
        title = Text(source.title, "smallstrong", wrap=True, parent=card)
        first = row(title, Muted(source.seen, "hint", wrap=False, parent=card), spacing=12)
        first.setStretch(0, 1)
        second = row(address, copy, visit, spacing=8)
        second.setStretch(0, 1)
        return column(first, second, spacing=2)

    @Slot()
    def _on_newer(self) -> None:
        self.set_wanted.emit(self._newer_id)

    @Slot()
    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(str(self.sender().property("address")))
        announce(self, _("The address is copied."))

    @Slot()
    def _on_visit(self) -> None:
        self.source_wanted.emit(str(self.sender().property("address")))


def _grid(pairs: tuple[tuple[str, str], ...], card: Card) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(7)
    grid.setColumnStretch(0, 2)
    grid.setColumnStretch(1, 4)
    top = Qt.AlignmentFlag.AlignTop
    for line, (question, answer) in enumerate(pairs):
        grid.addWidget(Muted(question, "small", parent=card), line, 0, top)
        grid.addWidget(Text(answer, "small", wrap=True, parent=card), line, 1, top)
    return grid


def _code(line: ValueLine | EvidenceLine) -> str:
    return line.code


def _label(line: ValueLine | EvidenceLine) -> str:
    return line.label


def _worth(line: ValueLine) -> str:
    return line.worth


def _cents(line: ValueLine) -> int:
    return line.cents


def _limit(line: ValueLine) -> str:
    return line.limit


def _hint(line: ValueLine) -> str:
    return f"{line.label}\n{line.note}" if line.note else line.label


def _values_table(rows: Sequence[ValueLine], parent: QWidget) -> ShortTable[ValueLine]:
    columns = (
        Column[ValueLine]("label", _("Block"), _label, width=14, stretch=True, strong=True,
                          hint=_hint),
        Column("worth", _("Worth"), _worth, _cents, width=16, align=Align.START, hint=_worth),
        Column("limit", _("How long someone counts"), _limit, width=12, muted=True, hint=_limit),
    )  # fmt: skip
    return _filled(columns, _("Blocks"), rows, parent)


def _bonuses_table(rows: Sequence[ValueLine], parent: QWidget) -> ShortTable[ValueLine]:
    columns = (
        Column[ValueLine]("label", _("Bonus"), _label, width=14, stretch=True, strong=True,
                          hint=_hint),
        Column("worth", _("Worth"), _worth, _cents, width=16, hint=_worth),
        Column("limit", _("For whom"), _limit, width=12, muted=True, hint=_limit),
    )  # fmt: skip
    return _filled(columns, _("Bonuses"), rows, parent)


def _filled(
    columns: Sequence[Column[ValueLine]], name: str, rows: Sequence[ValueLine], parent: QWidget
) -> ShortTable[ValueLine]:
    """Return a table of rows; where none has a limit its column would only take room."""
    if not any(row.limit for row in rows):
        columns = [one for one in columns if one.key != "limit"]
    table = ShortTable(columns, _code, name=name, optional=("limit",), parent=parent)
    table.set_rows(rows)
    return table


def _asked_for(line: EvidenceLine) -> str:
    return line.asked_for


def _whose(line: EvidenceLine) -> str:
    return line.whose


def _evidence_table(rows: Sequence[EvidenceLine], parent: QWidget) -> ShortTable[EvidenceLine]:
    columns = (
        Column[EvidenceLine]("label", _("Document"), _label, width=14, stretch=True, strong=True,
                             hint=_label),
        Column("asked", _("Asked for"), _asked_for, width=14, hint=_asked_for),
        Column("whose", _("Named by"), _whose, width=14, muted=True, hint=_whose),
    )  # fmt: skip
    name = pgettext("page", "Evidence")
    table = ShortTable(columns, _code, name=name, optional=("whose",), parent=parent)
    table.set_rows(rows)
    return table
