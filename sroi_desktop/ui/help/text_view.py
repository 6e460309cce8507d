"""Shows one page of the help in our own look, and goes to places in it."""

from __future__ import annotations

from PySide6.QtCore import QUrl, Signal, Slot
from PySide6.QtGui import QTextBlock, QTextCursor, QTextFormat
from PySide6.QtWidgets import QTextBrowser, QTextEdit, QWidget

from sroi_desktop.language import _
from sroi_desktop.ui.help.markup import page_html
from sroi_desktop.ui.kit.look import Look, current_look


class HelpText(QTextBrowser):
    """One page. Links stay within the help: nothing is ever loaded.

    Signals:
        link_followed(str): the address of a link.
    """

    link_followed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("help.text")
        self.setAccessibleName(_("Explanation"))
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self._markdown = ""
        self._place = ""
        self.anchorClicked.connect(self._on_link)

    def set_page(self, title: str, markdown: str) -> None:
        """Show a page from its beginning."""
        self._markdown = markdown
        self._place = ""
        self.setAccessibleName(title)
        self._render()

    def go_to(self, place: str) -> None:
        """Go to a place and mark it; "" is the beginning."""
        self._place = place
        self.setExtraSelections([])
        if not place:
            self.moveCursor(QTextCursor.MoveOperation.Start)
            self.verticalScrollBar().setValue(0)
            return
        self.scrollToAnchor(place)
        self._mark(place)

    def fit_to_look(self) -> None:
        """Show the page again in the colours and at the size of the look."""
        self._render()
        if self._place:
            self.go_to(self._place)

    def _render(self) -> None:
        look = current_look()
        self.document().setDefaultFont(look.font("body"))
        self.document().setDefaultStyleSheet(_style(look))
        self.document().setDocumentMargin(look.em(1.4))
        self.setHtml(page_html(self._markdown))

    def _mark(self, place: str) -> None:
        """Give the paragraph of a place a soft ground: it may not be at the top of the view."""
        block = self._block_of(place)
        if block is None:
            return
        mark = QTextEdit.ExtraSelection()
        cursor = QTextCursor(block)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        mark.cursor = cursor
        mark.format.setBackground(current_look().colour("accent_soft"))
        mark.format.setProperty(QTextFormat.Property.FullWidthSelection, True)
        self.setExtraSelections([mark])

    def _block_of(self, place: str) -> QTextBlock | None:
        block = self.document().begin()
        while block.isValid():
            if any(place in piece.format.anchorNames() for piece in block.textFormats()):
                return block
            block = block.next()
        return None

    @Slot(QUrl)
    def _on_link(self, link: QUrl) -> None:
        self.link_followed.emit(link.toString())


def _style(look: Look) -> str:
    """Return the look of a page, in the part of CSS that Qt knows."""
    colours = look.palette
    gap = look.em(0.6)
    return f"""
p {{ margin: 0 0 {gap}px 0; line-height: 135%; }}
p.heading1 {{ font-size: {look.pixels("title")}px; font-weight: 700; }}
p.heading2 {{ font-size: {look.pixels("section")}px; font-weight: 700;
    margin: {look.em(1.4)}px 0 {look.em(0.35)}px 0; }}
li {{ margin: 0 0 {look.em(0.3)}px 0; line-height: 135%; }}
ul, ol {{ margin: 0 0 {gap}px 0; }}
a {{ color: {colours.accent}; text-decoration: underline; }}
table.quote {{ margin: 0 0 {gap}px 0; }}
table.quote td {{ background-color: {colours.accent_soft}; font-weight: 600; }}
table.rows th {{ text-align: left; color: {colours.muted}; font-weight: 600; }}
"""
