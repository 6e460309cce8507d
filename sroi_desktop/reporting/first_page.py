"""Page one of a progress report: who, what was owed, where we are, and what we ask."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from reportlab.graphics import renderPDF
from reportlab.graphics.shapes import Drawing
from reportlab.lib.colors import Color
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Spacer

from sroi_desktop.domain.money import Money
from sroi_desktop.language import _
from sroi_desktop.language.numbers import (
    date_text,
    long_date_text,
    long_period_text,
    percent_text,
    short_money_text,
)
from sroi_desktop.reporting import charts, styles
from sroi_desktop.reporting.data import Company, InUnits, ReportData, Totals
from sroi_desktop.reporting.logo import logo
from sroi_desktop.reporting.measure import shortened
from sroi_desktop.reporting.parts import Columns, Story, key_figures
from sroi_desktop.reporting.tagging import Figure, Rule, TaggedCanvas, TaggedParagraph
from sroi_desktop.reporting.text import text

LOGO_WIDTH, LOGO_HEIGHT = 150.0, 42.0
LETTERHEAD = (0.6, 0.4)  # of the width: who reports, which report
LETTERHEAD_GAP = 12.0
CHART_HEIGHT = 165.0


def add_first_page(story: Story, data: ReportData) -> None:
    """Add letterhead, title, key figures, chart, where we stand and what we ask."""
    story.add(letterhead(data.company, _lines(data)))
    story.gap(26)
    story.title(_("Social return progress"))
    story.paragraph(_subject(data), styles.SUBTITLE)
    if data.correction is not None:
        story.paragraph(_correction_notice(data.correction.number), styles.SUBTITLE)
    story.gap(14)
    story.add(Rule(styles.ACCENT, styles.ACCENT_RULE))
    story.gap(9)
    story.add(_key_figures(data))
    _add_standing(story, data)
    _add_requests(story, data)


def figure(drawing: Drawing, alternative: str) -> Figure:
    """Return a chart as a figure of the document."""

    def paint(canvas: TaggedCanvas) -> None:
        renderPDF.draw(drawing, canvas, 0, 0)

    return Figure(drawing.width, drawing.height, alternative=alternative, paint=paint)


def letterhead(company: Company, lines: list[str]) -> Columns:
    """Return who writes beside what it is about; full names stand at the end."""
    widths = [share * styles.WIDTH for share in LETTERHEAD]
    who: list[Flowable] = []
    picture = logo(company.logo, width=LOGO_WIDTH, height=LOGO_HEIGHT, alternative=company.name)
    if picture is not None:
        who += [picture, Spacer(1, 5)]
    who.append(_brief(company.name, styles.NAME, widths[0]))
    which: list[Flowable] = [_brief(line, styles.SMALL_RIGHT, widths[1]) for line in lines]
    return Columns([who, which], widths, gap=LETTERHEAD_GAP)


def place_and_day(place: str, day: date) -> str:
    """Return where and when something was written, as letters say it."""
    return ", ".join(part for part in (place, long_date_text(day)) if part)


def reference_text(reference: str) -> str:
    """Return the line with the reference of the one who is written to."""
    return _("Your reference {reference}").format(reference=reference)


def _lines(data: ReportData) -> list[str]:
    """Return which report it is, and when it was issued."""
    issued = place_and_day(data.place, data.issued_on)
    lines = [_("Report {number}").format(number=data.number), issued]
    if data.contract.reference:
        lines.append(reference_text(data.contract.reference))
    return lines


def _brief(words: str, style: ParagraphStyle, width: float) -> TaggedParagraph:
    """Return the words on one line, so that page one has room for what it must say."""
    room = width - LETTERHEAD_GAP
    return TaggedParagraph(text(shortened(words, style.fontName, style.fontSize, room)), style)


def _subject(data: ReportData) -> str:
    """Return contract, authority and period on two lines at most."""
    style, room = styles.SUBTITLE, 0.6 * styles.WIDTH
    names = [
        shortened(name, style.fontName, style.fontSize, room)
        for name in (data.contract.title, data.contract.authority)
        if name
    ]
    return f"{', '.join(names)} · {long_period_text(data.period)}"


def _correction_notice(number: str) -> str:
    return _("This report replaces report {number}. What is different is listed below.").format(
        number=number
    )


def _key_figures(data: ReportData) -> Columns:
    """Return the four figures a reader looks for first."""
    totals, units = data.totals, data.in_units
    if totals.owed is None and units is not None:
        return key_figures(_in_units(data, units))
    unknown = _("not known yet")
    figures = [
        (_("Owed"), _money(totals.owed, unknown), data.obligation_note, styles.TEXT),
        (
            _("Realised and proven"),
            short_money_text(totals.proven),
            _proven_note(totals),
            styles.ACCENT,
        ),
        (_("Planned"), short_money_text(totals.planned), _end_note(data), styles.TEXT),
        (_("Still to fill in"), _money(totals.open, unknown), _start_note(data), styles.WARNING),
    ]
    return key_figures(figures)


def _in_units(data: ReportData, units: InUnits) -> list[tuple[str, str, str, Color]]:
    """Return the key figures in hours or placements, with what was done in euros beneath."""
    realised = data.totals.proven + data.totals.unproven
    worth = _("worth {amount}").format(amount=short_money_text(realised))
    return [
        (_("Owed"), units.owed, units.also, styles.TEXT),
        (_("Realised"), units.done, worth, styles.ACCENT),
        (_("Planned"), units.planned, _end_note(data), styles.TEXT),
        (_("Still to fill in"), units.open, _start_note(data), styles.WARNING),
    ]


def _money(amount: Money | None, unknown: str) -> str:
    return unknown if amount is None else short_money_text(amount)


def _proven_note(totals: Totals) -> str:
    """Return which part of the obligation is proven, rounded down, and what waits for evidence."""
    notes = []
    if totals.owed:
        percent = percent_text(Fraction(100 * totals.proven.cents // totals.owed.cents))
        notes.append(_("{percent} of what is owed").format(percent=percent))
    if totals.unproven:
        amount = short_money_text(totals.unproven)
        notes.append(_("and {amount} without complete evidence").format(amount=amount))
    return ", ".join(notes)


def _end_note(data: ReportData) -> str:
    if data.contract.ends is None:
        return ""
    return _("until {day}").format(day=date_text(data.contract.ends))


def _start_note(data: ReportData) -> str:
    if data.last_start is None:
        return ""
    return _("start by {day} at the latest").format(day=date_text(data.last_start))


def _add_standing(story: Story, data: ReportData) -> None:
    story.heading(_("Where we stand"), room=CHART_HEIGHT)
    drawing = charts.progress_chart(data, styles.WIDTH, CHART_HEIGHT)
    if drawing is not None:
        story.add(figure(drawing, charts.progress_alternative(data)))
        story.gap(6)
    story.paragraph(" ".join((*data.summary, *_unproven_sentence(data.totals.unproven))))


def _unproven_sentence(unproven: Money) -> list[str]:
    if not unproven:
        return []
    amount = short_money_text(unproven)
    words = _("For {amount} the work is done but the evidence is not complete yet.")
    return [words.format(amount=amount)]


def _add_requests(story: Story, data: ReportData) -> None:
    story.heading(_("What we ask of you"))
    if data.requests:
        story.bullets(data.requests)
    else:
        story.paragraph(_("We ask nothing of you at this moment."))
