"""Reading the social-return paragraph of a tender: every answer is kept at once, and undoable."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sroi_desktop.domain import clause, obligation
from sroi_desktop.domain.clause import Answer, Intake, RefusedAnswerError, Status
from sroi_desktop.domain.contract import Contract, ContractState
from sroi_desktop.domain.errors import DomainError
from sroi_desktop.language import _
from sroi_desktop.language.clause.notes import wording_of
from sroi_desktop.language.clause.questions import words_of
from sroi_desktop.services import contracts
from sroi_desktop.services import rules as published
from sroi_desktop.services.changes import Changed, Done
from sroi_desktop.services.own_rules import OWN

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sroi_desktop.domain.clause import Ask, Fault, Key, Notice
    from sroi_desktop.domain.clause.answers import Value
    from sroi_desktop.domain.obligation import Obligation
    from sroi_desktop.domain.rules import RuleSet
    from sroi_desktop.services.desk import Desk

# Some ten pages; the paragraph itself is one or two. Each answer keeps a copy in the history.
MOST_SIGNS = 40_000
_CHANGED = frozenset({Changed.CLAUSES})
_NO_NAME = "–"


@dataclass(eq=False)
class TooLongTextError(DomainError):
    """A text that is no paragraph of a tender any more, but the whole of it; `most` in signs."""

    most: int

    def __str__(self) -> str:
        return _(
            "This text is longer than {count} signs. Paste the paragraph about social return only."
        ).format(count=self.most)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the answers about a clause come to.

    `contract` and `rules` are as they would be taken on; `owed` is the obligation under these,
    and `clashes` are answers that contradict each other.
    """

    contract: Contract
    rules: RuleSet
    owed: Obligation
    notices: tuple[Notice, ...]
    asks: tuple[Ask, ...]
    clashes: tuple[Fault, ...]


def intakes(desk: Desk) -> tuple[Intake, ...]:
    """Return the clauses that were read, the newest first."""
    return desk.store.clauses()


def intake_of(desk: Desk, clause_id: int) -> Intake:
    """Return one clause.

    Raises:
        UnknownRecordError: there is no such clause.
    """
    return desk.store.clause(clause_id)


def begin(desk: Desk, intake: Intake) -> Done:
    """Keep a clause that is going to be read.

    Raises:
        TooLongTextError: the text is longer than any paragraph.
    """
    _check(intake)
    with desk.store.act("begin_clause", _name(intake)) as work:
        clause_id = work.add_clause(intake)
    return Done(_CHANGED, clause_id)


def describe(desk: Desk, intake: Intake) -> Done:
    """Change the name, authority, text or nearest rules of a clause.

    Raises:
        TooLongTextError: the text is longer than any paragraph.
        UnknownRecordError: there is no such clause.
    """
    _check(intake)
    with desk.store.act("change_clause", _name(intake)) as work:
        work.change_clause(intake)
    return Done(_CHANGED, intake.id)


def given(
    key: Key, values: Mapping[str, Value], page: str | None = None, quote: str | None = None
) -> Answer:
    """Return an answer with these values; what does not go with the first of them is left out.

    Raises:
        RefusedAnswerError: it cannot be right; it says at which part.
        CitizenNumberError: a text holds a number that could be a BSN.
    """
    faults = clause.faults_in(key, values)
    if faults:
        raise RefusedAnswerError(faults)
    asked = clause.question(key)
    parts = asked.asked(values.get(asked.parts[0].name))
    kept = tuple((part.name, values[part.name]) for part in parts if part.name in values)
    return Answer(Status.GIVEN, kept, page or None, quote or None)


def keep_answer(desk: Desk, clause_id: int, key: Key, answer: Answer | None) -> Done:
    """Keep an answer; None takes it away.

    Raises:
        UnknownRecordError: there is no such clause.
    """
    intake = desk.store.clause(clause_id).with_answer(key, answer)
    with desk.store.act("answer_clause", words_of(key).name) as work:
        work.change_clause(intake)
    return Done(_CHANGED, clause_id)


def remove(desk: Desk, clause_id: int) -> Done:
    """Remove a clause; a contract that came of it stays."""
    with desk.store.act("remove_clause", _name(desk.store.clause(clause_id))) as work:
        work.remove_clause(clause_id)
    return Done(_CHANGED, clause_id)


def bases(desk: Desk) -> tuple[RuleSet, ...]:
    """Return the rules that the answers can be held against: own ones, published, the usual."""
    return (*published.every(desk), published.generic(desk))


def chosen_base(desk: Desk, intake: Intake) -> RuleSet | None:
    """Return the rules that were chosen by hand; None where none were, or they are gone."""
    return None if intake.rule_set_id is None else desk.library.find(intake.rule_set_id)


def nearest_base(desk: Desk, intake: Intake) -> RuleSet:
    """Return what is nearest: the newest rules of the authority, else the usual rows."""
    of_authority = published.for_authority(desk, intake.authority)
    return next(iter(of_authority), None) or published.generic(desk)


def nearest(desk: Desk, intake: Intake) -> RuleSet:
    """Return the rules that the answers are held against, as a contract can use them.

    Those that were chosen, else the nearest.
    """
    found = chosen_base(desk, intake) or nearest_base(desk, intake)
    return published.to_take_on(desk, found)


def outcome_of(desk: Desk, intake: Intake) -> Outcome:
    """Return what the answers come to: contract, rules, obligation, and what to ask.

    Nothing is written; the contract has the next free number.
    """
    base = nearest(desk, intake)
    key = base.id if base.id.endswith(OWN) else f"{base.id}{OWN}"
    rules = clause.rules_from(intake.answers, base, wording_of(intake, key))
    contract = clause.contract_from(
        intake.answers,
        Contract(
            contracts.next_number(desk),
            intake.title.strip() or _NO_NAME,
            intake.authority.strip() or _NO_NAME,
            key,
            ContractState.TENDER,
            reference=intake.reference.strip() or None,
        ),
    )
    owed = obligation.of_contract(contract, rules)
    notices = clause.signals(intake.answers, owed)
    asks = clause.questions_to_ask(intake.answers, notices)
    return Outcome(contract, rules, owed, notices, asks, clause.clashes(intake.answers))


def _name(intake: Intake) -> str:
    return intake.title.strip() or intake.authority.strip() or _NO_NAME


def _check(intake: Intake) -> None:
    if len(intake.text) > MOST_SIGNS:
        raise TooLongTextError(MOST_SIGNS)
