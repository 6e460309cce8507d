"""The editor as an owner uses it: real keys and clicks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sroi_desktop.ui import pages
from sroi_desktop.ui.kit.accessibility import nameless
from sroi_desktop.ui.kit.tabs import TabBar
from sroi_desktop.ui.rule_editor.screen import make_screen
from tests.ui.screens import open_screen

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from sroi_desktop.services.desk import Desk


def test_that_a_published_set_is_copied_and_kept_as_an_own_one(qtbot: QtBot, desk: Desk) -> None:
    opening = open_screen(qtbot, make_screen, desk, pages.RuleEditorTarget("utrecht-v3"))
    opening.fill_in("rule_editor.title", "Tabel Wijk Oost")
    opening.fill_in("rule_editor.full_time_hours", "38")
    opening.press("rule_editor.keep")
    (kept,) = desk.library.own_sets
    assert kept.id == "tabel-wijk-oost"
    assert kept.full_time_hours == 38
    assert kept.blocks == desk.library.get("utrecht-v3").blocks
    qtbot.waitUntil(lambda: opening.asked.pages != [])
    assert opening.asked.pages == [(pages.RULES, "tabel-wijk-oost")]


def test_that_everything_has_a_name_for_a_screen_reader(qtbot: QtBot, desk: Desk) -> None:
    opening = open_screen(qtbot, make_screen, desk)
    assert nameless(opening.screen) == []
    opening.screen.open_at(pages.RuleEditorTarget("haaglanden-2023-07"))
    tabs = opening.find(TabBar, "rule_editor.tabs")
    for place in range(tabs.count()):
        tabs.setCurrentIndex(place)
        assert nameless(opening.screen) == []
