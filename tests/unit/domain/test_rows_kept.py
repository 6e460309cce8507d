"""Terms without a table, for a contract that keeps its rows and values."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from sroi_desktop.domain.rows_kept import is_same_edition, with_left_over, with_rows_of
from sroi_desktop.domain.rules import (
    CapOf,
    Citation,
    CountingTerms,
    EffortKind,
    EvidenceRequirement,
    Note,
    NotePlace,
    ObligationTerms,
    RuleSet,
    ShareCap,
    Source,
    TimeMethod,
)
from tests.unit.domain.build import RULES, months

TABLE = replace(
    RULES,
    full_time_hours=Fraction(36),
    counting=CountingTerms(TimeMethod.DAYS, default_limit=months(12)),
    citations=(
        Citation("blocks.ww.value", "4"),
        Citation("full_time_hours", "5"),
        Citation("counting.limit", "6"),
        Citation("counting.method", "6"),
        Citation("penalty.factor", "7"),
    ),
)
OLD = RuleSet("old", "Oud", "Elders", (), complete=False, sources=(Source("oud"),))
TERMS = RuleSet("terms", "Nieuw", "Elders", ("Elders",), complete=False, sources=(Source("nieuw"),))
ROW = TABLE.blocks[0]
CONTRACT_PIECE = EvidenceRequirement("contract", "Contract", tuple(EffortKind))


def test_that_rows_and_values_stay_and_terms_are_replaced() -> None:
    terms = replace(TERMS, obligation=ObligationTerms(percentage=Fraction(7)))
    found = with_rows_of(replace(TABLE, penalty=None), terms)
    assert (found.blocks, found.bonuses, found.groups) == (
        TABLE.blocks,
        TABLE.bonuses,
        TABLE.groups,
    )
    assert (found.id, found.title, found.obligation) == ("terms", "Nieuw", terms.obligation)
    assert found.sources == (Source("nieuw"), *TABLE.sources)


def test_that_how_rows_are_read_stays_where_the_terms_are_silent() -> None:
    silent = with_rows_of(TABLE, TERMS)
    assert (silent.full_time_hours, silent.counting) == (Fraction(36), TABLE.counting)
    spoken = replace(
        TERMS, full_time_hours=Fraction(40), counting=CountingTerms(default_limit=months(24))
    )
    found = with_rows_of(TABLE, spoken)
    assert found.full_time_hours == Fraction(40)
    assert found.counting == CountingTerms(TimeMethod.DAYS, default_limit=months(24))


def test_that_what_the_earlier_terms_said_no_longer_holds() -> None:
    before = replace(
        OLD,
        counting=CountingTerms(default_limit=months(12)),
        assumptions=("zo gelezen",),
        missing=("de boete",),
        evidence=(replace(CONTRACT_PIECE, code="gone"),),
    )
    kept = replace(
        TABLE,
        sources=before.sources,
        assumptions=("zo gelezen", "zelf ingevuld"),
        missing=("de boete", "alle waarden"),
        evidence=before.evidence,
    )
    found = with_rows_of(kept, replace(TERMS, missing=("de drempel",)), before)
    assert found.counting == CountingTerms(TimeMethod.DAYS)
    assert found.assumptions == ("zelf ingevuld",)
    assert found.missing == ("de drempel", "alle waarden")
    assert found.sources == TERMS.sources
    assert found.evidence == ()


def test_that_a_note_goes_with_every_row_and_only_once() -> None:
    once = with_rows_of(TABLE, TERMS, note="van elders")
    assert all(block.assumptions[-1] == "van elders" for block in once.blocks)
    assert with_rows_of(once, TERMS, note="van elders").blocks == once.blocks


def test_that_evidence_that_the_terms_name_takes_the_place_of_what_was_asked() -> None:
    bought = EvidenceRequirement("invoice", "Factuur", (EffortKind.PURCHASE,))
    usual = replace(CONTRACT_PIECE, code="usual", assumed=True, kinds=(EffortKind.COST,))
    covered = replace(usual, code="covered", kinds=(EffortKind.PURCHASE,))
    named = EvidenceRequirement("decision", "Beschikking", blocks=(ROW.code, "elders"))
    unknown = EvidenceRequirement("other", "Anders", blocks=("elders",))
    placed = EvidenceRequirement("old", "Oud", (ROW.kind,))
    kept = replace(TABLE, evidence=(placed, bought))
    found = with_rows_of(kept, replace(TERMS, evidence=(named, unknown, usual, covered)))
    assert found.evidence == (replace(named, blocks=(ROW.code,)), bought, usual)


def test_that_limits_and_notes_about_rows_that_are_not_there_are_left_out() -> None:
    cap = ShareCap("Leerlingen", (ROW.code, "elders"), Fraction(1, 2), of=CapOf.EMPLOYMENT)
    gone = ShareCap("Vakmanschap", ("elders",), Fraction(1, 4))
    here = Note("hier", NotePlace.VALUATION, (ROW.code, "elders"))
    there = Note("daar", NotePlace.VALUATION, ("elders",))
    terms = replace(TERMS, share_caps=(cap, gone), placed_notes=(here, there), notes=("los",))
    found = with_rows_of(TABLE, terms)
    assert found.share_caps == (replace(cap, blocks=(ROW.code,)),)
    assert found.placed_notes == (replace(here, blocks=(ROW.code,)),)
    assert found.notes == ("los", "daar")


def test_that_the_places_of_what_stays_are_kept() -> None:
    keys = [one.key for one in with_rows_of(TABLE, TERMS).citations]
    assert keys == ["blocks.ww.value", "full_time_hours", "counting.limit", "counting.method"]
    spoken = replace(TERMS, full_time_hours=Fraction(40), counting=CountingTerms(TimeMethod.WEEKS))
    assert [one.key for one in with_rows_of(TABLE, spoken).citations] == [
        "blocks.ww.value",
        "counting.limit",
    ]


def test_that_rows_that_go_by_their_number_are_still_cited_by_it() -> None:
    """A note about rows that the contract lacks becomes one for all, and stands before others."""
    terms = replace(
        TERMS,
        notes=("Overal.",),
        placed_notes=(
            Note("Voor elke rij.", NotePlace.VALUATION),
            Note("Voor een rij die er niet is.", NotePlace.VALUATION, ("weg",)),
        ),
        share_caps=(
            ShareCap("Weg", ("weg",), Fraction(1, 4)),
            ShareCap("Alles", (), Fraction(1, 2), tuple(EffortKind)),
        ),
        citations=(
            Citation("obligation.cap", "1"),
            *(Citation(f"notes.{number}.text", str(number)) for number in (1, 2, 3)),
            Citation("share_caps.1.share", "8"),
            Citation("share_caps.2.share", "9"),
        ),
    )
    found = with_rows_of(replace(TABLE, citations=()), terms)
    assert found.every_note == ("Overal.", "Voor een rij die er niet is.", "Voor elke rij.")
    assert {one.key: one.page for one in found.citations} == {
        "obligation.cap": "1",
        "notes.1.text": "1",
        "notes.3.text": "2",
        "notes.2.text": "3",
        "share_caps.1.share": "9",
    }


def test_that_a_row_that_is_left_over_limits_nothing_any_more() -> None:
    row = replace(TABLE.blocks[0], share_cap=Fraction(1, 4))
    kept = replace(TABLE, blocks=(row, *TABLE.blocks[1:]))
    edition = replace(TABLE, id="v4", blocks=TABLE.blocks[1:])
    found = with_left_over(edition, kept, {row.code, TABLE.blocks[1].code})
    assert found.left_over == (replace(row, share_cap=None),)
    assert found.blocks == edition.blocks
    assert with_left_over(edition, kept, set()) is edition
    assert is_same_edition(found, edition)
    assert not is_same_edition(found, kept)
