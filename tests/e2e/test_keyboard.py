"""Taking on a contract and booking someone without a mouse: Tab, arrows, Enter and letters."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QComboBox

from tests.e2e.conftest import Computer
from tests.e2e.owner import Owner
from tests.ui.app.conftest import new_file
from tests.ui.desks import take_on

pytestmark = pytest.mark.no_cover


@pytest.fixture
def owner(computer: Computer, tmp_path: Path) -> Owner:
    """Return the owner before an administration without contracts."""
    return computer.start(new_file(tmp_path / "toetsen.sroi"))


@pytest.fixture
def owner_with_contract(computer: Computer, tmp_path: Path) -> Owner:
    """Return the owner before an administration with one contract."""
    return computer.start(new_file(tmp_path / "toetsen.sroi", take_on))


def answer(owner: Owner, name: str, text: str) -> None:
    """Go to a field with Tab and type."""
    owner.tab_to(f"{name}.editor")
    owner.write(text)


def test_that_a_contract_is_taken_on_without_a_mouse(owner: Owner) -> None:
    owner.tab_to("act.new")
    owner.press("Space")
    assert owner.focus() == "new_contract.title.editor"
    owner.write("Groenonderhoud Wijk Oost")
    answer(owner, "new_contract.authority", "Utrecht")
    owner.press("Ctrl+Return")
    assert owner.focus() == "card.utrecht-v3"
    owner.press("Alt+V")
    assert owner.focus() == "new_contract.category.works"
    owner.press("Right")
    owner.press("Space")
    assert owner.find("new_contract.category.services", QAbstractButton).isChecked()
    answer(owner, "new_contract.sum", "2400000")
    answer(owner, "new_contract.percentage", "5")
    assert "€ 120.000" in owner.words("new_contract.owed")
    owner.press("Ctrl+Return")
    owner.press("Right", times=3)
    owner.press("Space")
    assert owner.find("new_contract.state.running", QAbstractButton).isChecked()
    answer(owner, "new_contract.starts", "1-1-2026")
    answer(owner, "new_contract.ends", "31-12-2027")
    owner.tab_to("new_contract.rhythm.editor")
    owner.press("Down", times=2)
    assert owner.find("new_contract.rhythm.editor", QComboBox).currentText() == "elk kwartaal"
    owner.press("Ctrl+Return")
    assert owner.focus() == "new_contract.on"
    owner.press("Space")
    assert owner.page == "contract"
    assert "Groenonderhoud Wijk Oost" in owner.words("page.contract")


def test_that_someone_is_booked_without_a_mouse(owner_with_contract: Owner) -> None:
    owner = owner_with_contract
    owner.tab_to("act.book")
    owner.press("Return")
    assert owner.focus() == "card.placement"
    owner.press("Space")
    owner.press("Return")
    assert owner.focus() == "booking.candidate.editor"
    owner.press("Tab")
    assert owner.focus() == "booking.role.editor"
    owner.write("Medewerker groen")
    owner.press("Tab")
    assert owner.focus() == "booking.block.editor"
    owner.press("Alt+Down")
    owner.take_from_list(owner.find("booking.block.editor", QComboBox), "Participatiewet")
    owner.press("Tab")
    assert owner.focus() == "booking.starts.editor"
    owner.write("1-3-2026")
    owner.press("Tab")
    assert owner.focus() == "booking.ends.editor"
    owner.write("31-8-2026")
    owner.press("Tab")
    assert owner.focus() == "booking.hours_per_week.editor"
    owner.write("24")
    assert owner.words("booking.value") == "€ 13.333,33"
    owner.press("Ctrl+Return")
    assert "€ 13.333,33" in owner.words("notice")
    owner.press("Ctrl+Z")
    assert "Medewerker groen" in owner.words("notice")


def test_that_escape_keeps_what_was_typed_as_a_draft(owner_with_contract: Owner) -> None:
    owner = owner_with_contract
    owner.tab_to("act.book")
    owner.press("Return")
    owner.press("Space")
    owner.press("Return")
    owner.press("Escape")
    assert owner.page != "booking"
    owner.tab_to("act.book")
    owner.press("Return")
    assert owner.sees("booking.drafts")
    owner.tab_to("booking.resume.booking.new.1")
    owner.press("Space")
    assert owner.sees("booking.candidate")
