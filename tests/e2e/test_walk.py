"""The main job from end to end, through the window: a first contract, booked and reported.

An owner begins with nothing, takes on a contract, books three efforts, sees what to do next,
issues a report, closes and comes back another day. Each step looks at what the owner sees.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtWidgets import QAbstractButton, QLineEdit

from sroi_desktop.app import cli
from sroi_desktop.assets import resource
from sroi_desktop.system import paths
from tests.e2e.conftest import Computer
from tests.e2e.owner import Owner
from tests.ui.dialogs import Answers

pytestmark = pytest.mark.no_cover

FIRM = "Van Dijk Groenvoorziening B.V."
CONTRACT = "Groenonderhoud Wijk Oost"


def begin(owner: Owner) -> None:
    """Answer the four questions about the firm."""
    owner.picture("welcome")
    owner.click("welcome.new")
    owner.write(FIRM)
    owner.fill("welcome.kvk", "12345678")
    owner.fill("welcome.town", "Utrecht")
    owner.fill("welcome.contact", "Sanne van Dijk")
    owner.picture("four-questions")
    owner.click("welcome.begin")
    assert "Van Dijk Groenvoorziening" in owner.words()
    owner.picture("empty-overview")


def take_on(owner: Owner) -> None:
    """Take on the contract: EUR 2,400,000 at 5% is EUR 120,000."""
    owner.click("act.new")
    owner.write(CONTRACT)
    owner.fill("new_contract.authority", "Utrecht")
    owner.picture("new-contract")
    owner.click("new_contract.on")
    assert owner.find("card.utrecht-v3", QAbstractButton).isChecked()
    owner.picture("rules-of-the-contract")
    owner.click("new_contract.on")
    owner.click("new_contract.category.services")
    owner.fill("new_contract.sum", "2.400.000")
    owner.fill("new_contract.percentage", "5")
    assert "€ 120.000" in owner.words("new_contract.owed")
    owner.picture("what-is-owed")
    owner.click("new_contract.on")
    owner.click("new_contract.state.running")
    owner.fill("new_contract.starts", "1-1-2026")
    owner.fill("new_contract.ends", "31-12-2027")
    owner.choose("new_contract.rhythm", "elk kwartaal")
    owner.click("new_contract.on")
    owner.picture("check-the-contract")
    owner.click("new_contract.on")
    assert owner.page == "contract"
    assert CONTRACT in owner.words()
    owner.picture("contract")


def place_someone(owner: Owner, answers: Answers) -> None:
    """Book K-01, six months of 24 hours a week: EUR 13,333.33; one of the two pieces is there."""
    owner.click("act.book")
    owner.click("card.placement")
    owner.click("booking.onward")
    owner.fill("booking.role", "Medewerker groen")
    owner.choose("booking.block", "Participatiewet")
    owner.fill("booking.starts", "1-3-2026")
    owner.fill("booking.ends", "31-8-2026")
    owner.fill("booking.hours_per_week", "24")
    seen = owner.words()
    assert owner.words("booking.value") == "€ 13.333,33"
    for factor in ("€ 40.000 per jaar", "× 24/36", "× 6/12"):
        assert factor in seen
    owner.picture("placement")
    owner.click("booking.onward")
    owner.picture("which-contract")
    owner.click("booking.onward")
    answers.files = (resource("example", "document.pdf"),)
    owner.click("proof.file.arbeidsovereenkomst")
    owner.picture("evidence-of-the-placement")
    owner.click("booking.onward")
    assert "€ 13.333,33" in owner.words("notice")
    owner.picture("booked")


def buy(owner: Owner) -> None:
    """Buy for EUR 4,250 at a recognised social enterprise."""
    owner.click("act.book")
    owner.click("card.purchase")
    owner.click("booking.onward")
    owner.choose("booking.supplier", "nieuw")
    owner.fill("booking.supplier_name", "De Groene Werkplaats")
    owner.fill("booking.scheme", "PSO")
    owner.fill("booking.issuer", "PSO-Nederland")
    owner.fill("booking.valid_until", "31-12-2027")
    owner.fill("booking.starts", "15-5-2026")
    owner.fill("booking.amount", "4250")
    assert owner.words("booking.value") == "€ 4.250,00"
    owner.picture("purchase")
    owner.press("Ctrl+Return")
    assert "€ 4.250,00" in owner.words("notice")


def give_a_workshop(owner: Owner) -> None:
    """Give 3 x 8 hours of workshop: EUR 2,400."""
    owner.click("act.book")
    owner.click("card.activity")
    owner.click("booking.onward")
    owner.choose("booking.block", "Scholing, kennis")
    owner.fill("booking.starts", "10-6-2026")
    owner.fill("booking.employees", "3")
    owner.fill("booking.hours", "8")
    assert owner.words("booking.value") == "€ 2.400,00"
    owner.picture("workshop")
    owner.press("Ctrl+Return")
    assert "€ 2.400,00" in owner.words("notice")


def look_around(owner: Owner) -> None:
    """See what is realised, proven and open, and that evidence is what comes next."""
    owner.click("navigation.home")
    card = owner.words("home.contract.1")
    for part in ("€ 19.983 gerealiseerd", "van € 120.000", "€ 0 bewezen", "nog € 100.017"):
        assert part in card
    assert "Bewijs van de doelgroep" in owner.words("home.steps")
    assert "€ 13.333,33" in owner.words("home.steps")
    owner.picture("overview")
    owner.click("home.contract.1")
    for tab in ("standing", "efforts", "evidence", "reports", "deadlines", "details", "history"):
        owner.click_tab("contract.tabs", tab)
        owner.picture(f"contract-{tab}")
    owner.click("navigation.evidence")
    owner.picture("evidence")
    owner.click("navigation.efforts")
    assert "€ 19.983,33" in owner.words("efforts.totals")
    owner.picture("efforts")


def report(owner: Owner, answers: Answers, path: Path) -> None:
    """Make the progress report over three quarters, look at it, issue and save it."""
    owner.click("navigation.home")
    owner.click("act.step.1")
    assert owner.page == "reports"
    assert owner.find("reports.starts.editor", QLineEdit).text() == "01-01-2026"
    assert owner.find("reports.ends.editor", QLineEdit).text() == "30-09-2026"
    assert "0 namen en 0 burgerservicenummers" in owner.words("reports.contains")
    assert "Pagina 1 van" in owner.words("page.reports")
    owner.picture("report-preview")
    owner.click("act.issue")
    assert "2026-001" in answers.questions[-1].text
    owner.picture("report-issued")
    answers.save_to = path
    owner.click("act.save")
    assert path.name in owner.words("page.reports")
    printed = "".join(page.extract_text() for page in PdfReader(path).pages)
    for amount in ("13.333,33", "4.250,00", "2.400,00", "19.983,33", "100.016,67"):
        assert amount in printed


def see_the_totals(owner: Owner) -> str:
    """Return what the page of the contract says about amounts."""
    owner.click("navigation.home")
    owner.click("home.contract.1")
    owner.click_tab("contract.tabs", "standing")
    return owner.words("page.contract")


def check_the_file(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Verify the closed file as support would: integrity, history, reports, amounts."""
    assert cli.run(["verify", str(path), "--json"]) == 0
    checks = json.loads(capsys.readouterr().out)
    assert checks["ok"]
    assert [check["name"] for check in checks["checks"] if not check["ok"]] == []


def try_to_undo_what_was_reported(owner: Owner) -> None:
    """Ctrl+Z: the report rests on the last booking, so it stays, and a sentence says so."""
    before = see_the_totals(owner)
    owner.press("Ctrl+Z")
    assert "2026-001" in owner.words("notice")
    owner.picture("undo-refused")
    assert see_the_totals(owner) == before


def book_and_undo(owner: Owner) -> None:
    """Book one more, take it back, and do it again: the totals are exactly those before."""
    before = see_the_totals(owner)
    owner.click("act.book")
    owner.click("card.activity")
    owner.click("booking.onward")
    owner.choose("booking.block", "Scholing, kennis")
    owner.fill("booking.starts", "2-10-2026")
    owner.fill("booking.employees", "2")
    owner.fill("booking.hours", "4")
    owner.press("Ctrl+Return")
    after = see_the_totals(owner)
    assert after != before
    owner.press("Ctrl+Z")
    assert see_the_totals(owner) == before
    owner.press("Ctrl+Y")
    assert see_the_totals(owner) == after
    owner.press("Ctrl+Z")


def test_that_an_owner_books_and_reports_a_first_contract(
    computer: Computer, answers: Answers, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    owner = computer.start()
    begin(owner)
    take_on(owner)
    place_someone(owner, answers)
    buy(owner)
    give_a_workshop(owner)
    look_around(owner)
    report(owner, answers, tmp_path / "rapport.pdf")
    standing = see_the_totals(owner)
    for amount in ("€ 120.000", "€ 0", "€ 19.983", "€ 100.017"):
        assert amount in standing.splitlines()
    path = owner.session.desk.store.path
    assert path is not None
    owner.window.close()
    check_the_file(path, capsys)
    assert len(list(paths.backup_folder().glob("*.sroi"))) == 1
    again = computer.start()
    assert again.session.desk.store.path == path
    assert see_the_totals(again) == standing
    try_to_undo_what_was_reported(again)
    book_and_undo(again)
    assert see_the_totals(again) == standing
    again.window.close()
    check_the_file(path, capsys)
