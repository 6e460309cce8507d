"""What proves an effort, and what is still missing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sroi_desktop.domain.errors import CitizenNumberError
from sroi_desktop.domain.evidence import Piece, missing
from sroi_desktop.domain.periods import ONE_DAY, Period
from sroi_desktop.domain.rules import EffortKind, EvidenceRequirement
from tests.unit.domain.build import BOUGHT, PLACED, RULES, changed, day, span

CONTRACT_OF_WORK = EvidenceRequirement(
    "arbeid", "Arbeidsovereenkomst", kinds=(EffortKind.PLACEMENT,)
)
PAYSLIPS = EvidenceRequirement(
    "loon", "Loonstroken", kinds=(EffortKind.PLACEMENT,), covers_period=True
)
ASKING = replace(RULES, evidence=(CONTRACT_OF_WORK, PAYSLIPS))
KEPT = Piece(1, "arbeid", "Arbeidsovereenkomst K-01", sha256="ab" * 32, size=1)
SEEN = Piece(1, "arbeid", "Arbeidsovereenkomst", seen_by="Van Dijk", seen_on=day("2026-03-02"))


def payslips(first: str, last: str) -> Piece:
    return replace(KEPT, requirement="loon", covers=span(first, last))


def lacking(*pieces: Piece, until: date | None = None) -> list[str]:
    return [piece.code for piece in missing(PLACED, ASKING, pieces, until=until)]


def test_that_everything_is_missing_at_first_in_the_order_of_the_rules() -> None:
    assert lacking() == ["arbeid", "loon"]


def test_that_a_rule_set_that_asks_nothing_misses_nothing() -> None:
    assert missing(PLACED, RULES, []) == ()
    assert missing(BOUGHT, ASKING, []) == ()


@pytest.mark.parametrize("piece", [KEPT, SEEN])
def test_that_a_piece_that_is_kept_or_was_seen_proves(piece: Piece) -> None:
    assert piece.proves
    assert lacking(piece) == ["loon"]


@pytest.mark.parametrize(
    "piece",
    [
        replace(KEPT, readable=False),
        replace(SEEN, readable=False),
        replace(SEEN, seen_by=None),  # seen, by nobody
        replace(SEEN, seen_by=""),
        replace(SEEN, seen_on=None),  # seen, on no day
    ],
)
def test_that_a_piece_nobody_can_vouch_for_proves_nothing(piece: Piece) -> None:
    assert not piece.proves
    assert lacking(piece) == ["arbeid", "loon"]


def test_that_only_a_file_is_kept() -> None:
    assert KEPT.is_kept
    assert not SEEN.is_kept


def test_that_a_piece_proves_only_what_it_is_a_piece_of() -> None:
    assert lacking(replace(KEPT, requirement="factuur")) == ["arbeid", "loon"]


@pytest.mark.parametrize(
    ("parts", "covered"),
    [
        ([("2026-03-01", "2026-08-31")], True),
        ([("2026-01-01", "2026-12-31")], True),
        ([("2026-03-01", "2026-05-31"), ("2026-06-01", "2026-08-31")], True),
        # in any order, overlapping, one inside another
        ([("2026-06-01", "2026-08-31"), ("2026-03-01", "2026-06-15")], True),
        ([("2026-03-01", "2026-08-31"), ("2026-04-01", "2026-04-30")], True),
        (
            [
                ("2026-03-01", "2026-04-30"),
                ("2026-03-01", "2026-03-31"),
                ("2026-05-01", "2026-08-31"),
            ],
            True,
        ),
        ([("2026-03-02", "2026-08-31")], False),  # the first day is open
        ([("2026-03-01", "2026-08-30")], False),  # the last day is open
        ([("2026-03-01", "2026-05-30"), ("2026-06-01", "2026-08-31")], False),  # a day between
        ([("2025-01-01", "2026-02-28")], False),  # before it all
        ([("2026-09-01", "2026-12-31")], False),  # after it all
    ],
)
def test_that_pieces_together_leave_no_day_of_the_period_open(
    parts: list[tuple[str, str]], covered: bool
) -> None:
    pieces = [payslips(*part) for part in parts]
    assert (lacking(KEPT, *pieces) == []) is covered


def test_that_a_piece_without_dates_proves_the_whole_period() -> None:
    assert lacking(KEPT, replace(KEPT, requirement="loon")) == []


def test_that_a_running_effort_is_proven_up_to_the_day_asked_for() -> None:
    march = payslips("2026-03-01", "2026-03-31")
    assert lacking(KEPT, march, until=day("2026-03-31")) == []
    assert lacking(KEPT, march, until=day("2026-04-01")) == ["loon"]
    assert lacking(KEPT, march, until=day("2027-01-01")) == ["loon"]


def test_that_an_effort_that_has_not_begun_needs_no_proof_of_its_days() -> None:
    assert lacking(until=day("2026-02-28")) == ["arbeid"]


def test_that_proof_may_run_to_the_end_of_the_calendar() -> None:
    endless = replace(PLACED, period=Period(day("2026-03-01"), date.max))
    piece = replace(KEPT, requirement="loon", covers=endless.period)
    assert missing(endless, ASKING, [KEPT, piece]) == ()


@pytest.mark.parametrize("field", ["title", "file_name", "seen_by"])
def test_that_no_text_about_a_piece_holds_a_bsn(field: str) -> None:
    with pytest.raises(CitizenNumberError) as refused:
        changed(KEPT, **{field: "kopie_123456782.pdf"})
    assert refused.value.field == field


spans = st.tuples(
    st.dates(day("2026-02-20"), day("2026-09-10")), st.dates(day("2026-02-20"), day("2026-09-10"))
).map(lambda pair: Period(min(pair), max(pair)))


@given(st.lists(spans, max_size=5))
def test_that_cover_is_that_of_a_count_day_by_day(covers: list[Period]) -> None:
    pieces = [replace(KEPT, requirement="loon", covers=one) for one in covers]
    current, is_open = PLACED.period.start, False
    while current <= PLACED.period.end:
        is_open = is_open or not any(current in one for one in covers)
        current += ONE_DAY
    assert ("loon" in lacking(*pieces)) is is_open
