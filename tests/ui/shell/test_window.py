"""The frame of the main window: it hosts pages, passes on wishes and decides nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPointF, QSettings, QSize, Qt
from PySide6.QtGui import QAction, QEnterEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from sroi_desktop.ui.kit.accessibility import nameless, spoken
from sroi_desktop.ui.kit.content import Act, Crumb, HeaderContent, PillContent, SearchResult
from sroi_desktop.ui.kit.palette import Tone
from sroi_desktop.ui.kit.theme import Appearance, Theme
from sroi_desktop.ui.shell.navigation_item import NavigationItem
from sroi_desktop.ui.shell.page import Page, Screen, Section
from sroi_desktop.ui.shell.window import MainWindow
from tests.ui.hands import click, press, write


class Plain(Screen):
    """A page that remembers what it is told."""

    made = 0

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        type(self).made += 1
        self.opened: list[object] = []
        self.acts: list[str] = []
        self.stays = False
        self.title = "Opdrachten"

    def header(self) -> HeaderContent:
        return HeaderContent(
            self.title,
            subtitle="Alles op een rij",
            trail=(Crumb("overview", "Overzicht"),),
            pill=PillContent("Op schema", Tone.GOOD),
            acts=(Act("print", "Rapport maken", icon="printer"),),
            primary=Act("book", "Invulling boeken", icon="plus"),
            legend=True,
        )

    def open_at(self, argument: object) -> None:
        self.opened.append(argument)

    def run_act(self, key: str) -> None:
        self.acts.append(key)

    def may_leave(self) -> bool:
        return not self.stays


class Bare(Screen):
    """A page that does nothing of its own."""

    def header(self) -> HeaderContent:
        return HeaderContent("Overzicht", search=False)


PAGES = (
    Page("overview", "Overzicht", "layout-dashboard", Bare),
    Page("contracts", "Opdrachten", "file-text", Plain),
    Page("contract", "Opdracht", "file-text", Bare, in_navigation=False, belongs_to="contracts"),
    Page("rules", "Regels per gemeente", "scale", Bare, Section.REFERENCE),
    Page("settings", "Instellingen", "settings", Bare, Section.BOTTOM),
)


@pytest.fixture
def window(theme: Theme, qtbot: QtBot) -> Iterator[MainWindow]:
    """Return the main window, open on the overview."""
    Plain.made = 0
    made = MainWindow(PAGES)
    qtbot.addWidget(made)
    made.resize(1280, 820)
    made.open_page("overview")
    made.show()
    with qtbot.waitActive(made):
        made.activateWindow()
    yield made
    screen = made.screen_of("contracts")
    if isinstance(screen, Plain):
        screen.stays = False


def _item(window: MainWindow, key: str) -> NavigationItem:
    item = window.findChild(NavigationItem, f"navigation.{key}")
    assert item is not None
    return item


def _contracts(window: MainWindow) -> Plain:
    screen = window.screen_of("contracts")
    assert isinstance(screen, Plain)
    return screen


def test_that_a_screen_is_made_when_its_page_is_first_opened(window: MainWindow) -> None:
    assert Plain.made == 0
    assert window.open_page("contracts", 3)
    assert window.open_page("contracts", "tab")
    assert Plain.made == 1
    assert _contracts(window).opened == [3, "tab"]
    assert window.screen_of("rules") is None


def test_that_an_unknown_page_is_a_mistake_of_ours(window: MainWindow) -> None:
    assert not window.has_page("nowhere")
    with pytest.raises(KeyError):
        window.open_page("nowhere")


def test_that_a_click_in_the_navigation_opens_and_marks_the_page(
    window: MainWindow, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(window.page_opened) as caught:
        click(_item(window, "contracts"))
    assert caught.args == ["contracts", None]
    assert _item(window, "contracts").isChecked()
    assert not _item(window, "overview").isChecked()


def test_that_a_page_within_a_page_marks_the_page_it_belongs_to(window: MainWindow) -> None:
    window.open_page("contract", 7)
    assert window.current_page() == "contract"
    assert _item(window, "contracts").isChecked()
    assert window.findChild(NavigationItem, "navigation.contract") is None


def test_that_a_page_with_unfinished_work_is_not_left(window: MainWindow) -> None:
    window.open_page("contracts")
    _contracts(window).stays = True
    click(_item(window, "overview"))
    assert window.current_page() == "contracts"
    assert _item(window, "contracts").isChecked()
    assert not window.close()
    _contracts(window).stays = False
    assert window.open_page("overview")


def test_that_a_screen_reader_opens_a_page_by_toggling_it(window: MainWindow) -> None:
    _item(window, "contracts").toggle()
    assert window.current_page() == "contracts"
    _contracts(window).stays = True
    _item(window, "overview").toggle()
    assert window.current_page() == "contracts"
    assert _item(window, "contracts").isChecked()
    assert not _item(window, "overview").isChecked()


def test_that_arrow_keys_walk_through_the_pages_and_space_opens_one(window: MainWindow) -> None:
    overview = _item(window, "overview")
    overview.setFocus(Qt.FocusReason.TabFocusReason)
    window.grab()
    press(overview, Qt.Key.Key_Down)
    assert _item(window, "contracts").hasFocus()
    assert window.current_page() == "overview"
    press(_item(window, "contracts"), Qt.Key.Key_Space)
    assert window.current_page() == "contracts"
    press(_item(window, "contracts"), Qt.Key.Key_End)
    assert _item(window, "settings").hasFocus()
    press(_item(window, "settings"), Qt.Key.Key_Home)
    assert overview.hasFocus()
    press(overview, Qt.Key.Key_F5)
    assert overview.hasFocus()


def test_that_control_and_a_figure_open_a_page(window: MainWindow) -> None:
    press(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert window.current_page() == "contracts"
    press(window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert window.current_page() == "rules"


def test_that_the_acts_of_the_header_reach_the_page(window: MainWindow) -> None:
    window.open_page("contracts")
    for key in ("print", "book"):
        button = window.findChild(QPushButton, f"act.{key}")
        assert button is not None
        click(button)
    assert _contracts(window).acts == ["print", "book"]


def test_that_a_crumb_leads_to_the_page_above(window: MainWindow) -> None:
    window.open_page("contracts")
    link = window.findChild(QPushButton, "crumb.overview")
    assert link is not None
    click(link)
    assert window.current_page() == "overview"


def test_that_a_page_can_lead_to_another_but_only_to_one_there_is(window: MainWindow) -> None:
    window.open_page("contracts")
    _contracts(window).page_wanted.emit("planning", None)
    assert window.current_page() == "contracts"
    _contracts(window).page_wanted.emit("contract", 4)
    assert window.current_page() == "contract"


def test_that_the_title_names_the_page_as_the_navigation_does_and_the_administration(
    window: MainWindow,
) -> None:
    assert window.windowTitle() == "Overzicht - SROI Desktop"
    window.set_subject("Van Dijk & Zn")
    window.open_page("contracts")
    screen = _contracts(window)
    screen.title = "Goedemorgen"
    screen.header_changed.emit()
    assert window.windowTitle() == "Opdrachten - Van Dijk & Zn - SROI Desktop"
    window.open_page("contract")
    assert window.windowTitle() == "Overzicht - Van Dijk & Zn - SROI Desktop"
    screen.header_changed.emit()
    assert window.windowTitle().startswith("Overzicht")


def test_that_undo_names_what_it_undoes_and_rests_when_there_is_nothing(
    window: MainWindow, qtbot: QtBot
) -> None:
    undo = window.findChild(QAction, "action.undo")
    assert undo is not None
    assert not undo.isEnabled()
    window.set_undo("invulling K-03 & K-04 geboekt")
    assert undo.text() == "Undo: invulling K-03 && K-04 geboekt"
    with qtbot.waitSignal(window.undo_asked):
        press(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    window.set_redo("invulling K-03")
    with qtbot.waitSignal(window.redo_asked):
        press(window, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    button = window.findChild(QToolButton, "status.undo-2")
    assert button is not None
    assert "K-03" in spoken(button).name
    with qtbot.waitSignal(window.undo_asked):
        click(button)
    window.set_undo(None)
    assert not button.isEnabled()


def test_that_help_is_asked_for_the_page_one_is_on(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.help_asked) as caught:
        press(window, Qt.Key.Key_F1)
    assert caught.args == ["overview"]


def test_that_the_menu_offers_the_acts_it_is_given(window: MainWindow, qtbot: QtBot) -> None:
    window.set_menu((Act("backup", "Back-up maken", icon="save"), None, Act("x", "X")))
    menu = window._navigation.brand.menu
    texts = [action.text() for action in menu.actions()]
    assert "Back-up maken" in texts
    action = next(action for action in menu.actions() if action.text() == "Back-up maken")
    with qtbot.waitSignal(window.menu_chosen) as caught:
        action.trigger()
    assert caught.args == ["backup"]
    assert texts[-1] == "Quit"


def test_that_what_waits_on_a_page_is_shown_and_said(window: MainWindow) -> None:
    window.set_badge("contracts", PillContent("4", Tone.WARNING), "4 stukken ontbreken")
    window.grab()
    item = _item(window, "contracts")
    assert spoken(item).description == "4 stukken ontbreken"
    window.set_badge("contracts", None)
    assert spoken(item).description == ""


def test_that_a_narrow_window_shows_icons_that_keep_their_names(
    window: MainWindow, theme: Theme
) -> None:
    wide = window._navigation.width()
    window.set_badge("contracts", PillContent("4", Tone.WARNING), "4 stukken ontbreken")
    window.resize(800, 600)
    window.grab()
    assert window._navigation.width() < wide
    assert _item(window, "contracts").toolTip() == "Opdrachten: 4 stukken ontbreken"
    assert nameless(window) == []
    window.resize(1280, 820)
    assert window._navigation.width() == wide
    theme.apply(Appearance.LIGHT, 22)
    assert _item(window, "contracts").width() < wide


def test_that_a_window_leaves_room_for_its_title_bar_on_a_small_screen(
    theme: Theme, qtbot: QtBot
) -> None:
    window = MainWindow(PAGES)
    qtbot.addWidget(window)
    screen = window.screen().availableGeometry()
    assert screen.height() < 820
    assert window.width() <= screen.width()
    assert 480 < window.height() < screen.height()


def test_that_very_long_names_leave_room_for_the_page(theme: Theme, qtbot: QtBot) -> None:
    name = "Regels per gemeente en per regio, met alle uitgaven"
    window = MainWindow([Page("rules", name, "scale", Bare)])
    qtbot.addWidget(window)
    window.resize(1024, 700)
    window.open_page("rules")
    window.set_badge("rules", PillContent("12"), "12 uitgaven")
    window.show()
    window.grab()
    assert window._navigation.width() < 300
    assert name in _item(window, "rules").toolTip()


def test_that_a_long_header_moves_its_acts_beneath_the_title(window: MainWindow) -> None:
    window.open_page("contracts")
    button = window.findChild(QPushButton, "act.book")
    assert button is not None
    high = button.mapTo(window, button.rect().topLeft()).y()
    window.resize(660, 600)
    window.grab()
    assert button.mapTo(window, button.rect().topLeft()).y() > high
    assert window.findChild(QPushButton, "search.open").text() == ""  # type: ignore[union-attr]


def test_that_search_opens_by_key_shows_hits_and_opens_the_chosen_page(
    window: MainWindow, qtbot: QtBot
) -> None:
    press(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    line = window.findChild(QLineEdit, "search.line")
    hits = window.findChild(QListWidget, "search.hits")
    assert line is not None
    assert hits is not None
    qtbot.waitUntil(line.hasFocus)
    with qtbot.waitSignal(window.search_changed) as caught:
        write(line, "k-03")
    assert caught.args == ["k-03"]
    window.show_results(
        [
            SearchResult("K-01", "Wijk Oost", "hand-heart", "overview"),
            SearchResult("K-03", "Wijk Oost", "hand-heart", "contracts", 3),
        ]
    )
    window.grab()
    assert hits.count() == 2
    press(line, Qt.Key.Key_Down)
    assert spoken(line).description == "K-03, Wijk Oost"
    press(line, Qt.Key.Key_Return)
    assert window.current_page() == "contracts"
    assert _contracts(window).opened == [3]
    assert not line.isVisible()


def test_that_escape_first_empties_and_then_closes_the_search(
    window: MainWindow, qtbot: QtBot
) -> None:
    window._over.search.open()
    line = window.findChild(QLineEdit, "search.line")
    assert line is not None
    window.show_results([])
    assert window._over.search._nothing.isVisible()
    write(line, "x")
    press(line, Qt.Key.Key_Escape)
    assert line.isVisible()
    assert line.text() == ""
    press(line, Qt.Key.Key_Return)
    press(line, Qt.Key.Key_Escape)
    assert not line.isVisible()


def test_that_the_search_closes_when_one_looks_elsewhere(window: MainWindow, qtbot: QtBot) -> None:
    window._over.search.open()
    line = window.findChild(QLineEdit, "search.line")
    assert line is not None
    qtbot.waitUntil(line.hasFocus)
    _item(window, "contracts").setFocus()
    qtbot.waitUntil(lambda: not line.isVisible())


def test_that_the_search_goes_when_one_goes_to_a_page(window: MainWindow) -> None:
    window._over.search.open()
    window.open_page("contracts")
    assert not window._over.search.isVisible()


def test_that_a_notice_offers_the_way_back_and_goes_away(window: MainWindow, qtbot: QtBot) -> None:
    notice = window._over.notice
    window.say("Invulling K-03 geboekt.", act=Act("undo", "Ongedaan maken", kind="link"))
    assert notice.isVisible()
    place = QPointF(1, 1)
    notice.enterEvent(QEnterEvent(place, place, place))
    assert not notice._clock.isActive()
    notice.leaveEvent(QEvent(QEvent.Type.Leave))
    assert notice._clock.isActive()
    with qtbot.waitSignals([window.notice_act_chosen, notice.gone]):
        click(notice.findChildren(QPushButton)[0])
    assert not notice.isVisible()


def test_that_the_status_line_says_how_things_are(window: MainWindow) -> None:
    window.set_status("Laatste back-up: vandaag 09:12")
    assert window._status.text() == "Laatste back-up: vandaag 09:12"
    window.open_page("contracts")
    assert window._status._legend.isVisible()
    window.open_page("overview")
    assert not window._status._legend.isVisible()


def test_that_everything_in_the_frame_has_a_name(window: MainWindow) -> None:
    window.open_page("contracts")
    window.set_menu((Act("backup", "Back-up maken"),))
    assert nameless(window) == []


def test_that_the_size_is_kept_and_the_place_is_left_to_the_desktop(
    theme: Theme, qtbot: QtBot, tmp_path: Path
) -> None:
    sizes = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    first = MainWindow(PAGES, sizes=sizes)
    qtbot.addWidget(first)
    first.resize(777, 555)
    with qtbot.waitSignal(first.closing):
        first.close()
    sizes.sync()
    again = MainWindow(PAGES, sizes=sizes)
    qtbot.addWidget(again)
    assert again.size() == QSize(777, 555)


def test_that_a_frame_with_a_page_of_no_header_is_a_mistake_of_ours(qtbot: QtBot) -> None:
    screen = Screen()
    qtbot.addWidget(screen)
    with pytest.raises(NotImplementedError):
        screen.header()
    assert screen.may_leave()
    screen.open_at(None)
    screen.run_act("x")
