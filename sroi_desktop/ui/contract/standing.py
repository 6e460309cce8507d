"""Puts together what the first tab of a contract shows. No Qt here."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from sroi_desktop.domain import account
from sroi_desktop.domain.derivation import StepKind
from sroi_desktop.domain.money import ZERO
from sroi_desktop.domain.obligation import HUNDRED, WHOLE, Obligation, SignalKind
from sroi_desktop.language import _, ngettext
from sroi_desktop.language.derivations import step_words
from sroi_desktop.language.numbers import percent_text, whole_money_text
from sroi_desktop.language.quantities import amount_text, beside_text, filled_text, open_text
from sroi_desktop.language.signals import signal_text
from sroi_desktop.ui.contract.content import StandingContent
from sroi_desktop.ui.contract.course import chart_of, unit_text
from sroi_desktop.ui.contract.rows import beyond_text, effort_row
from sroi_desktop.ui.contract.steps import step_content
from sroi_desktop.ui.kit.content import Act, ChartContent, FigureContent
from sroi_desktop.ui.kit.palette import Tone
from sroi_desktop.ui.obligations import derivation_of, note_lines

if TYPE_CHECKING:
    from datetime import date

    from sroi_desktop.domain.guidance import NextStep, Position
    from sroi_desktop.domain.money import Money
    from sroi_desktop.domain.quantities import Filled
    from sroi_desktop.services.dossiers import Booking
    from sroi_desktop.services.progress import Curve

HOW = "how"
MISSING = "missing"
COMPLETE = "complete"
STEP = "step."
LATEST = 5
MOST_STEPS = 4
_PARTS = frozenset({StepKind.PERCENTAGE, StepKind.PSO, StepKind.COMPANY_SHARE})


def standing_of(
    position: Position,
    owed: Obligation,
    *,
    curve: Curve,
    steps: tuple[NextStep, ...],
    bookings: tuple[Booking, ...],
    today: date,
    places: tuple[str, ...] = (),
) -> StandingContent:
    """Return the first tab: figures, derivation, chart, next steps and the latest efforts.

    `places` tells where the tender says what the contract asks.
    """
    chart = _chart(position, curve)
    return StandingContent(
        figures=_figures(position, owed),
        derivation=derivation_of(owed, position.rules, places),
        no_chart=_no_chart(position, owed, places),
        chart=chart,
        unit="" if chart is None else unit_text(chart),
        steps=tuple(
            step_content(step, f"{STEP}{number}", today)
            for number, step in enumerate(steps[:MOST_STEPS])
        ),
        latest=tuple(effort_row(booking) for booking in bookings[:LATEST]),
        beyond=beyond_text(bookings),
        quantities=tuple(map(filled_text, position.filled)),
        penalty=_penalty(position),
    )


def _no_chart(position: Position, owed: Obligation, places: tuple[str, ...]) -> str:
    """Return what stands in the place of a chart."""
    first = _("The course shows here once it is known what is owed, and from when to when.")
    if position.measure is not None:
        first = _("Only amounts in euros have a chart. How far this is stands above.")
    signals = (one for one in owed.signals if one.kind is not SignalKind.IN_UNITS)
    said = [first, *map(signal_text, signals), *note_lines(owed.notes)]
    if owed.amount is None:  # there is no computation that could show them
        said += [f"{place}." for place in places]
    return " ".join(said)


def _penalty(position: Position) -> str:
    """Return what it may cost where not more is done than until now, as far as a rule says."""
    short, terms = position.shortfall, position.rules.penalty
    if not short:
        return ""
    found = account.penalty_forecast(short, terms)
    if found is None:
        return ""
    words = _("If nothing more is done, {short} is missing at the end: that may cost {most}.")
    if found.recovery_months is not None:
        words = _(
            "If nothing more is done, {short} is missing at the end: that may cost {most}, after "
            "{months} months to make up for it."
        )
    told = words.format(
        short=whole_money_text(short),
        most=whole_money_text(found.most),
        months=found.recovery_months,
    )
    if terms is None or not terms.no_fault_exempt:
        return told
    spared = _(
        "It costs nothing where it is not your fault: keep what you tried, and tell the adviser "
        "in time."
    )
    return f"{told} {spared}"


def _chart(position: Position, curve: Curve) -> ChartContent | None:
    period = position.contract.period
    if period is None or not position.owed:
        return None
    return chart_of(curve, period, position.owed)


def _figures(position: Position, owed: Obligation) -> tuple[FigureContent, ...]:
    if position.measure is not None:
        return _in_units(position, position.measure)
    return _owed(owed), _proven(position), _unproven(position), _open(position)


def _in_units(position: Position, measure: Filled) -> tuple[FigureContent, ...]:
    """Return the figures of what is owed in hours or placements: of several what lags most."""
    unit, filled = measure.owed.unit, position.filled
    part = percent_text(Fraction(int(min(WHOLE, measure.part_done) * HUNDRED)))
    planned = amount_text(unit, measure.planned)
    return (
        FigureContent(
            _("Obligation"), amount_text(unit, measure.whole), beside_text(filled, measure)
        ),
        FigureContent(_("Realised"), amount_text(unit, measure.done), part, Tone.ACCENT),
        _unproven(position),
        FigureContent(
            _("Still to be filled in"),
            open_text(filled, measure),
            _("besides {amount} that is planned").format(amount=planned),
        ),
    )


def _owed(owed: Obligation) -> FigureContent:
    name = _("Obligation")
    if owed.amount is None:
        act = Act(COMPLETE, _("Complete"), kind="link")
        return FigureContent(name, _("Not known"), _("something is still needed"), act=act)
    act = Act(HOW, _("How computed?"), kind="link")
    return FigureContent(name, whole_money_text(owed.amount), _shortly(owed), act=act)


def _shortly(owed: Obligation) -> str:
    """Return the obligation in a few words: "5% of € 2.400.000"."""
    if not owed.amount:
        return _("nothing is owed under these rules")
    words = {step.kind: step_words(step) for step in owed.steps}
    if StepKind.CAP in words:
        return words[StepKind.CAP].label
    parts = [one.factor.removeprefix("× ") for kind, one in words.items() if kind in _PARTS]
    first = step_words(owed.steps[0])
    if not parts:
        return first.label
    return _("{part} of {whole}").format(part=" × ".join(parts), whole=first.factor)


def _proven(position: Position) -> FigureContent:
    proven = position.totals.proven
    return FigureContent(
        _("Realised and proven"),
        whole_money_text(proven),
        _part(proven, position.owed),
        Tone.ACCENT,
    )


def _unproven(position: Position) -> FigureContent:
    count = position.unproven_count
    name, value = _("Realised, evidence missing"), whole_money_text(position.totals.unproven)
    if not count:
        return FigureContent(name, value, _("nothing is missing"))
    lines = ngettext("{count} effort", "{count} efforts", count).format(count=count)
    return FigureContent(name, value, lines, Tone.WARNING, Act(MISSING, _("Look"), kind="link"))


def _open(position: Position) -> FigureContent:
    name = _("Still to be filled in")
    if position.open is None:
        return FigureContent(name, _("Not known"))
    planned = whole_money_text(position.totals.planned)
    hint = _("besides {amount} that is planned").format(amount=planned)
    return FigureContent(name, whole_money_text(position.open), hint)


def _part(amount: Money, owed: Money | None) -> str:
    if owed is None or owed == ZERO:
        return ""
    # Rounded down, so that 99.9% is never shown as done.
    return percent_text(Fraction(int(amount.euros / owed.euros * HUNDRED)))


def totals_of(position: Position) -> tuple[tuple[str, str], ...]:
    """Return the amounts of a contract, each under its own name."""
    totals = position.totals
    amounts = [
        (_("Planned"), totals.planned),
        (_("Realised, evidence missing"), totals.unproven),
        (_("Realised and proven"), totals.proven),
        (_("Reported"), totals.reported),
        (_("Accepted"), totals.accepted),
        (_("Rejected"), totals.rejected),
    ]
    if totals.beyond:
        amounts.append((_("Does not count"), totals.beyond))
    return tuple((name, whole_money_text(amount)) for name, amount in amounts)
