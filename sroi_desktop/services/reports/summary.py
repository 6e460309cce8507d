"""What page one says: the totals, whether we are on course, and what we ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sroi_desktop.domain import account
from sroi_desktop.domain.account import NO_TOTALS
from sroi_desktop.domain.derivation import StepKind
from sroi_desktop.domain.money import Money, total
from sroi_desktop.domain.quantities import filled_least
from sroi_desktop.language import _, ngettext
from sroi_desktop.language.derivations import assumption_text, basis_note
from sroi_desktop.language.numbers import money_text, percent_text, short_money_text
from sroi_desktop.language.quantities import amount_text, beside_text, filled_text, open_text
from sroi_desktop.reporting import data as report
from sroi_desktop.services import progress as curves

if TYPE_CHECKING:
    from fractions import Fraction

    from sroi_desktop.services.reports.material import Material

_HUNDRED = 100
_DECIMALS = 10_000


def totals(material: Material) -> report.Totals:
    """Return the amounts of the whole contract at the end of the report's last day."""
    counted = sum((line.counts for line in material.lines), NO_TOTALS)
    owed = material.owed.amount
    return report.Totals(
        owed=owed,
        proven=counted.proven,
        unproven=counted.unproven,
        planned=counted.planned,
        reported=counted.realised,
        accepted=counted.accepted,
        open=None if owed is None else account.still_open(owed, counted),
        beyond=counted.beyond,
    )


def course(material: Material, totals: report.Totals) -> report.Course | None:
    """Return how far ahead of an even pace we are, or None while that is not known."""
    period = material.contract.period
    if totals.owed is None or period is None:
        return None
    expected = account.expected_on(totals.owed, period, material.day)
    return report.Course(expected, totals.proven + totals.unproven - expected)


def obligation_note(material: Material) -> str:
    """Return in a few words how the obligation came about."""
    contract = material.contract
    if contract.fixed_amount is not None:
        return _("amount named in the contract")
    if material.owed.amount is None or contract.sum_excl_vat is None:
        return ""
    percentage = next(
        (s.operand for s in material.owed.steps if s.kind is StepKind.PERCENTAGE), None
    )
    if percentage is None:
        return ""
    return _("{percent} of {amount}").format(
        percent=percent_text(percentage * _HUNDRED),
        amount=short_money_text(contract.sum_excl_vat),
    )


def in_units(material: Material) -> report.InUnits | None:
    """Return the key figures where nothing is owed in euros."""
    measure = filled_least(material.filled) if material.owed.in_units else None
    if measure is None:
        return None
    unit = measure.owed.unit
    return report.InUnits(
        owed=amount_text(unit, measure.whole),
        done=amount_text(unit, measure.done),
        planned=amount_text(unit, measure.planned),
        open=open_text(material.filled, measure),
        also=beside_text(material.filled, measure),
    )


def quantities(material: Material) -> tuple[report.QuantityFacts, ...]:
    """Return everything that is owed in hours, full-time years or placements, as figures."""
    return tuple(
        report.QuantityFacts(
            unit=one.owed.unit.value,
            owed=_figure(one.owed.amount),
            done=_rounded(one.done),
            planned=_rounded(one.planned),
            open=_figure(one.open),
        )
        for one in material.filled
    )


def _figure(amount: Fraction | None) -> str | None:
    return None if amount is None else _rounded(amount)


def _rounded(amount: Fraction) -> str:
    """Return an amount with four decimals; a third of a placement has to be rounded."""
    whole, rest = divmod(round(amount * _DECIMALS), _DECIMALS)
    return f"{whole}.{rest:04d}"


def summary(
    material: Material, totals: report.Totals, course: report.Course | None
) -> tuple[str, ...]:
    """Return the sentences that say where we are."""
    sentences = []
    if course is not None:
        words = _("We are {amount} ahead of an even pace over the contract.")
        if course.ahead.cents < 0:
            words = _("We are {amount} behind an even pace over the contract.")
        sentences.append(words.format(amount=money_text(Money(abs(course.ahead.cents)))))
    if totals.open:
        sentences.append(
            _("Nothing is planned yet for {amount}.").format(amount=money_text(totals.open))
        )
    elif totals.owed is not None:
        sentences.append(_("Everything that is owed is realised or planned."))
    sentences += map(filled_text, material.filled)
    if totals.beyond:
        words = _("{amount} does not count: the rules let its category fill only a part.")
        sentences.append(words.format(amount=money_text(totals.beyond)))
    sentences.append(basis_note(material.rules.title, material.rules.edition))
    return tuple(sentences)


def requests(material: Material, totals: report.Totals) -> tuple[str, ...]:
    """Return what the reader is asked to do."""
    requests = []
    if totals.proven:
        requests.append(
            _("Please confirm that {amount} counts as realised.").format(
                amount=money_text(totals.proven)
            )
        )
    if any(line.whole.assumptions for line in material.lines):
        requests.append(_("Please tell us if you count an assumption in this report differently."))
    return tuple(requests)


def progress(material: Material) -> report.ProgressLine:
    """Return the curve of the contract."""
    period = material.contract.period
    if period is None:
        return report.ProgressLine()
    entries = [line.entry for line in material.lines]
    found = curves.of_entries(entries, material.by, period, material.day)
    return report.ProgressLine(
        realised=tuple(report.Point(p.day, p.amount) for p in found.realised),
        planned=tuple(report.Point(p.day, p.amount) for p in found.planned),
    )


def assumptions(material: Material) -> tuple[str, ...]:
    """Return every assumption once, in the order in which the lines bring them up."""
    texts = dict.fromkeys(material.rules.assumptions)
    for line in material.lines:
        for one in line.whole.assumptions:
            texts.setdefault(assumption_text(one))
    return tuple(texts)


def open_points(material: Material) -> tuple[str, ...]:
    """Return what we still lack ourselves; gaps in the published table stand with the rules."""
    points = []
    lacking = [line for line in material.lines if line.lacking and line.realised]
    if lacking:
        amount = total(line.realised for line in lacking)
        points.append(
            ngettext(
                "Evidence is missing for {count} line, {amount}.",
                "Evidence is missing for {count} lines, {amount}.",
                len(lacking),
            ).format(count=len(lacking), amount=money_text(amount))
        )
    return tuple(points)
