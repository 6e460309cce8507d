"""Answers in short for the tests of the clause intake."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sroi_desktop.domain.clause import Answer, Answers, Key, Status, Wording
from sroi_desktop.domain.contract import Contract, ContractState
from sroi_desktop.domain.obligation import Obligation, of_contract
from tests.unit.domain.build import RULES

if TYPE_CHECKING:
    from sroi_desktop.domain.clause.answers import Value

NOT_THERE = Answer(Status.NOT_THERE)
UNKNOWN = Answer(Status.UNKNOWN)
TENDER = Contract("2026-09", "Groenonderhoud", "Elders", RULES.id, ContractState.TENDER)
NO_NOTES: dict[Key, str] = {}


def given(page: str | None = None, quote: str | None = None, **values: Value) -> Answer:
    """Return an answer with these values."""
    return Answer(Status.GIVEN, tuple(values.items()), page, quote)


def answers(**by_key: Answer) -> Answers:
    """Return answers by the names of their questions."""
    found = Answers()
    for name, answer in by_key.items():
        found = found.with_answer(Key(name), answer)
    return found


def owed(contract: Contract) -> Obligation:
    """Return what a contract owes under rules that add nothing."""
    return of_contract(contract, RULES)


def wording(**notes: str) -> Wording:
    """Return the words of a set of rules made from a clause."""
    return Wording(
        id="test-own",
        title="Regels uit het bestek",
        publisher="Elders",
        remark="Uit het bestek overgenomen.",
        notes={Key(name): text for name, text in notes.items()},
        rows={"ex-gedetineerden": "Ex-gedetineerden"},
        missing=("Het maximum.",),
    )
