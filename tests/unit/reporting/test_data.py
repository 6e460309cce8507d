"""The snapshot: sums, storage, and what its variant tells."""

from __future__ import annotations

from dataclasses import replace

import msgspec
import pytest

from sroi_desktop.domain.money import Money
from sroi_desktop.language import _
from sroi_desktop.reporting import (
    KindShare,
    ReportSumsError,
    Standing,
    Variant,
    freeze,
    thaw,
)
from sroi_desktop.reporting.variants import cut
from tests.reports.samples import LINES, short_report


def test_that_lines_that_do_not_add_up_are_refused() -> None:
    dearer = replace(LINES[0], value=LINES[0].value + Money(1))
    with pytest.raises(ReportSumsError) as refused:
        replace(short_report(), lines=(dearer, *LINES[1:]))
    assert refused.value.what is Standing.PROVEN
    assert refused.value.lines - refused.value.stated == Money(1)


def test_that_kinds_that_do_not_add_up_are_refused() -> None:
    data = short_report()
    with pytest.raises(ReportSumsError):
        replace(data, build_up=(KindShare("Alles", Money(1), data.totals.planned),))
    realised = data.totals.proven + data.totals.unproven
    with pytest.raises(ReportSumsError):
        replace(data, build_up=(KindShare("Alles", realised, Money(1)),))


def test_that_a_stored_snapshot_is_the_same_snapshot() -> None:
    data = short_report()
    assert thaw(freeze(data)) == data
    assert freeze(thaw(freeze(data))) == freeze(data)


def test_that_a_logo_is_stored_with_the_snapshot() -> None:
    data = short_report()
    data = replace(data, company=replace(data.company, logo=b"\x89PNG"))
    assert thaw(freeze(data)).company.logo == b"\x89PNG"


def test_that_other_data_is_no_snapshot() -> None:
    with pytest.raises(msgspec.ValidationError):
        thaw(b"{}")
    with pytest.raises(msgspec.DecodeError):
        thaw(b"no json")


@pytest.mark.parametrize("variant", list(Variant))
def test_that_no_variant_keeps_file_names_or_witnesses(variant: Variant) -> None:
    evidence = cut(short_report(variant)).evidence
    assert {(piece.file_name, piece.seen_by) for piece in evidence} == {("", "")}


def test_that_the_anonymous_variant_says_a_candidate_for_a_code() -> None:
    anonymous = cut(short_report(Variant.ANONYMOUS))
    assert {line.person for line in anonymous.lines} == {""}
    assert _("a candidate") in anonymous.open_points[0]
    assert _("a candidate") in anonymous.lines[1].not_counted[0]


def test_that_a_longer_code_is_not_taken_for_a_shorter_one() -> None:
    data = replace(
        short_report(),
        lines=(replace(LINES[0], person="K-1"), replace(LINES[1], person="K-12"), *LINES[2:]),
        open_points=("K-12 en K-1; niet K-123.",),
    )
    someone = _("a candidate")
    assert cut(data).open_points == (f"{someone} en {someone}; niet K-123.",)


def test_that_names_of_contracts_and_sources_stay_what_they_are() -> None:
    data = short_report()
    data = replace(data, contract=replace(data.contract, title="Perceel K-01"))
    assert cut(data).contract.title == "Perceel K-01"


def test_that_the_pseudonymous_variant_keeps_codes() -> None:
    assert cut(short_report(Variant.PSEUDONYMOUS)).lines == LINES


def test_that_a_report_without_codes_stays_as_it_is() -> None:
    nameless = tuple(replace(line, person="") for line in LINES)
    data = replace(short_report(), lines=nameless)
    assert cut(data).open_points == data.open_points
