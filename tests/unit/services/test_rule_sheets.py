"""Rules while they are typed: what they make so far, what is amiss, what an example is worth."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from sroi_desktop.domain.money import Money
from sroi_desktop.domain.rules import RuleSet
from sroi_desktop.rulesets import load_library
from sroi_desktop.services import rule_sheets
from sroi_desktop.services.desk import Desk
from sroi_desktop.services.own_sets import PublishedSetError
from sroi_desktop.services.rule_sheets import Example
from sroi_desktop.storage import memory_store
from sroi_desktop.system.clock import FixedClock


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    clock = FixedClock(date(2026, 11, 22))
    library = load_library(own_folder=tmp_path / "rules")
    return Desk(memory_store(clock.now), library, clock)


def tables(**changes: object) -> rule_sheets.Tables:
    """Return the tables of a small set."""
    block = {"code": "ww", "label": "WW", "kind": "placement", "unit": "per_year_full_time"}
    return {
        "format": 1, "id": "eigen", "title": "Eigen", "publisher": "Gemeente Proef",
        "covers": ["Proef"], "complete": True, "full_time_hours": "36",
        "blocks": [{**block, "value": "20000"}], **changes,
    }  # fmt: skip


def judged(desk: Desk, **changes: object) -> tuple[RuleSet | None, dict[tuple[object, ...], str]]:
    found = rule_sheets.judge(desk, tables(**changes))
    return found.rules, {one.path: one.text for one in found.troubles}


def test_that_typed_tables_make_rules_with_the_usual_evidence(desk: Desk) -> None:
    rules, troubles = judged(desk)
    assert rules is not None
    assert troubles == {}
    assert rules.block("ww").value == Money.from_euros(20_000)
    assert any(piece.assumed for piece in rules.evidence)


def test_that_what_is_wrong_leaves_the_rest_to_be_used(desk: Desk) -> None:
    rules, troubles = judged(desk, full_time_hours="200", title="")
    assert rules is not None
    assert set(troubles) == {("full_time_hours",), ("title",)}


@pytest.mark.parametrize(
    ("changes", "path", "words"),
    [
        ({"deadlines": [{"kind": "plan"}]}, ("deadlines", 0, "days"), "Vul"),
        (
            {"share_caps": [{"label": "x", "share": "0", "kinds": ["purchase"]}]},
            ("share_caps", 0, "share"),
            "100%",
        ),
        (
            {"deadlines": [{"kind": "plan", "days": 1}, {"kind": "plan", "days": 2}]},
            ("deadlines", 1, "kind"),
            "twee keer",
        ),
        ({"citations": [{"key": "obligation.cap"}]}, ("citations", 0, "key"), "waarde"),
        (
            {
                "bonuses": [
                    {"code": code, "label": code, "unit": "once", "value": "1",
                     "age": {"at_least": 50}, "stagger": "age"}
                    for code in ("a", "b")
                ]
            },
            ("bonuses", 1, "age"),
            "dezelfde leeftijd",
        ),
        ({"title": " "}, ("title",), "Vul"),
    ],
)  # fmt: skip
def test_that_a_problem_is_told_to_someone_who_sees_fields(
    desk: Desk, changes: dict[str, object], path: tuple[object, ...], words: str
) -> None:
    _rules, troubles = judged(desk, **changes)
    assert words in troubles[path]
    assert "key" not in troubles[path]


def test_that_tables_without_a_shape_make_no_rules(desk: Desk) -> None:
    rules, troubles = judged(desk, blocks=[{"code": "ww"}])
    assert rules is None
    assert list(troubles) == [("blocks", 0, "label")]


@pytest.mark.parametrize("set_id", ["harlingen", "rotterdam-evidence", "generic"])
def test_that_the_tables_of_a_set_make_the_same_set(desk: Desk, set_id: str) -> None:
    rules = desk.library.get(set_id)
    found = rule_sheets.judge(desk, rule_sheets.tables_of(desk, rules))
    assert found.rules == rules


def test_that_an_own_set_is_kept_and_changed_in_its_place(desk: Desk) -> None:
    rules, _troubles = judged(desk)
    assert rules is not None
    kept = rule_sheets.keep(desk, rules, is_new=True)
    assert desk.library.own_sets == (kept,)
    changed = rule_sheets.keep(desk, replace(kept, title="Anders"), is_new=False)
    assert [one.title for one in desk.library.own_sets] == ["Anders"]
    assert changed.id == kept.id


def test_that_a_second_set_of_a_name_stands_beside_the_first(desk: Desk) -> None:
    rules, _troubles = judged(desk)
    assert rules is not None
    rule_sheets.keep(desk, rules, is_new=True)
    other = rule_sheets.keep(desk, replace(rules, edition="2"), is_new=True)
    assert other.id == "eigen-2"


def test_that_a_published_set_is_never_changed(desk: Desk) -> None:
    with pytest.raises(PublishedSetError):
        rule_sheets.keep(desk, desk.library.get("harlingen"), is_new=False)


def example(block: str, **changes: object) -> Example:
    made = Example(block, date(2026, 3, 1), Fraction(24), 6, Fraction(8), Money.from_euros(1_000))
    return replace(made, **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("block", "worth"),
    [
        ("participatiewet", 1_333_333),  # 40.000 x 24/36 x 6/12
        ("sociale-inkoop", 100_000),  # what was paid
        ("kennis-delen", 80_000),  # 8 hours x 100
    ],
)
def test_that_an_example_is_worth_what_an_effort_would_be(
    desk: Desk, block: str, worth: int
) -> None:
    rules = desk.library.get("utrecht-v3")
    assert rule_sheets.try_out(rules, example(block)).value == Money(worth)


def test_that_a_bonus_comes_on_top_of_an_example(desk: Desk) -> None:
    rules = desk.library.get("utrecht-v3")
    with_bonus = example("participatiewet", bonuses=("permanent-contract",))
    # (40.000 + 10.000) x 24/36 x 6/12
    assert rule_sheets.try_out(rules, with_bonus).value == Money(1_666_667)
