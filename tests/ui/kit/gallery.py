"""Every widget of the kit on one page, for pictures: `python -m tests.ui.kit.gallery out/kit`."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication, QGridLayout, QHBoxLayout, QWidget

from sroi_desktop.language import activate
from sroi_desktop.ui.kit.boxes import STRETCH, Card, ScrolledPage, row
from sroi_desktop.ui.kit.buttons import Button, IconButton, LinkButton
from sroi_desktop.ui.kit.content import (
    Act,
    Choice,
    DerivationContent,
    DerivationRow,
    FigureContent,
    ProgressShares,
    StepContent,
)
from sroi_desktop.ui.kit.derivation import DerivationView
from sroi_desktop.ui.kit.fields import (
    ChoiceField,
    DateField,
    HoursField,
    MoneyField,
    MultiChoiceField,
    NoteField,
    OptionsField,
    PercentField,
    TextField,
)
from sroi_desktop.ui.kit.figures import Figure, FigureRow
from sroi_desktop.ui.kit.flow import Wrap
from sroi_desktop.ui.kit.look import current_look
from sroi_desktop.ui.kit.messages import Banner, EmptyState
from sroi_desktop.ui.kit.palette import Tone
from sroi_desktop.ui.kit.pill import Pill
from sroi_desktop.ui.kit.progress import ProgressBar
from sroi_desktop.ui.kit.stepper import Stepper
from sroi_desktop.ui.kit.steps import StepList
from sroi_desktop.ui.kit.tabs import TabBar
from sroi_desktop.ui.kit.text import ElidedLabel, IconLabel, Muted, SectionTitle, Text
from sroi_desktop.ui.kit.theme import Appearance, Theme
from tests.ui.kit.gallery_window import window

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
DERIVATION = DerivationContent(
    rows=(
        DerivationRow("Bouwblok Participatiewet", "€ 40.000 / jaar"),
        DerivationRow("24 van 36 uur", "× 24/36"),
        DerivationRow("6 van 12 maanden", "× 6/12"),
        DerivationRow("Bonus 50 jaar of ouder", "niet van toepassing", counts=False),
    ),
    total_label="Waarde",
    total="€ 13.333,33",
    sources=("Social return berekenen (bouwblokken), gemeente Utrecht. Versie 3.",),
    assumptions=("naar rato van hele kalendermaanden",),
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


def widgets_page() -> QWidget:
    """Return buttons, pills, bars, steps and figures."""
    page = ScrolledPage(margins=(28, 22, 28, 22))
    page.setProperty("surface", "page")
    buttons = [
        Button("Invulling boeken", "primary", icon_name="plus"),
        Button("Rapport maken", icon_name="printer"),
        Button("Bewaar als concept"),
        Button("Overslaan", "quiet"),
        Button("Verwijderen", "danger", icon_name="trash-2"),
        LinkButton("Hoe berekend?"),
        IconButton("settings", "Instellingen"),
    ]
    buttons[2].setEnabled(False)
    page.add(row(Text("Groenonderhoud Wijk Oost", "title"), Pill("Op schema", Tone.GOOD), STRETCH))
    line = Wrap()
    line.add(*buttons)
    page.add(line)
    page.add(_tabs())
    figures = Card()
    shown = FigureRow()
    shown.set_figures(FIGURES)
    figures.add(shown)
    page.add(figures)
    steps = Card(spacing=12)
    steps.add_row(SectionTitle("Wat moet u nu doen?"), STRETCH, Muted("3 van 7 stappen"))
    full = StepList()
    full.set_steps(STEPS)
    steps.add(full)
    page.add(steps)
    page.add(row(_contract(), _contract(), spacing=14))
    page.add(_pills())
    page.add(Banner("Vul nooit een burgerservicenummer in.", Tone.ACCENT))
    page.add(
        Banner(
            "Deze regelset is onvolledig: vul aan uit uw contract.",
            Tone.WARNING,
            act=Act("fill", "Aanvullen"),
        )
    )
    page.add(Banner("Het bestand is in gebruik door een ander.", Tone.DANGER))
    page.add(
        EmptyState(
            "hand-heart",
            "Hier komt uw invulling",
            "Boek wat u doet voor social return.",
            act=Act("book", "Invulling boeken", icon="plus", kind="primary"),
        )
    )
    page.add(STRETCH)
    return page


def _tabs() -> TabBar:
    tabs = TabBar()
    tabs.set_tabs(
        [Choice("1", "Stand"), Choice("2", "Invulling", "7"), Choice("3", "Bewijs", "2 open")]
    )
    return tabs


def _pills() -> QHBoxLayout:
    return row(
        Pill("Bewezen", Tone.GOOD, icon="check"),
        Pill("Bewijs ontbreekt", Tone.WARNING),
        Pill("Afgekeurd", Tone.DANGER, icon="x"),
        Pill("Concept", Tone.NEUTRAL),
        Pill("Ingediend", Tone.INFO),
        STRETCH,
    )


def _contract() -> Card:
    card = Card(spacing=9)
    card.add_row(ElidedLabel("Groenonderhoud Wijk Oost", "heading"), Pill("Op schema", Tone.GOOD))
    card.add(Muted("Gemeente Utrecht · t/m 31-12-2027"))
    bar = ProgressBar()
    bar.set_shares(ProgressShares(0.46, 0.31, 0.40), "46% gerealiseerd, 31% gepland")
    card.add(bar)
    card.add_row(
        Text("€ 55.200 gerealiseerd", "smallstrong"), STRETCH, Muted("van € 120.000", wrap=False)
    )
    return card


def form_page() -> QWidget:
    """Return the fields, and the side of the booking dialog."""
    page = QWidget()
    page.setProperty("surface", "page")
    across = QHBoxLayout(page)
    across.setContentsMargins(0, 0, 0, 0)
    across.setSpacing(0)
    left = ScrolledPage(margins=(30, 26, 30, 22))
    left.add(Text("Invulling boeken", "title"))
    stepper = Stepper(
        ("Wat heeft u gedaan?", "Voor wie en hoeveel?", "Voor welke opdracht?", "Bewijs")
    )
    stepper.set_current(1)
    left.add(stepper)
    left.add(_form())
    left.add(Banner("Vul nooit een burgerservicenummer in.", Tone.ACCENT))
    left.add(STRETCH)
    left.add(
        row(Button("Terug"), STRETCH, Button("Bewaar als concept"), Button("Verder", "primary"))
    )
    across.addWidget(left, 1)
    across.addWidget(_side())
    return page


def _form() -> Card:
    card = Card(padding=22)
    grid = QGridLayout()
    grid.setHorizontalSpacing(18)
    grid.setVerticalSpacing(14)
    candidate = ChoiceField(
        "&Kandidaat",
        [Choice("k3", "K-03 · hovenier in opleiding"), Choice("k1", "K-01")],
        hint="Alleen een code komt in het rapport. Namen blijven op deze computer.",
    )
    candidate.set_value("k3")
    start = DateField("&Begindatum")
    start.set_text("01-03-2026")
    end = DateField("&Einddatum")
    end.set_text("31-02-2026")
    end.set_error("31 februari bestaat niet. Bedoelt u 28-02-2026?")
    hours = HoursField("&Uren per week", hint="Voltijd is bij Utrecht 36 uur.")
    hours.set_text("24")
    hours.focus()
    amount = MoneyField("&Bedrag excl. btw", unknown="Weet ik niet")
    amount.set_text("12.50")
    amount.set_error("Bedoelt u twaalf euro vijftig of twaalfhonderdvijftig euro?")
    amount.offer_readings(("€ 12,50", "€ 1.250,00"))
    percent = PercentField("&Percentage", optional=True)
    percent.set_text("5")
    kind = OptionsField(
        "Contract", [Choice("t", "Bepaalde tijd"), Choice("v", "Vast"), Choice("?", "Weet ik niet")]
    )
    kind.set_value("t")
    bonus = MultiChoiceField(
        "Bonussen",
        [Choice("50", "50 jaar of ouder", "€ 10.000 per jaar"), Choice("v", "Vast contract")],
    )
    bonus.set_values({"v"})
    grid.addWidget(candidate, 0, 0, 1, 2)
    for number, field in enumerate(
        (start, end, hours, amount, percent, TextField("&Naam"), kind, bonus)
    ):
        grid.addWidget(field, 1 + number // 2, number % 2)
    grid.addWidget(NoteField("&Toelichting", optional=True, lines=2), 6, 0, 1, 2)
    card.add(grid)
    return card


def _side() -> Card:
    side = Card(surface="side", padding=24)
    side.setFixedWidth(current_look().em(25))
    side.add(
        Figure(
            FigureContent(
                "Dit is waard",
                "€ 13.333,33",
                "voor Groenonderhoud Wijk Oost, Utrecht",
                Tone.ACCENT,
            ),
            role="hero",
        )
    )
    side.add_separator()
    side.add(Text("Zo is het berekend", "strong"))
    view = DerivationView()
    view.set_content(DERIVATION)
    side.add(view)
    side.add_separator()
    for words in ("Arbeidsovereenkomst", "Doelgroepverklaring of beschikking"):
        side.add_row(IconLabel("circle-dashed", Tone.WARNING), Text(words, "small", wrap=True))
    side.add(STRETCH)
    return side


def overview() -> QWidget:
    """Return the main window on its home page."""
    return window("overview")


def contract_page() -> QWidget:
    """Return the main window on a contract."""
    return window("contracts")


def efforts() -> QWidget:
    """Return the main window on a table."""
    return window("efforts")


def search() -> QWidget:
    """Return the main window with the search open."""
    return window("reports")


PAGES = {
    "widgets": widgets_page,
    "form": form_page,
    "overview": overview,
    "contract": contract_page,
    "efforts": efforts,
    "search": search,
}
SIZES = ((1280, 820), (1024, 700))


def main(folder: Path) -> None:
    """Write a picture of every page in every theme, at two sizes of window and text."""
    activate("nl")
    application = QApplication(sys.argv[:1])
    theme = Theme(application)
    folder.mkdir(parents=True, exist_ok=True)
    for name, make in PAGES.items():
        for appearance in (Appearance.LIGHT, Appearance.DARK, Appearance.HIGH_CONTRAST):
            for (wide, high), text in zip(SIZES, (14, 20), strict=True):
                theme.apply(appearance, text)
                page = make()
                page.resize(wide, high)
                page.show()
                application.processEvents()
                application.processEvents()  # a scroll bar that went asks for a second round
                page.grab().save(str(folder / f"{name}-{appearance.value}-{text}.png"))
                page.close()
                page.deleteLater()


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "out/kit"))
