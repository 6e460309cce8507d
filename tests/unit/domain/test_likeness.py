"""The row of another table: the same code, the owner's choice, or a proposal that says so."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest

from sroi_desktop.domain.likeness import Fit, Match, fit, ranked
from sroi_desktop.domain.rules import Block, EffortKind, RuleSet, Unit
from sroi_desktop.rulesets import load_library
from tests.unit.domain.build import INVOICE, PLACEMENT, RULES, WORKSHOP, eur

LIBRARY = load_library()


def row(code: str, label: str, kind: EffortKind = EffortKind.PLACEMENT) -> Block:
    return Block(code, label, kind, Unit.PER_YEAR_FULL_TIME, eur(1))


def table(*blocks: Block) -> RuleSet:
    return replace(RULES, blocks=blocks)


def test_that_the_row_with_the_same_code_is_the_same() -> None:
    assert fit(PLACEMENT, RULES) == Fit(PLACEMENT, Match.SAME)


def test_that_the_same_code_for_another_kind_is_not_the_same() -> None:
    trainee = row("pw", "Stage", EffortKind.TRAINEESHIP)
    assert fit(PLACEMENT, table(trainee)) == Fit(None, Match.NONE)


def test_that_the_owner_s_choice_comes_before_all() -> None:
    other = row("ww", "WW")
    assert fit(PLACEMENT, table(PLACEMENT, other), "ww") == Fit(other, Match.CHOSEN)


def test_that_a_row_of_another_kind_can_be_chosen_too() -> None:
    assert fit(PLACEMENT, RULES, "hulp") == Fit(WORKSHOP, Match.CHOSEN)


def test_that_a_choice_that_is_not_in_the_table_is_passed_over() -> None:
    assert fit(PLACEMENT, RULES, "gone") == Fit(PLACEMENT, Match.SAME)


def test_that_without_the_code_the_row_with_most_words_in_common_is_proposed() -> None:
    short = row("participatiewet-kort", "Participatiewet korter dan twee jaar")
    other = row("ww", "WW langer dan een jaar")
    assert fit(row("p", "Participatiewet"), table(other, short)) == Fit(short, Match.ALIKE)


def test_that_words_that_stand_in_every_row_say_little() -> None:
    rows = table(row("a", "WIA in dienst nemen"), row("b", "WW in dienst nemen"))
    assert fit(row("c", "WIA in dienst"), rows).block == rows.blocks[0]


def test_that_of_rows_alike_the_one_with_the_same_unit_is_nearest() -> None:
    per_month = replace(row("a", "Participatiewet nieuw"), unit=Unit.PER_MONTH)
    per_year = row("b", "Participatiewet nieuw")
    assert fit(row("c", "Participatiewet"), table(per_month, per_year)).block == per_year


def test_that_the_only_row_of_its_kind_is_proposed_whatever_it_is_called() -> None:
    bought = row("sw", "Dienstverlening", EffortKind.PURCHASE)
    assert fit(INVOICE, table(bought, PLACEMENT)) == Fit(bought, Match.ALIKE)


def test_that_a_table_with_nothing_alike_proposes_nothing() -> None:
    rows = table(row("a", "WIA"), row("b", "WW"))
    assert fit(PLACEMENT, rows) == Fit(None, Match.NONE)
    assert fit(PLACEMENT, table()) == Fit(None, Match.NONE)


def test_that_the_rows_to_choose_from_begin_with_what_looks_like_it() -> None:
    near, far = row("a", "Participatiewet nieuw"), row("b", "WW")
    found = ranked(PLACEMENT, table(WORKSHOP, far, near))
    assert found == (near, far, WORKSHOP)


@pytest.mark.parametrize(
    ("code", "under", "expected"),
    [
        ("participatiewet", "haaglanden-2023-07", ("participatiewet", Match.SAME)),
        ("participatiewet", "harlingen", ("participatiewet-under-2-years", Match.ALIKE)),
        ("wia-wao", "leiden-2023-09", ("wia", Match.ALIKE)),
        ("bbl-2-4", "utrecht-v2", ("bbl", Match.ALIKE)),
        ("sociale-inkoop", "alphen", ("sw-bedrijf", Match.ALIKE)),
        ("bol-2-4", "utrecht-v1", (None, Match.NONE)),
    ],
)
def test_that_published_tables_find_each_other_s_rows(
    code: str, under: str, expected: tuple[str | None, Match]
) -> None:
    found = fit(LIBRARY.get("utrecht-v3").block(code), LIBRARY.get(under))
    assert (None if found.block is None else found.block.code, found.match) == expected


def test_that_a_row_is_never_taken_for_one_of_another_kind_by_itself() -> None:
    for left, right in product(LIBRARY.rule_sets, repeat=2):
        for block in left.blocks:
            found = fit(block, right)
            assert found.block is None or found.block.kind is block.kind
