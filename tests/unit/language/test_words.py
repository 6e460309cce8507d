"""Every value of the domain has its words, in both languages, with every blank filled in."""

from __future__ import annotations

import enum
import importlib
import pkgutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from itertools import product

import pytest

import sroi_desktop.domain
from sroi_desktop.domain import clause, guidance
from sroi_desktop.domain.derivation import (
    Assumption,
    AssumptionKind,
    NotCounted,
    Operation,
    ReasonKind,
    Step,
    StepKind,
)
from sroi_desktop.domain.editions import Ground
from sroi_desktop.domain.guidance import Lack, NextStep, Urgency
from sroi_desktop.domain.money import Money
from sroi_desktop.domain.obligation import Signal, SignalKind
from sroi_desktop.domain.periods import Period
from sroi_desktop.domain.rules import (
    Basis,
    CountingLimit,
    LimitKind,
    ReferenceDate,
    TimeMethod,
)
from sroi_desktop.language import derivations
from sroi_desktop.language.labels import counting_limit_text, label
from sroi_desktop.language.signals import signal_text
from sroi_desktop.language.steps import enumeration, next_step_words
from tests.unit.services.books import speaking

DAYS = Period(date(2026, 3, 1), date(2026, 8, 31))
TODAY = date(2026, 11, 22)
NAME = "K-01 {naam} <b>&"
# These have their words in `language.clause`, which a start does not load.
CLAUSE = {
    clause.FaultKind,
    clause.Key,
    clause.NoticeKind,
    clause.PartKind,
    clause.Status,
    clause.Topic,
}
# These are told in sentences with their numbers, or never shown themselves.
WITHOUT_LABEL = {
    AssumptionKind,
    Ground,
    LimitKind,
    Operation,
    ReasonKind,
    ReferenceDate,
    SignalKind,
    StepKind,
    TimeMethod,
    Urgency,
    guidance.StepKind,
    *CLAUSE,
}
LANGUAGES = ("nl", "en")


def enums() -> Iterator[type[enum.Enum]]:
    """Yield every enum of the domain."""
    for module in pkgutil.walk_packages(sroi_desktop.domain.__path__, "sroi_desktop.domain."):
        for thing in vars(importlib.import_module(module.name)).values():
            if (
                isinstance(thing, type)
                and issubclass(thing, enum.Enum)
                and thing.__module__ == module.name
            ):
                yield thing


def whole(text: str) -> bool:
    """Tell whether a text says something and has no blank left."""
    return bool(text.strip()) and "{" not in text.replace(NAME, "")


@pytest.mark.parametrize("kind", list(enums()), ids=lambda kind: kind.__name__)
@pytest.mark.parametrize("language", LANGUAGES)
def test_that_every_value_has_a_label_of_its_own(kind: type[enum.Enum], language: str) -> None:
    with speaking(language):
        if kind in WITHOUT_LABEL:
            with pytest.raises(KeyError):
                label(next(iter(kind)))
        else:
            names = [label(value) for value in kind]
            assert all(map(whole, names))
            assert kind is Basis or len(set(names)) == len(names)


@pytest.mark.parametrize("kind", LimitKind)
@pytest.mark.parametrize("language", LANGUAGES)
def test_that_every_counting_limit_is_told(kind: LimitKind, language: str) -> None:
    with speaking(language):
        assert whole(counting_limit_text(CountingLimit(kind, 12)))
        assert counting_limit_text(CountingLimit(LimitKind.MONTHS, 1)) != counting_limit_text(
            CountingLimit(LimitKind.MONTHS, 12)
        )


COUNTED = (
    StepKind.HOURS,
    StepKind.MONTHS_OF_YEAR,
    StepKind.DAYS_OF_YEAR,
    StepKind.WEEKS_OF_YEAR,
    StepKind.WORKED_HOURS,
    StepKind.WORKED_YEARS_LIMIT,
)


@pytest.mark.parametrize("kind", StepKind)
@pytest.mark.parametrize("language", LANGUAGES)
def test_that_every_step_of_a_derivation_is_told(kind: StepKind, language: str) -> None:
    of = (Fraction(24), Fraction(36)) if kind in COUNTED else None
    for operation in Operation:
        step = Step(kind, operation, Fraction(2, 3), Fraction(40_000), of, NAME, DAYS, Basis.YEAR)
        with speaking(language):
            words = derivations.step_words(step)
        assert whole(words.label)
        assert whole(words.factor)
        assert words.result == "€\xa040.000,00"
        assert of is None or ("24" in words.label and "36" in words.label)


def test_that_a_step_without_days_of_its_own_names_none() -> None:
    step = Step(
        StepKind.HOURS,
        Operation.TIMES,
        Fraction(2, 3),
        Fraction(1),
        (Fraction(24), Fraction(36)),
    )
    assert derivations.step_words(step) == derivations.StepWords(
        "24 van 36 uur per week", "× 24/36", "€\xa01,00"
    )


@pytest.mark.parametrize(
    ("operand", "of", "factor"),
    [
        (Fraction(24, 36), (Fraction(24), Fraction(36)), "× 24/36"),
        (Fraction(1, 6), (Fraction(47, 31), Fraction(12)), "× (1 16/31)/12"),
        (Fraction(1, 3), None, "× 1/3"),
    ],
)
def test_that_a_factor_is_exact(
    operand: Fraction, of: tuple[Fraction, Fraction] | None, factor: str
) -> None:
    kind = StepKind.MONTHS_OF_YEAR if of else StepKind.MONTHS
    step = Step(kind, Operation.TIMES, operand, Fraction(1), of)
    assert derivations.step_words(step).factor == factor


def test_that_a_share_is_told_in_percent() -> None:
    step = Step(StepKind.SHARE, Operation.TIMES, Fraction(1, 2), Fraction(1))
    assert derivations.step_words(step).factor == "× 50%"


def test_that_a_whole_derivation_fits_on_one_line() -> None:
    start = Step(StepKind.RATE, Operation.START, Fraction(40_000), Fraction(40_000))
    bonus = Step(StepKind.BONUS, Operation.ADD, Fraction(10_000), Fraction(50_000))
    hours = Step(
        StepKind.HOURS,
        Operation.TIMES,
        Fraction(1, 2),
        Fraction(25_000),
        (Fraction(18), Fraction(36)),
    )
    most = Step(StepKind.CAP, Operation.AT_MOST, Fraction(20_000), Fraction(20_000))
    text = derivations.calculation_text((start, bonus, hours, most)).replace("\xa0", " ")
    assert text == "(€ 40.000 + € 10.000) × 18/36, hooguit € 20.000"
    half = Step(StepKind.SHARE, Operation.TIMES, Fraction(1, 2), Fraction(10_000))
    shared = derivations.calculation_text((start, bonus, hours, most, half)).replace("\xa0", " ")
    assert shared == "((€ 40.000 + € 10.000) × 18/36, hooguit € 20.000) × 50%"
    assert derivations.calculation_text(()) == ""


@pytest.mark.parametrize("kind", AssumptionKind)
@pytest.mark.parametrize("language", LANGUAGES)
def test_that_every_assumption_is_a_sentence(kind: AssumptionKind, language: str) -> None:
    with speaking(language):
        text = derivations.assumption_text(Assumption(kind, Fraction(36), NAME))
        assert whole(text)
        # Their sentence is that of the rule set itself, which brings its own full stop.
        told_by_rules = kind in {AssumptionKind.RULE_NOTE, AssumptionKind.NOT_COMPUTED}
        assert text.endswith(".") or told_by_rules
        assert whole(derivations.assumption_text(Assumption(kind))) or (
            kind is AssumptionKind.RULE_NOTE
        )


@pytest.mark.parametrize("kind", ReasonKind)
@pytest.mark.parametrize("language", LANGUAGES)
def test_that_every_reason_not_to_count_is_a_sentence(kind: ReasonKind, language: str) -> None:
    reason = NotCounted(kind, DAYS, Fraction(12), NAME)
    with speaking(language):
        assert whole(derivations.not_counted_text(reason))
        assert derivations.not_counted_text(reason).endswith(".")
        assert derivations.not_counted_text(replace(reason, period=None, number=None, label=None))


def test_that_a_reason_of_before_this_effort_says_since_when() -> None:
    reason = NotCounted(ReasonKind.AFTER_COUNTING_TIME, DAYS, Fraction(12), None, date(2025, 3, 1))
    assert "01-03-2025" in derivations.not_counted_text(reason)


@pytest.mark.parametrize("kind", SignalKind)
@pytest.mark.parametrize("language", LANGUAGES)
def test_that_every_signal_is_a_sentence(kind: SignalKind, language: str) -> None:
    with speaking(language):
        for signal in (Signal(kind, Money(12_500_000), Fraction(5)), Signal(kind)):
            text = signal_text(signal)
            assert whole(text)
            assert text.endswith((".", "?"))


def next_step(kind: guidance.StepKind) -> NextStep:
    return NextStep(
        kind,
        1,
        "2026-01",
        NAME,
        "Gemeente Utrecht",
        Urgency.SOON,
        amount=Money(1_333_333),
        effort_id=2,
        effort_title=NAME,
        lacks=tuple(Lack),
        missing=("Factuur", "Verklaring"),
        others=2,
        covers_from=DAYS.start,
        covers_to=DAYS.end,
    )


@pytest.mark.parametrize("kind", guidance.StepKind)
@pytest.mark.parametrize("language", LANGUAGES)
def test_that_every_next_step_says_what_why_and_until_when(
    kind: guidance.StepKind, language: str
) -> None:
    for days, assumed in product((None, -3, 0, 1, 40), (True, False)):
        due = None if days is None else TODAY + timedelta(days)
        step = replace(next_step(kind), due=due, assumed_due=assumed)
        with speaking(language):
            words = next_step_words(step, TODAY)
        assert whole(words.title)
        assert whole(words.reason)
        assert whole(words.button)
        assert due is None or days == 0 or f"{due:%d-%m-%Y}" in words.reason


@pytest.mark.parametrize("kind", guidance.StepKind)
def test_that_a_step_of_which_little_is_known_is_told_all_the_same(
    kind: guidance.StepKind,
) -> None:
    bare = NextStep(kind, None, "", NAME, "", Urgency.LATER)
    words = next_step_words(bare, TODAY)
    assert whole(words.title)
    assert words.button


def test_that_other_efforts_without_evidence_are_counted() -> None:
    step = next_step(guidance.StepKind.ADD_EVIDENCE)
    one = next_step_words(replace(step, others=1), TODAY).reason
    none = next_step_words(replace(step, others=0), TODAY).reason
    assert len({one, none, next_step_words(step, TODAY).reason}) == 3


@pytest.mark.parametrize(
    ("parts", "text"),
    [((), ""), (("a",), "a"), (("a", "b"), "a en b"), (("a", "b", "c"), "a, b en c")],
)
def test_that_names_are_told_as_one_phrase(parts: tuple[str, ...], text: str) -> None:
    assert enumeration(parts) == text


def test_that_every_figure_names_its_rules_and_who_decides() -> None:
    assert "Bouwblokken, v3" in derivations.basis_note("Bouwblokken", "v3")
    assert "(" not in derivations.basis_note("Bouwblokken", None)


def test_that_what_is_not_shown_is_counted() -> None:
    assert "1" in derivations.hidden_count_text(1)
    assert "7" in derivations.hidden_count_text(7)
