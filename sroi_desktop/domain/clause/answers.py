"""What was answered, with page and quote, and the intake that the answers belong to."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from enum import Enum
from fractions import Fraction
from typing import TypeAlias, TypeVar

from sroi_desktop.domain.bsn import refuse_bsn
from sroi_desktop.domain.clause.kinds import Key, Question
from sroi_desktop.domain.clause.questions import QUESTIONS, question
from sroi_desktop.domain.money import Money

Value: TypeAlias = "Money | Fraction | int | date | str | tuple[str, ...]"
T = TypeVar("T")


class Status(Enum):
    """How a question was answered; "not there" and "don't know" are answers as well."""

    GIVEN = "given"
    NOT_THERE = "not_there"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer: the values of the parts by name, in order, and where they stand.

    Percentages run from 0 to 100; a choice is one of the options of its part.

    Raises:
        CitizenNumberError: a text holds a number that could be a BSN.
    """

    status: Status = Status.GIVEN
    values: tuple[tuple[str, Value], ...] = ()
    page: str | None = None
    quote: str | None = None

    def __post_init__(self) -> None:
        for name, value in self.values:
            if isinstance(value, str):
                refuse_bsn(name, value)
        refuse_bsn("page", self.page)
        refuse_bsn("quote", self.quote)

    def value(self, name: str) -> Value | None:
        """Return the value of a part, or None."""
        return dict(self.values).get(name)


@dataclass(frozen=True, slots=True)
class Answers:
    """All answers so far; a question without one was not answered yet."""

    by_key: tuple[tuple[Key, Answer], ...] = ()

    def get(self, key: Key) -> Answer | None:
        """Return the answer to a question, or None while there is none."""
        return dict(self.by_key).get(key)

    def status(self, key: Key) -> Status | None:
        """Return how a question was answered, or None while it was not."""
        found = self.get(key)
        return None if found is None else found.status

    def given(self, key: Key) -> Answer | None:
        """Return an answer that holds values, or None: it has no meaning where it is not asked."""
        found = self.get(key)
        if found is None or found.status is not Status.GIVEN or not self.applies(question(key)):
            return None
        return found

    def with_answer(self, key: Key, answer: Answer | None) -> Answers:
        """Return the answers with another one to a question; None takes it away."""
        others = {one: old for one, old in self.by_key if one is not key}
        if answer is not None:
            others[key] = answer
        in_order = tuple((one.key, others[one.key]) for one in QUESTIONS if one.key in others)
        return Answers(in_order)

    def applies(self, asked: Question) -> bool:
        """Tell whether a question is asked, given the others."""
        if asked.after is None:
            return True
        before = self.get(asked.after)
        if before is None or before.status is not Status.GIVEN:
            return True
        return before.values[0][1] in asked.only_with

    @property
    def asked(self) -> tuple[Question, ...]:
        """The questions that matter, given the answers so far."""
        return tuple(one for one in QUESTIONS if self.applies(one))

    @property
    def open(self) -> tuple[Question, ...]:
        """The questions that were not answered yet."""
        return tuple(one for one in self.asked if self.get(one.key) is None)

    def amount(self, key: Key, name: str) -> Money | None:
        """Return an amount, or None where it is not known."""
        return self._value(key, name, Money)

    def number(self, key: Key, name: str) -> Fraction | None:
        """Return a percentage, hours or another number, or None."""
        return self._value(key, name, Fraction)

    def whole(self, key: Key, name: str) -> int | None:
        """Return a number of months, days or the like, or None."""
        return self._value(key, name, int)

    def day(self, key: Key, name: str) -> date | None:
        """Return a date, or None."""
        return self._value(key, name, date)

    def text(self, key: Key, name: str) -> str | None:
        """Return a choice or a text, or None."""
        return self._value(key, name, str)

    def several(self, key: Key, name: str) -> tuple[str, ...]:
        """Return what was chosen from a list; empty where nothing is known."""
        return self._value(key, name, tuple) or ()

    def _value(self, key: Key, name: str, kind: type[T]) -> T | None:
        answer = self.given(key)
        found = None if answer is None else answer.value(name)
        return found if isinstance(found, kind) else None


@dataclass(frozen=True, slots=True)
class Intake:
    """One reading of one clause: the text itself, and what was answered.

    `reference` is theirs, and `contract_id` the contract that came of it. `rule_set_id` is the
    published set that the answers are held against, None for the one that is nearest.

    Raises:
        CitizenNumberError: a text holds a number that could be a BSN.
    """

    title: str = ""
    authority: str = ""
    reference: str = ""
    text: str = ""
    answers: Answers = field(default_factory=Answers)
    rule_set_id: str | None = None
    contract_id: int | None = None
    id: int | None = None

    def __post_init__(self) -> None:
        refuse_bsn("title", self.title)
        refuse_bsn("authority", self.authority)
        refuse_bsn("text", self.text)

    def with_answer(self, key: Key, answer: Answer | None) -> Intake:
        """Return the intake with another answer to a question; None takes it away."""
        return replace(self, answers=self.answers.with_answer(key, answer))
