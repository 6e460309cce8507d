"""Domain objects as plain data and back."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, fields, is_dataclass
from datetime import UTC, date, datetime
from enum import Enum
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sroi_desktop.domain import contract, derivation, effort, periods, rules
from sroi_desktop.domain.errors import EndBeforeStartError
from sroi_desktop.domain.money import ZERO, Money
from sroi_desktop.domain.plain import PlainDataError, from_plain, to_plain


class Colour(Enum):
    RED = "red"
    BLUE = "blue"


@dataclass(frozen=True, slots=True)
class Leaf:
    name: str
    amount: Money = ZERO
    colour: Colour = Colour.RED


@dataclass(frozen=True, slots=True)
class Tree:
    leaves: tuple[Leaf, ...]
    pair: tuple[int, bool]
    under: Tree | None = None
    share: Fraction | None = None
    seen: date | None = None
    at: datetime | None = None
    notes: tuple[str, ...] = field(default_factory=tuple)


TREE = Tree(
    leaves=(Leaf("oak", Money(-5), Colour.BLUE), Leaf("elm", Money(100))),
    pair=(3, True),
    under=Tree((), (0, False), share=Fraction(-1, 3)),
    seen=date(2026, 3, 1),
    at=datetime(2026, 3, 1, 12, 30, tzinfo=UTC),
    notes=("é",),
)
PLAIN_LEAF = {"name": "elm", "amount": "0.00", "colour": "red"}
PLAIN_TREE = {
    "leaves": [PLAIN_LEAF],
    "pair": [3, True],
    "under": None,
    "share": "1/3",
    "seen": "2026-03-01",
    "at": None,
    "notes": [],
}


def test_that_an_object_survives_json() -> None:
    assert from_plain(Tree, json.loads(json.dumps(to_plain(TREE)))) == TREE


def test_that_every_field_is_written_also_where_it_has_its_default() -> None:
    assert to_plain(Leaf("elm")) == PLAIN_LEAF


def test_that_a_field_unknown_to_an_old_copy_gets_its_default() -> None:
    assert from_plain(Leaf, {"name": "elm"}) == Leaf("elm")
    assert from_plain(Tree, {"leaves": [], "pair": [0, False]}) == Tree((), (0, False))


def test_that_text_in_the_data_keeps_its_amounts_and_fractions_exact() -> None:
    assert to_plain(Fraction(1, 3)) == "1/3"
    assert from_plain(Fraction, "7") == Fraction(7)
    assert from_plain(Money, "-13333.33") == Money(-1_333_333)


@pytest.mark.parametrize(
    ("change", "path"),
    [
        ({"leaves": "oak"}, "leaves"),
        ({"leaves": [PLAIN_LEAF, 5]}, "leaves.1"),
        ({"leaves": [{"amount": "1.00"}]}, "leaves.0.name"),
        ({"leaves": [{**PLAIN_LEAF, "size": 3}]}, "leaves.0.size"),
        ({"leaves": [{**PLAIN_LEAF, "amount": "1"}]}, "leaves.0.amount"),
        ({"leaves": [{**PLAIN_LEAF, "amount": 1}]}, "leaves.0.amount"),
        ({"leaves": [{**PLAIN_LEAF, "colour": "grey"}]}, "leaves.0.colour"),
        ({"leaves": [{**PLAIN_LEAF, "colour": []}]}, "leaves.0.colour"),
        ({"leaves": [{**PLAIN_LEAF, "name": None}]}, "leaves.0.name"),
        ({"pair": [3]}, "pair"),
        ({"pair": 3}, "pair"),
        ({"pair": [True, True]}, "pair.0"),
        ({"pair": [3, 1]}, "pair.1"),
        ({"share": "1/0"}, "share"),
        ({"share": "0.5"}, "share"),
        ({"seen": "yesterday"}, "seen"),
        ({"seen": 20260301}, "seen"),
        ({"at": "noon"}, "at"),
        ({"under": []}, "under"),
    ],
)
def test_that_data_of_another_shape_is_refused_at_its_spot(
    change: dict[str, object], path: str
) -> None:
    with pytest.raises(PlainDataError) as refused:
        from_plain(Tree, {**PLAIN_TREE, **change})
    assert ".".join(refused.value.path) == path
    assert str(refused.value).startswith(f"{path}: expected ")


def test_that_data_that_is_wrong_as_a_whole_says_so() -> None:
    with pytest.raises(PlainDataError) as refused:
        from_plain(Tree, None)
    assert str(refused.value) == "data: expected the fields of a Tree"


def test_that_a_value_the_class_refuses_raises_its_own_error() -> None:
    with pytest.raises(EndBeforeStartError):
        from_plain(periods.Period, {"start": "2026-03-02", "end": "2026-03-01"})


@dataclass(frozen=True)
class Ambiguous:
    either: Money | Fraction


@dataclass(frozen=True)
class Loose:
    anything: object


@pytest.mark.parametrize("value", [Ambiguous(Money(1)), Loose(1), 0.5, [1]])
def test_that_a_type_without_one_plain_form_is_a_mistake_of_the_developer(value: object) -> None:
    with pytest.raises(TypeError, match="cannot become plain data"):
        to_plain(value)


MODULES = (contract, derivation, effort, periods, rules)
CLASSES = sorted(
    {
        thing
        for module in MODULES
        for thing in vars(module).values()
        if isinstance(thing, type) and is_dataclass(thing) and fields(thing)
        if not issubclass(thing, Exception)
    },
    key=lambda cls: cls.__name__,
)


@pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: cls.__name__)
def test_that_every_class_that_is_stored_has_a_plain_form(cls: type) -> None:
    with pytest.raises(PlainDataError):
        from_plain(cls, {"no such field": 1})


SMALL = st.fractions(min_value=0, max_value=10**9)
MONEY = st.builds(Money, st.integers(min_value=-(10**12), max_value=10**12))
PERIODS = st.tuples(st.dates(), st.dates()).map(lambda two: periods.Period(min(two), max(two)))
BLOCKS = st.builds(
    rules.Block,
    code=st.text(),
    label=st.text(),
    kind=st.sampled_from(rules.EffortKind),
    unit=st.sampled_from(rules.Unit),
    value=st.none() | MONEY,
    limit=st.builds(rules.CountingLimit, st.sampled_from(rules.LimitKind), st.integers()),
    share_cap=st.none() | SMALL,
    note=st.none() | st.text(),
    assumptions=st.lists(st.text(), max_size=2).map(tuple),
)
TERMS = st.builds(
    rules.ObligationTerms,
    percentage=st.none() | SMALL,
    base=st.sampled_from(rules.ObligationBase),
    thresholds=st.lists(st.tuples(st.sampled_from(rules.Category), MONEY), max_size=3).map(tuple),
    low_labour=st.none() | st.builds(rules.LowLabour, SMALL, SMALL),
)
RULE_SETS = st.builds(
    rules.RuleSet,
    id=st.text(),
    title=st.text(),
    publisher=st.text(),
    covers=st.lists(st.text(), max_size=3).map(tuple),
    complete=st.booleans(),
    sources=st.lists(
        st.builds(rules.Source, st.text(), st.none() | st.text(), st.none() | st.dates()),
        max_size=2,
    ).map(tuple),
    full_time_hours=st.none() | SMALL,
    obligation=TERMS,
    blocks=st.lists(BLOCKS, max_size=3).map(tuple),
    rhythm=st.none() | st.sampled_from(rules.Rhythm),
)
STEPS = st.builds(
    derivation.Step,
    kind=st.sampled_from(derivation.StepKind),
    operation=st.sampled_from(derivation.Operation),
    operand=st.fractions(),
    result=st.fractions(),
    of=st.none() | st.tuples(SMALL, SMALL),
    label=st.none() | st.text(),
    period=st.none() | PERIODS,
)
VALUATIONS = st.builds(
    derivation.Valuation,
    value=MONEY,
    steps=st.lists(STEPS, max_size=4).map(tuple),
    counted=st.none() | PERIODS,
)


@given(RULE_SETS)
def test_that_any_rule_set_survives_json(rule_set: rules.RuleSet) -> None:
    assert from_plain(rules.RuleSet, json.loads(json.dumps(to_plain(rule_set)))) == rule_set


@given(VALUATIONS)
def test_that_any_valuation_survives_json(valuation: derivation.Valuation) -> None:
    again = from_plain(derivation.Valuation, json.loads(json.dumps(to_plain(valuation))))
    assert again == valuation


@given(MONEY)
def test_that_any_amount_survives(amount: Money) -> None:
    assert from_plain(Money, to_plain(amount)) == amount
