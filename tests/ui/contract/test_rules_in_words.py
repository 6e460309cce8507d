"""Rules that the program does not work out, and what a shortfall costs: nothing stays unsaid."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from sroi_desktop.domain.rules import Note, NotePlace, PenaltyTerms
from sroi_desktop.services import contracts
from sroi_desktop.services.desk import Desk
from sroi_desktop.ui import pages
from sroi_desktop.ui.contract.page_tabs import DeadlinesTab, EvidenceTab
from sroi_desktop.ui.contract.presenter import ContractPresenter
from sroi_desktop.ui.contract.standing_tab import StandingTab
from sroi_desktop.ui.kit.messages import Banner
from tests.ui.contract.fakes import FakeContractView
from tests.ui.desks import LIBRARY, Opened, new_desk, wijk_oost

NOTES = tuple(Note(f"Bij {place.value}.", place) for place in NotePlace)
RULES = replace(LIBRARY.get("utrecht-v3"), placed_notes=NOTES, penalty=None)


def kept(penalty: PenaltyTerms | None = None, **changes: object) -> tuple[Desk, int]:
    desk = new_desk()
    done = contracts.take_on(desk, wijk_oost(**changes), replace(RULES, penalty=penalty))
    return desk, done.id or 0


def seen(desk: Desk, contract_id: int, tab: str) -> FakeContractView:
    view = FakeContractView()
    presenter = ContractPresenter(view, desk, Opened(), lambda _done: None)
    presenter.open_at(pages.ContractTarget(contract_id, tab))
    return view


def test_that_notes_on_the_obligation_stand_with_its_derivation() -> None:
    standing = seen(*kept(), "standing").standing
    assert standing is not None
    assert standing.derivation is not None
    assert any("Bij obligation." in text for text in standing.derivation.warnings)


def test_that_they_stand_there_too_while_the_amount_is_not_known() -> None:
    standing = seen(*kept(sum_excl_vat=None), "standing").standing
    assert standing is not None
    assert "Bij obligation." in standing.no_chart


def test_that_notes_on_evidence_and_deadlines_stand_on_their_tabs(qtbot: QtBot) -> None:
    desk, contract_id = kept()
    evidence = seen(desk, contract_id, "evidence").evidence
    deadlines = seen(desk, contract_id, "deadlines").deadlines
    assert evidence is not None
    assert deadlines is not None
    first, second = EvidenceTab(), DeadlinesTab()
    for tab in (first, second):
        qtbot.addWidget(tab)
        tab.show()
    first.show_content(evidence)
    second.show_content(deadlines)
    for tab, words in ((first, "Bij evidence."), (second, "Bij deadlines.")):
        assert any(words in one.text() for one in tab.findChildren(Banner) if one.isVisible())


@pytest.mark.parametrize(
    ("penalty", "words"),
    [
        (None, ""),
        (PenaltyTerms(factor=Fraction(3, 2)), "may cost €\N{NO-BREAK SPACE}180.000."),
        (PenaltyTerms(pro_rata=True, recovery_months=6), "after 6 months to make up for it."),
        (PenaltyTerms(pro_rata=True, no_fault_exempt=True), "and tell the adviser in time."),
    ],
)
def test_that_it_is_said_what_a_shortfall_may_cost(
    qtbot: QtBot, penalty: PenaltyTerms | None, words: str
) -> None:
    standing = seen(*kept(penalty), "standing").standing
    assert standing is not None
    assert standing.penalty.endswith(words)
    tab = StandingTab()
    qtbot.addWidget(tab)
    tab.show()
    tab.show_content(standing)
    line = tab.findChild(QLabel, "contract.penalty")
    assert line is not None
    assert line.isVisible() == bool(words)


def test_that_nothing_is_said_once_nothing_is_owed() -> None:
    penalty = PenaltyTerms(factor=Fraction(3, 2))
    standing = seen(*kept(penalty, percentage=Fraction(0)), "standing").standing
    assert standing is not None
    assert standing.penalty == ""
