"""A set that builds on another takes over what it does not say itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from sroi_desktop.domain.money import Money
from sroi_desktop.domain.rules import DeadlineKind, LimitKind, RuleSet
from sroi_desktop.rulesets import (
    ProblemKind,
    RuleFileError,
    load_library,
    read_rule_set,
    write_rule_set,
)
from tests.unit.rulesets.shipped import library

# Own example: a municipality that follows the shipped rules of the north but for a few rows.
HEAD = """
id = "{id}"
title = "Eigen tabel"
publisher = "Gemeente Voorbeeld"
covers = ["Voorbeeld"]
complete = true
builds_on = "{base}"
"""
OWN = HEAD.format(id="voorbeeld", base="harlingen")


def whole(text: str, *folders: Path) -> RuleSet:
    return read_rule_set(text.encode(), "own.toml", folders)


def refused(text: str, *folders: Path) -> list[tuple[str, ProblemKind]]:
    with pytest.raises(RuleFileError) as error:
        whole(text, *folders)
    assert all(problem.reason for problem in error.value.problems)
    return [(problem.key_path, problem.kind) for problem in error.value.problems]


def base() -> RuleSet:
    return read_rule_set(library().folder / "harlingen.toml")


def test_that_a_set_that_adds_nothing_has_the_rules_of_its_base() -> None:
    rules = whole(OWN)
    assert rules.id == "voorbeeld"
    assert rules.based_on == "harlingen"
    assert rules.title == "Eigen tabel"
    assert rules.covers == ("Voorbeeld",)
    assert rules.edition is None
    assert rules.supersedes is None
    same = (
        *("full_time_hours", "obligation", "blocks", "bonuses", "counting", "deadlines"),
        *("penalty", "evidence", "share_caps", "missing", "notes", "assumptions", "sources"),
    )
    for name in same:
        assert getattr(rules, name) == getattr(base(), name), name


def test_that_a_row_takes_the_place_of_the_row_with_its_code() -> None:
    row = """
[[blocks]]
code = "wia-wao"
label = "WIA"
kind = "placement"
unit = "per_year"
value = 31000
[[blocks]]
code = "extra"
label = "Extra"
kind = "cost"
unit = "cost"
"""
    rules = whole(OWN + row)
    codes = [block.code for block in base().blocks]
    assert [block.code for block in rules.blocks] == [*codes, "extra"]
    assert rules.block("wia-wao").value == Money.from_euros(31_000)
    assert rules.block("wia-wao").label == "WIA"
    assert rules.block("ww-over-1-year") == base().block("ww-over-1-year")


def test_that_one_key_of_a_table_leaves_the_others_as_they_were() -> None:
    rules = whole(OWN + "[counting]\nlook_back_months = 6\n[obligation]\npercentage = 3\n")
    assert rules.counting.look_back_months == 6
    assert rules.counting.interruption_months == 6
    assert rules.counting.default_limit.kind is LimitKind.WORKED_YEARS
    assert rules.obligation.percentage == 3
    assert rules.obligation.cap == Money.from_euros(300_000)


def test_that_what_the_base_lacks_can_be_added() -> None:
    rules = whole(OWN + 'missing = []\n[[deadlines]]\nkind = "first_contact"\ndays = 7\n')
    assert [rule.kind for rule in rules.deadlines] == [DeadlineKind.FIRST_CONTACT]
    assert rules.missing == ()


def test_that_sources_notes_and_assumptions_stand_beside_those_of_the_base() -> None:
    own = 'notes = ["Eigen regel."]\nassumptions = ["Eigen lezing."]\n'
    rules = whole(OWN + own + '[[sources]]\nurl = "bijlage 3, p. 4"\n')
    assert rules.notes == (*base().notes, "Eigen regel.")
    assert rules.assumptions == (*base().assumptions, "Eigen lezing.")
    assert [source.url for source in rules.sources][-1] == "bijlage 3, p. 4"
    assert len(rules.sources) == len(base().sources) + 1


def test_that_rows_can_be_left_out() -> None:
    rules = whole(OWN + 'drops = ["maatwerk", "age-50"]\n')
    assert "maatwerk" not in [block.code for block in rules.blocks]
    assert [bonus.code for bonus in rules.bonuses] == ["age-55"]


# Own example: rows that name each other.
BASE = """
id = "basis"
title = "Basis"
publisher = "Gemeente"
covers = []
complete = true
notes = ["Overal.", { place = "valuation", text = "Alleen WW.", blocks = ["kort"] }]
[[groups]]
code = "ww"
label = "WW"
by = "benefit_duration"
[[blocks]]
code = "kort"
label = "WW kort"
kind = "placement"
unit = "per_year"
value = 10000
group = "ww"
choice = "korter dan een jaar"
[[blocks]]
code = "lang"
label = "WW lang"
kind = "placement"
unit = "per_year"
value = 15000
group = "ww"
choice = "een jaar of langer"
[[bonuses]]
code = "alleen-kort"
label = "Alleen kort"
unit = "once"
value = 500
blocks = ["kort"]
[[evidence]]
code = "brief"
label = "Brief"
blocks = ["kort", "lang"]
[[share_caps]]
label = "Kort en stages"
blocks = ["kort"]
kinds = ["traineeship"]
share = 0.5
"""


def test_that_a_row_that_is_left_out_is_named_nowhere_any_more(tmp_path: Path) -> None:
    (tmp_path / "basis.toml").write_text(BASE, encoding="utf-8")
    own = HEAD.format(id="eigen", base="basis") + 'drops = ["kort"]\n'
    rules = whole(own, tmp_path)
    assert [(block.code, block.group, block.choice) for block in rules.blocks] == [
        ("lang", None, None)
    ]
    assert rules.groups == ()
    assert rules.bonuses == ()  # it would otherwise be for every placement
    assert [piece.blocks for piece in rules.evidence] == [("lang",)]
    assert [(cap.blocks, len(cap.kinds)) for cap in rules.share_caps] == [((), 1)]
    assert rules.every_note == ("Overal.",)


def test_that_a_group_of_its_own_needs_a_choice(tmp_path: Path) -> None:
    (tmp_path / "basis.toml").write_text(BASE, encoding="utf-8")
    own = HEAD.format(id="eigen", base="basis") + 'drops = ["kort"]\n'
    group = '[[groups]]\ncode = "ww"\nlabel = "WW"\nby = "level"\n'
    assert refused(own + group, tmp_path) == [("groups[0]", ProblemKind.NO_CHOICE)]


def test_that_a_whole_set_survives_writing_and_reading() -> None:
    rules = whole(OWN + 'drops = ["maatwerk"]\n')
    again = read_rule_set(write_rule_set(rules).encode())
    assert again == rules
    assert "builds_on" not in write_rule_set(rules)


def test_that_a_set_may_build_on_one_that_builds_on_another(tmp_path: Path) -> None:
    first = HEAD.format(id="a", base="b") + "full_time_hours = 38\n"
    (tmp_path / "a.toml").write_text(first, encoding="utf-8")
    second = HEAD.format(id="b", base="harlingen") + "[counting]\nlook_back_months = 3\n"
    (tmp_path / "b.toml").write_text(second, encoding="utf-8")
    rules = read_rule_set(tmp_path / "a.toml")
    assert rules.based_on == "b"
    assert rules.full_time_hours == 38
    assert rules.counting.look_back_months == 3
    assert rules.blocks == base().blocks


def test_that_sets_that_build_on_each_other_in_a_circle_are_refused(tmp_path: Path) -> None:
    for one, other in (("a", "b"), ("b", "c"), ("c", "a")):
        text = HEAD.format(id=one, base=other)
        (tmp_path / f"{one}.toml").write_text(text, encoding="utf-8")
    with pytest.raises(RuleFileError) as error:
        read_rule_set(tmp_path / "a.toml")
    (problem,) = error.value.problems
    assert (problem.file, problem.key_path) == ("a.toml", "builds_on")
    assert problem.kind is ProblemKind.CIRCLE
    assert "a – b – c – a" in problem.reason


def test_that_a_circle_leaves_the_rest_of_a_folder_in_use(tmp_path: Path) -> None:
    for one, other in (("a", "b"), ("b", "a"), ("d", "basis")):
        text = HEAD.format(id=one, base=other)
        (tmp_path / f"{one}.toml").write_text(text, encoding="utf-8")
    (tmp_path / "basis.toml").write_text(BASE, encoding="utf-8")
    found = load_library(tmp_path)
    assert {rules.id for rules in found.rule_sets} == {"basis", "d"}
    assert {"a.toml", "b.toml"} <= {problem.file for problem in found.problems}


@pytest.mark.parametrize(
    ("base_id", "kind"),
    [
        ("voorbeeld", ProblemKind.CIRCLE),
        ("nergens", ProblemKind.UNKNOWN_BASE),
        ("../harlingen", ProblemKind.BAD_CODE),
        ("kapot", ProblemKind.BROKEN_BASE),
    ],
)
def test_that_a_base_that_cannot_be_used_is_refused(
    tmp_path: Path, base_id: str, kind: ProblemKind
) -> None:
    (tmp_path / "kapot.toml").write_text("id = 5", encoding="utf-8")
    own = HEAD.format(id="voorbeeld", base=base_id)
    assert refused(own, tmp_path) == [("builds_on", kind)]


def test_that_rows_can_only_be_left_out_of_a_base() -> None:
    text = OWN.replace('builds_on = "harlingen"', 'drops = ["ww"]')
    assert refused(text) == [("drops", ProblemKind.DROPS_NOTHING)]


def test_that_a_problem_is_told_at_its_place_in_the_own_file() -> None:
    row = '[[blocks]]\ncode = "{code}"\nlabel = "X"\nkind = "cost"\nunit = "per_piece"\n'
    text = OWN + row.format(code="new") + "value = 5\n" + row.format(code="wia-wao")
    assert refused(text) == [("blocks[1].value", ProblemKind.VALUE_MISSING)]
    twice = OWN + 2 * (row.format(code="wia-wao") + "value = 5\n")
    assert refused(twice) == [("blocks[1].code", ProblemKind.DUPLICATE)]


def test_that_what_does_not_fit_the_base_is_told() -> None:
    """A minimum of 40 hours does not fit the 36-hour week of the base."""
    found = refused(OWN + "[counting]\nmin_hours_per_week = 40\n")
    assert found == [("counting.min_hours_per_week", ProblemKind.ABOVE_FULL_TIME)]
