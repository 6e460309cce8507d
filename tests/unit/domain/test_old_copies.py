"""A copy of a rule set or a derivation that was kept before the less usual kinds still reads.

data/old_copies.json was written by the program of that day and is never changed.
"""

from __future__ import annotations

import json
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

from sroi_desktop.domain.contract import Contract
from sroi_desktop.domain.derivation import Valuation
from sroi_desktop.domain.effort import Effort
from sroi_desktop.domain.plain import from_plain, to_plain
from sroi_desktop.domain.rules import EffortKind, RuleSet
from sroi_desktop.domain.valuation import value
from tests.unit.domain.build import day, span

OLD: dict[str, Any] = json.loads(
    (Path(__file__).parent / "data" / "old_copies.json").read_text(encoding="utf-8")
)
NEW = {
    *("based_on", "edition_by", "groups", "recognition", "region", "placed_notes", "citations"),
}


def test_that_an_old_copy_of_rules_reads_and_says_nothing_about_newer_kinds() -> None:
    rules = from_plain(RuleSet, OLD["rule_set"])
    assert rules.id == "harlingen"
    assert len(rules.blocks) == 14
    bare = RuleSet("x", "x", "x", (), complete=True, sources=())
    for name in NEW:
        assert name not in OLD["rule_set"]
        assert getattr(rules, name) == getattr(bare, name)
    assert (rules.obligation.percentages, rules.obligation.quotas, rules.obligation.pso) == (
        (),
        (),
        (),
    )


def test_that_an_old_copy_written_again_keeps_everything_it_said() -> None:
    def within(old: object, new: object) -> bool:
        if isinstance(old, dict) and isinstance(new, dict):
            return all(within(old[key], new[key]) for key in old)
        if isinstance(old, list) and isinstance(new, list):
            return len(old) == len(new) and all(map(within, old, new))
        return old == new

    assert within(OLD["rule_set"], to_plain(from_plain(RuleSet, OLD["rule_set"])))
    assert within(OLD["valuation"], to_plain(from_plain(Valuation, OLD["valuation"])))


def test_that_an_effort_is_worth_the_same_under_an_old_copy() -> None:
    rules, old = from_plain(RuleSet, OLD["rule_set"]), from_plain(Valuation, OLD["valuation"])
    contract = Contract(
        "1",
        "O",
        "G",
        "x",
        awarded_on=day("2025-12-01"),
        starts_on=day("2026-01-01"),
        ends_on=day("2026-06-30"),
    )
    effort = Effort(
        EffortKind.PLACEMENT,
        "participatiewet-over-2-years",
        "K",
        span("2025-12-01", "2026-08-31"),
        hours_per_week=Fraction(24),
        born=day("1970-01-01"),
    )
    assert value(effort, rules, contract) == old
    assert old.is_consistent()
    assert value(replace(effort, born=None), rules, contract).value < old.value
