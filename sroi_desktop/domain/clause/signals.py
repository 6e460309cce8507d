"""What deserves a second look in a clause; information with its source, never legal advice."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from typing import TYPE_CHECKING

from sroi_desktop.domain.clause import kinds as asked
from sroi_desktop.domain.clause.answers import Status
from sroi_desktop.domain.clause.kinds import Key
from sroi_desktop.domain.demands import SignalKind
from sroi_desktop.domain.money import Money
from sroi_desktop.domain.percentages import USUAL_PERCENTAGE
from sroi_desktop.domain.periods import Period

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sroi_desktop.domain.clause.answers import Answers
    from sroi_desktop.domain.demands import Obligation, Signal

HUNDRED = 100
_MONTHS_OF_A_YEAR = 12
_NO_DIPLOMA = frozenset({"participatiewet", "stage-pro-vso", "bbl", "bol", "werkervaringsplaats"})


class NoticeKind(Enum):
    """What deserves a second look."""

    ABOVE_USUAL = "above_usual"
    LITTLE_LABOUR = "little_labour"
    DOUBTFUL_SUM = "doubtful_sum"
    ARITHMETIC = "arithmetic"
    FULL_TIME_MISSING = "full_time_missing"
    GROUP_AGAINST_VOG = "group_against_vog"
    GROUP_AGAINST_DIPLOMA = "group_against_diploma"
    TERM_TOO_SHORT = "term_too_short"
    BSN_ASKED = "bsn_asked"
    PERSONAL_DATA = "personal_data"
    HEALTH_DATA = "health_data"
    PENALTY_ABOVE_GAP = "penalty_above_gap"
    RELATION = "relation"
    TABLE_MISSING = "table_missing"


@dataclass(frozen=True, slots=True)
class Notice:
    """One of them; `keys` are the questions that it rests on, whose page and quote belong to it.

    `number` and `other` fill in its sentence, as do `amount` and `right`: what the clause says
    and what its own figures come to.
    """

    kind: NoticeKind
    keys: tuple[Key, ...]
    number: Fraction | None = None
    other: Fraction | None = None
    amount: Money | None = None
    right: Money | None = None


_OF_THE_OBLIGATION = {
    SignalKind.ABOVE_USUAL: (NoticeKind.ABOVE_USUAL, (Key.DEMAND,)),
    SignalKind.LITTLE_LABOUR: (NoticeKind.LITTLE_LABOUR, (Key.CONTRACT,)),
    SignalKind.DOUBTFUL_SUM: (NoticeKind.DOUBTFUL_SUM, (Key.CONTRACT,)),
}


def signals(answers: Answers, owed: Obligation) -> tuple[Notice, ...]:
    """Return what deserves a second look, the obligation first.

    Args:
        answers: what was read in the clause.
        owed: the obligation that the answers lead to, whose own signals are among these.
    """
    told = tuple(
        _from_obligation(signal) for signal in owed.signals if signal.kind in _OF_THE_OBLIGATION
    )
    return (*told, *(notice for find in _FINDERS for notice in find(answers)))


def is_in_notices(signal: Signal) -> bool:
    """Tell whether a signal of an obligation is shown as one of these, with its source."""
    return signal.kind in _OF_THE_OBLIGATION


def _from_obligation(signal: Signal) -> Notice:
    kind, keys = _OF_THE_OBLIGATION[signal.kind]
    return Notice(kind, keys, number=signal.number, amount=signal.amount)


def _fixed(answers: Answers) -> Iterator[Notice]:
    """Find a fixed amount above the usual part of the contract sum."""
    fixed, whole = answers.amount(Key.DEMAND, "amount"), answers.amount(Key.CONTRACT, "sum")
    if fixed is None or not whole:
        return
    percentage = fixed.euros * HUNDRED / whole.euros
    if percentage > USUAL_PERCENTAGE:
        yield Notice(NoticeKind.ABOVE_USUAL, (Key.DEMAND, Key.CONTRACT), number=percentage)


def _arithmetic(answers: Answers) -> Iterator[Notice]:
    """Find an example in the clause whose figures do not fit, such as 5% of a billion = 50,000."""
    percentage = answers.number(Key.DEMAND, "percentage")
    named = answers.amount(Key.DEMAND, "named")
    base = answers.amount(Key.BASE, "amount") or answers.amount(Key.CONTRACT, "sum")
    if percentage is None or named is None or base is None:
        return
    right = Money.from_euros(base.euros * percentage / HUNDRED)
    if right != named:
        keys = (Key.DEMAND, Key.CONTRACT)
        yield Notice(NoticeKind.ARITHMETIC, keys, number=percentage, amount=named, right=right)


def _full_time(answers: Answers) -> Iterator[Notice]:
    if answers.status(Key.FULL_TIME) is Status.NOT_THERE:
        yield Notice(NoticeKind.FULL_TIME_MISSING, (Key.FULL_TIME,))


def _groups(answers: Answers) -> Iterator[Notice]:
    """Find groups that a demand on the people themselves keeps out."""
    groups = set(answers.several(Key.GROUPS, "groups"))
    demands = answers.text(Key.DEMANDS, "what")
    keys = (Key.DEMANDS, Key.GROUPS)
    if demands in {asked.VOG, asked.BOTH} and asked.EX_PRISONERS in groups:
        yield Notice(NoticeKind.GROUP_AGAINST_VOG, keys)
    if demands in {asked.DIPLOMA, asked.BOTH} and groups & _NO_DIPLOMA:
        yield Notice(NoticeKind.GROUP_AGAINST_DIPLOMA, keys)


def _term(answers: Answers) -> Iterator[Notice]:
    """Find a contract that ends before someone can have counted as long as is allowed."""
    starts, ends = answers.day(Key.TERM, "starts"), answers.day(Key.TERM, "ends")
    kind, amount = answers.text(Key.LIMIT, "kind"), answers.whole(Key.LIMIT, "amount")
    if starts is None or ends is None or amount is None or kind == "worked_hours":
        return
    months = Period(starts, ends).calendar_months
    counting = amount * (_MONTHS_OF_A_YEAR if kind == "worked_years" else 1)
    if months < counting:
        keys = (Key.TERM, Key.LIMIT)
        yield Notice(NoticeKind.TERM_TOO_SHORT, keys, number=months, other=Fraction(counting))


def _personal(answers: Answers) -> Iterator[Notice]:
    data = set(answers.several(Key.PERSONAL, "data"))
    if asked.BSN in data:
        yield Notice(NoticeKind.BSN_ASKED, (Key.PERSONAL,))
    if data & {asked.NAMES, asked.BORN, asked.IDENTITY}:
        yield Notice(NoticeKind.PERSONAL_DATA, (Key.PERSONAL,))
    if asked.BENEFIT in data:
        yield Notice(NoticeKind.HEALTH_DATA, (Key.PERSONAL,))


def _penalty(answers: Answers) -> Iterator[Notice]:
    factor = answers.number(Key.PENALTY, "factor")
    if factor is not None and factor > 1:
        yield Notice(NoticeKind.PENALTY_ABOVE_GAP, (Key.PENALTY,), number=factor)


def _relation(answers: Answers) -> Iterator[Notice]:
    if answers.text(Key.RELATION, "direct") == asked.NO:
        yield Notice(NoticeKind.RELATION, (Key.RELATION,))


def _table(answers: Answers) -> Iterator[Notice]:
    is_there = answers.text(Key.TABLE, "there")
    if answers.status(Key.TABLE) is Status.NOT_THERE or is_there == asked.NO:
        yield Notice(NoticeKind.TABLE_MISSING, (Key.TABLE,))


_FINDERS: tuple[Callable[[Answers], Iterator[Notice]], ...] = (
    _fixed,
    _arithmetic,
    _full_time,
    _groups,
    _term,
    _personal,
    _penalty,
    _relation,
    _table,
)
