"""Tasks, dialogs and Qt's own words: what stands behind the widgets."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from sroi_desktop.language import pgettext
from sroi_desktop.ui.kit import dialogs
from sroi_desktop.ui.kit.dialogs import FileKind, QtDialogs, Question
from sroi_desktop.ui.kit.question import QuestionDialog
from sroi_desktop.ui.kit.tasks import Progress, TaskCancelledError, TaskRunner
from sroi_desktop.ui.kit.theme import Theme
from sroi_desktop.ui.kit.translators import install_translators

PDF = FileKind("PDF", ("pdf",))


@pytest.fixture
def runner() -> Iterator[TaskRunner]:
    """Return a runner that is closed after the test."""
    made = TaskRunner()
    yield made
    made.close()


class Ear:
    """Remembers what it is told, and on which thread."""

    def __init__(self) -> None:
        self.done: list[object] = []
        self.failed: list[Exception] = []
        self.parts: list[tuple[int, int]] = []
        self.threads: set[str] = set()

    def hear(self, result: object) -> None:
        self.done.append(result)
        self.threads.add(threading.current_thread().name)

    def fail(self, error: Exception) -> None:
        self.failed.append(error)

    def part(self, done: int, total: int) -> None:
        self.parts.append((done, total))


def test_that_a_result_arrives_on_the_thread_of_the_window(
    qtbot: QtBot, runner: TaskRunner
) -> None:
    ear = Ear()
    with qtbot.waitSignals([runner.busy_changed, runner.busy_changed]):
        runner.run(lambda: threading.current_thread().name, done=ear.hear, failed=ear.fail)
        assert runner.is_busy
    qtbot.waitUntil(lambda: bool(ear.done))
    assert str(ear.done[0]).startswith("task")
    assert ear.threads == {threading.main_thread().name}
    assert not runner.is_busy


def test_that_a_failure_is_handed_over_as_it_is(qtbot: QtBot, runner: TaskRunner) -> None:
    ear = Ear()

    def work() -> None:
        raise ValueError("kapot")

    runner.run(work, done=ear.hear, failed=ear.fail)
    qtbot.waitUntil(lambda: bool(ear.failed))
    assert str(ear.failed[0]) == "kapot"
    assert ear.done == []


def test_that_progress_is_told_and_a_cancelled_job_ends(qtbot: QtBot, runner: TaskRunner) -> None:
    ear = Ear()
    go_on = threading.Event()

    def work(progress: Progress) -> None:
        progress.report(1, 3)
        go_on.wait(5)
        progress.report(2, 3)

    handle = runner.run_with_progress(work, done=ear.hear, failed=ear.fail, progress=ear.part)
    qtbot.waitUntil(lambda: ear.parts == [(1, 3)])
    handle.cancel()
    go_on.set()
    qtbot.waitUntil(lambda: bool(ear.failed))
    assert isinstance(ear.failed[0], TaskCancelledError)
    assert ear.parts == [(1, 3)]


def test_that_a_job_stopped_while_it_pauses_is_never_begun(
    qtbot: QtBot, runner: TaskRunner
) -> None:
    ear = Ear()
    begun: list[Progress] = []
    handle = runner.run_with_progress(begun.append, done=ear.hear, failed=ear.fail, pause=60)
    handle.cancel()
    qtbot.waitUntil(lambda: bool(ear.failed))  # at once, not after a minute
    assert isinstance(ear.failed[0], TaskCancelledError)
    assert begun == []


def test_that_a_job_begins_after_its_pause(qtbot: QtBot, runner: TaskRunner) -> None:
    ear = Ear()
    runner.run_with_progress(lambda _progress: 7, done=ear.hear, failed=ear.fail, pause=0.01)
    qtbot.waitUntil(lambda: ear.done == [7])


def test_that_a_widget_that_died_meanwhile_is_left_alone(qtbot: QtBot, runner: TaskRunner) -> None:
    heard: list[object] = []

    class Screen(QObject):
        def hear(self, result: object) -> None:
            heard.append(result)

        def part(self, _done: int, _total: int) -> None:
            heard.append("part")

    go_on = threading.Event()
    screen = Screen()

    def work(progress: Progress) -> int:
        go_on.wait(5)
        progress.report(1, 1)
        return 1

    runner.run_with_progress(work, done=screen.hear, failed=screen.hear, progress=screen.part)
    import shiboken6

    shiboken6.delete(screen)
    go_on.set()
    qtbot.waitUntil(lambda: not runner.is_busy)
    assert heard == []


def test_that_closing_stops_jobs_and_delivers_nothing_more(qtbot: QtBot) -> None:
    runner = TaskRunner()
    ear = Ear()
    started = threading.Event()

    def work(progress: Progress) -> None:
        started.set()
        while True:
            progress.check()

    runner.run_with_progress(work, done=ear.hear, failed=ear.fail)
    started.wait(5)
    runner.close()
    QCoreApplication.processEvents()
    assert (ear.done, ear.failed) == ([], [])


class FakeDialogs:
    """Answers without asking anyone."""

    def open_files(
        self, parent: QWidget | None, title: str, kinds: tuple[FileKind, ...], *, many: bool
    ) -> tuple[Path, ...]:
        return (Path("a.pdf"), Path("b.pdf")) if many else (Path("a.pdf"),)

    def save_file(
        self, parent: QWidget | None, title: str, proposal: Path, kind: FileKind
    ) -> Path | None:
        return proposal

    def open_folder(self, parent: QWidget | None, title: str) -> Path | None:
        return None

    def confirm(self, parent: QWidget | None, question: Question) -> bool:
        return not question.danger

    def tell(self, parent: QWidget | None, title: str, text: str) -> None:
        self.told = text

    def run(self, dialog: QDialog) -> bool:
        return True


def test_that_tests_can_answer_every_question(qtbot: QtBot) -> None:
    fake = FakeDialogs()
    before = dialogs.use_dialogs(fake)
    try:
        assert dialogs.ask_open_file(None, "Open") == Path("a.pdf")
        assert len(dialogs.ask_open_files(None, "Open", (PDF,))) == 2
        assert dialogs.ask_save_file(None, "Bewaar", Path("x.pdf"), PDF) == Path("x.pdf")
        assert dialogs.ask_folder(None, "Map") is None
        assert dialogs.confirm(None, Question("Zeker?", "Ja?", "Ja"))
        dialogs.tell(None, "Klaar", "Alles staat er.")
        assert fake.told == "Alles staat er."
        dialog = QDialog()
        qtbot.addWidget(dialog)
        assert dialogs.run_dialog(dialog)
    finally:
        dialogs.use_dialogs(before)


@pytest.mark.parametrize(
    ("name", "kept"),
    [("Rapport Q3.v2", "Rapport Q3.v2.pdf"), ("r.PDF", "r.PDF"), ("r", "r.pdf")],
)
def test_that_a_saved_file_gets_the_ending_of_its_kind(name: str, kept: str) -> None:
    assert dialogs.with_ending(Path("/x") / name, PDF).name == kept


def test_that_file_dialogs_offer_the_kinds_and_all_files(
    monkeypatch: pytest.MonkeyPatch, theme: Theme
) -> None:
    asked: list[str] = []

    def one(_parent: object, _title: str, _where: str, filters: str) -> tuple[str, str]:
        asked.append(filters)
        return "/tmp/x", ""  # noqa: S108 - nothing is written

    def many(_parent: object, _title: str, _where: str, _filters: str) -> tuple[list[str], str]:
        return ["/a.pdf", "/b.pdf"], ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", one)
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", many)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", one)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    real = QtDialogs()
    assert real.open_files(None, "Open", (PDF,), many=False) == (Path("/tmp/x"),)  # noqa: S108
    assert asked == ["PDF (*.pdf);;All files (*)"]
    assert len(real.open_files(None, "Open", (PDF,), many=True)) == 2
    saved = real.save_file(None, "Bewaar", Path("rapport"), PDF)
    assert saved is not None
    assert saved.name == "x.pdf"
    assert real.open_folder(None, "Map") is None


@pytest.mark.parametrize("danger", [False, True])
def test_that_the_safe_answer_is_the_one_enter_gives(
    monkeypatch: pytest.MonkeyPatch, theme: Theme, qtbot: QtBot, danger: bool
) -> None:
    seen: list[str] = []

    def answer(dialog: QuestionDialog) -> int:
        dialog.show()
        seen.append(dialog.safe_answer().text())
        dialog.safe_answer().click()
        return dialog.result()

    monkeypatch.setattr(QDialog, "exec", answer)
    question = Question("Wissen?", "Dit kan niet ongedaan.", "Wissen", "Bewaren", danger=danger)
    parent = QWidget()
    qtbot.addWidget(parent)
    assert QtDialogs().confirm(parent, question) is not danger
    assert seen == ["Bewaren" if danger else "Wissen"]
    QtDialogs().tell(parent, "Klaar", "Alles staat er.")
    assert seen[1:] == ["OK"]


def test_that_qt_speaks_the_chosen_language(qapp: QApplication) -> None:
    install_translators(qapp, "nl")
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Annuleren"
    assert QCoreApplication.translate("QFileDialog", "Look in:") == pgettext(
        "file dialog", "Look in:"
    )
    assert QCoreApplication.translate("Nobody", "Unheard of") == "Unheard of"
    install_translators(qapp, "en")
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"


def test_that_accessible_names_are_missed_when_they_are_missing(qtbot: QtBot) -> None:
    from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout

    from sroi_desktop.ui.kit.accessibility import nameless

    host = QWidget()
    qtbot.addWidget(host)
    layout = QVBoxLayout(host)
    bare, named = QLineEdit(), QLineEdit()
    bare.setObjectName("bare")
    label = QLabel("&Naam")
    label.setBuddy(named)
    custom = QWidget()
    custom.setObjectName("custom")
    from PySide6.QtCore import Qt

    custom.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    for widget in (bare, label, named, QPushButton(""), QPushButton("Ja"), custom):
        layout.addWidget(widget)
    found = nameless(host)
    assert [said.kind for said in found] == ["QLineEdit", "QPushButton", "QWidget"]
    assert found[0].object_name == "bare"
