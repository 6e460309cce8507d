"""Tables that are still being typed: judged whole, used as far as they go."""

from __future__ import annotations

from sroi_desktop.rulesets import ProblemKind, judged, load_library, plain_tables


def test_that_the_tables_of_a_set_make_that_set() -> None:
    rules = load_library().get("harlingen")
    assert judged(plain_tables(rules)) == (rules, ())


def test_that_a_contradiction_is_told_beside_the_rules_that_were_made() -> None:
    tables = plain_tables(load_library().get("harlingen"))
    found = judged({**tables, "full_time_hours": 60})
    assert found.rules is not None
    assert [(one.path, one.kind) for one in found.problems] == [
        (("full_time_hours",), ProblemKind.FULL_TIME)
    ]


def test_that_tables_of_another_shape_make_nothing() -> None:
    found = judged({"title": "Zonder de rest"})
    assert found.rules is None
    assert found.problems[0].kind is ProblemKind.MISSING_KEY
