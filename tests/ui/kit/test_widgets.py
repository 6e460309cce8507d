"""Widgets of the kit: what they say to eyes and to screen readers, and what they announce."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QRectF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from sroi_desktop.ui.kit.accessibility import nameless, spoken
from sroi_desktop.ui.kit.breadcrumb import Breadcrumb
from sroi_desktop.ui.kit.buttons import ActButton, Button, IconButton, LinkButton
from sroi_desktop.ui.kit.cards import ToggleCards
from sroi_desktop.ui.kit.chart import ProgressChart, beneath
from sroi_desktop.ui.kit.content import (
    Act,
    CardChoice,
    ChartContent,
    ChartMark,
    ChartPoint,
    Choice,
    Crumb,
    DerivationContent,
    DerivationRow,
    FigureContent,
    PillContent,
    ProgressShares,
    StepContent,
)
from sroi_desktop.ui.kit.derivation import DerivationView
from sroi_desktop.ui.kit.drop import FileDropArea
from sroi_desktop.ui.kit.figures import Figure, FigureRow
from sroi_desktop.ui.kit.messages import Banner, EmptyState
from sroi_desktop.ui.kit.palette import Tone
from sroi_desktop.ui.kit.pill import Pill
from sroi_desktop.ui.kit.progress import ProgressBar
from sroi_desktop.ui.kit.search import SearchField
from sroi_desktop.ui.kit.stepper import Stepper
from sroi_desktop.ui.kit.steps import StepList
from sroi_desktop.ui.kit.tabs import TabBar
from sroi_desktop.ui.kit.text import ElidedLabel, IconLabel, RoundIcon, Text
from sroi_desktop.ui.kit.theme import Appearance, Theme
from tests.ui.hands import click, press, write

CARDS = (
    CardChoice("place", "Iemand in dienst", "Uit een uitkering.", "user-plus"),
    CardChoice("buy", "Ingekocht", icon="shopping-cart"),
    CardChoice("give", "Uren gegeven"),
)


def _shown(qtbot: QtBot, widget: QWidget) -> None:
    qtbot.addWidget(widget)
    widget.show()
    widget.grab()


def test_that_a_long_line_is_cut_with_its_whole_text_as_tooltip(theme: Theme, qtbot: QtBot) -> None:
    label = ElidedLabel("Groenonderhoud Wijk Oost en omstreken")
    _shown(qtbot, label)
    label.resize(80, 20)
    assert label.is_cut()
    assert label.toolTip() == label.text()
    label.resize(600, 20)
    assert label.toolTip() == ""
    label.setText("kort")
    assert not label.is_cut()


def test_that_a_label_takes_another_role_and_tone(theme: Theme, qtbot: QtBot) -> None:
    label = Text("x")
    qtbot.addWidget(label)
    label.set_role("title")
    label.set_tone(Tone.DANGER)
    assert (label.property("textRole"), label.property("tone")) == ("title", "danger")
    label.set_tone(None)
    assert label.property("tone") is None


def test_that_an_icon_with_a_meaning_says_it(theme: Theme, qtbot: QtBot) -> None:
    label = IconLabel("check", meaning="Bewezen")
    _shown(qtbot, label)
    assert spoken(label).name == "Bewezen"
    label.set_icon("x", Tone.DANGER)
    disc = RoundIcon("check", Tone.GOOD)
    _shown(qtbot, disc)
    disc.set_icon("x", Tone.DANGER)


def test_that_the_name_of_an_icon_button_is_its_tooltip(theme: Theme, qtbot: QtBot) -> None:
    button = IconButton("settings", "Instellingen")
    _shown(qtbot, button)
    button.set_name("Voorkeuren")
    button.set_icon_name("wrench")
    assert button.toolTip() == spoken(button).name == "Voorkeuren"


def test_that_a_button_changes_kind_and_icon(theme: Theme, qtbot: QtBot) -> None:
    button = Button("Boek", icon_name="plus")
    _shown(qtbot, button)
    button.set_kind("primary")
    button.set_kind("primary")
    assert button.property("kind") == "primary"
    button.set_icon_name("check")
    assert not button.icon().isNull()
    link = LinkButton("Meer", small=True)
    _shown(qtbot, link)
    assert link.property("kind") == "link"


def test_that_an_act_tells_its_key_and_keeps_quiet_when_it_cannot(
    theme: Theme, qtbot: QtBot
) -> None:
    button = ActButton(Act("book", "Boek", icon="plus", hint="Boek een inspanning"))
    _shown(qtbot, button)
    assert button.objectName() == "act.book"
    assert button.toolTip() == "Boek een inspanning"
    with qtbot.waitSignal(button.act_chosen) as caught:
        press(button, Qt.Key.Key_Space)
    assert caught.args == ["book"]
    resting = ActButton(Act("book", "Boek", enabled=False))
    _shown(qtbot, resting)
    with qtbot.assertNotEmitted(resting.act_chosen):
        click(resting)


def test_that_a_pill_reads_its_words_and_hides_without_a_state(theme: Theme, qtbot: QtBot) -> None:
    pill = Pill("Bewezen", Tone.GOOD, icon="check")
    _shown(qtbot, pill)
    small = pill.sizeHint()
    theme.apply(Appearance.DARK, 20)
    assert pill.sizeHint().width() > small.width()
    assert spoken(pill).name == "Bewezen"
    pill.set_content(None)
    assert not pill.isVisible()
    pill.set_content(PillContent("Concept"))
    assert pill.text() == "Concept"


@pytest.mark.parametrize(
    "shares",
    [
        ProgressShares(0.0),
        ProgressShares(0.4, 0.3, 0.5),
        ProgressShares(1.4, 0.3, 1.5),
        ProgressShares(-0.2, 0.0, -1.0),
    ],
)
def test_that_a_bar_draws_any_shares_and_says_them(
    theme: Theme, qtbot: QtBot, shares: ProgressShares
) -> None:
    bar = ProgressBar()
    bar.set_shares(shares, "40% gerealiseerd, 30% gepland, 30% open")
    _shown(qtbot, bar)
    theme.apply(Appearance.DARK, 18)
    assert spoken(bar).name == "40% gerealiseerd, 30% gepland, 30% open"
    assert bar.minimumSizeHint().height() == bar.sizeHint().height()


def test_that_a_figure_shows_its_remark_and_its_act_only_when_there_is_one(
    theme: Theme, qtbot: QtBot
) -> None:
    figure = Figure(FigureContent("Verplichting", "€ 120.000"))
    _shown(qtbot, figure)
    assert figure.findChildren(QPushButton) == []
    how = FigureContent("Verplichting", "€ 1", "5%", act=Act("how", "Hoe?", kind="link"))
    figure.set_content(how)
    assert figure.value_text() == "€ 1"
    with qtbot.waitSignal(figure.act_chosen) as caught:
        click(figure.findChildren(QPushButton)[0])
    assert caught.args == ["how"]
    figure.set_content(FigureContent("Verplichting", "€ 2"))
    assert not [b for b in figure.findChildren(QPushButton) if b.isVisible()]


def test_that_a_row_of_figures_passes_on_their_acts(theme: Theme, qtbot: QtBot) -> None:
    figures = FigureRow()
    figures.set_figures(
        [FigureContent("A", "1"), FigureContent("B", "2", act=Act("show", "Bekijk", kind="link"))]
    )
    _shown(qtbot, figures)
    with qtbot.waitSignal(figures.act_chosen):
        click(figures.findChildren(QPushButton)[0])
    figures.set_figures([])
    assert figures.items() == ()


@pytest.mark.parametrize("compact", [False, True])
def test_that_a_step_leads_to_its_act(theme: Theme, qtbot: QtBot, compact: bool) -> None:
    steps = StepList(compact=compact)
    steps.set_steps(
        [
            StepContent("Bewijs ontbreekt", "K-03", "file-warning", Tone.DANGER, Act("a", "Ga")),
            StepContent("Klaar", "", "check", Tone.GOOD),
        ]
    )
    _shown(qtbot, steps)
    button = steps.findChildren(QPushButton)[0]
    assert spoken(button).description == "Bewijs ontbreekt"
    with qtbot.waitSignal(steps.act_chosen) as caught:
        click(button)
    assert caught.args == ["a"]
    assert nameless(steps) == []


def test_that_the_state_of_a_step_is_spoken_as_well_as_coloured(theme: Theme, qtbot: QtBot) -> None:
    stepper = Stepper(("Wat?", "Wie?", "Bewijs"))
    stepper.set_current(1)
    _shown(qtbot, stepper)
    assert stepper.current() == 1
    said = [label.accessibleName() for label in stepper.findChildren(Text)]
    assert said == ["Step 1, done: Wat?", "Step 2, current: Wie?", "Step 3: Bewijs"]


def test_that_steps_without_room_show_the_title_of_the_present_one_alone(
    theme: Theme, qtbot: QtBot
) -> None:
    stepper = Stepper(("Wat heeft u gedaan?", "Voor wie en hoeveel?", "Bewijs"))
    _shown(qtbot, stepper)
    titles = stepper.findChildren(Text)
    stepper.resize(700, 40)
    assert [title.isVisible() for title in titles] == [True, True, True]
    stepper.resize(260, 40)
    stepper.set_current(1)
    assert [title.isVisible() for title in titles] == [False, True, False]
    stepper.resize(700, 40)
    assert [title.isVisible() for title in titles] == [True, True, True]


def test_that_a_banner_hangs_the_lines_of_a_list_behind_their_dash(
    theme: Theme, qtbot: QtBot
) -> None:
    banner = Banner("Zoek op:\n– Hoe uren tellen.\n– Wat een bonus is.", Tone.WARNING)
    _shown(qtbot, banner)
    words = [label.text() for label in banner.findChildren(Text)]
    assert words == ["Zoek op:", "–", "Hoe uren tellen.", "–", "Wat een bonus is."]
    assert banner.text().startswith("Zoek op:\n– Hoe")
    banner.show_message("Klaar", Tone.GOOD)
    qtbot.waitUntil(lambda: [one.text() for one in banner.findChildren(Text)] == ["Klaar"])


def test_that_a_banner_disappears_without_words_and_offers_its_act(
    theme: Theme, qtbot: QtBot
) -> None:
    banner = Banner("Let op", Tone.WARNING, act=Act("fix", "Herstel"))
    _shown(qtbot, banner)
    with qtbot.waitSignal(banner.act_chosen):
        click(banner.findChildren(QPushButton)[0])
    banner.show_message("Klaar", Tone.GOOD)
    assert banner.text() == "Klaar"
    assert banner.property("surface") == "good"
    banner.show_message("")
    assert not banner.isVisible()


def test_that_an_empty_state_offers_the_first_act(theme: Theme, qtbot: QtBot) -> None:
    state = EmptyState("hand-heart", "Nog niets", "Begin hier.", act=Act("book", "Boek"))
    _shown(qtbot, state)
    with qtbot.waitSignal(state.act_chosen):
        click(state.findChildren(QPushButton)[0])
    state.set_words("Niets gevonden")
    assert state.words() == ("Niets gevonden", "")


def test_that_a_derivation_shows_rows_total_source_and_assumption(
    theme: Theme, qtbot: QtBot
) -> None:
    view = DerivationView()
    content = DerivationContent(
        rows=(
            DerivationRow("Participatiewet", "€ 40.000", "per jaar"),
            DerivationRow("Bonus", "niet van toepassing", counts=False),
        ),
        total_label="Waarde",
        total="€ 13.333,33",
        sources=("Gemeente Utrecht",),
        assumptions=("naar rato",),
        warnings=("Regelset onvolledig",),
    )
    view.set_content(content)
    _shown(qtbot, view)
    for words in ("€ 40.000", "per jaar", "€ 13.333,33", "Source: Gemeente Utrecht"):
        assert words in view.words()
    assert "Assumption: naar rato" in view.words()
    view.set_content(DerivationContent((), "Waarde", "€ 0,00"))
    qtbot.waitUntil(lambda: "Participatiewet" not in view.words())


def test_that_a_chart_says_in_words_what_it_shows(theme: Theme, qtbot: QtBot) -> None:
    chart = ProgressChart()
    _shown(qtbot, chart)
    points = (ChartPoint(0, 0), ChartPoint(5, 20))
    chart.set_content(
        ChartContent(
            width=10,
            height=100,
            realised=points,
            planned=(ChartPoint(5, 20), ChartPoint(9, 80)),
            even=(ChartPoint(0, 0), ChartPoint(10, 100)),
            across=(ChartMark(0, "jan"), ChartMark(10, "dec")),
            upward=(ChartMark(0, "0"), ChartMark(100, "100")),
            realised_label="nu € 20",
            planned_label="gepland € 80",
            alternative="Gerealiseerd € 20 van € 100.",
        )
    )
    chart.grab()
    theme.apply(Appearance.DARK, 20)
    assert spoken(chart).name == "Gerealiseerd € 20 van € 100."
    chart.set_content(ChartContent(width=0, height=0, realised=points[:1]))
    chart.grab()


def test_that_the_labels_of_a_chart_stand_clear_of_each_other(theme: Theme) -> None:
    planned = QRectF(300, 20, 120, 18)
    now, spot = QRectF(280, 26, 110, 18), QPointF(392, 52)
    assert now.intersects(planned)
    assert not beneath(now, spot, 15).intersects(planned)
    assert beneath(now, spot, 15).top() > spot.y()


def test_that_one_card_is_chosen_by_click_or_by_arrow_key(theme: Theme, qtbot: QtBot) -> None:
    cards = ToggleCards("Wat heeft u gedaan?", CARDS)
    cards.resize(600, 200)
    _shown(qtbot, cards)
    assert cards.value() is None
    first = cards.items()[0]
    with qtbot.waitSignal(cards.changed):
        click(first, QPoint(first.width() - 8, first.height() - 8))
    assert cards.value() == "place"
    with qtbot.waitActive(cards):
        cards.activateWindow()
    first.setFocus()
    cards.grab()
    with qtbot.waitSignal(cards.changed):
        press(first, Qt.Key.Key_Right)
    assert cards.value() == "buy"
    assert spoken(first).name == "Iemand in dienst"
    assert spoken(first).role == "RadioButton"
    cards.set_choices(CARDS[1:])
    assert cards.value() == "buy"
    cards.set_value(None)
    assert cards.value() is None


def test_that_tabs_keep_their_place_when_their_counts_change(theme: Theme, qtbot: QtBot) -> None:
    tabs = TabBar()
    tabs.set_tabs([Choice("state", "Stand"), Choice("proof", "Bewijs", "2")])
    _shown(qtbot, tabs)
    with qtbot.waitSignal(tabs.tab_chosen) as caught:
        press(tabs, Qt.Key.Key_Right)
    assert caught.args == ["proof"]
    with qtbot.assertNotEmitted(tabs.tab_chosen):
        tabs.set_tabs([Choice("state", "Stand"), Choice("proof", "Bewijs", "1"), Choice("x", "X")])
        tabs.set_current_key("nowhere")
    assert tabs.current_key() == "proof"
    assert tabs.tabText(1) == "Bewijs  1"
    tabs.set_tabs([])
    assert tabs.current_key() is None


def test_that_a_crumb_leads_back(theme: Theme, qtbot: QtBot) -> None:
    trail = Breadcrumb()
    _shown(qtbot, trail)
    trail.set_trail([Crumb("contracts", "Opdrachten")], "Wijk Oost")
    link = trail.findChild(QPushButton, "crumb.contracts")
    assert link is not None
    with qtbot.waitSignal(trail.crumb_chosen) as caught:
        click(link)
    assert caught.args == ["contracts"]
    trail.set_trail([], "Overzicht")
    assert not trail.isVisible()


def test_that_a_search_waits_for_the_last_key_and_escape_empties_it(
    theme: Theme, qtbot: QtBot
) -> None:
    field = SearchField("Zoek")
    _shown(qtbot, field)
    with qtbot.waitSignal(field.search_changed) as caught:
        write(field, "k-03 ")
    assert caught.args == ["k-03"]
    with qtbot.waitSignal(field.search_changed):
        press(field, Qt.Key.Key_Escape)
    assert field.text() == ""
    press(field, Qt.Key.Key_Escape)
    assert nameless(field) == []


def test_that_dropped_files_are_handed_over_and_links_are_not(
    theme: Theme, qtbot: QtBot, tmp_path: Path
) -> None:
    area = FileDropArea("Sleep bewijs hierheen", "pdf")
    _shown(qtbot, area)
    path = tmp_path / "loonstrook.pdf"
    path.write_bytes(b"%PDF")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)), QUrl("https://example.nl/x.pdf")])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    copy = Qt.DropAction.CopyAction
    area.dragEnterEvent(QDragEnterEvent(QPointF(5, 5), copy, data, buttons, keys))
    area.grab()
    area.dragLeaveEvent(QDragLeaveEvent())
    with qtbot.waitSignal(area.files_given) as caught:
        area.dropEvent(QDropEvent(QPointF(5, 5), copy, data, buttons, keys))
    assert caught.args == [(path,)]
    data.setUrls([QUrl("https://example.nl/x.pdf")])
    with qtbot.assertNotEmitted(area.files_given):
        area.dropEvent(QDropEvent(QPointF(5, 5), copy, data, buttons, keys))
