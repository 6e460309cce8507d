"""Every value of every published table stands in the shipped file, and nothing more."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from sroi_desktop.domain.money import Money
from sroi_desktop.domain.rules import (
    Category,
    CountingLimit,
    EditionBy,
    LimitKind,
    ObligationBase,
    ReferenceDate,
    RuleSet,
    SplitBy,
)
from tests.unit.rulesets.shipped import Fact, facts, library

TABLES = pytest.mark.parametrize("table", facts("tables"), ids=lambda table: table["id"])
SEEN = date(2026, 11, 1)


def _rules(table: Fact) -> RuleSet:
    return library().get(table["id"])


def _euros(value: int | None) -> Money | None:
    return None if value is None else Money.from_euros(value)


def test_that_every_published_table_is_shipped_without_a_problem() -> None:
    assert {rules.id for rules in library().rule_sets} == {table["id"] for table in facts("tables")}
    assert library().problems == ()


@TABLES
def test_that_the_heading_is_as_published(table: Fact) -> None:
    rules = _rules(table)
    assert rules.title == table["title"]
    assert rules.publisher == table["publisher"]
    assert list(rules.covers) == table["covers"]
    assert rules.complete == table["complete"]
    assert rules.full_time_hours == table["full_time_hours"]
    assert rules.supersedes == table.get("supersedes")
    assert rules.applies_by == table.get("applies_by")


@TABLES
def test_that_every_block_has_its_published_label_unit_and_value(table: Fact) -> None:
    shipped = [(block.label, block.unit.value, block.value) for block in _rules(table).blocks]
    assert shipped == [
        (row["label"], row["unit"], _euros(row.get("value_eur"))) for row in table["blocks"]
    ]


@TABLES
def test_that_every_bonus_has_its_published_label_unit_and_value(table: Fact) -> None:
    shipped = [
        (bonus.label, bonus.unit.value, bonus.value, bonus.stagger)
        for bonus in _rules(table).bonuses
    ]
    assert shipped == [
        (row["label"], row["unit"], _euros(row.get("value_eur")), row.get("stagger"))
        for row in table["bonuses"]
    ]


@TABLES
def test_that_every_age_condition_is_as_published(table: Fact) -> None:
    shipped = [
        f"age {'>=' if bonus.age.inclusive else '>'} {bonus.age.years}" if bonus.age else None
        for bonus in _rules(table).bonuses
    ]
    assert shipped == [row.get("condition") for row in table["bonuses"]]


@TABLES
def test_that_every_counting_time_is_as_published(table: Fact) -> None:
    silent, unlimited = CountingLimit(), CountingLimit(LimitKind.UNLIMITED)
    for block, row in zip(_rules(table).blocks, table["blocks"], strict=True):
        if "max_months" in row:
            months = row["max_months"]
            limit = CountingLimit(LimitKind.MONTHS, months) if months else unlimited
        else:
            named = table.get("counting", {}).get("unlimited_for", "")
            limit = unlimited if block.label in named else silent
        assert block.limit == limit, block.label


@TABLES
def test_that_every_source_is_named_with_the_day_it_was_seen(table: Fact) -> None:
    published = [
        url.removesuffix(" (earlier edition)")
        for url in (*table["sources"], *table["obligation"].get("sources", ()))
    ]
    assert [source.url for source in _rules(table).sources] == published
    assert {source.seen for source in _rules(table).sources} == {SEEN}


@TABLES
def test_that_the_obligation_is_as_published(table: Fact) -> None:
    said, terms = table["obligation"], _rules(table).obligation
    percentage = said.get("percentage")
    assert terms.percentage == (percentage if isinstance(percentage, int) else None)
    assert terms.base_text == said.get("base")
    assert terms.cap == _euros(said.get("cap_eur"))
    assert terms.offered_up_to == said.get("award_percentage_up_to")
    threshold = said.get("threshold_eur", {})
    if isinstance(threshold, int):
        threshold = {category.value: threshold for category in Category}
    for category in Category:
        assert terms.threshold(category) == _euros(threshold.get(category.value))


@TABLES
def test_that_what_the_source_does_not_say_is_listed(table: Fact) -> None:
    silent_on = table.get("silent_on", [])
    if silent_on == ["as utrecht-v3"]:
        silent_on = next(t for t in facts("tables") if t["id"] == "utrecht-v3")["silent_on"]
    missing = _rules(table).missing
    assert len(missing) == len(silent_on) or (not silent_on and missing)


@TABLES
def test_that_every_note_of_the_table_is_told(table: Fact) -> None:
    for block, row in zip(_rules(table).blocks, table["blocks"], strict=True):
        assert block.note or block.assumptions or "note" not in row


@TABLES
def test_that_the_usual_evidence_is_assumed_where_the_source_names_none(table: Fact) -> None:
    rules = _rules(table)
    for block in rules.blocks:
        pieces = rules.requirements(block)
        assert pieces
        assert all(piece.assumed for piece in pieces)


@pytest.mark.parametrize(
    ("rule_set_id", "valid_from"),
    [("haaglanden-2023-07", date(2023, 7, 1)), ("leiden-2023-09", date(2023, 9, 1))],
)
def test_that_an_edition_with_a_first_day_names_it(rule_set_id: str, valid_from: date) -> None:
    assert library().get(rule_set_id).valid_from == valid_from


def test_that_a_first_day_that_is_not_exact_stays_text() -> None:
    for rule_set_id in ("utrecht-v1", "oost-nederland"):
        rules = library().get(rule_set_id)
        assert rules.valid_from is None
        assert rules.valid_from_text


@pytest.mark.parametrize(
    ("rule_set_id", "base"),
    [
        ("utrecht-v3", ObligationBase.CONTRACT_SUM),
        ("haaglanden-2023-07", ObligationBase.BID_SUM),
        ("oost-nederland", ObligationBase.INVOICED_TURNOVER),
        ("harlingen", ObligationBase.CONTRACT_SUM),
        ("leiden-2023-09", ObligationBase.UNKNOWN),
    ],
)
def test_that_the_base_is_the_one_published(rule_set_id: str, base: ObligationBase) -> None:
    assert library().get(rule_set_id).obligation.base is base


def test_that_the_two_older_editions_differ_in_nothing_but_the_full_time_week() -> None:
    older, newer = library().get("utrecht-v1"), library().get("utrecht-v2")
    values = {block.code: block.value for block in newer.blocks}
    assert {block.code: block.value for block in older.blocks}.items() <= values.items()
    assert older.full_time_hours == 40
    assert newer.full_time_hours == 36


def test_that_the_hague_region_counts_a_year_and_looks_a_year_back() -> None:
    counting = library().get("haaglanden-2023-07").counting
    assert counting.default_limit == CountingLimit(LimitKind.MONTHS, 12)
    assert counting.wage_subsidy_extends
    assert counting.look_back_months == 12


def test_that_the_east_counts_in_proportion() -> None:
    assert library().get("oost-nederland").counting.pro_rata == "naar rato, omvang en arbeidsduur"


def test_that_the_counting_rules_of_the_north_are_kept() -> None:
    rules = library().get("harlingen")
    counting = rules.counting
    assert counting.default_limit == CountingLimit(LimitKind.WORKED_YEARS, 2)
    assert counting.interruption_months == 6
    assert counting.min_hours_per_week == 12
    assert counting.reference is ReferenceDate.AWARD
    assert counting.pro_rata == "naar rato berekend"
    barred = {block.code for block in rules.blocks if block.min_months_out == 6}
    assert barred == {"ww-under-1-year", "ww-over-1-year"}


def test_that_the_penalty_of_the_north_is_in_proportion_after_a_recovery_period() -> None:
    penalty = library().get("harlingen").penalty
    assert penalty is not None
    assert penalty.factor == Fraction(1)
    assert penalty.recovery_period
    assert penalty.no_fault_exempt
    assert penalty.text


def test_that_one_group_has_one_code_in_every_edition_of_an_authority() -> None:
    v1, v2, v3 = (library().get(f"utrecht-v{number}") for number in (1, 2, 3))
    assert {block.code for block in v1.blocks} <= {block.code for block in v2.blocks}
    shared = {block.code for block in v2.blocks} & {block.code for block in v3.blocks}
    assert shared == {"wia-wao", "banenafspraak", "nug"}


def test_that_what_is_withheld_in_the_north_is_in_proportion() -> None:
    penalty = library().get("harlingen").penalty
    assert penalty is not None
    assert penalty.pro_rata


def test_that_the_hague_region_recognises_social_enterprises_and_aspirants_apart() -> None:
    full, aspirant = library().get("haaglanden-2023-07").recognition
    assert (full.target_group_share, full.market_income_share) == (Fraction(3, 10), Fraction(1, 2))
    assert (full.aspirant, full.within_months, full.seat_in_region) == (False, None, True)
    shares = (aspirant.target_group_share, aspirant.market_income_share)
    assert shares == (Fraction(3, 20), Fraction(3, 10))
    assert (aspirant.aspirant, aspirant.within_months, aspirant.seat_in_region) == (True, 24, True)


def test_that_the_day_of_publication_decides_on_the_edition_in_leiden() -> None:
    assert library().get("leiden-2023-09").edition_by is EditionBy.PUBLICATION


@pytest.mark.parametrize(
    ("rule_set_id", "group", "by", "members"),
    [
        ("utrecht-v1", "participatiewet", SplitBy.BENEFIT_DURATION, 2),
        ("utrecht-v2", "ww", SplitBy.BENEFIT_DURATION, 2),
        ("oost-nederland", "ww", SplitBy.BENEFIT_DURATION, 2),
        ("harlingen", "bbl", SplitBy.CONTRACT, 2),
        ("harlingen", "stage", SplitBy.LEVEL, 2),
        ("haaglanden-2023-07", "bbl", SplitBy.LEVEL, 2),
        ("leiden-2023-09", "participatiewet", SplitBy.DISABILITY, 2),
        ("alphen", "geen-uitkering", SplitBy.DISABILITY, 2),
        ("alphen", "participatiewet", SplitBy.OTHER, 3),
    ],
)
def test_that_rows_for_one_target_group_are_one_question(
    rule_set_id: str, group: str, by: SplitBy, members: int
) -> None:
    rules = library().get(rule_set_id)
    found = next(one for one in rules.groups if one.code == group)
    assert found.by is by
    assert len(rules.members(found)) == members
    assert len({block.choice for block in rules.members(found)}) == members
