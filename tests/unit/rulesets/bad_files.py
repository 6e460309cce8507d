"""A good file to make bad ones from, and what reading them gives."""

from __future__ import annotations

import pytest

from sroi_desktop.rulesets import ProblemKind, RuleFileError, RuleFileProblem, read_rule_set

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


def problems_of(text: str | bytes) -> tuple[RuleFileProblem, ...]:
    data = text if isinstance(text, bytes) else text.encode()
    with pytest.raises(RuleFileError) as refused:
        read_rule_set(data, "own.toml")
    assert refused.value.file == "own.toml"
    assert {problem.file for problem in refused.value.problems} == {"own.toml"}
    assert all(problem.reason for problem in refused.value.problems)
    return refused.value.problems


def the_problem(text: str | bytes) -> tuple[str, ProblemKind]:
    (problem,) = problems_of(text)
    return problem.key_path, problem.kind
