"""The lines of a report and the index of the evidence behind them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sroi_desktop.domain.effort import HAPPENED, TO_COME
from sroi_desktop.domain.money import total
from sroi_desktop.language import _
from sroi_desktop.language.derivations import (
    assumption_text,
    calculation_text,
    not_counted_text,
    step_words,
)
from sroi_desktop.language.labels import label
from sroi_desktop.language.numbers import date_text, money_text, short_money_text
from sroi_desktop.language.steps import pieces_text
from sroi_desktop.reporting import data as report

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from sroi_desktop.domain.derivation import NotCounted, Step, Valuation
    from sroi_desktop.domain.evidence import Piece
    from sroi_desktop.domain.money import Money
    from sroi_desktop.domain.rules import RuleSet
    from sroi_desktop.services.reports.material import Line, Material


def steps(steps: Iterable[Step]) -> tuple[report.CalculationStep, ...]:
    """Return a derivation in the words of the report."""
    words = (step_words(step) for step in steps)
    return tuple(report.CalculationStep(w.label, w.factor, w.result) for w in words)


def build_up(material: Material) -> tuple[report.KindShare, ...]:
    """Return what every kind of effort contributes."""
    kinds: dict[str, list[Line]] = {}
    for line in material.lines:
        kinds.setdefault(label(line.effort.kind), []).append(line)
    return tuple(
        report.KindShare(
            name, total(one.realised for one in lines), total(one.planned for one in lines)
        )
        for name, lines in kinds.items()
    )


def numbered(material: Material) -> tuple[tuple[Line, report.ReportLine], ...]:
    """Return a line for what was realised of every effort, and one for what is planned of it."""
    told: list[tuple[Line, report.ReportLine]] = []
    for line in material.lines:
        if line.done or (line.effort.state in HAPPENED and not line.to_come):
            told.append((line, _realised(material, line, len(told) + 1)))
        if line.to_come or line.effort.state in TO_COME:
            told.append((line, _planned(material, line, len(told) + 1)))
    return tuple(told)


def _realised(material: Material, line: Line, number: int) -> report.ReportLine:
    """Return the part that was realised, with its own derivation up to the last day."""
    standing = report.Standing.UNPROVEN if line.lacking else report.Standing.PROVEN
    told = replace(
        _report_line(material, line, number, line.so_far),
        standing=standing,
        value=line.done,
        detail=_evidence_detail(material, line),
    )
    if line.done != line.so_far.value:
        counts = money_text(line.done)
        step = report.CalculationStep(_("Accepted by the authority"), counts, counts)
        calculation = _("accepted: {amount}").format(amount=short_money_text(line.done))
        told = replace(told, calculation=calculation, steps=(*told.steps, step))
    return _less(told, line.beyond, line.count.held.reasons)


def _planned(material: Material, line: Line, number: int) -> report.ReportLine:
    """Return the part that is still to come: the whole, less what was realised."""
    told = replace(_report_line(material, line, number, line.whole), value=line.to_come)
    if line.done:
        whole, part = line.done + line.to_come, line.done
        step = report.CalculationStep(
            _("Realised up to {date}").format(date=date_text(material.day)),
            f"- {money_text(part)}",
            money_text(line.to_come),
        )
        calculation = f"{short_money_text(whole)} - {short_money_text(part)}"
        told = replace(told, calculation=calculation, steps=(*told.steps, step))
    return _less(told, line.planned_beyond, line.count.held.ahead)


def _less(
    told: report.ReportLine, beyond: Money, reasons: Iterable[NotCounted]
) -> report.ReportLine:
    """Return a line without what does not count of it, and with the reason."""
    if not beyond:
        return told
    counts = told.value - beyond
    step = report.CalculationStep(
        _("More than may count"), f"- {money_text(beyond)}", money_text(counts)
    )
    return replace(
        told,
        value=counts,
        beyond=beyond,
        steps=(*told.steps, step),
        not_counted=(*told.not_counted, *map(not_counted_text, reasons)),
    )


def _report_line(
    material: Material, line: Line, number: int, valuation: Valuation
) -> report.ReportLine:
    """Return a line as planned, with the derivation of a valuation."""
    return report.ReportLine(
        number=number,
        title=line.effort.title,
        standing=report.Standing.PLANNED,
        value=line.planned,
        person=line.effort.candidate or "",
        detail=material.rules.block(line.effort.block).label,
        period=line.entry.booked.allocation.period.common(line.effort.period),
        calculation=calculation_text(valuation.steps),
        status=label(line.effort.state),
        steps=steps(valuation.steps),
        assumptions=tuple(assumption_text(one) for one in valuation.assumptions),
        not_counted=tuple(not_counted_text(one) for one in valuation.not_counted),
        invoice=line.effort.invoice_number or "",
    )


def _evidence_detail(material: Material, line: Line) -> str:
    block = material.rules.block(line.effort.block).label
    if line.entry.booked.allocation.set_aside is not None:
        return _("{block}; does not count").format(block=block)
    if not line.entry.booked.missing:
        return _("{block}; evidence complete").format(block=block)
    if line.is_accepted:
        return _("{block}; accepted by the authority").format(block=block)
    return _("{block}; missing: {pieces}").format(
        block=block, pieces=pieces_text(_labels(material.rules, line.lacking))
    )


def _labels(rules: RuleSet, codes: Sequence[str]) -> list[str]:
    names = {piece.code: piece.label for piece in rules.evidence}
    return [names.get(code, code) for code in codes]


def evidence(
    pieces_of: Mapping[int, tuple[Piece, ...]], told: Iterable[tuple[Line, report.ReportLine]]
) -> Iterator[report.EvidenceLine]:
    """Yield the pieces of evidence, each with the number of the first line that it proves."""
    first: dict[int, int] = {}
    for line, shown in told:
        first.setdefault(line.effort.id or 0, shown.number)
    pieces = (
        (piece, proves) for effort_id, proves in first.items() for piece in pieces_of[effort_id]
    )
    for number, (piece, proves) in enumerate(pieces, start=1):
        yield report.EvidenceLine(
            number=number,
            line=proves,
            kind=piece.title,
            dated=piece.dated,
            covers=piece.covers,
            kept=piece.is_kept,
            seen_on=piece.seen_on,
            seen_by=piece.seen_by or "",
            file_name=piece.file_name or "",
            sha256=piece.sha256 or "",
        )
