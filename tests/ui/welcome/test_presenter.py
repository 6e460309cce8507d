from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TypeVar

import pytest

from sroi_desktop.domain.parties import Company
from sroi_desktop.services import administrations, restoring, starting
from sroi_desktop.services.starting import Entrance, Store
from sroi_desktop.system import paths
from sroi_desktop.system.clock import FixedClock
from sroi_desktop.system.settings import Settings
from sroi_desktop.ui.kit.content import Act
from sroi_desktop.ui.kit.palette import Tone
from sroi_desktop.ui.welcome.content import BACKUPS, NEW, OPEN, PRACTISE, Found, Row
from sroi_desktop.ui.welcome.presenter import READ_ONLY, WelcomePresenter
from tests.ui.desks import LIBRARY

T = TypeVar("T")
CLOCK = FixedClock(date(2026, 11, 22))


@dataclass
class FakeView:
    page: str = ""
    recent: tuple[Row, ...] = ()
    rows: tuple[Row, ...] = ()
    faults: dict[str, str | None] = field(default_factory=dict)
    is_asked_again: bool = False
    found: Found | None = None
    busy: list[str] = field(default_factory=list)
    message: str = ""
    act: Act | None = None
    file: Path | None = None

    def show_start(self, recent: tuple[Row, ...]) -> None:
        self.page, self.recent = "start", recent

    def show_questions(self) -> None:
        self.page = "questions"

    def show_fault(self, field: str, text: str | None) -> None:
        self.faults[field] = text

    def focus_question(self) -> None:
        self.is_asked_again = True

    def show_backups(self, rows: tuple[Row, ...]) -> None:
        self.page, self.rows = "backups", rows

    def show_found(self, found: Found) -> None:
        self.found = found

    def show_busy(self, text: str) -> None:
        self.busy.append(text)

    def show_message(self, text: str, tone: Tone, act: Act | None = None) -> None:
        self.message, self.act = text, act

    def choose_file(self) -> Path | None:
        return self.file


def at_once(
    work: Callable[[], T], *, done: Callable[[T], None], failed: Callable[[Exception], None]
) -> None:
    try:
        result = work()
    except Exception as error:  # noqa: BLE001 - as the task runner does
        failed(error)
        return
    done(result)


class Lobby:
    """A presenter with its fake view; closes what it opens."""

    def __init__(self, folder: Path, settings: Settings | None = None) -> None:
        self.view = FakeView()
        self.opened: list[Store] = []
        entrance = Entrance(LIBRARY, CLOCK, settings or Settings())
        self.presenter = WelcomePresenter(self.view, entrance, self.opened.append, at_once, folder)
        self.presenter.load()

    def close(self) -> None:
        for store in self.opened:
            store.close()


@pytest.fixture
def lobby(tmp_path: Path) -> object:
    made = Lobby(tmp_path)
    yield made
    made.close()


def an_administration(name: str = "Van Dijk") -> Path:
    with starting.new(Company(name), Entrance(LIBRARY, CLOCK, Settings())) as store:
        assert store.path is not None
        return store.path


def a_backup() -> Path:
    with administrations.open_file(an_administration(), CLOCK) as store:
        return administrations.back_up(store, CLOCK)


def test_that_the_first_start_shows_the_choices_and_nothing_else(lobby: Lobby) -> None:
    assert lobby.view.page == "start"
    assert lobby.view.recent == ()
    assert lobby.view.message == ""


def test_that_only_the_name_of_the_firm_is_needed(lobby: Lobby) -> None:
    lobby.presenter.run_act(NEW)
    assert lobby.view.page == "questions"
    lobby.presenter.begin({"name": "", "kvk": "", "town": "", "contact": ""})
    assert lobby.view.faults["name"]
    assert lobby.view.is_asked_again
    assert lobby.opened == []
    lobby.presenter.begin({"name": " Van  Dijk ", "kvk": "", "town": "", "contact": ""})
    (store,) = lobby.opened
    company = store.company()
    assert company == Company("Van Dijk")


def test_that_answers_are_kept_the_way_they_are_usually_written(lobby: Lobby) -> None:
    lobby.presenter.begin(
        {"name": "Van Dijk", "kvk": "1234 5678", "town": "Utrecht", "contact": "M. van Dijk"}
    )
    company = lobby.opened[0].company()
    assert company == Company("Van Dijk", kvk="12345678", town="Utrecht", contact="M. van Dijk")


def test_that_a_citizen_number_is_refused_while_it_is_typed(lobby: Lobby) -> None:
    lobby.presenter.change("contact", "M. van Dijk 111222333")
    assert lobby.view.faults.get("contact")
    lobby.presenter.change("contact", "M. van Dijk")
    assert not lobby.view.faults.get("contact")


def test_that_other_faults_wait_until_the_field_is_left(lobby: Lobby) -> None:
    lobby.presenter.change("kvk", "123")
    assert not lobby.view.faults.get("kvk")
    lobby.presenter.finish("kvk", "123")
    assert lobby.view.faults.get("kvk")
    lobby.presenter.finish("kvk", "")
    assert not lobby.view.faults.get("kvk")
    lobby.presenter.finish("name", "")
    assert not lobby.view.faults.get("name")


def test_that_a_folder_that_refuses_is_told_in_a_sentence(
    lobby: Lobby, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken = an_administration("Bezet")
    monkeypatch.setattr(administrations, "default_path", lambda _name: taken)
    lobby.presenter.begin({"name": "Van Dijk"})
    assert "Bezet.sroi" in lobby.view.message
    assert lobby.opened == []


def test_that_practising_opens_a_copy_marked_as_an_example(lobby: Lobby) -> None:
    lobby.presenter.run_act(PRACTISE)
    (store,) = lobby.opened
    assert store.path == starting.example_path()
    company = store.company()
    assert company is not None
    assert company.example
    assert lobby.view.busy[0]
    assert lobby.view.busy[-1] == ""


def test_that_nothing_else_begins_while_one_waits(tmp_path: Path) -> None:
    waiting: list[object] = []

    def later(work: object, *, done: object, failed: object) -> None:
        waiting.append(work)

    entrance = Entrance(LIBRARY, CLOCK, Settings())
    view = FakeView()
    presenter = WelcomePresenter(view, entrance, lambda _store: None, later, tmp_path)
    presenter.load()
    presenter.run_act(PRACTISE)
    presenter.run_act(PRACTISE)
    presenter.run_act(NEW)
    view.file = tmp_path / "andere.sroi"
    presenter.choose_other_backup()
    assert len(waiting) == 1
    assert view.page == "start"


def test_that_what_was_open_before_opens_with_one_click(tmp_path: Path) -> None:
    path, gone = an_administration(), tmp_path / "weg.sroi"
    lobby = Lobby(tmp_path, Settings().opened(gone).opened(path))
    assert [(row.title, row.is_there) for row in lobby.view.recent] == [
        ("Van Dijk", True),
        ("weg", False),
    ]
    lobby.presenter.open_recent(0)
    assert lobby.opened[0].path == path
    lobby.presenter.open_recent(1)
    assert "weg.sroi" in lobby.view.message
    lobby.close()


def test_that_a_file_is_chosen_and_opened(lobby: Lobby) -> None:
    lobby.presenter.run_act(OPEN)
    assert lobby.opened == []
    lobby.view.file = an_administration()
    lobby.presenter.run_act(OPEN)
    assert lobby.opened[0].path == lobby.view.file


def test_that_a_file_in_use_can_be_opened_to_read_only(lobby: Lobby) -> None:
    path = an_administration()
    lobby.view.file = path
    with administrations.open_file(path, CLOCK):
        lobby.presenter.run_act(OPEN)
        assert "Van Dijk.sroi" in lobby.view.message
        assert lobby.view.act is not None
        assert lobby.view.act.key == READ_ONLY
        lobby.presenter.run_act(READ_ONLY)
    assert lobby.opened[0].read_only


def test_that_a_file_that_is_not_ours_is_refused_and_left_alone(
    lobby: Lobby, tmp_path: Path
) -> None:
    letter = tmp_path / "brief.sroi"
    letter.write_text("Geachte heer", encoding="utf-8")
    lobby.view.file = letter
    lobby.presenter.run_act(OPEN)
    assert "brief.sroi" in lobby.view.message
    assert lobby.view.act is None
    assert letter.read_text(encoding="utf-8") == "Geachte heer"
    lobby.presenter.run_act(READ_ONLY)
    assert lobby.opened == []


def test_that_a_damaged_file_leads_to_the_backups(lobby: Lobby) -> None:
    path = an_administration()
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2])
    lobby.view.file = path
    lobby.presenter.run_act(OPEN)
    assert lobby.view.act is not None
    lobby.presenter.run_act(lobby.view.act.key)
    assert lobby.view.page == "backups"
    assert lobby.view.message == ""


def test_that_a_backup_is_looked_into_before_it_is_put_back(lobby: Lobby) -> None:
    a_backup()
    lobby.presenter.run_act(BACKUPS)
    (row,) = lobby.view.rows
    assert "22 november 2026" in row.title
    assert "Van Dijk" in row.detail
    lobby.presenter.choose_backup(0)
    assert lobby.view.found is not None
    assert lobby.view.found.title == "Van Dijk"
    assert lobby.view.found.is_sound
    assert "22 november 2026" in lobby.view.found.lines[0]
    lobby.presenter.put_back()
    assert lobby.opened[0].path == paths.data_folder() / "Van Dijk 22-11-2026.sroi"


def test_that_a_backup_can_only_be_looked_at_too(lobby: Lobby, tmp_path: Path) -> None:
    a_backup()
    lobby.presenter.run_act(BACKUPS)
    lobby.presenter.choose_backup(0)
    lobby.presenter.view_backup()
    assert lobby.opened[0].read_only
    assert lobby.opened[0].path is not None
    assert lobby.opened[0].path.parent == tmp_path


def test_that_a_backup_from_elsewhere_can_be_chosen(lobby: Lobby) -> None:
    lobby.presenter.choose_other_backup()
    lobby.presenter.put_back()
    assert lobby.opened == []
    lobby.view.file = starting.write_example(LIBRARY)
    lobby.presenter.choose_other_backup()
    assert lobby.view.found is not None
    assert lobby.view.found.lines[0] == "Voorbeeldbedrijf.sroi"


def test_that_nothing_is_put_back_before_it_was_chosen(lobby: Lobby) -> None:
    lobby.presenter.put_back()
    lobby.presenter.view_backup()
    lobby.presenter.run_act(READ_ONLY)
    assert lobby.opened == []


def test_that_a_backup_that_cannot_be_read_is_told(lobby: Lobby, tmp_path: Path) -> None:
    letter = tmp_path / "brief.sroi"
    letter.write_text("Geachte heer", encoding="utf-8")
    lobby.view.file = letter
    lobby.presenter.choose_other_backup()
    assert "brief.sroi" in lobby.view.message
    assert lobby.view.found is None
    lobby.presenter.put_back()
    assert lobby.opened == []


def test_that_a_doubtful_backup_says_so(lobby: Lobby, monkeypatch: pytest.MonkeyPatch) -> None:
    content = restoring.Content("", 1, 1, None, is_sound=False)
    monkeypatch.setattr(restoring, "look", lambda _path, _clock: content)
    lobby.view.file = Path("/usb/kopie.sroi")
    lobby.presenter.choose_other_backup()
    assert lobby.view.found is not None
    assert lobby.view.found.title == "kopie"
    assert not lobby.view.found.is_sound
    assert len(lobby.view.found.lines) == 3


def test_that_an_unexpected_failure_is_told_without_details(
    lobby: Lobby, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_library: object) -> Path:
        raise RuntimeError("secret detail")

    monkeypatch.setattr(starting, "write_example", fail)
    lobby.presenter.run_act(PRACTISE)
    assert lobby.view.message
    assert "secret" not in lobby.view.message
