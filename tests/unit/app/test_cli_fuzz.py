"""Whatever someone types: a status of 0, 1 or 2, a reason where it is not 0, no traceback."""

from __future__ import annotations

import json
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from typing import TYPE_CHECKING

from hypothesis import example, given, settings
from hypothesis import strategies as st

from sroi_desktop.app.cli import run
from tests.unit.services.books import library

if TYPE_CHECKING:
    from pathlib import Path

SETS = [rules.id for rules in (*library().rule_sets, *library().terms)]
BLOCKS = sorted({block.code for rules in library().rule_sets for block in rules.blocks})
BONUSES = sorted({bonus.code for rules in library().rule_sets for bonus in rules.bonuses})

junk = st.one_of(
    st.text(max_size=12),
    st.sampled_from(["-5", "1e9", "12.50", "1,234.56", "", "--", "-", "NaN", "\x00", "é", "1/0"]),
)
numbers = st.one_of(
    st.integers(0, 10**12).map(str),
    st.decimals(0, 10**6, places=2).map(str),
    st.fractions(0, 100).map(str),
    junk,
)
days = st.one_of(st.dates().map(str), junk)
OPTIONS = {
    "--rules": st.one_of(st.sampled_from(SETS), junk),
    "--block": st.one_of(st.sampled_from(BLOCKS), junk),
    "--start": days,
    "--end": days,
    "--hours": numbers,
    "--quantity": numbers,
    "--employees": numbers,
    "--amount": numbers,
    "--born": days,
    "--bonus": st.one_of(st.sampled_from(BONUSES), junk),
    "--reference": days,
    "--contract-start": days,
    "--contract-end": days,
    "--full-time": numbers,
    "--category": st.one_of(st.sampled_from(["works", "services", "supplies"]), junk),
    "--sum": numbers,
    "--percentage": numbers,
    "--offered": numbers,
    "--labour-share": numbers,
    "--months": numbers,
    "--today": days,
    "--contract": junk,
    "--from": days,
    "--to": days,
    "--language": st.one_of(st.sampled_from(["nl", "en"]), junk),
}
VALUE = ["--rules", "--block", "--start", "--end"]
WORDS = {
    "value": [*VALUE, "--hours", "--quantity", "--employees", "--amount", "--born", "--bonus"],
    "obligation": ["--rules", "--category", "--sum", "--percentage", "--offered", "--months"],
}


@st.composite
def sensible(draw: st.DrawFn) -> list[str]:
    """Return a command with all that it needs, of values that may be anything."""
    command = draw(st.sampled_from(sorted(WORDS)))
    needed = WORDS[command][: 4 if command == "value" else 2]
    asked = [*needed, *draw(st.lists(st.sampled_from(WORDS[command]), max_size=5))]
    return [command, *(word for name in asked for word in (name, draw(OPTIONS[name])))]


@st.composite
def anything(draw: st.DrawFn) -> list[str]:
    """Return words in any order, some of which exist."""
    commands = ["rules", "list", "show", "check", "value", "obligation", "status", "verify"]
    word = st.one_of(st.sampled_from([*commands, *OPTIONS, "--json", "--help"]), junk)
    return draw(st.lists(word, min_size=1, max_size=8))


def ran(argv: list[str]) -> tuple[int, str, str]:
    out, err = StringIO(), StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        status = run(argv)
    return status, out.getvalue(), err.getvalue()


def judge(argv: list[str]) -> None:
    status, out, err = ran(argv)
    assert status in {0, 1, 2}
    assert "Traceback" not in out + err
    assert "should not" not in err  # the words for a mistake of ours
    assert "niet had mogen" not in err
    assert (status == 0) or err.strip()


@settings(max_examples=50)
@given(anything())
@example(["value", "--hours", "-5"])
@example(["status", ""])
@example(["rules", "show", "\x00.toml"])
@example(["rules", "check", "x" * 5000])
def test_that_no_words_make_a_traceback(argv: list[str]) -> None:
    judge(argv)


@settings(max_examples=30)
@given(sensible())
def test_that_no_facts_make_a_traceback(argv: list[str]) -> None:
    judge(argv)
    status, out, _err = ran([*argv, "--json"])
    if status == 0:
        data = json.loads(out)
        assert {"steps"} <= data.keys()


@settings(max_examples=60)
@given(st.binary(max_size=400), st.sampled_from(["status", "steps", "verify", "rules check"]))
def test_that_no_file_makes_a_traceback(
    tmp_path_factory: object, content: bytes, command: str
) -> None:
    folder: Path = tmp_path_factory.getbasetemp()  # type: ignore[attr-defined]
    path = folder / "any.toml"
    path.write_bytes(content)
    judge([*command.split(), str(path)])
