"""The reports page with real pages, clicks and keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from sroi_desktop.ui import pages
from sroi_desktop.ui.kit.accessibility import nameless
from sroi_desktop.ui.kit.dialogs import use_dialogs
from sroi_desktop.ui.kit.fields import ChoiceField, LineField
from sroi_desktop.ui.kit.tabs import TabBar
from sroi_desktop.ui.reports.printing import PrintJob, QtPrinting, ask_printer, use_printing
from sroi_desktop.ui.reports.screen import ReportsScreen, make_screen
from tests.ui.desks import book, take_on, wijk_oost
from tests.ui.dialogs import Answers
from tests.ui.screens import Opening, open_screen

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from sroi_desktop.services.desk import Desk


class FilePrinting:
    """A printer that prints to a file."""

    def __init__(self, path: Path | None) -> None:
        self.path = path

    def ask(self, parent: QWidget, title: str) -> QPrinter | None:
        if self.path is None:
            return None
        printer = QPrinter()
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(self.path))
        return printer


@pytest.fixture
def answers() -> Iterator[Answers]:
    made = Answers()
    before = use_dialogs(made)
    yield made
    use_dialogs(before)


@pytest.fixture
def effort_id(desk: Desk, contract_id: int) -> int:
    return book(desk, contract_id)


def document(opening: Opening) -> QPdfDocument:
    screen = opening.screen
    assert isinstance(screen, ReportsScreen)
    return screen.panel.preview.document


def open_reports(qtbot: QtBot, desk: Desk, argument: object = None) -> Opening:
    opening = open_screen(qtbot, make_screen, desk, argument)
    wait_for_pages(qtbot, opening)
    return opening


def wait_for_pages(qtbot: QtBot, opening: Opening) -> None:
    def are_there() -> bool:
        return not opening.bench.runner.is_busy and document(opening).pageCount() > 0

    qtbot.waitUntil(are_there, timeout=20_000)


def issue(opening: Opening) -> None:
    opening.screen.run_act("issue")


def test_that_the_pages_are_shown_as_they_will_print(
    qtbot: QtBot, desk: Desk, effort_id: int
) -> None:
    opening = open_reports(qtbot, desk)
    assert document(opening).status() is QPdfDocument.Status.Ready
    assert opening.find(QPdfView, "reports.pages").isVisible()
    assert "2026-001" in opening.words()
    assert "Pagina 1 van" in opening.words()


def test_that_one_can_walk_through_the_pages_and_look_closer(
    qtbot: QtBot, desk: Desk, effort_id: int
) -> None:
    opening = open_reports(qtbot, desk)
    opening.press("reports.chevron-down")
    assert "Pagina 2 van" in opening.words()
    opening.press("reports.chevron-up")
    assert "Pagina 1 van" in opening.words()
    shown = opening.find(QPdfView, "reports.pages")
    opening.press("reports.zoom-in")
    larger = shown.zoomFactor()
    opening.press("reports.zoom-out")
    assert shown.zoomFactor() < larger


def test_that_a_report_is_issued_once_by_a_double_click(
    qtbot: QtBot, desk: Desk, effort_id: int, answers: Answers
) -> None:
    opening = open_reports(qtbot, desk)
    issue(opening)
    issue(opening)
    assert len(desk.store.reports()) == 1
    assert len(answers.questions) == 1
    assert "0 namen en 0 burgerservicenummers" in answers.questions[0].text
    assert [act.key for act in opening.screen.header().acts] == ["print", "save"]


def test_that_typed_days_make_other_pages(qtbot: QtBot, desk: Desk, effort_id: int) -> None:
    opening = open_reports(qtbot, desk)
    before = document(opening)
    opening.fill_in("reports.ends", "30-6-2026")
    wait_for_pages(qtbot, opening)
    assert opening.find(LineField, "reports.ends").text() == "30-06-2026"
    assert document(opening) is before
    opening.fill_in("reports.ends", "31-2-2026")
    assert opening.find(LineField, "reports.ends").error()
    assert opening.find(LineField, "reports.ends").text() == "31-2-2026"


def test_that_contract_and_variant_are_chosen(
    qtbot: QtBot, desk: Desk, contract_id: int, effort_id: int
) -> None:
    park = take_on(desk, wijk_oost(number="2026-02", title="Park"))
    opening = open_reports(qtbot, desk, pages.ReportTarget(contract_id))
    opening.press("reports.variant.pseudonymous")
    wait_for_pages(qtbot, opening)
    assert "1 kandidaat" in opening.words()
    field = opening.find(ChoiceField, "reports.contract")
    field.set_value(str(park))
    field.finished.emit()
    wait_for_pages(qtbot, opening)
    field.set_text("bestaat niet")
    field.finished.emit()
    assert field.value() == str(park)


def test_that_making_pages_can_be_stopped(qtbot: QtBot, desk: Desk, effort_id: int) -> None:
    opening = open_screen(qtbot, make_screen, desk)
    opening.words()
    opening.press("reports.stop")

    def is_stopped() -> bool:
        return opening.find(QWidget, "reports.again").isVisible() or bool(
            document(opening).pageCount()
        )

    qtbot.waitUntil(is_stopped, timeout=20_000)
    if not document(opening).pageCount():
        opening.press("reports.again")
    wait_for_pages(qtbot, opening)


def test_that_leaving_the_page_stops_the_work(qtbot: QtBot, desk: Desk, effort_id: int) -> None:
    opening = open_screen(qtbot, make_screen, desk)
    assert opening.screen.may_leave()

    def is_quiet() -> bool:
        return not opening.bench.runner.is_busy

    qtbot.waitUntil(is_quiet, timeout=20_000)


def test_that_a_point_of_the_list_leads_to_its_page(
    qtbot: QtBot, desk: Desk, contract_id: int, effort_id: int
) -> None:
    opening = open_reports(qtbot, desk)
    opening.press("reports.check.EVIDENCE")
    assert opening.asked.pages == [(pages.EVIDENCE, pages.EvidenceTarget(contract_id))]


def test_that_an_issued_report_is_found_saved_and_printed(
    qtbot: QtBot, desk: Desk, effort_id: int, answers: Answers, tmp_path: Path
) -> None:
    opening = open_reports(qtbot, desk)
    issue(opening)
    wait_for_pages(qtbot, opening)
    assert "SHA-256" in opening.words()
    answers.save_to = tmp_path / "rapport.pdf"
    opening.screen.run_act("save")
    assert (tmp_path / "rapport.pdf").read_bytes() == desk.store.report_pdf(1)
    before = use_printing(FilePrinting(None))
    try:
        opening.screen.run_act("print")
        use_printing(FilePrinting(tmp_path / "print.pdf"))
        opening.screen.run_act("print")
        opening.screen.run_act("print")  # one at a time

        def is_printed() -> bool:
            return "naar de printer" in opening.words()

        qtbot.waitUntil(is_printed, timeout=20_000)
    finally:
        use_printing(before)
    printed = QPdfDocument()
    printed.load(str(tmp_path / "print.pdf"))
    assert printed.pageCount() == document(opening).pageCount()
    printed.close()
    tabs = opening.find(TabBar, "reports.tabs")
    tabs.setFocus()
    QTest.keyClick(tabs, Qt.Key.Key_Left)
    assert tabs.current_key() == "new"
    wait_for_pages(qtbot, opening)


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_that_a_printer_that_cannot_print_is_told(
    qtbot: QtBot, desk: Desk, effort_id: int, answers: Answers, tmp_path: Path
) -> None:
    opening = open_reports(qtbot, desk)
    issue(opening)
    wait_for_pages(qtbot, opening)
    before = use_printing(FilePrinting(tmp_path / "er niet" / "print.pdf"))
    try:
        opening.screen.run_act("print")
    finally:
        use_printing(before)
    assert "afgebroken" in opening.words()


def test_that_a_document_without_pages_is_not_printed(qtbot: QtBot, tmp_path: Path) -> None:
    document = QPdfDocument()
    printer = FilePrinting(tmp_path / "x.pdf").ask(QWidget(), "")
    assert printer is not None
    job = PrintJob(document, printer)
    with qtbot.waitSignal(job.finished) as ended:
        job.start()
    assert ended.args == [False]


def test_that_the_print_dialog_asks_for_a_printer(qtbot: QtBot, answers: Answers) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    before = use_printing(QtPrinting())
    try:
        assert ask_printer(parent, "Rapport 2026-001") is not None
        answers.agrees = False
        assert ask_printer(parent, "Rapport 2026-001") is None
    finally:
        use_printing(before)


def test_that_without_a_contract_the_page_says_what_to_do(qtbot: QtBot, desk: Desk) -> None:
    opening = open_screen(qtbot, make_screen, desk)
    assert "Hier komen uw rapporten" in opening.words()
    assert opening.screen.header().primary is None
    opening.press("act.add_contract")
    assert opening.asked.pages == [(pages.NEW_CONTRACT, None)]


def test_that_a_booking_elsewhere_renews_the_preview(
    qtbot: QtBot, desk: Desk, contract_id: int, effort_id: int
) -> None:
    from sroi_desktop.services.changes import EVERYTHING, Done

    opening = open_reports(qtbot, desk)
    book(desk, contract_id)
    opening.bench.announce(Done(EVERYTHING))
    assert opening.bench.runner.is_busy
    wait_for_pages(qtbot, opening)


def test_that_everything_has_a_name_for_a_screen_reader(
    qtbot: QtBot, desk: Desk, effort_id: int, answers: Answers
) -> None:
    opening = open_reports(qtbot, desk)
    assert nameless(opening.screen) == []
    issue(opening)
    wait_for_pages(qtbot, opening)
    opening.words()
    assert nameless(opening.screen) == []
