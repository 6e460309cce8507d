"""The social-return paragraph of a tender, read question by question.

Knows the questions, what an answer may be, what follows from it for a contract and its rules,
what to ask the authority, and what deserves a second look. Holds no sentence: see `language`.
"""

from __future__ import annotations

from sroi_desktop.domain.clause.answers import Answer, Answers, Intake, Status
from sroi_desktop.domain.clause.asking import Ask, questions_to_ask
from sroi_desktop.domain.clause.contracts import contract_from
from sroi_desktop.domain.clause.faults import (
    Fault,
    FaultKind,
    RefusedAnswerError,
    clashes,
    faults_in,
)
from sroi_desktop.domain.clause.kinds import Key, Part, PartKind, Question, Topic
from sroi_desktop.domain.clause.questions import QUESTIONS, question
from sroi_desktop.domain.clause.rules import Wording, rules_from, to_note
from sroi_desktop.domain.clause.signals import Notice, NoticeKind, signals

__all__ = [
    "QUESTIONS",
    "Answer",
    "Answers",
    "Ask",
    "Fault",
    "FaultKind",
    "Intake",
    "Key",
    "Notice",
    "NoticeKind",
    "Part",
    "PartKind",
    "Question",
    "RefusedAnswerError",
    "Status",
    "Topic",
    "Wording",
    "clashes",
    "contract_from",
    "faults_in",
    "question",
    "questions_to_ask",
    "rules_from",
    "signals",
    "to_note",
]
