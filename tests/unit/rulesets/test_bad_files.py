"""A file that cannot be used is refused with its name, the path of the key and a reason."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from sroi_desktop.language import activate
from sroi_desktop.rulesets import (
    ProblemKind,
    RuleFileError,
    RuleFileProblem,
    UnknownRuleSetError,
    read_rule_set,
)
from sroi_desktop.rulesets import problems as problems_room
from sroi_desktop.rulesets.files import read_evidence
from sroi_desktop.rulesets.reading import LARGEST_FILE, LONGEST_LINE, row_of

HEAD = """
id = "own-set"
title = "Own"
publisher = "Somewhere"
covers = ["Somewhere"]
complete = true
"""
BLOCK = """
[[blocks]]
code = "ww"
label = "WW"
kind = "placement"
unit = "per_year"
value = 20000
"""
BONUS = """
[[bonuses]]
code = "age-50"
label = "50+"
unit = "per_year"
value = 5000
"""
GOOD = HEAD + BLOCK + BONUS


def _problems(text: str | bytes) -> tuple[RuleFileProblem, ...]:
    data = text if isinstance(text, bytes) else text.encode()
    with pytest.raises(RuleFileError) as refused:
        read_rule_set(data, "own.toml")
    assert refused.value.file == "own.toml"
    assert {problem.file for problem in refused.value.problems} == {"own.toml"}
    assert all(problem.reason for problem in refused.value.problems)
    return refused.value.problems


def _the_problem(text: str | bytes) -> tuple[str, ProblemKind]:
    (problem,) = _problems(text)
    return problem.key_path, problem.kind


def test_that_the_file_the_bad_ones_are_made_from_is_good() -> None:
    assert read_rule_set(GOOD.encode()).id == "own-set"


def _without(key: str) -> str:
    return "\n".join(line for line in GOOD.splitlines() if not line.startswith(f"{key} ="))


@pytest.mark.parametrize("key", ["id", "title", "publisher", "covers", "complete"])
def test_that_a_missing_key_is_named(key: str) -> None:
    assert _the_problem(_without(key)) == (key, ProblemKind.MISSING_KEY)


def test_that_a_missing_key_in_a_row_is_named_with_the_row() -> None:
    (problem,) = _problems(HEAD + BLOCK.replace('unit = "per_year"\n', ""))
    assert problem.key_path == "blocks[0].unit"
    assert problem.row == "ww"
    assert str(problem).startswith("own.toml: blocks[0].unit (ww): ")


SHAPES = [
    ("x = 1\n" + GOOD, "x", ProblemKind.UNKNOWN_KEY),
    (GOOD + "\n[obligation]\npercent = 5", "obligation.percent", ProblemKind.UNKNOWN_KEY),
    (GOOD.replace('"Own"', "5"), "title", ProblemKind.NOT_TEXT_VALUE),
    (GOOD.replace("= true", '= "yes"'), "complete", ProblemKind.NOT_TRUE_OR_FALSE),
    (GOOD.replace('["Somewhere"]', '"Somewhere"'), "covers", ProblemKind.NOT_A_LIST),
    (GOOD.replace('["Somewhere"]', "[1]"), "covers[0]", ProblemKind.NOT_TEXT_VALUE),
    ("obligation = 5\n" + GOOD, "obligation", ProblemKind.NOT_A_TABLE),
    ("valid_from = 12:30:00\n" + GOOD, "valid_from", ProblemKind.NOT_A_DATE),
    ('valid_from = "soon"\n' + GOOD, "valid_from", ProblemKind.NOT_A_DATE),
    (GOOD + "[obligation]\nmin_months = 1.5", "obligation.min_months", None),
    (GOOD.replace("20000", '"a lot"'), "blocks[0].value", ProblemKind.NOT_A_NUMBER),
    (GOOD.replace("20000", "true"), "blocks[0].value", ProblemKind.NOT_A_NUMBER),
    (GOOD.replace("20000", "inf"), "blocks[0].value", ProblemKind.NOT_A_NUMBER),
    (GOOD.replace("20000", "1e999999999"), "blocks[0].value", ProblemKind.NOT_A_NUMBER),
    (GOOD.replace("20000", "9" * 1900), "blocks[0].value", ProblemKind.NOT_A_NUMBER),
    (GOOD.replace("20000", '"1/0"'), "blocks[0].value", ProblemKind.NOT_A_NUMBER),
    (GOOD.replace("20000", "20.000,50"), "", ProblemKind.SYNTAX),
    (GOOD.replace('"placement"', '"hiring"'), "blocks[0].kind", ProblemKind.UNKNOWN_VALUE),
    (GOOD.replace('"per_year"', '"per_decade"'), "blocks[0].unit", ProblemKind.UNKNOWN_VALUE),
    (GOOD.replace('"per_year"', "5"), "blocks[0].unit", ProblemKind.UNKNOWN_VALUE),
    (GOOD + 'kinds = ["hiring"]', "bonuses[0].kinds[0]", ProblemKind.UNKNOWN_VALUE),
    ('rhythm = "daily"\n' + GOOD, "rhythm", ProblemKind.UNKNOWN_VALUE),
    (GOOD + '[obligation]\nbase = "x"', "obligation.base", ProblemKind.UNKNOWN_VALUE),
]


@pytest.mark.parametrize(("text", "path", "kind"), SHAPES, ids=[row[1] for row in SHAPES])
def test_that_a_value_of_another_shape_is_refused_at_its_key(
    text: str, path: str, kind: ProblemKind | None
) -> None:
    found_path, found_kind = _the_problem(text)
    assert found_path == path
    assert kind in (found_kind, None)


def test_that_an_unknown_unit_is_refused_with_the_ones_to_choose_from() -> None:
    (problem,) = _problems(GOOD.replace('"per_year"', '"per_decade"', 1))
    assert dict(problem.data)["value"] == "per_decade"
    assert "per_year_full_time" in problem.reason
    assert problem.row == "ww"


RULES = [
    ("format = 2\n" + GOOD, "format", ProblemKind.NEWER_FORMAT),
    ("format = 0\n" + GOOD, "format", ProblemKind.LESS_THAN_ONE),
    (GOOD.replace('"own-set"', '"Own Set"'), "id", ProblemKind.BAD_CODE),
    (GOOD.replace('"own-set"', '"../../x"'), "id", ProblemKind.BAD_CODE),
    (GOOD.replace('"own-set"', f'"{"x" * 61}"'), "id", ProblemKind.BAD_CODE),
    (GOOD.replace('"Own"', '"  "'), "title", ProblemKind.EMPTY),
    (GOOD.replace('"WW"', '""'), "blocks[0].label", ProblemKind.EMPTY),
    ('missing = [""]\n' + GOOD, "missing[0]", ProblemKind.EMPTY),
    ('supersedes = "own-set"\n' + GOOD, "supersedes", ProblemKind.SUPERSEDES_ITSELF),
    ("full_time_hours = 0\n" + GOOD, "full_time_hours", ProblemKind.FULL_TIME),
    ("full_time_hours = 200\n" + GOOD, "full_time_hours", ProblemKind.FULL_TIME),
    ("full_time_hours = -36\n" + GOOD, "full_time_hours", ProblemKind.FULL_TIME),
    (GOOD.replace("20000", "-1"), "blocks[0].value", ProblemKind.NEGATIVE),
    (GOOD.replace("20000", "-0.01"), "blocks[0].value", ProblemKind.NEGATIVE),
    (GOOD.replace("20000", "1000000001"), "blocks[0].value", ProblemKind.TOO_GREAT),
    (GOOD.replace("20000", "0.001"), "blocks[0].value", ProblemKind.NOT_CENTS),
    (GOOD.replace("20000", '"1/3"'), "blocks[0].value", ProblemKind.NOT_CENTS),
    (GOOD.replace("value = 20000\n", ""), "blocks[0].value", ProblemKind.VALUE_MISSING),
    (GOOD.replace("value = 5000\n", ""), "bonuses[0].value", ProblemKind.VALUE_MISSING),
    (
        GOOD.replace('"per_year"', '"cost"', 1),
        "blocks[0].value",
        ProblemKind.VALUE_UNUSED,
    ),
    (
        GOOD.replace('"per_year"\nvalue = 20000', '"cost"\nvalue_from_contract = true'),
        "blocks[0].value_from_contract",
        ProblemKind.VALUE_UNUSED,
    ),
    (
        GOOD.replace("20000", "20000\nvalue_from_contract = true"),
        "blocks[0]",
        ProblemKind.ONE_OF,
    ),
    (HEAD + BLOCK + BLOCK, "blocks[1].code", ProblemKind.DUPLICATE),
    (GOOD + BONUS, "bonuses[1].code", ProblemKind.DUPLICATE),
    (GOOD.replace('"ww"', '"W W"'), "blocks[0].code", ProblemKind.BAD_CODE),
    (HEAD + BLOCK + "limit = { months = 0 }", "blocks[0].limit.months", ProblemKind.LESS_THAN_ONE),
    (HEAD + BLOCK + "limit = { months = 1201 }", "blocks[0].limit.months", ProblemKind.TOO_GREAT),
    (
        HEAD + BLOCK + "limit = { worked_years = 0 }",
        "blocks[0].limit.worked_years",
        ProblemKind.LESS_THAN_ONE,
    ),
    (HEAD + BLOCK + "limit = {}", "blocks[0].limit", ProblemKind.ONE_OF),
    (
        HEAD + BLOCK + "limit = { months = 12, unlimited = true }",
        "blocks[0].limit",
        ProblemKind.ONE_OF,
    ),
    (HEAD + BLOCK + "min_months_out = -1", "blocks[0].min_months_out", ProblemKind.NEGATIVE),
    (HEAD + BLOCK + "share_cap = 1.01", "blocks[0].share_cap", ProblemKind.NOT_A_SHARE),
    (HEAD + BLOCK + "share_cap = 0", "blocks[0].share_cap", ProblemKind.NOT_A_SHARE),
    (GOOD + "age = {}", "bonuses[0].age", ProblemKind.ONE_OF),
    (GOOD + "age = { at_least = 50, over = 50 }", "bonuses[0].age", ProblemKind.ONE_OF),
    (GOOD + "age = { at_least = 0 }", "bonuses[0].age.at_least", ProblemKind.LESS_THAN_ONE),
    (GOOD + "age = { over = 121 }", "bonuses[0].age.over", ProblemKind.TOO_GREAT),
    (GOOD + "[obligation]\npercentage = 101", "obligation.percentage", None),
    (GOOD + "[obligation]\noffered_up_to = -1", "obligation.offered_up_to", None),
    (GOOD + "[obligation]\ncap = -1", "obligation.cap", ProblemKind.NEGATIVE),
    (
        GOOD + "[obligation]\npercentage = 5\ncap = 9999\nthresholds = { works = 200000 }",
        "obligation.cap",
        ProblemKind.CAP_TOO_LOW,
    ),
    (
        GOOD + "[obligation]\nthresholds = { works = -1 }",
        "obligation.thresholds.works",
        ProblemKind.NEGATIVE,
    ),
    (
        GOOD + "[obligation]\nlow_labour = { share_under = 30, percentage = 2 }",
        "obligation.low_labour.share_under",
        ProblemKind.NOT_A_SHARE,
    ),
    (
        GOOD + "[obligation]\nlow_labour = { share_under = 0.3, percentage = 200 }",
        "obligation.low_labour.percentage",
        ProblemKind.NOT_A_PERCENTAGE,
    ),
    (GOOD + "[obligation]\nmin_months = 0", "obligation.min_months", ProblemKind.LESS_THAN_ONE),
    (GOOD + "[counting]\nlook_back_months = -1", "counting.look_back_months", None),
    (GOOD + "[counting]\nlimit = { months = 0 }", "counting.limit.months", None),
    (GOOD + "[counting]\nmin_hours_per_week = -1", "counting.min_hours_per_week", None),
    (
        "full_time_hours = 36\n" + GOOD + "[counting]\nmin_hours_per_week = 37",
        "counting.min_hours_per_week",
        ProblemKind.ABOVE_FULL_TIME,
    ),
    (GOOD + "[counting]\nmin_hours_per_week = 49", "counting.min_hours_per_week", None),
    (GOOD + "[penalty]\nfactor = -1", "penalty.factor", ProblemKind.NEGATIVE),
    (GOOD + "[penalty]\nfactor = 101", "penalty.factor", ProblemKind.TOO_GREAT),
    (GOOD + '[[sources]]\nurl = ""', "sources[0].url", ProblemKind.EMPTY),
    (GOOD + '[[evidence]]\ncode = "x"\nlabel = "X"', "evidence[0]", ProblemKind.FOR_NOTHING),
    (
        GOOD + '[[evidence]]\ncode = "x"\nlabel = "X"\nblocks = ["ww", "wia"]',
        "evidence[0].blocks[1]",
        ProblemKind.UNKNOWN_BLOCK,
    ),
    (
        GOOD + '[[share_caps]]\nlabel = "X"\nblocks = ["wia"]\nshare = 0.5',
        "share_caps[0].blocks[0]",
        ProblemKind.UNKNOWN_BLOCK,
    ),
    (
        GOOD + '[[share_caps]]\nlabel = "X"\nblocks = ["ww"]\nshare = 50',
        "share_caps[0].share",
        ProblemKind.NOT_A_SHARE,
    ),
    (GOOD + '[[deadlines]]\nkind = "plan"\ndays = -1', "deadlines[0].days", ProblemKind.NEGATIVE),
    (
        GOOD + 2 * '[[deadlines]]\nkind = "plan"\ndays = 7\n',
        "deadlines[1].kind",
        ProblemKind.DUPLICATE,
    ),
]


@pytest.mark.parametrize(
    ("text", "path", "kind"),
    RULES,
    ids=[f"{at}-{path}" for at, (_, path, _) in enumerate(RULES)],
)
def test_that_an_impossible_rule_is_refused_at_its_key(
    text: str, path: str, kind: ProblemKind | None
) -> None:
    found_path, found_kind = _the_problem(text)
    assert found_path == path
    assert kind in (found_kind, None)


def test_that_two_bonuses_of_one_stagger_at_one_age_contradict_each_other() -> None:
    step = BONUS + 'stagger = "age"\nage = { at_least = 50 }\n'
    second = step.replace('"age-50"', '"again"')
    assert _the_problem(GOOD.replace(BONUS, step + second)) == (
        "bonuses[1].age",
        ProblemKind.SAME_AGE,
    )


def test_that_everything_that_is_the_matter_is_told_at_once() -> None:
    text = "full_time_hours = 0\n" + GOOD.replace("20000", "-1").replace("5000", "-2")
    assert [problem.key_path for problem in _problems(text)] == [
        "full_time_hours",
        "blocks[0].value",
        "bonuses[0].value",
    ]


def test_that_the_text_of_the_error_names_every_problem_on_its_own_line() -> None:
    with pytest.raises(RuleFileError) as refused:
        read_rule_set(("full_time_hours = 0\n" + GOOD.replace("20000", "-1")).encode(), "own.toml")
    first, second = str(refused.value).splitlines()
    assert first.startswith("own.toml: full_time_hours: ")
    assert second.startswith("own.toml: blocks[0].value (ww): ")


def test_that_a_syntax_error_names_line_and_column() -> None:
    (problem,) = _problems('id = "x"\ntitle = Own\n')
    assert problem.kind is ProblemKind.SYNTAX
    assert dict(problem.data) == {"line": "2", "column": "9"}


def test_that_a_file_that_breaks_off_says_so() -> None:
    assert _the_problem('id = "x') == ("", ProblemKind.SYNTAX_AT_END)


def test_that_a_key_that_stands_there_twice_is_refused() -> None:
    assert _the_problem('id = "x"\n' + GOOD) == ("", ProblemKind.SYNTAX)


def test_that_bytes_that_are_no_text_are_refused() -> None:
    assert _the_problem(b"\xff\xfe") == ("", ProblemKind.NOT_TEXT)


def test_that_the_mark_some_editors_put_before_a_text_does_no_harm() -> None:
    assert read_rule_set(b"\xef\xbb\xbf" + GOOD.encode()).id == "own-set"


def test_that_a_file_that_is_too_large_is_refused(tmp_path: Path) -> None:
    large = tmp_path / "large.toml"
    large.write_bytes(b"#" * (LARGEST_FILE + 1))
    with pytest.raises(RuleFileError) as refused:
        read_rule_set(large)
    (problem,) = refused.value.problems
    assert (problem.file, problem.kind) == ("large.toml", ProblemKind.TOO_LARGE)


def test_that_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RuleFileError) as refused:
        read_rule_set(tmp_path / "none.toml")
    assert refused.value.problems[0].kind is ProblemKind.UNREADABLE


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("x = [" + "\n[" * 100_000, ProblemKind.TOO_DEEP),
        ("x = " + "{a=" * 600, ProblemKind.TOO_DEEP),
        ("a." * 200_000 + "a = 1", ProblemKind.LINE_TOO_LONG),
        ("\n".join(f"[{'a.' * 900}b{n}]" for n in range(500)), ProblemKind.UNKNOWN_KEY),
        ("id = '" + "x" * LONGEST_LINE + "'", ProblemKind.LINE_TOO_LONG),
    ],
    ids=["lists", "tables", "dots", "headings", "line"],
)
def test_that_a_bomb_of_nested_tables_is_refused_within_seconds(
    text: str, kind: ProblemKind
) -> None:
    started = time.perf_counter()
    (problem,) = _problems(text)
    assert time.perf_counter() - started < 10
    assert problem.kind is kind


def test_that_every_problem_has_its_sentence_in_every_language() -> None:
    try:
        for language in ("nl", "en"):
            activate(language)
            assert set(problems_room._sentences()) == set(ProblemKind)
    finally:
        activate()


def test_that_an_unknown_rule_set_is_named() -> None:
    assert "utrecht-v9" in str(UnknownRuleSetError("utrecht-v9"))


@pytest.mark.parametrize(
    ("raw", "row"),
    [
        ({"blocks": [{"code": "ww"}]}, "ww"),
        ({"blocks": [{"code": 5}]}, None),
        ({"blocks": [7]}, None),
        ({"blocks": []}, None),
        ({}, None),
    ],
)
def test_that_a_row_is_known_by_its_code_where_it_has_one(
    raw: dict[str, object], row: str | None
) -> None:
    assert row_of(raw, ("blocks", 0, "value")) == row


def test_that_a_file_of_evidence_is_checked_too() -> None:
    piece = '[[evidence]]\ncode = "x"\nlabel = "X"\nkinds = ["cost"]\n'
    assert read_evidence(piece.encode())[0].code == "x"
    with pytest.raises(RuleFileError) as refused:
        read_evidence(("format = 2\n" + piece + piece).encode())
    assert [problem.key_path for problem in refused.value.problems] == [
        "format",
        "evidence[1].code",
    ]
    assert refused.value.file == "rules.toml"
