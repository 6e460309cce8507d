"""Fields of one line: text, amounts, hours, percentages, whole numbers.

They hold what was typed. The presenter says with `show_reading` how it was read; the reading
stands in the field while one types and takes the place of the typed text afterwards.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMargins, QRect, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from sroi_desktop.language import _
from sroi_desktop.ui.kit.buttons import LinkButton
from sroi_desktop.ui.kit.fields.base import Field
from sroi_desktop.ui.kit.flow import Wrap
from sroi_desktop.ui.kit.look import current_look

# Label, editor and error come before what is offered.
_AFTER_ERROR = 3


class ReadingLine(QLineEdit):
    """A line edit with quiet words at its right end: a unit, or how the text was read."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._unit = ""
        self._reading = ""
        self._reserved = 0

    def set_unit(self, unit: str) -> None:
        """Show a unit at the right end."""
        self._unit = unit
        self.fit_to_look()

    def set_reading(self, reading: str) -> None:
        """Show how the text was read; empty shows the unit only."""
        self._reading = reading
        self.update()

    def reserve(self, pixels: int) -> None:
        """Keep room at the right end, for a button."""
        self._reserved = pixels
        self.fit_to_look()

    def fit_to_look(self) -> None:
        """Keep the typed text clear of the unit."""
        unit = self.fontMetrics().horizontalAdvance(self._unit) + 8 if self._unit else 0
        self.setTextMargins(QMargins(0, 0, unit + self._reserved, 0))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the quiet words where there is room beside the text."""
        super().paintEvent(event)
        words = self._quiet_words()
        if not words:
            return
        look = current_look()
        area = self.rect().adjusted(look.em(0.7) + 2, 0, -look.em(0.7) - self._reserved, 0)
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(look.colour("muted" if self.isEnabled() else "disabled"))
        if self._fits(words, area):
            end = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(area, end, words)
        painter.end()

    def _quiet_words(self) -> str:
        if self._reading and self._reading != self.text():
            return self._reading
        # A reading brings its own unit ("5%").
        return "" if self._unit and self.text().strip().endswith(self._unit) else self._unit

    def _fits(self, words: str, area: QRect) -> bool:
        if words == self._unit:
            return True
        metrics = self.fontMetrics()
        taken = metrics.horizontalAdvance(self.text()) + metrics.horizontalAdvance(words)
        return taken + current_look().em(1) < area.width()


class LineField(Field):
    """What all fields of one line share."""

    def __init__(
        self,
        label: str,
        *,
        name: str = "",
        hint: str = "",
        optional: bool = False,
        unknown: str = "",
        unit: str = "",
        placeholder: str = "",
        parent: QWidget | None = None,
    ) -> None:
        self._line = self._new_line()
        self._reading: str | None = None
        super().__init__(
            label,
            self._line,
            name=name,
            hint=hint,
            optional=optional,
            unknown=unknown,
            parent=parent,
        )
        self._line.set_unit(unit or self._usual_unit())
        self._line.setPlaceholderText(placeholder or self._usual_placeholder())
        self._line.textEdited.connect(self._on_edited)
        self._line.editingFinished.connect(self._on_finished)

    def _usual_unit(self) -> str:
        return ""

    def _usual_placeholder(self) -> str:
        return ""

    def _new_line(self) -> ReadingLine:
        """Make the editor; a field with a button in its line makes another one."""
        return ReadingLine()

    @property
    def line(self) -> QLineEdit:
        """The editor itself."""
        return self._line

    def text(self) -> str:
        """Return the text as it stands, spaces at the ends removed."""
        return self._line.text().strip()

    def set_text(self, text: str) -> None:
        """Show a text; nothing is announced as changed."""
        self._reading = None
        self._line.set_reading("")
        if self._line.text() != text:
            self._line.setText(text)

    def set_placeholder(self, text: str) -> None:
        """Show an example in the empty field."""
        self._line.setPlaceholderText(text)

    def show_reading(self, text: str | None) -> None:
        """Show how the text was read ("€ 13.333,33"); None when it cannot be read.

        While the field has the focus the reading stands quietly at its right end. Once the
        user leaves the field it replaces what was typed: it must read back as the same value.
        """
        self._reading = text
        self._line.set_reading(text or "")
        if text is not None and not self._line.hasFocus():
            self._take_reading()
        self._show_foot()

    def offer_readings(self, readings: Sequence[str]) -> None:
        """Offer what a doubtful text may have meant, as links beneath the error; () clears."""
        self._offers.clear()
        self._offers.setVisible(bool(readings))
        for reading in readings:
            link = LinkButton(reading, small=True, parent=self)
            link.setAccessibleDescription(_("Use this value"))
            link.clicked.connect(self._on_offer)
            self._offers.add(link)

    def set_error(self, text: str | None) -> None:
        """Show what is wrong and what to do, or nothing; readings offered before go."""
        super().set_error(text)
        self.offer_readings(())

    def _lay_out(self) -> None:
        super()._lay_out()
        self._offers = Wrap(self, spacing=16)
        body = self.layout()
        if isinstance(body, QVBoxLayout):
            body.insertWidget(_AFTER_ERROR, self._offers)

    def _take_reading(self) -> None:
        if self._reading and not self.error() and self._line.text() != self._reading:
            self._line.setText(self._reading)

    def _spoken(self) -> str:
        if not self._reading or self._reading == self._line.text():
            return ""
        return _("Read as {value}.").format(value=self._reading)

    @Slot()
    def _on_offer(self) -> None:
        link = self.sender()
        if isinstance(link, LinkButton):
            self.set_text(link.text())
            self.set_error(None)
            self.focus()
            self.changed.emit()
            self.finished.emit()

    @Slot()
    def _on_edited(self) -> None:
        # What was read and what was wrong belonged to the text before.
        self._reading = None
        self._line.set_reading("")
        self.changed.emit()

    @Slot()
    def _on_finished(self) -> None:
        self.finished.emit()
        self._take_reading()


class TextField(LineField):
    """A line of text."""


class MoneyField(LineField):
    """An amount in euros, typed the Dutch way."""

    def _usual_placeholder(self) -> str:
        return "€"


class HoursField(LineField):
    """A number of hours, such as 24 or 25,5; the unit stands in the field."""

    def _usual_unit(self) -> str:
        return _("hours")


class PercentField(LineField):
    """A percentage, 0 to 100."""

    def _usual_unit(self) -> str:
        return "%"


class IntegerField(LineField):
    """A whole number, such as a number of employees."""
