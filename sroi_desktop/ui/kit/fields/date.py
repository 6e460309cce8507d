"""The field for a date: a line one types in, with a calendar at hand.

No date edit of Qt's: that one cannot be empty and invents a date (docs/architecture.md).
"""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QLocale, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QResizeEvent, QShowEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QVBoxLayout, QWidget

from sroi_desktop.language import _
from sroi_desktop.language.numbers import date_text
from sroi_desktop.language.parsing import UnreadableError, parse_date
from sroi_desktop.ui.kit.buttons import IconButton
from sroi_desktop.ui.kit.fields.line import LineField, ReadingLine
from sroi_desktop.ui.kit.look import current_look


class _DateLine(ReadingLine):
    """A line edit that holds the button of the calendar at its right end."""

    calendar_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._button = IconButton("calendar", _("Open the calendar (Alt+Down)"), self)
        # The line itself opens the calendar by key: one stop of the Tab key is enough.
        self._button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._button.clicked.connect(self.calendar_asked)

    def fit_to_look(self) -> None:
        """Keep room for the button."""
        button = getattr(self, "_button", None)
        if button is not None:
            self._reserved = button.sizeHint().width() - current_look().em(0.3)
        super().fit_to_look()
        self._place()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the calendar with Alt+Down or F4, as a combo box does."""
        alt_down = (
            event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier
        )
        if alt_down or event.key() == Qt.Key.Key_F4:
            self.calendar_asked.emit()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the button at the right end."""
        super().resizeEvent(event)
        self._place()

    def showEvent(self, event: QShowEvent) -> None:
        """Place the button again: only now the stylesheet has settled all sizes."""
        super().showEvent(event)
        self.fit_to_look()

    def _place(self) -> None:
        button = getattr(self, "_button", None)
        if button is None:
            return
        wide = button.sizeHint().width()
        left = self.width() - wide - current_look().em(0.3)
        button.setGeometry(left, 3, wide, self.height() - 6)


class _CalendarPopup(QFrame):
    """A calendar that disappears when one looks elsewhere."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("surface", "card")
        self._calendar = QCalendarWidget(self)
        self._calendar.setAccessibleName(_("Calendar"))
        self._calendar.setLocale(QLocale("nl_NL"))
        self._calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self._calendar.setGridVisible(False)
        none = QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader
        self._calendar.setVerticalHeaderFormat(none)
        self._calendar.clicked.connect(self._choose)
        self._calendar.activated.connect(self._choose)
        body = QVBoxLayout(self)
        body.setContentsMargins(6, 6, 6, 6)
        body.addWidget(self._calendar)
        self._colour()

    def open_at(self, day: date | None, place: QPoint) -> None:
        """Show the month of `day`, or this month."""
        if day is not None:
            self._calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        self.move(place)
        self.show()
        self._calendar.setFocus()

    def _colour(self) -> None:
        look = current_look()
        plain, head = QTextCharFormat(), QTextCharFormat()
        plain.setForeground(QColor(look.colour("text")))
        head.setForeground(QColor(look.colour("muted")))
        self._calendar.setHeaderTextFormat(head)
        for day in Qt.DayOfWeek:
            self._calendar.setWeekdayTextFormat(day, plain)

    @Slot(QDate)
    def _choose(self, day: QDate) -> None:
        self.chosen.emit(date(day.year(), day.month(), day.day()))
        self.close()


class DateField(LineField):
    """A date, typed as 31-8-2026 or chosen in the calendar."""

    def __init__(
        self,
        label: str,
        *,
        name: str = "",
        hint: str = "",
        optional: bool = False,
        unknown: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            label,
            name=name,
            hint=hint,
            optional=optional,
            unknown=unknown,
            placeholder=_("dd-mm-yyyy"),
            parent=parent,
        )

    def _new_line(self) -> ReadingLine:
        line = _DateLine()
        line.calendar_asked.connect(self._open_calendar)
        return line

    @Slot()
    def _open_calendar(self) -> None:
        popup = _CalendarPopup(self)
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        popup.chosen.connect(self._take)
        place = self._line.mapToGlobal(QPoint(0, self._line.height() + 2))
        popup.open_at(_day_or_none(self.text()), place)

    @Slot(object)
    def _take(self, day: date) -> None:
        self.set_text(date_text(day))
        self.set_error(None)
        self.changed.emit()
        self.finished.emit()
        self._line.setFocus()


def _day_or_none(text: str) -> date | None:
    """Return the day the calendar opens at; the presenter judges what was typed, not this."""
    try:
        return parse_date(text)
    except UnreadableError:
        return None
