"""What to ask the authority: what the clause does not say, and what in it does not fit."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from sroi_desktop.domain.clause import kinds as asked
from sroi_desktop.domain.clause.answers import Status
from sroi_desktop.domain.clause.kinds import Key
from sroi_desktop.domain.clause.questions import QUESTIONS, question
from sroi_desktop.domain.clause.signals import NoticeKind
from sroi_desktop.domain.rules import Category

if TYPE_CHECKING:
    from collections.abc import Callable

    from sroi_desktop.domain.clause.answers import Answers
    from sroi_desktop.domain.clause.signals import Notice

LOW_LABOUR = Fraction(30)
# What the authority can mend; the others are for the owner to know.
_TO_ASK = (
    NoticeKind.ABOVE_USUAL,
    NoticeKind.LITTLE_LABOUR,
    NoticeKind.ARITHMETIC,
    NoticeKind.GROUP_AGAINST_VOG,
    NoticeKind.GROUP_AGAINST_DIPLOMA,
    NoticeKind.TERM_TOO_SHORT,
    NoticeKind.BSN_ASKED,
    NoticeKind.PERSONAL_DATA,
    NoticeKind.HEALTH_DATA,
)


@dataclass(frozen=True, slots=True)
class Ask:
    """One question for the authority: about what is not there, or about a notice.

    `page` is where the clause says what it is about, where that is known.
    """

    key: Key
    notice: Notice | None = None
    page: str | None = None


def questions_to_ask(answers: Answers, notices: tuple[Notice, ...]) -> tuple[Ask, ...]:
    """Return the questions for the authority, in the order of the clause.

    Args:
        answers: what was read; what is not there and matters is asked about.
        notices: what deserves a second look; those that the authority can mend are asked about.
    """
    gaps = [Ask(one.key) for one in answers.asked if _is_worth_asking(answers, one.key)]
    order = {one.key: place for place, one in enumerate(QUESTIONS)}
    about = [
        Ask(notice.keys[0], notice, _page(answers, notice))
        for notice in notices
        if notice.kind in _TO_ASK
    ]
    return tuple(sorted((*gaps, *about), key=lambda ask: order[ask.key]))


def _is_worth_asking(answers: Answers, key: Key) -> bool:
    if answers.status(key) is not Status.NOT_THERE or not question(key).open_to_all:
        return False
    matters = _MATTERS.get(key)
    return matters is None or matters(answers)


def _page(answers: Answers, notice: Notice) -> str | None:
    found = (answers.given(key) for key in notice.keys)
    return next((answer.page for answer in found if answer is not None and answer.page), None)


def _never(_answers: Answers) -> bool:
    """What is not demanded, or no exception, is not there: to ask would only invite it."""
    return False


def _grows(answers: Answers) -> bool:
    """A maximum matters where the obligation grows with what is invoiced."""
    return answers.text(Key.BASE, "base") == "invoiced_turnover"


def _has_little_labour(answers: Answers) -> bool:
    labour = answers.number(Key.CONTRACT, "labour")
    is_delivery = answers.text(Key.CONTRACT, "category") == Category.SUPPLIES.value
    return is_delivery or (labour is not None and labour < LOW_LABOUR)


def _counts_time(answers: Answers) -> bool:
    return answers.text(Key.DEMAND, "unit") not in {asked.HOURS, asked.PLACEMENTS}


def _is_punished(answers: Answers) -> bool:
    return answers.status(Key.PENALTY) is not Status.NOT_THERE


_MATTERS: dict[Key, Callable[[Answers], bool]] = {
    Key.THRESHOLD: _never,
    Key.OFFER: _never,
    Key.DEMANDS: _never,
    Key.GROUP_LIMITS: _never,
    Key.CAP: _grows,
    Key.LOW_LABOUR: _has_little_labour,
    Key.FULL_TIME: _counts_time,
    Key.RECOVERY: _is_punished,
    Key.FAULT: _is_punished,
}
