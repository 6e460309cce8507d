"""From the answers about a clause to a contract, and back to what the clause says."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QAbstractButton

from sroi_desktop.domain.clause import Answer, Intake, Key, Status
from sroi_desktop.domain.contract import ContractState
from sroi_desktop.domain.money import Money
from sroi_desktop.domain.rules import Citation
from sroi_desktop.services import clauses, contracts, dossiers
from sroi_desktop.ui import pages
from sroi_desktop.ui.contract.details import CLAUSE
from sroi_desktop.ui.contract.screen import make_screen as make_contract
from sroi_desktop.ui.new_contract.presenter import NewContractPresenter
from tests.ui.desks import new_desk
from tests.ui.new_contract.fakes import FakeView
from tests.ui.screens import open_screen

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from sroi_desktop.services.changes import Done
    from sroi_desktop.services.desk import Desk


@pytest.fixture
def desk() -> Desk:
    return new_desk()


@pytest.fixture
def clause_id(desk: Desk) -> int:
    intake = Intake("Groenonderhoud", "Gemeente Elders", "TN 1")
    for key, values in (
        (Key.CONTRACT, {"category": "services", "sum": Money(100_000_000)}),
        (Key.DEMAND, {"unit": "percentage", "percentage": Fraction(5)}),
        (Key.FULL_TIME, {"hours": Fraction(36)}),
        (Key.RHYTHM, {"rhythm": "quarterly"}),
    ):
        intake = intake.with_answer(key, clauses.given(key, values, "12"))  # type: ignore[arg-type]
    return clauses.begin(desk, intake.with_answer(Key.CAP, Answer(Status.NOT_THERE))).id or 0


class Talking:
    """The conversation about a new contract, with what it asked for."""

    def __init__(self, desk: Desk) -> None:
        self.view = FakeView()
        self.pages: list[tuple[str, object]] = []
        self.done: list[Done] = []
        self.presenter = NewContractPresenter(
            self.view, desk, self._open_page, self.done.append, self._tell
        )

    def _open_page(self, key: str, argument: object) -> None:
        self.pages.append((key, argument))

    def _tell(self, text: str) -> None:
        assert text


def test_that_the_answers_fill_in_the_conversation(desk: Desk, clause_id: int) -> None:
    talk = Talking(desk)
    talk.presenter.open_at(pages.NewContractTarget(clause_id=clause_id))
    form = talk.view.form
    assert (form.title, form.authority, form.reference) == (
        "Groenonderhoud", "Gemeente Elders", "TN 1",
    )  # fmt: skip
    assert (form.category, form.percentage, form.state) == ("services", "5%", "tender")
    assert talk.view.rules is not None
    chosen = next(card for card in talk.view.rules.cards if card.key == talk.view.rules.chosen)
    assert chosen.title == "Regels uit het bestek: Groenonderhoud"
    assert "pagina" in chosen.hint
    assert talk.view.owed is not None
    assert talk.view.owed.value == "€\xa050.000"


def test_that_the_contract_keeps_the_rules_and_the_clause(desk: Desk, clause_id: int) -> None:
    talk = Talking(desk)
    talk.presenter.open_at(pages.NewContractTarget(clause_id=clause_id))
    for _step in range(5):
        talk.presenter.go_on()
    (contract,) = desk.store.contracts()
    assert contract.state is ContractState.TENDER
    assert contract.percentage == Fraction(5)
    rules = desk.store.rule_set(contract.id or 0)
    assert rules.full_time_hours == Fraction(36)
    assert rules.citation("rhythm") == Citation("rhythm", "12")
    (clause,) = dossiers.clauses_of(desk, contract.id or 0)
    assert clause.id == clause_id


def test_that_a_conversation_that_was_left_still_has_the_rules(desk: Desk, clause_id: int) -> None:
    talk = Talking(desk)
    talk.presenter.open_at(pages.NewContractTarget(clause_id=clause_id))
    talk.presenter.answer("contact", "Mevrouw De Wit")
    talk.presenter.keep_draft()
    again = Talking(desk)
    again.presenter.open_at(None)
    assert again.view.form.contact == "Mevrouw De Wit"
    assert again.view.rules is not None
    assert "bestek" in again.view.rules.cards[0].title
    clauses.remove(desk, clause_id)
    without = Talking(desk)
    without.presenter.open_at(None)
    assert without.view.form.contact == "Mevrouw De Wit"
    assert without.view.rules is not None
    assert "bestek" not in without.view.rules.cards[0].title


def test_that_a_clause_that_is_gone_leads_to_the_contracts(desk: Desk) -> None:
    talk = Talking(desk)
    talk.presenter.open_at(pages.NewContractTarget(clause_id=9))
    assert talk.pages == [(pages.CONTRACTS, None)]


def test_that_the_details_lead_back_to_what_the_tender_says(
    qtbot: QtBot, desk: Desk, clause_id: int
) -> None:
    outcome = clauses.outcome_of(desk, clauses.intake_of(desk, clause_id))
    done = contracts.take_on(desk, outcome.contract, outcome.rules, clause_id)
    opening = open_screen(qtbot, make_contract, desk, pages.ContractTarget(done.id or 0, "details"))
    opening.press("act.clause")
    assert opening.asked.pages[-1] == (pages.CLAUSE, pages.ClauseTarget(clause_id))


def test_that_a_contract_without_a_clause_offers_none(
    qtbot: QtBot, desk: Desk, clause_id: int
) -> None:
    outcome = clauses.outcome_of(desk, clauses.intake_of(desk, clause_id))
    done = contracts.take_on(desk, outcome.contract, outcome.rules)
    opening = open_screen(qtbot, make_contract, desk, pages.ContractTarget(done.id or 0, "details"))
    assert not opening.find(QAbstractButton, "act.clause").isVisible()
    opening.screen.run_act(CLAUSE)
    assert opening.asked.pages == []
