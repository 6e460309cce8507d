"""What is typed is what the file says, and the other way round."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from sroi_desktop.domain.rules import RuleSet
from sroi_desktop.language import activate
from sroi_desktop.rulesets import load_library
from sroi_desktop.services import rule_sheets
from sroi_desktop.services.desk import Desk
from sroi_desktop.ui.rule_editor import reading, values
from sroi_desktop.ui.rule_editor.filling import filled
from sroi_desktop.ui.rule_editor.questions import Kind
from sroi_desktop.ui.rule_editor.sections import all_sections
from sroi_desktop.ui.rule_editor.sheet import from_draft, to_draft

LIBRARY = load_library()
EVERY = (*LIBRARY.rule_sets, *LIBRARY.terms, LIBRARY.generic)


@pytest.fixture(params=["en", "nl"])
def language(request: pytest.FixtureRequest) -> Iterator[str]:
    activate(request.param)
    yield request.param
    activate("en")


@pytest.mark.parametrize("rules", EVERY, ids=[one.id for one in EVERY])
def test_that_a_set_is_typed_over_without_a_loss(desk: Desk, rules: RuleSet, language: str) -> None:
    sections = all_sections()
    sheet = filled(rule_sheets.tables_of(desk, rules), sections)
    assert from_draft(to_draft(sheet)) == sheet
    read = reading.read(sheet, sections)
    assert read.wrong == {}
    judgement = rule_sheets.judge(desk, read.tables)
    assert judgement.rules == rules
    assert judgement.troubles == ()


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        (Kind.LIMIT, "12", {"months": 12}),
        (Kind.LIMIT, "12 mnd", {"months": 12}),
        (Kind.LIMIT, "2 jaar", {"months": 24}),
        (Kind.LIMIT, "2 werkjaren", {"worked_years": 2}),
        (Kind.LIMIT, "3.328 uur", {"worked_hours": 3328}),
        (Kind.LIMIT, "onbeperkt", {"unlimited": True}),
        (Kind.LIMIT, "zolang de loonkostensubsidie loopt", {"wage_subsidy": True}),
        (Kind.AGE, "50", {"at_least": 50}),
        (Kind.AGE, "50+", {"at_least": 50}),
        (Kind.AGE, "50 jaar of ouder", {"at_least": 50}),
        (Kind.AGE, "ouder dan 50 jaar", {"over": 50}),
        (Kind.AGE, ">50", {"over": 50}),
        (Kind.MONEY, "€ 40.000", "40000"),
        (Kind.MONEY, "1.250,50", "2501/2"),
        (Kind.SHARE, "25", "1/4"),
        (Kind.SHARE, "100/3%", "1/3"),
        (Kind.NUMBER, "1/3", "1/3"),
        (Kind.NAMES, "Utrecht; Zeist, Utrecht", ["Utrecht", "Zeist"]),
        (Kind.LINES, "een\n\n twee ", ["een", "twee"]),
        (Kind.FLAG, "yes", True),
        (Kind.FLAG, "no", None),
        (Kind.ANSWER, "no", False),
        (Kind.TEXT, "  ", None),
    ],
)
def test_that_short_ways_to_type_are_understood(
    kind: Kind, text: str, value: object, language: str
) -> None:
    assert values.read(kind, text) == value
    if value is not None:
        assert values.read(kind, values.shown(kind, value)) == value
