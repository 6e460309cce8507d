"""The pages of a report as they will print, with how far they are while they are made."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, Qt, Signal, Slot
from PySide6.QtGui import QPalette
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import (
    QFrame,
    QProgressBar,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from sroi_desktop.language import _, ngettext
from sroi_desktop.ui.kit.boxes import STRETCH, Card, column, row
from sroi_desktop.ui.kit.buttons import Button, IconButton
from sroi_desktop.ui.kit.look import current_look
from sroi_desktop.ui.kit.messages import announce
from sroi_desktop.ui.kit.text import IconLabel, Muted, Text

_STEP = 1.25
_SMALLEST, _LARGEST = 0.25, 4.0
_WIDTH = QPdfView.ZoomMode.FitToWidth


class Working(QWidget):
    """How far the pages are, with a way to stop.

    Signals:
        stop_asked(): the pages are not wanted after all.
    """

    stop_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bar = QProgressBar(self)
        self._bar.setObjectName("reports.progress")
        self._bar.setAccessibleName(_("Making the pages"))
        self._bar.setTextVisible(False)
        stop = Button(_("S&top"), parent=self)
        stop.setObjectName("reports.stop")
        stop.clicked.connect(self.stop_asked)
        words = Text(_("Making the pages…"), "strong", parent=self)
        body = QVBoxLayout(self)
        body.addStretch(1)
        body.addLayout(row(STRETCH, column(words, self._bar, row(STRETCH, stop)), STRETCH))
        body.addStretch(2)

    def set_progress(self, done: int, total: int) -> None:
        """Show how far they are."""
        self._bar.setRange(0, max(1, total))
        self._bar.setValue(done)


class NoPages(QWidget):
    """Says why there is nothing to see.

    Signals:
        again_asked(): make the pages after all.
    """

    again_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = Muted("", "body", parent=self)
        self._words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._again = Button(_("Make the &preview"), icon_name="refresh-cw", parent=self)
        self._again.setObjectName("reports.again")
        self._again.clicked.connect(self.again_asked)
        mark = IconLabel("file-search", size=40, parent=self)
        body = QVBoxLayout(self)
        body.addStretch(1)
        body.addLayout(row(STRETCH, mark, STRETCH))
        body.addWidget(self._words)
        body.addLayout(row(STRETCH, self._again, STRETCH))
        body.addStretch(2)

    def set_words(self, text: str, *, again: bool) -> None:
        """Say why."""
        self._words.setText(text)
        self._again.setVisible(again)


class Preview(Card):
    """The pages, or how far they are, or why there are none.

    Signals:
        stop_asked(), again_asked(): about the making of the pages.
    """

    stop_asked = Signal()
    again_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=10, spacing=8)
        self._data = QByteArray()
        self._buffer = QBuffer(self)
        self.document = QPdfDocument(self)
        self._title = Text("", "smallstrong", wrap=True, parent=self)
        self._page = Muted("", "small", wrap=False, parent=self)
        self._pages = QPdfView(self)
        self._pages.setObjectName("reports.pages")
        self._pages.setDocument(self.document)
        self._pages.setPageMode(QPdfView.PageMode.MultiPage)
        self._pages.setZoomMode(_WIDTH)
        self._pages.setFrameShape(QFrame.Shape.NoFrame)
        self._working = Working(self)
        self._none = NoPages(self)
        self._stack = QStackedWidget(self)
        for widget in (self._none, self._working, self._pages):
            self._stack.addWidget(widget)
        self._bar = QWidget(self)
        across = row(self._page, STRETCH, spacing=6)
        for icon, name, slot in (
            ("chevron-up", _("Previous page"), self._on_previous),
            ("chevron-down", _("Next page"), self._on_next),
            ("zoom-out", _("Smaller"), self._on_smaller),
            ("zoom-in", _("Larger"), self._on_larger),
        ):
            button = IconButton(icon, name, self._bar)
            button.setObjectName(f"reports.{icon}")
            button.clicked.connect(slot)
            across.addWidget(button)
        bar = column(self._title, across, spacing=0)
        bar.setContentsMargins(8, 4, 0, 0)
        self._bar.setLayout(bar)
        self.add(self._bar, self._stack)
        self._working.stop_asked.connect(self.stop_asked)
        self._none.again_asked.connect(self.again_asked)
        self._pages.pageNavigator().currentPageChanged.connect(self._show_page)
        self.show_nothing("", again=False)
        self.fit_to_look()

    def fit_to_look(self) -> None:
        """Lay the pages on the background of the look."""
        colours = self._pages.palette()
        colours.setBrush(QPalette.ColorRole.Dark, current_look().colour("background"))
        self._pages.setPalette(colours)

    def show_pages(self, pdf: bytes, title: str) -> None:
        """Show the pages of a PDF."""
        if QByteArray(pdf) != self._data:
            self.document.close()
            self._buffer.close()
            self._data = QByteArray(pdf)
            self._buffer.setData(self._data)
            self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
            self.document.load(self._buffer)
        self._title.setText(title)
        self._pages.setAccessibleName(title)
        self._bar.show()
        self._stack.setCurrentWidget(self._pages)
        self._show_page()
        announce(self._pages, title)

    def show_working(self, done: int, total: int) -> None:
        """Show how far the pages are."""
        self._working.set_progress(done, total)
        self._bar.hide()
        self._stack.setCurrentWidget(self._working)

    def show_nothing(self, text: str, *, again: bool) -> None:
        """Say why there are no pages."""
        self._none.set_words(text, again=again)
        self._bar.hide()
        self._stack.setCurrentWidget(self._none)

    def _go_to(self, page: int) -> None:
        last = self.document.pageCount() - 1
        wanted = max(0, min(page, last))
        self._pages.pageNavigator().jump(wanted, QPointF(), 0)

    def _zoom(self, times: float) -> None:
        """Make the pages larger or smaller, from the size at which they fit."""
        if self._pages.zoomMode() == _WIDTH:
            size = self.document.pagePointSize(0).width() * self.logicalDpiX() / 72
            self._pages.setZoomFactor(self._pages.viewport().width() / max(1.0, size))
            self._pages.setZoomMode(QPdfView.ZoomMode.Custom)
        factor = self._pages.zoomFactor() * times
        self._pages.setZoomFactor(max(_SMALLEST, min(factor, _LARGEST)))

    @Slot()
    def _show_page(self) -> None:
        count = self.document.pageCount()
        current = self._pages.pageNavigator().currentPage() + 1
        words = ngettext("Page {page} of {count}", "Page {page} of {count}", count)
        self._page.setText(words.format(page=current, count=count))

    @Slot()
    def _on_previous(self) -> None:
        self._go_to(self._pages.pageNavigator().currentPage() - 1)

    @Slot()
    def _on_next(self) -> None:
        self._go_to(self._pages.pageNavigator().currentPage() + 1)

    @Slot()
    def _on_smaller(self) -> None:
        self._zoom(1 / _STEP)

    @Slot()
    def _on_larger(self) -> None:
        self._zoom(_STEP)
