"""Pages in the main window for the gallery: overview, contract and table, with made-up figures."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from sroi_desktop.ui.kit.boxes import STRETCH, Card, ScrolledPage, row
from sroi_desktop.ui.kit.buttons import Button, LinkButton
from sroi_desktop.ui.kit.cards import ToggleCards
from sroi_desktop.ui.kit.chart import ProgressChart
from sroi_desktop.ui.kit.content import (
    Act,
    CardChoice,
    ChartContent,
    ChartMark,
    ChartPoint,
    Choice,
    Crumb,
    FigureContent,
    HeaderContent,
    PillContent,
    ProgressShares,
    SearchResult,
    StepContent,
)
from sroi_desktop.ui.kit.drop import FileDropArea
from sroi_desktop.ui.kit.figures import FigureRow
from sroi_desktop.ui.kit.flow import Columns, MainAndSide
from sroi_desktop.ui.kit.palette import Tone
from sroi_desktop.ui.kit.pill import Pill
from sroi_desktop.ui.kit.progress import ProgressBar
from sroi_desktop.ui.kit.search import SearchField
from sroi_desktop.ui.kit.steps import StepList
from sroi_desktop.ui.kit.tables import Align, Column, TableView
from sroi_desktop.ui.kit.tabs import TabBar
from sroi_desktop.ui.kit.text import ElidedLabel, Muted, SectionTitle, Text
from sroi_desktop.ui.shell.page import Page, Screen, Section
from sroi_desktop.ui.shell.window import MainWindow

STEPS = (
    StepContent(
        "Doelgroepverklaring ontbreekt bij kandidaat K-03",
        "Zonder bewijs telt € 13.333 niet mee voor Groenonderhoud Wijk Oost (Utrecht).",
        "file-warning",
        Tone.DANGER,
        Act("evidence", "Bewijs toevoegen", kind="primary"),
    ),
    StepContent(
        "Kwartaalrapport Q3 indienen vóór 15 december 2026",
        "Nog 23 dagen. 6 van 7 regels zijn compleet.",
        "calendar-clock",
        Tone.WARNING,
        Act("report", "Rapport maken"),
    ),
    StepContent(
        "U ligt € 8.200 achter op schema bij Schoonmaak Stadhuis (Zwolle)",
        "Eén BBL-leerling vanaf januari dekt dit. Bekijk drie manieren.",
        "lightbulb",
        Tone.ACCENT,
        Act("options", "Bekijk opties"),
    ),
)
FIGURES = (
    FigureContent(
        "Verplichting",
        "€ 120.000",
        "5% van € 2.400.000",
        act=Act("how", "Hoe berekend?", kind="link"),
    ),
    FigureContent("Gerealiseerd en bewezen", "€ 48.150", "40%", Tone.ACCENT),
    FigureContent(
        "Gerealiseerd, bewijs ontbreekt",
        "€ 7.050",
        "2 regels",
        Tone.WARNING,
        Act("show", "Bekijk", kind="link"),
    ),
    FigureContent("Nog in te vullen", "€ 34.650", "uiterste start 1 maart 2027"),
)
REALISED = (0, 0, 2, 6, 9, 14, 20, 27, 38, 48.15)
PLANNED = (48.15, 51, 54, 58, 62, 65, 68, 71, 73.5, 76, 78, 80, 82, 84, 85.35)
COURSE = ChartContent(
    width=24,
    height=120,
    realised=tuple(ChartPoint(at, value) for at, value in enumerate(REALISED)),
    planned=tuple(ChartPoint(at, value) for at, value in enumerate(PLANNED, 9)),
    even=(ChartPoint(0, 0), ChartPoint(24, 120)),
    across=(
        ChartMark(0, "jan 2026"),
        ChartMark(6, "jul"),
        ChartMark(12, "jan 2027"),
        ChartMark(18, "jul"),
        ChartMark(24, "dec"),
    ),
    upward=tuple(ChartMark(value, str(value)) for value in (0, 30, 60, 90, 120)),
    realised_label="nu € 48.150",
    planned_label="gepland € 85.350",
    alternative="Gerealiseerd € 48.150 van € 120.000, gepland € 85.350.",
)


class Overview(Screen):
    """The home page of the mock-up."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        page = _filling(self)
        steps = Card(page.content, spacing=12)
        steps.add_row(SectionTitle("Wat moet u nu doen?"), STRETCH, Muted("3 van 7", wrap=False))
        rows = StepList(parent=steps)
        rows.set_steps(STEPS)
        steps.add(rows)
        page.add(steps)
        cards = Columns(page.content, narrowest=26, most=2)
        cards.add(
            contract("Groenonderhoud Wijk Oost", PillContent("Op schema", Tone.GOOD), 0.46),
            contract("Schoonmaak Stadhuis", PillContent("Loopt achter", Tone.WARNING), 0.28),
            contract("Inrichting Plein 1944", PillContent("Bijna klaar", Tone.GOOD), 0.93),
            tender(),
        )
        page.add(cards, STRETCH)

    def header(self) -> HeaderContent:
        return HeaderContent(
            "Goedemiddag, Van Dijk Groenvoorziening",
            primary=Act("book", "Invulling boeken", icon="plus"),
            legend=True,
        )


def contract(title: str, pill: PillContent, share: float) -> Card:
    card = Card(spacing=9)
    card.add_row(ElidedLabel(title, "heading"), Pill(pill.text, pill.tone))
    card.add(Muted("Gemeente Utrecht · t/m 31-12-2027"))
    bar = ProgressBar()
    planned = min(0.25, 1 - share)
    bar.set_shares(ProgressShares(share, planned, 0.5), f"{share:.0%} gerealiseerd")
    card.add(bar)
    card.add_row(
        Text("€ 55.200 gerealiseerd", "smallstrong"), STRETCH, Muted("van € 120.000", wrap=False)
    )
    card.body.addStretch(1)
    return card


def tender() -> Card:
    card = Card(surface="accent", spacing=9)
    card.add(Text("Nieuwe aanbesteding?", "heading"))
    card.add(
        Muted(
            "Reken vooraf uit wat social return van u vraagt, en maak een plan van aanpak dat u"
            " bij uw inschrijving voegt."
        )
    )
    card.add_row(Button("Verplichting uitrekenen", icon_name="calculator"), STRETCH)
    card.body.addStretch(1)
    return card


@dataclass(frozen=True)
class Effort:
    """A row of the table."""

    number: int
    name: str
    period: str
    sum: str
    proven: bool
    cents: int


NAMES = ("K-01 · Participatiewet", "K-02 · Banenafspraak, vast", "Kantine, De Broodbrigade")
EFFORTS = tuple(
    Effort(
        n, NAMES[n % 3], "01-03-2026 t/m 31-08-2026", "€ 40.000 × 24/36 × 6/12", n % 4 != 2, n * 733
    )
    for n in range(1, 60)
)


def _euros(row: Effort) -> str:
    return f"€ {row.cents // 100}.{row.cents % 100:02}0,33"


def _state(row: Effort) -> PillContent:
    if row.proven:
        return PillContent("Bewezen", Tone.GOOD)
    return PillContent("Bewijs ontbreekt", Tone.WARNING)


COLUMNS = (
    Column[Effort]("name", "Inspanning", lambda row: row.name, width=16, stretch=True, strong=True),
    Column[Effort]("period", "Periode", lambda row: row.period, width=14),
    Column[Effort]("sum", "Berekening", lambda row: row.sum, width=15, stretch=True, muted=True),
    Column[Effort]("state", "Status", lambda row: _state(row).text, width=10, pill=_state),
    Column[Effort](
        "value", "Waarde", _euros, lambda row: row.cents, width=8, align=Align.END, strong=True
    ),
)


def table(parent: QWidget) -> TableView[Effort]:
    view: TableView[Effort] = TableView(
        COLUMNS, lambda row: row.number, name="Invulling", parent=parent
    )
    view.set_rows(EFFORTS)
    view.sort_by("value", descending=True)
    return view


class Contract(Screen):
    """The page of one contract."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        page = _filling(self)
        tabs = TabBar(page.content)
        tabs.set_tabs(
            [
                Choice("state", "Stand"),
                Choice("efforts", "Invulling", "7"),
                Choice("evidence", "Bewijs", "2 open"),
                Choice("reports", "Rapporten", "2"),
                Choice("history", "Geschiedenis"),
            ]
        )
        page.add(tabs)
        figures = Card(page.content)
        shown = FigureRow(figures)
        shown.set_figures(FIGURES)
        figures.add(shown)
        page.add(figures)
        course = Card(page.content)
        course.add_row(SectionTitle("Verloop"), STRETCH, Muted("x € 1.000", wrap=False))
        chart = ProgressChart(course)
        chart.set_content(COURSE)
        course.body.addWidget(chart, 1)
        steps = Card(page.content)
        steps.add(SectionTitle("Volgende stappen"))
        rows = StepList(compact=True, parent=steps)
        rows.set_steps(STEPS)
        steps.add(rows, STRETCH)
        page.add(MainAndSide(course, steps))
        last = Card(page.content)
        last.add_row(SectionTitle("Laatste invulling"), STRETCH, LinkButton("Alles bekijken"))
        page.add(last)

    def header(self) -> HeaderContent:
        return HeaderContent(
            "Groenonderhoud Wijk Oost",
            subtitle="Gemeente Utrecht · diensten · 1 januari 2026 t/m 31 december 2027",
            trail=(Crumb("contracts", "Opdrachten"),),
            pill=PillContent("Op schema", Tone.GOOD),
            acts=(Act("report", "Rapport maken", icon="printer"),),
            primary=Act("book", "Invulling boeken", icon="plus"),
        )


class Efforts(Screen):
    """The table of efforts."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        page = _filling(self)
        choices = ToggleCards(
            "Wat heeft u gedaan?",
            [
                CardChoice("place", "Iemand in dienst genomen", "Uit een uitkering.", "user-plus"),
                CardChoice("buy", "Ingekocht", "Bij een sociale onderneming.", "shopping-cart"),
                CardChoice("give", "Kennis of uren gegeven", "Workshop, les.", "graduation-cap"),
            ],
            most=3,
            parent=page.content,
        )
        choices.set_value("buy")
        page.add(choices, FileDropArea("Sleep bestanden hierheen", "pdf, jpg of png", parent=self))
        card = Card(page.content, padding=10)
        card.add_row(SearchField("Zoek in invulling"), STRETCH)
        view = table(card)
        view.select_keys([57])
        card.body.addWidget(view, 1)
        page.body.addWidget(card, 1)

    def header(self) -> HeaderContent:
        return HeaderContent("Invulling", primary=Act("book", "Invulling boeken", icon="plus"))


def _filling(screen: Screen) -> ScrolledPage:
    page = ScrolledPage(screen)
    outer = row(page)
    screen.setLayout(outer)
    return page


class Nothing(Screen):
    """A page without content."""

    def header(self) -> HeaderContent:
        return HeaderContent("Leeg")


PAGES = (
    Page("overview", "Overzicht", "layout-dashboard", Overview),
    Page("contracts", "Opdrachten", "file-text", Contract),
    Page("efforts", "Invulling", "hand-heart", Efforts),
    Page("evidence", "Bewijs", "paperclip", Nothing),
    Page("reports", "Rapporten", "printer", Nothing),
    Page("rules", "Regels per gemeente", "scale", Nothing, Section.REFERENCE),
    Page("help", "Uitleg en begrippen", "circle-question-mark", Nothing, Section.BOTTOM),
    Page("settings", "Instellingen", "settings", Nothing, Section.BOTTOM),
)


def window(page: str) -> MainWindow:
    """Return the main window on a page."""
    made = MainWindow(PAGES)
    made.set_badge("contracts", PillContent("3"), "3 opdrachten")
    made.set_badge("evidence", PillContent("4", Tone.WARNING), "4 stukken ontbreken")
    made.set_undo("invulling K-03 geboekt")
    made.set_status("Laatste back-up: vandaag 09:12 · alles opgeslagen")
    made.open_page(page)
    if page == "reports":
        made._over.search.open()
        made.show_results(
            [SearchResult("K-03", "Groenonderhoud Wijk Oost", "hand-heart", "efforts")] * 3
        )
        made.say("Invulling K-03 geboekt.", act=Act("undo", "Ongedaan maken", kind="link"))
    return made
