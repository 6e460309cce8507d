"""Fields: names for screen readers, errors beside them, readings, nothing typed is lost."""

from __future__ import annotations

from functools import partial
from typing import TypeVar

import pytest
from PySide6.QtCore import QDate, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCalendarWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from sroi_desktop.ui.kit.accessibility import nameless, spoken
from sroi_desktop.ui.kit.cards import ToggleCards
from sroi_desktop.ui.kit.content import CardChoice, Choice
from sroi_desktop.ui.kit.fields import (
    ChoiceField,
    DateField,
    Field,
    HoursField,
    IntegerField,
    MoneyField,
    MultiChoiceField,
    NoteField,
    OptionsField,
    PercentField,
    TextField,
)
from sroi_desktop.ui.kit.theme import Appearance, Theme
from tests.ui.hands import click, press, write

F = TypeVar("F", bound=Field)
CHOICES = (Choice("a", "Almere"), Choice("u", "Utrecht"), Choice("z", "Zwolle"))


@pytest.fixture
def form(theme: Theme, qtbot: QtBot) -> QWidget:
    """Return an empty window to put fields in."""
    window = QWidget()
    QVBoxLayout(window)
    qtbot.addWidget(window)
    window.resize(500, 400)
    return window


def put(form: QWidget, field: F) -> F:
    """Show the field in the window."""
    layout = form.layout()
    assert layout is not None
    layout.addWidget(field)
    form.show()
    return field


def test_that_every_kind_of_field_is_named_by_its_label(form: QWidget) -> None:
    for field in (
        TextField("&Naam"),
        MoneyField("&Bedrag"),
        HoursField("&Uren"),
        PercentField("&Percentage"),
        IntegerField("&Aantal"),
        DateField("&Datum"),
        NoteField("&Toelichting"),
        ChoiceField("&Soort", CHOICES),
        ChoiceField("&Gemeente", CHOICES, searchable=True),
        OptionsField("&Contract", CHOICES),
        MultiChoiceField("&Bonussen", CHOICES),
    ):
        put(form, field)
        assert spoken(field.editor).name
    assert nameless(form) == []


def test_that_the_object_names_of_field_and_editor_follow_the_given_name(form: QWidget) -> None:
    field = put(form, MoneyField("Bedrag", name="effort.amount"))
    assert field.objectName() == "effort.amount"
    assert field.editor.objectName() == "effort.amount.editor"


def test_that_typing_is_announced_and_setting_is_not(form: QWidget, qtbot: QtBot) -> None:
    field = put(form, TextField("Naam"))
    with qtbot.assertNotEmitted(field.changed):
        field.set_text("Jansen")
    with qtbot.waitSignal(field.changed):
        write(field.editor, "x")
    assert field.text() == "Jansenx"


def test_that_an_error_stands_beside_the_field_and_keeps_what_was_typed(form: QWidget) -> None:
    field = put(form, MoneyField("Bedrag", hint="Zonder btw."))
    field.set_text("12.50")
    field.set_error("Bedoelt u 12,50?")
    assert field.error() == "Bedoelt u 12,50?"
    assert field.text() == "12.50"
    assert field.editor.property("invalid") is True
    assert "Bedoelt u 12,50?" in spoken(field.editor).description
    assert "Zonder btw." in spoken(field.editor).description
    field.set_error(None)
    assert field.error() is None
    assert field.editor.property("invalid") is False
    assert spoken(field.editor).description == "Zonder btw."


def test_that_a_reading_replaces_the_text_only_after_the_field_is_left(
    form: QWidget, qtbot: QtBot
) -> None:
    field = put(form, MoneyField("Bedrag"))
    other = put(form, TextField("Naam"))
    with qtbot.waitActive(form):
        form.activateWindow()
    field.focus()
    write(field.editor, "13333,33")
    field.show_reading("€ 13.333,33")
    assert field.text() == "13333,33"
    assert "€ 13.333,33" in spoken(field.editor).description
    other.focus()
    qtbot.waitUntil(lambda: field.text() == "€ 13.333,33")


def test_that_a_wrong_text_is_never_replaced_by_an_older_reading(
    form: QWidget, qtbot: QtBot
) -> None:
    field = put(form, MoneyField("Bedrag"))
    field.show_reading("€ 1,00")
    field.line.selectAll()
    write(field.editor, "abc")
    field.set_error("Dit is geen bedrag.")
    press(field.editor, Qt.Key.Key_Return)
    assert field.text() == "abc"


def test_that_choosing_an_offered_reading_fills_it_in(form: QWidget, qtbot: QtBot) -> None:
    field = put(form, MoneyField("Bedrag"))
    field.set_text("12.50")
    field.set_error("Bedoelt u:")
    field.offer_readings(("€ 12,50", "€ 1.250,00"))
    offers = [b for b in field.findChildren(QPushButton) if b.text() == "€ 1.250,00"]
    with qtbot.waitSignals([field.changed, field.finished]):
        click(offers[0])
    assert field.text() == "€ 1.250,00"
    assert field.error() is None


def test_that_not_knowing_is_an_answer(form: QWidget, qtbot: QtBot) -> None:
    field = put(form, MoneyField("Opdrachtsom", unknown="Weet ik niet"))
    field.set_error("Vul een bedrag in.")
    with qtbot.waitSignal(field.changed):
        field._on_unknown(True)
    assert not field.editor.isEnabled()
    assert field.error() is None
    field.set_unknown(True)
    assert field.is_unknown()
    field.set_unknown(False)
    assert field.editor.isEnabled()


def test_that_a_field_without_the_box_is_never_unknown(form: QWidget) -> None:
    field = put(form, TextField("Naam"))
    field.set_unknown(True)
    assert not field.is_unknown()


def test_that_an_optional_field_says_so(form: QWidget) -> None:
    assert put(form, TextField("Naam", optional=True)).label() == "Naam (optional)"


def test_that_alt_down_opens_a_calendar_and_a_day_fills_the_field(
    form: QWidget, qtbot: QtBot
) -> None:
    field = put(form, DateField("Begindatum"))
    field.set_text("1-3-2026")
    press(field.editor, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    calendars = [w for w in QApplication.allWidgets() if isinstance(w, QCalendarWidget)]
    assert [c.selectedDate() for c in calendars] == [QDate(2026, 3, 1)]
    with qtbot.waitSignals([field.changed, field.finished]):
        calendars[0].activated.emit(calendars[0].selectedDate().addDays(30))
    assert field.text() == "31-03-2026"


def test_that_the_calendar_opens_today_when_nothing_readable_is_typed(
    form: QWidget, qtbot: QtBot
) -> None:
    field = put(form, DateField("Begindatum"))
    field.set_text("later")
    press(field.editor, Qt.Key.Key_F4)
    calendars = [w for w in QApplication.allWidgets() if isinstance(w, QCalendarWidget)]
    assert calendars[-1].selectedDate().isValid()
    calendars[-1].window().close()
    assert field.text() == "later"


def test_that_a_choice_is_kept_by_its_key(form: QWidget, qtbot: QtBot) -> None:
    field = put(form, ChoiceField("Gemeente", CHOICES))
    assert field.value() is None
    field.set_value("u")
    assert field.text() == "Utrecht"
    field.set_choices([*CHOICES, Choice("w", "Woerden")])
    assert field.value() == "u"
    field.set_choices(CHOICES[:1])
    assert field.value() is None
    field.set_value("nowhere")
    assert field.value() is None


def test_that_the_keyboard_chooses_and_is_heard(form: QWidget, qtbot: QtBot) -> None:
    field = put(form, ChoiceField("Gemeente", CHOICES))
    with qtbot.waitSignals([field.changed, field.finished]):
        press(field.editor, Qt.Key.Key_Down)
    assert field.value() == "a"


def test_that_the_mouse_wheel_never_changes_a_choice(form: QWidget) -> None:
    field = put(form, ChoiceField("Gemeente", CHOICES))
    field.set_value("u")
    field.combo.wheelEvent(_wheel())
    assert field.value() == "u"


def test_that_a_searched_text_without_match_stays_and_is_no_answer(
    form: QWidget, qtbot: QtBot
) -> None:
    field = put(form, ChoiceField("Gemeente", CHOICES, searchable=True))
    line = field.combo.lineEdit()
    assert line is not None
    write(line, "utrecht")
    assert field.value() == "u"
    field.set_text("Staat er niet bij")
    assert field.value() is None
    assert field.text() == "Staat er niet bij"


def test_that_one_option_excludes_the_others(form: QWidget, qtbot: QtBot) -> None:
    field = put(form, OptionsField("Contract", CHOICES, name="kind"))
    assert field.value() is None
    field.set_value("u")
    assert field.value() == "u"
    button = field.findChild(QWidget, "kind.z")
    assert button is not None
    with qtbot.waitSignal(field.changed):
        click(button, button.rect().center())
    assert field.value() == "z"
    field.set_value(None)
    assert field.value() is None


def test_that_any_number_of_boxes_can_be_ticked(form: QWidget, qtbot: QtBot) -> None:
    field = put(form, MultiChoiceField("Bonussen", CHOICES, name="bonus"))
    field.set_values({"a", "z"})
    assert field.values() == {"a", "z"}
    box = field.findChild(QWidget, "bonus.u")
    assert box is not None
    with qtbot.waitSignal(field.changed):
        press(box, Qt.Key.Key_Space)
    assert field.values() == {"a", "u", "z"}
    field.set_choices(CHOICES[:2])
    assert field.values() == {"a", "u"}


def test_that_tab_leaves_a_note(form: QWidget, qtbot: QtBot) -> None:
    note = put(form, NoteField("Toelichting"))
    other = put(form, TextField("Naam"))
    with qtbot.waitActive(form):
        form.activateWindow()
    note.focus()
    with qtbot.waitSignal(note.changed):
        write(note.editor, "Goed gegaan.")
    with qtbot.waitSignal(note.finished):
        press(note.editor, Qt.Key.Key_Tab)
    assert note.text() == "Goed gegaan."
    assert other.editor.hasFocus()
    with qtbot.assertNotEmitted(note.changed):
        note.set_text("Anders.")


def test_that_nothing_is_cut_off_at_the_largest_text(form: QWidget, theme: Theme) -> None:
    field = put(form, MoneyField("Bedrag exclusief btw"))
    theme.apply(Appearance.LIGHT, 22)
    assert field.editor.sizeHint().height() >= field.editor.fontMetrics().height() + 8


def _wheel() -> QWheelEvent:
    return QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(0, 0),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )


def test_that_what_a_screen_reader_toggles_is_an_answer(theme: Theme, qtbot: QtBot) -> None:
    del theme
    field = OptionsField("Soort", (Choice("a", "A"), Choice("b", "B")), name="kind")
    several = MultiChoiceField("Bonussen", (Choice("a", "A"), Choice("b", "B")), name="more")
    cards = ToggleCards("Wat", (CardChoice("a", "A"), CardChoice("b", "B")))
    heard: list[object] = []
    for one in (field, several, cards):
        qtbot.addWidget(one)
        one.changed.connect(partial(heard.append, one))
    for name in ("kind.b", "more.b", "card.b"):
        button = next(
            found
            for one in (field, several, cards)
            if (found := one.findChild(QAbstractButton, name)) is not None
        )
        action = QAccessible.queryAccessibleInterface(button).actionInterface()
        action.doAction(action.actionNames()[0])
    assert heard == [field, several, cards]
    assert field.value() == cards.value() == "b"
    assert several.values() == {"b"}
    field.set_value("a")
    several.set_values(())
    cards.set_value("a")
    assert len(heard) == 3  # what the program shows is no answer
