from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import pytest

from sroi_desktop.domain.parties import Company
from sroi_desktop.services import administrations, companies, drafts, history
from sroi_desktop.services.changes import Changed, Done
from sroi_desktop.services.desk import Desk
from sroi_desktop.storage import DiskFullError, create_store, open_store, series
from sroi_desktop.system import paths
from sroi_desktop.system.settings import Settings, Theme
from sroi_desktop.ui import firm
from sroi_desktop.ui.kit.content import Act
from sroi_desktop.ui.kit.palette import Tone
from sroi_desktop.ui.settings.choices_presenter import (
    ChoicesPresenter,
    language_choices,
    text_size_choices,
    theme_choices,
)
from sroi_desktop.ui.settings.company_presenter import (
    CHOOSE_LOGO,
    DRAFT,
    DROP,
    DROP_LOGO,
    SAVE,
    CompanyPresenter,
)
from sroi_desktop.ui.settings.data_presenter import (
    BACK_UP,
    SHOW_BACKUPS,
    SHOW_FILE,
    DataContent,
    DataPresenter,
)
from tests.ui.desks import LIBRARY, new_desk

if TYPE_CHECKING:
    from collections.abc import Iterator

T = TypeVar("T")
PNG = b"\x89PNG\r\n\x1a\n" + b"picture"


@dataclass
class FakeCompany:
    typed: dict[str, str] = field(default_factory=dict)
    faults: dict[str, str | None] = field(default_factory=dict)
    unsaved: bool = False
    message: str = ""
    act: Act | None = None
    logo: bytes | None = None
    logo_possible: bool = False
    logo_fault: str | None = None
    picture: Path | None = None
    shows: bool = True

    def texts(self) -> dict[str, str]:
        return dict(self.typed)

    def show_texts(self, texts: Mapping[str, str]) -> None:
        self.typed = dict(texts)

    def show_fault(self, field: str, text: str | None) -> None:
        self.faults[field] = text

    def show_unsaved(self, *, unsaved: bool) -> None:
        self.unsaved = unsaved

    def show_message(self, text: str, tone: Tone, act: Act | None = None) -> None:
        self.message, self.act = text, act

    def show_logo(self, data: bytes | None, *, is_possible: bool) -> None:
        self.logo, self.logo_possible = data, is_possible

    def show_logo_fault(self, text: str | None) -> None:
        self.logo_fault = text

    def can_show(self, data: bytes) -> bool:
        return self.shows

    def choose_picture(self) -> Path | None:
        return self.picture


class Firm:
    """The presenter of the firm with its fake view, and what it announced and told."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.view = FakeCompany()
        self.announced: list[Done] = []
        self.told: list[str] = []
        self.presenter = CompanyPresenter(self.view, desk, self.announced.append, self.told.append)
        self.presenter.load()

    def type_in(self, name: str, text: str) -> None:
        self.view.typed[name] = text
        self.presenter.change(name)


@pytest.fixture
def shop() -> Firm:
    return Firm(new_desk(company="Van Dijk"))


def test_that_the_firm_is_shown_as_it_is_kept(shop: Firm) -> None:
    assert shop.view.typed == firm.texts_of(Company("Van Dijk"))
    assert not shop.view.unsaved
    assert shop.view.message == ""


def test_that_a_change_can_be_saved_and_is_one_act(shop: Firm) -> None:
    shop.type_in("kvk", "1234 5678")
    shop.presenter.run_act(SAVE)
    assert shop.desk.store.company() == Company("Van Dijk", kvk="12345678")
    assert shop.announced[0].changed == {Changed.COMPANY}
    assert shop.told
    assert shop.view.typed["kvk"] == "12345678"
    history.undo(shop.desk)
    assert shop.desk.store.company() == Company("Van Dijk")


def test_that_spaces_alone_are_no_change(shop: Firm) -> None:
    shop.type_in("name", "Van  Dijk ")
    assert not shop.view.unsaved


def test_that_nothing_is_saved_while_a_field_is_wrong(shop: Firm) -> None:
    shop.type_in("kvk", "12")
    assert not shop.view.faults["kvk"]
    shop.presenter.finish("kvk")
    assert shop.view.faults.get("kvk")
    shop.type_in("name", "")
    shop.presenter.run_act(SAVE)
    assert shop.view.faults.get("name")
    assert shop.desk.store.company() == Company("Van Dijk")
    assert shop.view.typed["kvk"] == "12"


def test_that_a_citizen_number_is_refused_while_it_is_typed(shop: Firm) -> None:
    shop.type_in("contact", "M. van Dijk 111222333")
    assert shop.view.faults.get("contact")
    shop.type_in("contact", "M. van Dijk")
    assert not shop.view.faults.get("contact")


def test_that_what_was_typed_and_not_saved_is_found_again(shop: Firm) -> None:
    shop.type_in("town", "Utrecht")
    shop.presenter.leave()
    later = Firm(shop.desk)
    assert later.view.typed["town"] == "Utrecht"
    assert later.view.unsaved
    assert later.view.act is not None
    later.presenter.run_act(DROP)
    assert later.view.typed["town"] == ""
    assert later.view.message == ""
    assert drafts.kept(shop.desk, DRAFT) is None


def test_that_leaving_without_changes_keeps_no_draft(shop: Firm) -> None:
    shop.presenter.leave()
    assert drafts.kept(shop.desk, DRAFT) is None
    shop.type_in("town", "Utrecht")
    shop.presenter.leave()
    shop.type_in("town", "")
    shop.presenter.leave()
    assert drafts.kept(shop.desk, DRAFT) is None


def test_that_news_from_elsewhere_never_overwrites_what_was_typed(shop: Firm) -> None:
    shop.type_in("town", "Utrecht")
    companies.keep(shop.desk, Company("De Haan"))
    shop.presenter.refresh()
    assert shop.view.typed["name"] == "Van Dijk"
    shop.type_in("town", "")
    shop.presenter.refresh()
    assert shop.view.typed["name"] == "De Haan"


def test_that_a_new_administration_can_get_its_firm_here() -> None:
    shop = Firm(new_desk(company=""))
    assert not shop.view.logo_possible
    shop.type_in("name", "Van Dijk")
    shop.presenter.run_act(SAVE)
    assert shop.desk.store.company() == Company("Van Dijk")
    assert shop.view.logo_possible


def test_that_a_full_disk_is_told_and_loses_nothing(
    shop: Firm, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_desk: Desk, _company: Company) -> Done:
        raise DiskFullError(None)

    monkeypatch.setattr(companies, "keep", fail)
    shop.type_in("town", "Utrecht")
    shop.presenter.run_act(SAVE)
    assert shop.view.message
    assert shop.view.typed["town"] == "Utrecht"
    assert shop.view.unsaved


def test_that_a_logo_is_kept_at_once_and_can_be_taken_away(shop: Firm, tmp_path: Path) -> None:
    shop.presenter.run_act(CHOOSE_LOGO)
    assert shop.announced == []
    shop.view.picture = tmp_path / "logo.png"
    shop.view.picture.write_bytes(PNG)
    shop.presenter.run_act(CHOOSE_LOGO)
    assert shop.desk.store.logo() == PNG
    assert shop.view.logo == PNG
    shop.presenter.run_act(DROP_LOGO)
    assert shop.desk.store.logo() is None
    assert len(shop.announced) == 2


def test_that_a_file_that_is_no_picture_is_refused(shop: Firm, tmp_path: Path) -> None:
    shop.view.picture = tmp_path / "logo.png"
    shop.view.picture.write_bytes(b"no picture")
    shop.presenter.run_act(CHOOSE_LOGO)
    assert shop.view.logo_fault
    shop.view.picture.write_bytes(PNG)
    shop.view.shows = False
    shop.view.show_logo_fault(None)
    shop.presenter.run_act(CHOOSE_LOGO)
    assert shop.view.logo_fault
    assert shop.desk.store.logo() is None


@pytest.fixture
def on_disk(tmp_path: Path) -> Iterator[Desk]:
    desk = new_desk()
    with create_store(tmp_path / "groen.sroi", desk.clock.now) as store:
        made = Desk(store, LIBRARY, desk.clock)
        companies.keep(made, Company("Van Dijk"))
        yield made


def test_that_a_file_opened_to_read_only_refuses_in_a_sentence(on_disk: Desk) -> None:
    path = on_disk.store.path
    assert path is not None
    with open_store(path, on_disk.clock.now, read_only=True) as store:
        shop = Firm(Desk(store, LIBRARY, on_disk.clock))
        shop.type_in("town", "Utrecht")
        shop.presenter.run_act(SAVE)
        assert shop.view.message
        shop.presenter.leave()
        shop.presenter.run_act(DROP_LOGO)
        assert shop.view.logo_fault


@dataclass
class FakeChoices:
    settings: Settings | None = None
    reading: str | None = None
    fault: str | None = None

    def show_settings(self, settings: Settings) -> None:
        self.settings = settings

    def show_limit(self, reading: str | None, fault: str | None) -> None:
        self.reading, self.fault = reading, fault


@pytest.fixture
def chosen() -> list[Settings]:
    return []


@pytest.fixture
def choices(chosen: list[Settings]) -> ChoicesPresenter:
    presenter = ChoicesPresenter(FakeChoices(), new_desk(), chosen.append)
    presenter.load()
    return presenter


def test_that_each_choice_takes_effect_at_once(
    choices: ChoicesPresenter, chosen: list[Settings]
) -> None:
    choices.choose_theme("dark")
    choices.choose_text_size("18")
    choices.choose_language("en")
    assert chosen[-1] == Settings(language="en", theme=Theme.DARK, text_size=18)
    choices.choose_language("en")
    assert len(chosen) == 3


@pytest.mark.parametrize("text", ["0", "101", "-5", "12,5", "12.50", "1e9", "veel", ""])
def test_that_a_limit_that_makes_no_sense_is_refused(
    choices: ChoicesPresenter, chosen: list[Settings], text: str
) -> None:
    view = choices._view
    assert isinstance(view, FakeChoices)
    choices.type_limit(text)
    assert [view.fault] == [None]
    choices.set_limit(text)
    assert view.fault
    assert chosen == []


def test_that_the_limit_is_kept_in_megabytes(
    choices: ChoicesPresenter, chosen: list[Settings]
) -> None:
    choices.type_limit("50")
    assert isinstance(choices._view, FakeChoices)
    assert choices._view.reading == "50"
    choices.set_limit("50")
    assert chosen[-1].evidence_limit_mb == 50


def test_that_everything_that_can_be_chosen_has_words() -> None:
    for choice in (*theme_choices(), *text_size_choices(), *language_choices()):
        assert choice.text
    assert [choice.key for choice in theme_choices()] == [theme.value for theme in Theme]


@dataclass
class FakeData:
    content: DataContent | None = None
    messages: list[tuple[str, Tone]] = field(default_factory=list)
    folder: Path | None = None
    opens: bool = True

    def show_data(self, content: DataContent) -> None:
        self.content = content

    def show_message(self, text: str, tone: Tone) -> None:
        self.messages.append((text, tone))

    def open_folder(self, folder: Path) -> bool:
        self.folder = folder
        return self.opens


def nobody(_done: Done) -> None:
    """Listen to no news."""


def at_once(
    work: Callable[[], T], *, done: Callable[[T], None], failed: Callable[[Exception], None]
) -> None:
    try:
        result = work()
    except Exception as error:  # noqa: BLE001 - as the task runner does
        failed(error)
        return
    done(result)


def test_that_a_backup_is_made_and_named(on_disk: Desk) -> None:
    view = FakeData()
    told: list[Done] = []
    presenter = DataPresenter(view, on_disk, at_once, told.append)
    presenter.load()
    assert view.content is not None
    assert view.content.place.endswith("groen.sroi")
    assert view.content.can_back_up
    presenter.run_act(BACK_UP)
    words, tone = view.messages[-1]
    assert tone is Tone.GOOD
    assert f"{series(on_disk.store.path)}-20261122" in words
    assert administrations.last_backup(on_disk.store) == on_disk.clock.now()
    assert told == [Done(frozenset())]


def test_that_one_backup_is_made_at_a_time(on_disk: Desk) -> None:
    started: list[object] = []

    def later(work: object, *, done: object, failed: object) -> None:
        started.append(work)

    view = FakeData()
    presenter = DataPresenter(view, on_disk, later, nobody)
    presenter.run_act(BACK_UP)
    presenter.run_act(BACK_UP)
    assert len(started) == 1
    assert view.content is not None
    assert not view.content.can_back_up


@pytest.mark.parametrize("error", [DiskFullError(None), RuntimeError("secret detail")])
def test_that_a_backup_that_fails_is_told(on_disk: Desk, error: Exception) -> None:
    def fail(work: object, *, done: object, failed: Callable[[Exception], None]) -> None:
        failed(error)

    view = FakeData()
    presenter = DataPresenter(view, on_disk, fail, nobody)
    presenter.run_act(BACK_UP)
    words, tone = view.messages[-1]
    assert tone is Tone.DANGER
    assert "secret" not in words
    assert view.content is not None
    assert view.content.can_back_up


def test_that_the_folders_can_be_shown(on_disk: Desk) -> None:
    view = FakeData()
    presenter = DataPresenter(view, on_disk, at_once, nobody)
    presenter.run_act(SHOW_FILE)
    assert on_disk.store.path is not None
    assert view.folder == on_disk.store.path.parent
    presenter.run_act(SHOW_BACKUPS)
    assert view.folder == paths.backup_folder()
    view.opens = False
    presenter.run_act(SHOW_BACKUPS)
    assert str(paths.backup_folder()) in view.messages[-1][0]


def test_that_an_administration_in_memory_has_no_file_to_copy() -> None:
    view = FakeData()
    presenter = DataPresenter(view, new_desk(), at_once, nobody)
    presenter.load()
    assert view.content is not None
    assert not view.content.can_back_up
    assert not view.content.has_folder
    presenter.run_act(BACK_UP)
    assert view.messages == []


def test_that_a_file_that_was_moved_away_has_no_size(on_disk: Desk) -> None:
    assert on_disk.store.path is not None
    on_disk.store.path.rename(on_disk.store.path.with_name("elders.sroi"))
    view = FakeData()
    DataPresenter(view, on_disk, at_once, nobody).load()
    assert view.content is not None
    assert view.content.size == ""
