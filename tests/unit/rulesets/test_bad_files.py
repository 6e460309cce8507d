"""A file that cannot be used is refused with its name, the path of the key and a reason."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from sroi_desktop.language import activate
from sroi_desktop.rulesets import (
    ProblemKind,
    RuleFileError,
    UnknownRuleSetError,
    read_rule_set,
)
from sroi_desktop.rulesets import problems as problems_room
from sroi_desktop.rulesets.files import read_evidence
from sroi_desktop.rulesets.reading import LARGEST_FILE, LONGEST_LINE, row_of
from tests.unit.rulesets.bad_files import BLOCK, GOOD, HEAD, problems_of, the_problem


def test_that_the_file_the_bad_ones_are_made_from_is_good() -> None:
    assert read_rule_set(GOOD.encode()).id == "own-set"


def _without(key: str) -> str:
    return "\n".join(line for line in GOOD.splitlines() if not line.startswith(f"{key} ="))


@pytest.mark.parametrize("key", ["id", "title", "publisher", "covers", "complete"])
def test_that_a_missing_key_is_named(key: str) -> None:
    assert the_problem(_without(key)) == (key, ProblemKind.MISSING_KEY)


def test_that_a_missing_key_in_a_row_is_named_with_the_row() -> None:
    (problem,) = problems_of(HEAD + BLOCK.replace('unit = "per_year"\n', ""))
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
    (
        GOOD + "[obligation]\nmin_months = 1.5",
        "obligation.min_months",
        ProblemKind.NOT_A_WHOLE_NUMBER,
    ),
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
    text: str, path: str, kind: ProblemKind
) -> None:
    assert the_problem(text) == (path, kind)


def test_that_an_unknown_unit_is_refused_with_the_ones_to_choose_from() -> None:
    (problem,) = problems_of(GOOD.replace('"per_year"', '"per_decade"', 1))
    assert dict(problem.data)["value"] == "per_decade"
    assert "per_year_full_time" in problem.reason
    assert problem.row == "ww"


def test_that_the_text_of_the_error_names_every_problem_on_its_own_line() -> None:
    with pytest.raises(RuleFileError) as refused:
        read_rule_set(("full_time_hours = 0\n" + GOOD.replace("20000", "-1")).encode(), "own.toml")
    first, second = str(refused.value).splitlines()
    assert first.startswith("own.toml: full_time_hours: ")
    assert second.startswith("own.toml: blocks[0].value (ww): ")


def test_that_a_syntax_error_names_line_and_column() -> None:
    (problem,) = problems_of('id = "x"\ntitle = Own\n')
    assert problem.kind is ProblemKind.SYNTAX
    assert dict(problem.data) == {"line": "2", "column": "9"}


def test_that_a_file_that_breaks_off_says_so() -> None:
    assert the_problem('id = "x') == ("", ProblemKind.SYNTAX_AT_END)


def test_that_a_key_that_stands_there_twice_is_refused() -> None:
    assert the_problem('id = "x"\n' + GOOD) == ("", ProblemKind.SYNTAX)


def test_that_bytes_that_are_no_text_are_refused() -> None:
    assert the_problem(b"\xff\xfe") == ("", ProblemKind.NOT_TEXT)


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
    started = time.process_time()
    (problem,) = problems_of(text)
    assert time.process_time() - started < 10
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
