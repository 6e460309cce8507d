"""Where the answer at hand was read: a page and the words, in one quiet line under the sheet."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QWidget

from sroi_desktop.language import _
from sroi_desktop.ui.kit.look import current_look
from sroi_desktop.ui.kit.text import Text
from sroi_desktop.ui.rule_editor.contents import PlaceContent
from sroi_desktop.ui.rule_editor.sheet import Place


class PlaceBar(QFrame):
    """Shows a `PlaceContent`.

    Signals:
        noted(str, str): page and words, as they are typed.
    """

    noted = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = Text("", "smallstrong", wrap=True, parent=self)
        self._page = QLineEdit(self)
        self._page.setObjectName("rule_editor.page")
        self._page.setPlaceholderText(_("page"))
        self._quote = QLineEdit(self)
        self._quote.setObjectName("rule_editor.quote")
        self._quote.setPlaceholderText(_("the words of the contract"))
        self._label.setBuddy(self._page)
        across = QHBoxLayout(self)
        across.setContentsMargins(28, 6, 14, 6)
        across.setSpacing(10)
        across.addWidget(self._label, 4)
        across.addWidget(self._page, 1)
        across.addWidget(self._quote, 5)
        self._page.textEdited.connect(self._on_typed)
        self._quote.textEdited.connect(self._on_typed)
        self.fit_to_look()
        self.show_place(PlaceContent("", Place()))

    def fit_to_look(self) -> None:
        """Keep room for a page number at any text size."""
        self._page.setMinimumWidth(current_look().em(7))

    def show_place(self, content: PlaceContent) -> None:
        """Show where an answer was read."""
        self.setVisible(bool(content.about))
        words = _("&Where does it say so? {about}").format(about=content.about.replace("&", "&&"))
        self._label.setText(words)
        for line, text in ((self._page, content.place.page), (self._quote, content.place.quote)):
            if line.text() != text:
                line.setText(text)
        about = content.about
        self._page.setAccessibleName(_("Page: {about}").format(about=about))
        self._quote.setAccessibleName(
            _("In the words of the contract: {about}").format(about=about)
        )

    @Slot()
    def _on_typed(self) -> None:
        self.noted.emit(self._page.text(), self._quote.text())
