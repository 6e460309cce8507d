"""The lines of a progress report: done, planned, by kind, and how each value came about."""

from __future__ import annotations

from collections.abc import Iterable

from reportlab.platypus import Flowable

from sroi_desktop.domain.money import ZERO, Money, total
from sroi_desktop.domain.periods import Period
from sroi_desktop.language import _
from sroi_desktop.language.numbers import long_period_text, money_text, period_text
from sroi_desktop.reporting import charts, styles
from sroi_desktop.reporting.data import (
    CalculationStep,
    ContractFacts,
    ReportData,
    ReportLine,
    Standing,
)
from sroi_desktop.reporting.first_page import figure
from sroi_desktop.reporting.parts import (
    Column,
    Story,
    amount_cell,
    cell,
    table,
    titled_cell,
)

ROOM_FOR_A_CHART_HEADING = 50.0
STEP_PADDING = 3.0


def add_lines(story: Story, data: ReportData) -> None:
    """Add what was done and what is planned, each with its own totals."""
    done = (*data.of(Standing.PROVEN), *data.of(Standing.UNPROVEN))
    story.heading(_("What has been done"))
    if done:
        story.add(_line_table(done, _("Efforts that were realised"), _done_totals(data)))
    else:
        story.paragraph(_("Nothing has been realised yet."))
    planned = data.of(Standing.PLANNED)
    if planned:
        story.heading(_("What is planned"))
        totals = [(_("Planned"), money_text(data.totals.planned)), *_beyond_total(planned)]
        story.add(_line_table(planned, _("Efforts that are planned"), totals))


def add_build_up(story: Story, data: ReportData) -> None:
    """Add the chart by kind of effort and the amounts that are with the authority."""
    if data.build_up:
        drawing = charts.build_up_chart(data.build_up, styles.WIDTH)
        story.heading(_("Build-up by kind"), room=drawing.height + ROOM_FOR_A_CHART_HEADING)
        story.add(figure(drawing, charts.build_up_alternative(data.build_up)))
        story.gap(10)
    if data.totals.reported > ZERO or data.totals.accepted > ZERO:
        story.paragraph(
            _("Reported up to now: {reported}. Accepted by you so far: {accepted}.").format(
                reported=money_text(data.totals.reported),
                accepted=money_text(data.totals.accepted),
            )
        )


def add_obligation(story: Story, data: ReportData) -> None:
    """Add how the obligation came about, and the rules that everything rests on."""
    story.heading(_("What is owed, and by which rules"))
    story.paragraph(_contract_words(data.contract))
    if data.totals.owed is None and data.in_units is None:
        story.paragraph(_("The amount that is owed is not known yet."))
    if data.obligation_steps:
        story.add(_step_table(data.obligation_steps, _("How the obligation was computed")))
    rules = data.rules
    named = ", ".join(part for part in (rules.title, rules.version, rules.publisher) if part)
    story.paragraph(_("Values by our own calculation under: {rules}.").format(rules=named))
    if rules.missing:
        words = _("The source does not say:")
        if not rules.complete:
            words = _("This rule set is not complete. What is missing:")
        story.paragraph(words)
        story.bullets(rules.missing)
    if rules.notes:
        story.paragraph(_("These rules hold too, and are not computed here:"))
        story.bullets(rules.notes)


def _contract_words(contract: ContractFacts) -> str:
    """Return which contract it is, in full."""
    parts = [contract.title, contract.authority, contract.category]
    if contract.reference:
        parts.append(_("reference {reference}").format(reference=contract.reference))
    if contract.starts is not None and contract.ends is not None:
        parts.append(long_period_text(Period(contract.starts, contract.ends)))
    named = ", ".join(part for part in parts if part)
    return _("Contract {number}: {named}.").format(number=contract.number, named=named)


def add_derivations(story: Story, data: ReportData) -> None:
    """Add for each line how its value came about."""
    block = Story("derivations")
    block.heading(_("How each line was computed"), room=0)
    numbers = assumption_numbers(data)
    for line in data.lines:
        if line.steps or line.assumptions or line.not_counted:
            _add_derivation(block, line, _numbers_of(line, numbers))
            story.add_together(block)
            block = Story(f"line-{line.number}")


def assumption_numbers(data: ReportData) -> dict[str, str]:
    """Return the number of every assumption, "A1" and on; each is printed in full once."""
    lines = (words for line in data.lines for words in line.assumptions)
    texts = dict.fromkeys((*data.assumptions, *lines))
    return {words: f"A{number}" for number, words in enumerate(texts, 1)}


def _numbers_of(line: ReportLine, numbers: dict[str, str]) -> str:
    return ", ".join(numbers[words] for words in line.assumptions)


def line_title(line: ReportLine) -> str:
    """Return what a line is about: "K-01 · Participatiewet", or without the code."""
    return f"{line.person} · {line.title}" if line.person else line.title


def _line_table(
    lines: tuple[ReportLine, ...], summary: str, totals: list[tuple[str, str]]
) -> Flowable:
    columns = [
        Column(_("No."), 0.06),
        Column(_("Effort"), 0.37),
        Column(_("Period"), 0.17),
        Column(_("Calculation"), 0.235),
        Column(_("Value"), styles.AMOUNT_SHARE, amounts=True),
    ]
    rows = [
        [
            cell(str(line.number)),
            titled_cell(line_title(line), _line_detail(line)),
            cell(period_text(line.period) if line.period else ""),
            cell(line.calculation),
            amount_cell(money_text(line.value)),
        ]
        for line in lines
    ]
    return table(columns, rows, summary=summary, row_header=1, totals=totals)


def _line_detail(line: ReportLine) -> str:
    invoice = _("invoice {number}").format(number=line.invoice) if line.invoice else ""
    parts = (line.detail, invoice, line.status, _beyond_words(line))
    return " · ".join(part for part in parts if part)


def _beyond_words(line: ReportLine) -> str:
    """Return how much of the whole value does not count, where that is some of it."""
    if not line.beyond:
        return ""
    return _("worth {value}, of which {amount} does not count").format(
        value=money_text(line.value + line.beyond), amount=money_text(line.beyond)
    )


def _beyond_total(lines: Iterable[ReportLine]) -> list[tuple[str, str]]:
    amount = total(line.beyond for line in lines)
    return [(_("Does not count"), money_text(amount))] if amount else []


def _done_totals(data: ReportData) -> list[tuple[str, str]]:
    totals = [(_("Realised and proven"), money_text(data.totals.proven))]
    if data.of(Standing.UNPROVEN):
        unproven = money_text(data.totals.unproven)
        totals.append((_("Realised, evidence not complete"), unproven))
    done = (line for line in data.lines if line.standing is not Standing.PLANNED)
    return [*totals, *_beyond_total(done)]


def _add_derivation(story: Story, line: ReportLine, numbers: str) -> None:
    """Add one line's steps and notes, with the numbers of its assumptions."""
    story.subheading(f"{line.number}. {line_title(line)}")
    if line.steps:
        summary = _("How line {number} was computed").format(number=line.number)
        story.add(_step_table(line.steps, summary, total=line.value))
    notes = [_("Assumptions: {numbers}").format(numbers=numbers)] if numbers else []
    notes += [_("Not counted: {text}").format(text=words) for words in line.not_counted]
    story.bullets(notes, styles.SMALL_ITEM)


def _step_table(
    steps: tuple[CalculationStep, ...], summary: str, total: Money | None = None
) -> Flowable:
    columns = [
        Column(_("Step"), 0.45),
        Column(_("Factor"), 0.33),
        Column(_("Result"), 0.22, amounts=True),
    ]
    rows = [
        [cell(step.label), cell(step.factor), cell(step.result, styles.CELL_RIGHT)]
        for step in steps
    ]
    totals = [(_("Value"), money_text(total))] if total is not None else []
    return table(columns, rows, summary=summary, totals=totals, padding=STEP_PADDING)
