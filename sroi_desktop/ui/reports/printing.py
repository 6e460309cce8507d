"""Printing the pages of a PDF, one after the other without blocking the window.

The only place that knows a printer. Tests put another `Printing` in place with `use_printing`.
"""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QObject, QRect, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from sroi_desktop.ui.kit.dialogs import run_dialog

# More than a printer of an office shows; a page of 600 dots per inch would take 130 MB.
_DOTS = 300


class Printing(Protocol):
    """How a printer is chosen."""

    def ask(self, parent: QWidget, title: str) -> QPrinter | None:
        """Return the printer that was chosen, or None."""
        ...


class QtPrinting:
    """The print dialog of the desktop."""

    def ask(self, parent: QWidget, title: str) -> QPrinter | None:
        """Ask for a printer; the name of the document is known to it."""
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(title)
        dialog = QPrintDialog(printer, parent)
        dialog.setWindowTitle(title)
        chosen = run_dialog(dialog)
        dialog.deleteLater()
        return printer if chosen else None


class _InUse:
    printing: Printing = QtPrinting()


def use_printing(printing: Printing) -> Printing:
    """Choose a printer by other means; returns those used before. For tests."""
    before = _InUse.printing
    _InUse.printing = printing
    return before


def ask_printer(parent: QWidget, title: str) -> QPrinter | None:
    """Ask on which printer to print."""
    return _InUse.printing.ask(parent, title)


class PrintJob(QObject):
    """Prints a document page by page; the window stays alive between two pages.

    Signals:
        finished(bool): whether everything was printed.
    """

    finished = Signal(bool)

    def __init__(
        self, document: QPdfDocument, printer: QPrinter, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._printer = printer
        self._painter = QPainter()
        first, last = printer.fromPage(), printer.toPage()
        self._pages = list(range(max(first, 1) - 1, last or document.pageCount()))
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        self._next.setInterval(0)
        self._next.timeout.connect(self._print_page)
        self._is_first = True

    def start(self) -> None:
        """Begin."""
        if self._pages and self._painter.begin(self._printer):
            self._next.start()
        else:
            self.finished.emit(False)

    @Slot()
    def _print_page(self) -> None:
        page = self._pages.pop(0)
        if not self._is_first and not self._printer.newPage():
            self._end(whole=False)
            return
        self._is_first = False
        self._paint(page)
        if self._pages:
            self._next.start()
        else:
            self._end(whole=True)

    def _paint(self, page: int) -> None:
        """Draw a page as large as the paper allows, in its own proportions."""
        inch = 72
        size = self._document.pagePointSize(page)
        dots = QSize(round(size.width() * _DOTS / inch), round(size.height() * _DOTS / inch))
        picture = self._document.render(page, dots)
        paper = self._painter.viewport()
        fitting = dots.scaled(paper.size(), Qt.AspectRatioMode.KeepAspectRatio)
        left = (paper.width() - fitting.width()) // 2
        self._painter.drawImage(QRect(left, 0, fitting.width(), fitting.height()), picture)

    def _end(self, *, whole: bool) -> None:
        self._painter.end()
        self.finished.emit(whole)
