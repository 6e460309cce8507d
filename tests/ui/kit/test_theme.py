"""The look of the whole application: applied, switched live, kept within its limits."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sroi_desktop.ui.kit.buttons import Button
from sroi_desktop.ui.kit.icons import UnknownIconError, icon, icon_pixmap
from sroi_desktop.ui.kit.look import TEXT_ROLES, Look, current_look
from sroi_desktop.ui.kit.palette import DARK, HIGH_CONTRAST, LIGHT, Palette, Tone
from sroi_desktop.ui.kit.text import IconLabel, RoundIcon, Text
from sroi_desktop.ui.kit.theme import Appearance, Theme, application_palette


@pytest.mark.parametrize(
    ("appearance", "palette"),
    [
        (Appearance.LIGHT, LIGHT),
        (Appearance.DARK, DARK),
        (Appearance.HIGH_CONTRAST, HIGH_CONTRAST),
        (Appearance.SYSTEM, LIGHT),
    ],
)
def test_that_the_choice_decides_the_palette(
    theme: Theme, qapp: QApplication, appearance: Appearance, palette: Palette
) -> None:
    theme.apply(appearance)
    assert current_look().palette == palette
    assert theme.appearance is appearance
    window = qapp.palette().color(QPalette.ColorRole.Window).name().upper()
    assert window == current_look().palette.background


@pytest.mark.parametrize(("asked", "given"), [(4, 12), (12, 12), (18, 18), (22, 22), (60, 22)])
def test_that_the_text_size_stays_within_twelve_and_twenty_two(
    theme: Theme, qapp: QApplication, asked: int, given: int
) -> None:
    theme.apply(Appearance.LIGHT, asked)
    assert current_look().text_size == given
    assert qapp.font().pixelSize() == given


def test_that_a_switch_is_announced_once_and_only_when_something_changes(
    theme: Theme, qtbot: QtBot
) -> None:
    heard: list[str] = []

    class Ear(QObject):
        def hear(self) -> None:
            heard.append(current_look().palette.name)

    ear = Ear()
    theme.changed.connect(ear.hear)
    theme.apply(Appearance.DARK)
    theme.apply(Appearance.DARK)
    theme.changed.disconnect(ear.hear)
    assert heard == ["dark"]


def test_that_a_switch_redraws_icons_and_measures_again(theme: Theme, qtbot: QtBot) -> None:
    button = Button("Boek", icon_name="plus")
    label = IconLabel("check")
    disc = RoundIcon("check", tone=Tone.GOOD)
    for widget in (button, label, disc):
        qtbot.addWidget(widget)
    before = (button.iconSize(), label.pixmap().toImage(), disc.width())
    theme.apply(Appearance.DARK, 20)
    after = (button.iconSize(), label.pixmap().toImage(), disc.width())
    assert all(one != other for one, other in zip(before, after, strict=True))


def test_that_the_shipped_font_is_there(theme: Theme) -> None:
    assert "Inter" in QFontDatabase.families()


def test_that_every_role_has_a_size_and_none_is_smaller_than_eleven_pixels() -> None:
    for size in (12, 14, 22):
        look = Look(LIGHT, size)
        assert all(look.pixels(role) >= 11 for role in TEXT_ROLES)
        assert look.pixels("title") > look.pixels("section") > look.pixels("body")


def test_that_tabular_figures_are_asked_for_only_where_wanted() -> None:
    look = Look()
    assert look.font("small", tabular=True).featureTags()
    assert not look.font("small").featureTags()


def test_that_disabled_text_has_a_colour_of_its_own() -> None:
    palette = application_palette(DARK)
    group = QPalette.ColorGroup.Disabled
    assert palette.color(group, QPalette.ColorRole.Text).name().upper() == DARK.disabled


def test_that_an_unknown_icon_is_refused_by_name(theme: Theme) -> None:
    with pytest.raises(UnknownIconError, match="no-such-icon"):
        icon("no-such-icon")


def test_that_an_icon_is_drawn_in_the_asked_colour(theme: Theme) -> None:
    image = icon_pixmap("circle", current_look().colour("danger"), 24).toImage()
    colours = {
        image.pixelColor(x, y).name().upper()
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() == 255
    }
    assert colours == {LIGHT.danger}


def test_that_text_is_never_read_as_markup(theme: Theme, qtbot: QtBot) -> None:
    label = Text("<b>Jansen & Zn</b>")
    qtbot.addWidget(label)
    assert label.textFormat().name == "PlainText"
    assert label.text() == "<b>Jansen & Zn</b>"


def test_that_the_system_is_followed_only_while_nothing_was_chosen(
    theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    theme.apply(Appearance.LIGHT)
    monkeypatch.setattr(Theme, "_palette", lambda _self: DARK)
    theme._follow_system()
    assert current_look().palette == LIGHT
    monkeypatch.undo()
    theme.apply(Appearance.SYSTEM)
    monkeypatch.setattr(Theme, "_palette", lambda _self: DARK)
    theme._follow_system()
    assert current_look().palette == DARK
