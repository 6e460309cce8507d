"""Writing a rule set and reading it again gives equal rules."""

from __future__ import annotations

import json
import tomllib
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sroi_desktop.domain.money import Money
from sroi_desktop.domain.plain import from_plain, to_plain
from sroi_desktop.domain.rules import (
    AgeCondition,
    Anchor,
    Block,
    BlockGroup,
    Bonus,
    BonusUnit,
    CapOf,
    Category,
    Citation,
    CountingLimit,
    CountingTerms,
    DeadlineKind,
    DeadlineRule,
    EditionBy,
    EffortKind,
    EvidenceRequirement,
    LimitKind,
    LowLabour,
    Note,
    NotePlace,
    ObligationBase,
    ObligationTerms,
    PenaltyTerms,
    PercentageRow,
    PsoDiscount,
    PsoLevel,
    Quota,
    QuotaUnit,
    Recognition,
    ReferenceDate,
    RegionTerms,
    Rhythm,
    RuleSet,
    ShareCap,
    Source,
    SplitBy,
    TimeMethod,
    Unit,
)
from sroi_desktop.domain.rules.citing import note_of
from sroi_desktop.rulesets import RuleFileError, read_rule_set, write_rule_set
from sroi_desktop.rulesets.layout import toml_text
from tests.unit.rulesets.shipped import library

Row = TypeVar("Row", Block, Bonus)
SHIPPED = (*library().rule_sets, *library().terms, library().generic)
EMPTY = RuleSet("own", "Own", "Somewhere", (), complete=True, sources=())


def _again(rules: RuleSet) -> RuleSet:
    return read_rule_set(write_rule_set(rules).encode())


@pytest.mark.parametrize("rules", SHIPPED, ids=lambda rules: rules.id)
def test_that_a_shipped_rule_set_survives_writing_and_reading(rules: RuleSet) -> None:
    assert _again(rules) == rules


@pytest.mark.parametrize("rules", SHIPPED, ids=lambda rules: rules.id)
def test_that_a_contract_can_keep_an_exact_copy(rules: RuleSet) -> None:
    assert from_plain(RuleSet, json.loads(json.dumps(to_plain(rules)))) == rules


def test_that_what_the_source_does_not_say_is_not_written() -> None:
    assert write_rule_set(EMPTY) == (
        'format = 1\nid = "own"\ntitle = "Own"\npublisher = "Somewhere"\n'
        "covers = []\ncomplete = true\n"
    )


def test_that_a_value_to_fill_in_stays_one_to_fill_in() -> None:
    rules = replace(
        EMPTY,
        blocks=(Block("ww", "WW", EffortKind.PLACEMENT, Unit.PER_YEAR),),
        bonuses=(Bonus("fixed", "Vast", BonusUnit.ONCE),),
    )
    assert write_rule_set(rules).count("value_from_contract = true") == 2
    assert _again(rules) == rules


def test_that_a_penalty_of_which_nothing_is_known_is_still_a_penalty() -> None:
    rules = replace(EMPTY, penalty=PenaltyTerms())
    assert _again(rules) == rules


TEXT = st.text(st.characters(codec="utf-8"), min_size=1, max_size=20).filter(str.strip)
TEXTS = st.lists(TEXT, max_size=2).map(tuple)
CODE = st.from_regex(r"[a-z0-9]{1,8}(-[a-z0-9]{1,8})?", fullmatch=True)
EUROS = st.integers(min_value=0, max_value=10**9).map(Money)
PERCENT = st.integers(min_value=0, max_value=1000).map(lambda tenths: Fraction(tenths, 10))
SHARE = st.fractions(min_value="1/1000", max_value=1, max_denominator=1000)
MONTHS = st.integers(min_value=1, max_value=1200)
LIMIT = st.one_of(
    st.just(CountingLimit()),
    st.just(CountingLimit(LimitKind.UNLIMITED)),
    st.builds(CountingLimit, st.just(LimitKind.MONTHS), MONTHS),
    st.builds(CountingLimit, st.just(LimitKind.WORKED_YEARS), MONTHS),
    st.builds(CountingLimit, st.just(LimitKind.WORKED_HOURS), MONTHS),
    st.just(CountingLimit(LimitKind.WAGE_SUBSIDY)),
)
MAYBE = st.none()
KINDS = st.lists(st.sampled_from(EffortKind), min_size=1, unique=True).map(tuple)


def _priced(row: Row) -> Row:
    """Give a row no value where its unit has none."""
    return row if row.unit.has_value else replace(row, value=None)


def _distinct(rows: list[Block]) -> tuple[Block, ...]:
    return tuple({row.code: row for row in rows}.values())


BLOCK = st.builds(
    Block,
    code=CODE,
    label=TEXT,
    kind=st.sampled_from(EffortKind),
    unit=st.sampled_from(Unit),
    value=MAYBE | EUROS,
    limit=LIMIT,
    min_months_out=MAYBE | st.integers(0, 24),
    share_cap=MAYBE | SHARE,
    note=MAYBE | st.text(st.characters(codec="utf-8"), max_size=20),
    assumptions=TEXTS,
).map(_priced)
BONUS = st.builds(
    Bonus,
    code=CODE,
    label=TEXT,
    unit=st.sampled_from(BonusUnit),
    value=MAYBE | EUROS,
    age=MAYBE | st.builds(AgeCondition, st.integers(1, 120), st.booleans()),
    follows_hours=MAYBE | st.booleans(),
    follows_time=MAYBE | st.booleans(),
    kinds=KINDS | st.just((EffortKind.PLACEMENT, EffortKind.APPRENTICESHIP)),
).map(_priced)
OBLIGATION = st.builds(
    ObligationTerms,
    percentage=MAYBE | PERCENT,
    base=st.sampled_from(ObligationBase),
    base_text=MAYBE | TEXT,
    thresholds=st.lists(EUROS, min_size=3, max_size=3).map(
        lambda amounts: tuple(zip(Category, amounts, strict=True))
    )
    | st.just(()),
    low_labour=MAYBE | st.builds(LowLabour, SHARE, PERCENT),
    min_months=MAYBE | MONTHS,
    offered_up_to=MAYBE | PERCENT,
    supplies_from_labour_share=MAYBE | SHARE,
    percentages=st.just(())
    | st.tuples(st.builds(PercentageRow, PERCENT, st.sampled_from(Category), MAYBE | SHARE)),
    quotas=st.just(())
    | st.tuples(
        st.builds(
            Quota,
            st.sampled_from(QuotaUnit),
            st.fractions("1/8", 1000, max_denominator=8),
            MAYBE | st.integers(1, 10**9).map(Money),
        )
    ),
    pso=st.just(()) | st.tuples(st.builds(PsoDiscount, st.sampled_from(PsoLevel), PERCENT)),
)
RECOGNITION = st.builds(
    Recognition,
    code=CODE,
    label=TEXT,
    aspirant=st.booleans(),
    schemes=TEXTS,
    target_group_share=MAYBE | SHARE,
    market_income_share=MAYBE | SHARE,
    seat_in_region=st.booleans(),
    within_months=MAYBE | MONTHS,
    note=MAYBE | TEXT,
)
COUNTING = st.builds(
    CountingTerms,
    method=MAYBE | st.sampled_from(TimeMethod),
    pro_rata=MAYBE | TEXT,
    default_limit=LIMIT,
    wage_subsidy_extends=st.booleans(),
    look_back_months=MAYBE | st.integers(0, 24),
    counts_before_contract=MAYBE | st.booleans(),
    min_hours_per_week=MAYBE | st.integers(0, 20).map(Fraction),
    interruption_months=MAYBE | st.integers(0, 24),
    reference=MAYBE | st.sampled_from(ReferenceDate),
)
DAYS = st.dates(min_value=date(1000, 1, 1))
RULES = st.builds(
    RuleSet,
    id=CODE,
    title=TEXT,
    publisher=TEXT,
    covers=TEXTS,
    complete=st.booleans(),
    sources=st.lists(st.builds(Source, TEXT, MAYBE | TEXT, MAYBE | DAYS), max_size=2).map(tuple),
    edition=MAYBE | TEXT,
    valid_from=MAYBE | DAYS,
    full_time_hours=MAYBE | st.fractions(20, 48, max_denominator=4),
    obligation=OBLIGATION,
    blocks=st.lists(BLOCK, max_size=3).map(_distinct),
    bonuses=st.lists(BONUS, max_size=1).map(tuple),
    counting=COUNTING,
    evidence=st.lists(st.builds(EvidenceRequirement, CODE, TEXT, KINDS), max_size=1).map(tuple),
    deadlines=st.lists(
        st.builds(
            DeadlineRule,
            st.sampled_from(DeadlineKind),
            st.integers(0, 365),
            st.booleans(),
            st.integers(0, 24),
            MAYBE | st.sampled_from(Anchor),
        ),
        max_size=1,
    ).map(tuple),
    rhythm=MAYBE | st.sampled_from(Rhythm),
    penalty=MAYBE
    | st.builds(
        PenaltyTerms,
        MAYBE | PERCENT,
        st.booleans(),
        st.booleans(),
        MAYBE | TEXT,
        st.booleans(),
        MAYBE | MONTHS,
        st.booleans(),
    ),
    share_caps=st.just(())
    | st.tuples(st.builds(ShareCap, TEXT, st.just(()), SHARE, KINDS, st.sampled_from(CapOf))),
    based_on=MAYBE | CODE,
    edition_by=MAYBE | st.sampled_from(EditionBy),
    recognition=st.just(()) | st.tuples(RECOGNITION),
    region=MAYBE
    | st.builds(RegionTerms, TEXTS, MAYBE | st.booleans(), MAYBE | SHARE, MAYBE | TEXT),
    placed_notes=st.lists(st.builds(Note, TEXT, st.sampled_from(NotePlace)), max_size=2).map(tuple),
    citations=st.just(()) | st.tuples(st.builds(Citation, st.just("title"), MAYBE | TEXT)),
    assumptions=TEXTS,
    missing=TEXTS,
    notes=TEXTS,
)


@given(RULES)
def test_that_any_rule_set_survives_writing_and_reading(rules: RuleSet) -> None:
    assert _again(rules) == rules


def test_that_a_share_cap_survives_writing_and_reading() -> None:
    block = Block("own-staff", "Eigen mensen", EffortKind.BESPOKE, Unit.AGREED)
    cap = ShareCap("Ten hoogste een derde", ("own-staff",), Fraction(1, 3))
    rules = replace(EMPTY, blocks=(block,), share_caps=(cap,))
    assert 'share = "1/3"' in write_rule_set(rules)
    assert _again(rules) == rules


def test_that_a_group_of_rows_survives_writing_and_reading() -> None:
    """ "Participatiewet < 2 jaar" and "> 2 jaar" of Utrecht's second edition are one question."""
    rows = tuple(
        Block(
            f"pw-{code}",
            label,
            EffortKind.PLACEMENT,
            Unit.PER_YEAR,
            Money.from_euros(euros),
            group="pw",
            choice=choice,
        )
        for code, label, euros, choice in (
            ("short", "Participatiewet < 2 jaar", 30_000, "korter dan 2 jaar"),
            ("long", "Participatiewet > 2 jaar", 40_000, "2 jaar of langer"),
        )
    )
    group = BlockGroup("pw", "Participatiewet", SplitBy.BENEFIT_DURATION)
    rules = replace(EMPTY, blocks=rows, groups=(group,))
    assert _again(rules) == rules
    assert rules.members(group) == rows


def test_that_a_group_of_which_one_row_is_left_is_no_choice_and_not_written() -> None:
    shipped = library().get("utrecht-v2")
    left = replace(shipped, blocks=shipped.blocks[1:])
    again = _again(left)
    assert [group.code for group in again.groups] == ["ww"]
    assert again.blocks[0] == replace(left.blocks[0], group=None, choice=None)
    assert again.blocks[1:] == left.blocks[1:]


def test_that_a_part_of_an_invoice_survives_writing_and_reading() -> None:
    half = Block("sw", "SW", EffortKind.PURCHASE, Unit.INVOICES, counts_for=Fraction(1, 2))
    only = Bonus("x", "X", BonusUnit.COST, kinds=(EffortKind.PURCHASE,), blocks=("sw",))
    rules = replace(EMPTY, blocks=(half,), bonuses=(only,))
    assert _again(rules) == rules


def test_that_a_deadline_in_months_needs_no_days() -> None:
    rules = replace(EMPTY, deadlines=(DeadlineRule(DeadlineKind.PLAN, 0, months=3),))
    assert "days" not in write_rule_set(rules)
    assert _again(rules) == rules


def test_that_notes_with_and_without_a_place_stand_in_one_list() -> None:
    text = (
        'notes = ["Overal.", { text = "Bij de waarde.", place = "valuation", blocks = ["ww"] }]\n'
        'id = "own"\ntitle = "Own"\npublisher = "Somewhere"\ncovers = []\ncomplete = true\n'
    )
    rules = read_rule_set(text.encode())
    assert rules.notes == ("Overal.",)
    assert rules.placed_notes == (Note("Bij de waarde.", NotePlace.VALUATION, ("ww",)),)
    assert rules.every_note == ("Overal.", "Bij de waarde.")
    assert rules.notes_on(NotePlace.VALUATION, "ww") == ("Bij de waarde.",)
    assert rules.notes_on(NotePlace.VALUATION, "wia") == ()
    assert rules.notes_on(NotePlace.VALUATION) == ("Bij de waarde.",)
    assert rules.notes_on(NotePlace.REPORT) == ()
    assert _again(rules) == rules


def test_that_a_value_may_say_on_which_page_it_was_read() -> None:
    text = (
        'id = "own"\ntitle = "Own"\npublisher = "Somewhere"\ncovers = []\ncomplete = true\n'
        '[[blocks]]\ncode = "ww"\nlabel = "WW"\nkind = "placement"\nunit = "per_year"\n'
        'value = 15000\n[[citations]]\nkey = "blocks.ww.value"\npage = "12"\n'
        'quote = "WW: 15.000 euro per jaar"\n'
    )
    rules = read_rule_set(text.encode())
    cited = rules.citation("blocks.ww.value")
    assert cited == Citation("blocks.ww.value", "12", "WW: 15.000 euro per jaar")
    assert rules.citation("blocks.ww.label") is None
    assert _again(rules) == rules


def test_that_a_row_without_a_code_is_cited_by_its_number() -> None:
    text = (
        'id = "own"\ntitle = "Own"\npublisher = "Somewhere"\ncovers = []\ncomplete = true\n'
        '[obligation]\npercentage = 5\nbase = "contract_sum"\n'
        '[[obligation.percentages]]\ncategory = "supplies"\npercentage = 2\n'
        '[[citations]]\nkey = "obligation.percentages.1.percentage"\npage = "7"\n'
    )
    rules = read_rule_set(text.encode())
    assert rules.citation("obligation.percentages.1.percentage") is not None
    assert _again(rules) == rules


def test_that_a_note_is_cited_by_its_number_whatever_the_order_in_the_file() -> None:
    text = (
        'id = "own"\ntitle = "Own"\npublisher = "Somewhere"\ncovers = []\ncomplete = true\n'
        'notes = [{ place = "report", text = "Met tabel." }, "Overal.", "Ook overal."]\n'
        '[[citations]]\nkey = "notes.1.text"\npage = "7"\n'
        '[[citations]]\nkey = "notes.2.text"\npage = "8"\n'
        '[[sources]]\nurl = "Bijlage 4"\n[[citations]]\nkey = "sources.1.url"\npage = "2"\n'
    )
    rules = read_rule_set(text.encode())
    found = {one.key: one.page for one in rules.citations}
    assert found == {"notes.3.text": "7", "notes.1.text": "8", "sources.1.url": "2"}
    assert note_of(rules, "notes.3.text") == "Met tabel."
    assert note_of(rules, "notes.1.text") == "Overal."
    assert _again(rules) == rules


@pytest.mark.parametrize("key", ["notes.2.text", "notes.0.text", "notes.1.place", "notes.x.text"])
def test_that_a_note_that_is_not_there_cannot_be_cited(key: str) -> None:
    text = (
        'id = "own"\ntitle = "Own"\npublisher = "Somewhere"\ncovers = []\ncomplete = true\n'
        f'notes = ["Overal."]\n[[citations]]\nkey = "{key}"\npage = "7"\n'
    )
    with pytest.raises(RuleFileError):
        read_rule_set(text.encode())


def test_that_a_long_list_takes_a_line_per_item() -> None:
    text = toml_text({"covers": ["x" * 60, "y" * 60], "few": ["a"]})
    assert text == f'covers = [\n    "{"x" * 60}",\n    "{"y" * 60}",\n]\nfew = ["a"]\n'


def test_that_every_sign_in_a_text_is_kept() -> None:
    data = {"text": 'a "b" \\ \n\t\x7f\x00 é ’'}
    assert tomllib.loads(toml_text(data)) == data


def test_that_every_kind_of_value_can_be_laid_out() -> None:
    data = {
        "whole": 40000,
        "exact": Decimal("2.50"),
        "day": date(2026, 11, 1),
        "yes": True,
        "no": False,
        "limit": {"inside": {"months": 12}},
        "rows": [{"code": "a"}, {"code": "b"}],
        "nothing": {},
    }
    assert tomllib.loads(toml_text(data), parse_float=Decimal) == data
