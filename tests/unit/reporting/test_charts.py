"""The pictures of a report, and the sentences that stand for them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.graphics.shapes import Drawing, PolyLine, Rect, String

from sroi_desktop.domain.money import Money
from sroi_desktop.language import _
from sroi_desktop.language.numbers import whole_money_text
from sroi_desktop.reporting import KindShare, Point, ProgressLine, ReportData, fonts
from sroi_desktop.reporting.charts import (
    build_up_alternative,
    build_up_chart,
    progress_alternative,
    progress_chart,
)
from sroi_desktop.reporting.charts.scale import ticks
from tests.reports.samples import KINDS, curve, short_report


@pytest.fixture(autouse=True)
def known_fonts() -> None:
    fonts.register()


def _words(drawing: Drawing) -> list[str]:
    return [shape.text for shape in drawing.contents if isinstance(shape, String)]


def _without_contract_dates(data: ReportData) -> ReportData:
    return replace(data, contract=replace(data.contract, starts=None, ends=None))


@given(st.integers(min_value=0, max_value=10**14))
def test_that_an_axis_ends_above_the_highest_amount_in_few_steps(cents: int) -> None:
    marks = ticks(Money(cents))
    assert marks[0] == Money(0)
    assert marks[-1] >= Money(cents)
    assert 2 <= len(marks) <= 6


def test_that_realised_planned_and_even_are_three_kinds_of_line() -> None:
    drawing = progress_chart(short_report(), 480, 165)
    assert drawing is not None
    dashes = [shape.strokeDashArray for shape in drawing.contents if isinstance(shape, PolyLine)]
    assert len(set(dashes)) == 3


def test_that_every_curve_says_what_it_is() -> None:
    drawing = progress_chart(short_report(), 480, 165)
    assert drawing is not None
    words = _words(drawing)
    assert _("now: {thousands}").format(thousands="48") in words
    assert _("planned: {thousands}").format(thousands="79") in words
    assert _("evenly to {thousands}").format(thousands="120") in words


def test_that_labels_do_not_overlap_on_a_small_chart() -> None:
    drawing = progress_chart(short_report(), 120, 60)
    assert drawing is not None
    assert len(_words(drawing)) >= 3


def test_that_there_is_no_chart_without_days() -> None:
    data = _without_contract_dates(replace(short_report(), progress=ProgressLine()))
    assert progress_chart(data, 480, 165) is None
    one_day = ProgressLine(realised=(Point(date(2026, 1, 1), Money(1)),))
    assert progress_chart(replace(data, progress=one_day), 480, 165) is None


def test_that_a_chart_needs_no_obligation_and_no_plan() -> None:
    data = short_report()
    data = replace(
        _without_contract_dates(data),
        totals=replace(data.totals, owed=None),
        progress=ProgressLine(realised=curve(Money(5_000_000))),
    )
    drawing = progress_chart(data, 480, 165)
    assert drawing is not None
    assert len([shape for shape in drawing.contents if isinstance(shape, PolyLine)]) == 1
    assert whole_money_text(Money(5_000_000)) in progress_alternative(data)


def test_that_a_contract_that_has_only_begun_has_a_chart() -> None:
    data = replace(short_report(), progress=ProgressLine())
    assert progress_chart(data, 480, 165) is not None


def test_that_a_contract_of_many_years_names_few_months() -> None:
    data = short_report()
    contract = replace(data.contract, starts=date(2000, 1, 15), ends=date(2046, 1, 15))
    drawing = progress_chart(replace(data, contract=contract), 200, 100)
    assert drawing is not None
    assert len(_words(drawing)) < 20


def test_that_a_chart_too_narrow_for_two_months_names_none() -> None:
    data = short_report()
    contract = replace(data.contract, starts=date(1900, 1, 1), ends=date(2046, 1, 15))
    drawing = progress_chart(replace(data, contract=contract), 80, 100)
    assert drawing is not None


def test_that_the_alternative_says_what_the_chart_shows() -> None:
    data = short_report()
    sentences = progress_alternative(data)
    for point in (data.progress.realised[-1], data.progress.planned[-1]):
        assert whole_money_text(point.amount) in sentences
    assert whole_money_text(Money(12_000_000)) in sentences


def test_that_realised_is_filled_and_planned_is_outlined() -> None:
    drawing = build_up_chart(KINDS, 480)
    bars = [shape for shape in drawing.contents if isinstance(shape, Rect)]
    assert len({str(bar.fillColor) for bar in bars}) == 2
    assert len(bars) == 2 + 5 + 2  # the legend, five kinds realised, two planned


def test_that_a_kind_worth_nothing_or_less_has_no_bar() -> None:
    drawing = build_up_chart((KindShare("Correctie", Money(-5), Money(0)),), 480)
    assert len([shape for shape in drawing.contents if isinstance(shape, Rect)]) == 2


def test_that_many_kinds_are_taken_together_at_the_end() -> None:
    many = tuple(KindShare(f"Soort {n}", Money(100), Money(1)) for n in range(40))
    others = _("{count} other kinds").format(count=27)
    assert others in _words(build_up_chart(many, 480))
    assert others in build_up_alternative(many)


def test_that_a_long_kind_is_shortened_in_the_chart_but_not_in_its_alternative() -> None:
    share = KindShare("Een heel lange naam " * 20, Money(100), Money(0))
    assert _words(build_up_chart((share,), 480))[2].endswith("…")
    assert share.label.strip() in build_up_alternative((share,))
