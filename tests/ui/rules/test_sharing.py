"""Rules from and to others: looked into first, never over what is there, and own ones removed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from sroi_desktop.domain.rules import RuleSet
from sroi_desktop.rulesets import SourceFile, load_library
from sroi_desktop.services import own_sets
from sroi_desktop.services.desk import Desk
from sroi_desktop.ui import pages
from sroi_desktop.ui.kit.accessibility import nameless
from sroi_desktop.ui.kit.act_menu import MoreButton
from sroi_desktop.ui.kit.dialogs import use_dialogs
from sroi_desktop.ui.rules.screen import make_screen
from sroi_desktop.ui.rules.view import RulesPanel
from tests.ui.desks import new_desk, take_on
from tests.ui.dialogs import Answers
from tests.ui.hands import press
from tests.ui.screens import Opening, open_screen

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    made = new_desk()
    made.library = load_library(own_folder=tmp_path / "rules")
    return made


@pytest.fixture
def answers() -> Iterator[Answers]:
    made = Answers()
    before = use_dialogs(made)
    yield made
    use_dialogs(before)


def own(edition: str = "2026") -> RuleSet:
    shipped = load_library().get("harlingen")
    return replace(shipped, id="van-ons", title="Van ons", edition=edition)


def sent(path: Path, *rule_sets: RuleSet) -> Path:
    annex = SourceFile("bijlage.pdf", b"%PDF")
    path.write_bytes(own_sets.passed_on(rule_sets, [annex], sealed=True))
    return path


def ids(desk: Desk) -> list[str]:
    """Return the own sets that there are now."""
    return [one.id for one in desk.library.own_sets]


def read(opening: Opening, answers: Answers, path: Path) -> str:
    """Read rules from a file, with the button; returns what is told."""
    answers.files = (path,)
    opening.screen.run_act("read_rules")
    return opening.words()


def test_that_a_pack_is_looked_into_and_taken_over(
    qtbot: QtBot, desk: Desk, answers: Answers, tmp_path: Path
) -> None:
    opening = open_screen(qtbot, make_screen, desk)
    told = read(opening, answers, sent(tmp_path / "van-ons.sroi-rules", own()))
    for words in ("In van-ons.sroi-rules", "Van ons, 2026", "new", "Seal", "1 document"):
        assert words in told
    assert ids(desk) == []
    assert nameless(opening.screen) == []
    opening.press("rules.take")
    assert ids(desk) == ["van-ons"]
    assert "1 rule set taken over." in opening.words()
    assert opening.screen.header().title == "Rules by municipality"


def test_that_a_pack_can_be_left(
    qtbot: QtBot, desk: Desk, answers: Answers, tmp_path: Path
) -> None:
    opening = open_screen(qtbot, make_screen, desk)
    read(opening, answers, sent(tmp_path / "van-ons.sroi-rules", own()))
    opening.press("rules.leave")
    assert ids(desk) == []
    assert "In van-ons" not in opening.words()


def test_that_what_comes_in_never_overwrites(
    qtbot: QtBot, desk: Desk, answers: Answers, tmp_path: Path
) -> None:
    own_sets.take_in(desk.library, [own()])
    opening = open_screen(qtbot, make_screen, desk)
    told = read(opening, answers, sent(tmp_path / "x.sroi-rules", own()))
    assert "you have it already" in told
    assert not opening.find(QWidget, "rules.take").isEnabled()
    told = read(opening, answers, sent(tmp_path / "y.sroi-rules", own("2027")))
    assert "as another edition" in told
    opening.press("rules.take")
    assert sorted(ids(desk)) == ["van-ons", "van-ons-2"]


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("kapot.toml", b"format = ", "ends too early"),
        ("leeg.toml", b"", "missing"),
        ("groot.toml", b"#" * 50_000_000, "larger than"),
        ("bom.toml", b"a = " + b"[" * 1500, "nested too deeply"),
        ("pak.sroi-rules", b"PK\x03\x04 nothing", "not a pack"),
        ("tekst.toml", b"\xff\xfe", "not a text file"),
    ],
)
def test_that_a_file_that_cannot_be_used_is_told_and_nothing_is_kept(
    qtbot: QtBot,
    desk: Desk,
    answers: Answers,
    tmp_path: Path,
    name: str,
    data: bytes,
    words: str,
) -> None:
    (tmp_path / name).write_bytes(data)
    opening = open_screen(qtbot, make_screen, desk)
    assert words in read(opening, answers, tmp_path / name)
    assert ids(desk) == []
    assert not list(tmp_path.glob("rules/*"))


def test_that_many_problems_are_counted_after_five(
    qtbot: QtBot, desk: Desk, answers: Answers, tmp_path: Path
) -> None:
    block = '[[blocks]]\ncode = "X"\nlabel = ""\nkind = "placement"\nunit = "per_year"\n'
    head = 'id = "x"\ntitle = "x"\npublisher = "x"\ncovers = []\ncomplete = true\n'
    (tmp_path / "x.toml").write_text(head + block * 3, encoding="utf-8")
    opening = open_screen(qtbot, make_screen, desk)
    assert "more" in read(opening, answers, tmp_path / "x.toml")


def test_that_a_pack_that_was_changed_on_the_way_is_refused(
    qtbot: QtBot, desk: Desk, answers: Answers, tmp_path: Path
) -> None:
    path = sent(tmp_path / "x.sroi-rules", own())
    path.write_bytes(path.read_bytes().replace(b"Van ons", b"Van hen"))
    opening = open_screen(qtbot, make_screen, desk)
    told = read(opening, answers, path)
    assert "not a pack" in told or "seal" in told.lower()
    assert ids(desk) == []


def test_that_thinking_better_of_it_changes_nothing(
    qtbot: QtBot, desk: Desk, answers: Answers
) -> None:
    own_sets.take_in(desk.library, [own()])
    opening = open_screen(qtbot, make_screen, desk, "van-ons")
    opening.screen.run_act("read_rules")
    opening.pick("act.pass_pack")
    answers.agrees = False
    opening.pick("act.remove_set")
    assert ids(desk) == ["van-ons"]


def test_that_a_file_can_be_dropped_on_the_page(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    path = sent(tmp_path / "van-ons.sroi-rules", own())
    opening = open_screen(qtbot, make_screen, desk)
    panel = opening.screen.findChild(RulesPanel)
    assert panel is not None
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    copy, left, plain = (
        Qt.DropAction.CopyAction,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    hovering = QDragEnterEvent(QPointF(9, 9), copy, mime, left, plain)
    panel.dragEnterEvent(hovering)
    assert hovering.isAccepted()
    panel.dropEvent(QDropEvent(QPointF(9, 9), copy, mime, left, plain))
    assert "Van ons, 2026" in opening.words()
    other = QMimeData()
    other.setText("no file")
    panel.dropEvent(QDropEvent(QPointF(9, 9), copy, other, left, plain))
    assert "Van ons, 2026" in opening.words()


@pytest.mark.parametrize(("act", "name"), [("pass_pack", "x.sroi-rules"), ("pass_text", "x.toml")])
def test_that_a_set_is_passed_on_whole(
    qtbot: QtBot, desk: Desk, answers: Answers, tmp_path: Path, act: str, name: str
) -> None:
    opening = open_screen(qtbot, make_screen, desk, "utrecht-v3")
    answers.save_to = tmp_path / name
    opening.pick(f"act.{act}")
    assert f"Written: {name}." in opening.words()
    pack = own_sets.look_into(tmp_path / name, desk.library)
    assert desk.library.with_usual_evidence(pack.rule_sets[0]) == desk.library.get("utrecht-v3")


def test_that_what_is_seldom_done_is_in_a_menu_that_the_keyboard_opens(
    qtbot: QtBot, desk: Desk, answers: Answers, tmp_path: Path
) -> None:
    opening = open_screen(qtbot, make_screen, desk, "utrecht-v3")
    answers.save_to = tmp_path / "x.toml"
    more = opening.find(MoreButton, "rules.more")
    more.setFocus()
    press(more, Qt.Key.Key_Return)
    menu = more.menu_of_acts
    qtbot.waitUntil(menu.isVisible)
    assert [one.text() for one in menu.actions()] == ["Pass on, sealed…", "Pass on as text…"]
    press(menu, Qt.Key.Key_Down)
    press(menu, Qt.Key.Key_Down)
    press(menu, Qt.Key.Key_Return)
    qtbot.waitUntil((tmp_path / "x.toml").exists)


def test_that_a_place_that_cannot_be_written_is_told(
    qtbot: QtBot, desk: Desk, answers: Answers, tmp_path: Path
) -> None:
    opening = open_screen(qtbot, make_screen, desk, "utrecht-v3")
    answers.save_to = tmp_path / "nergens" / "x.toml"
    opening.pick("act.pass_text")
    assert "is not there" in opening.words()


def test_that_an_own_set_is_marked_changed_copied_and_removed(
    qtbot: QtBot, desk: Desk, answers: Answers
) -> None:
    own_sets.take_in(desk.library, [own()])
    opening = open_screen(qtbot, make_screen, desk, "van-ons")
    assert "Own" in opening.words()
    opening.press("act.adjust_set")
    opening.pick("act.copy_set")
    opening.screen.run_act("new_set")
    assert opening.asked.pages == [
        (pages.RULE_EDITOR, pages.RuleEditorTarget("van-ons")),
        (pages.RULE_EDITOR, pages.RuleEditorTarget("van-ons", copy=True)),
        (pages.RULE_EDITOR, pages.RuleEditorTarget()),
    ]
    opening.pick("act.remove_set")
    assert "keep their own copy" in answers.questions[0].text
    assert ids(desk) == []
    assert "Removed: “Van ons”" in opening.words()
    opening.press("act.put_back")
    assert ids(desk) == ["van-ons"]
    assert "“Van ons” is back." in opening.words()
    opening.screen.run_act("put_back")
    assert ids(desk) == ["van-ons"]


def test_that_a_published_set_can_only_be_copied(qtbot: QtBot, desk: Desk) -> None:
    opening = open_screen(qtbot, make_screen, desk, "utrecht-v3")
    assert opening.screen.findChild(QAction, "act.remove_set") is None
    opening.press("act.adjust_set")
    assert opening.asked.pages == [(pages.RULE_EDITOR, pages.RuleEditorTarget("utrecht-v3"))]


def test_that_the_copy_of_a_contract_is_adjusted_with_the_contract(
    qtbot: QtBot, desk: Desk
) -> None:
    contract_id = take_on(desk)
    opening = open_screen(qtbot, make_screen, desk, pages.ContractTarget(contract_id))
    assert opening.screen.findChild(QAction, "act.pass_text") is None
    opening.press("act.adjust_set")
    target = pages.RuleEditorTarget(contract_id=contract_id)
    assert opening.asked.pages == [(pages.RULE_EDITOR, target)]


def test_that_what_cannot_be_taken_over_or_removed_is_told(
    qtbot: QtBot, desk: Desk, answers: Answers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opening = open_screen(qtbot, make_screen, desk)
    read(opening, answers, sent(tmp_path / "van-ons.sroi-rules", own()))
    (tmp_path / "rules").write_text("in the way", encoding="utf-8")
    opening.press("rules.take")
    assert "cannot be written" in opening.words()
    (tmp_path / "rules").unlink()
    own_sets.take_in(desk.library, [own()])

    def refuse(_path: Path, *, missing_ok: bool) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "unlink", refuse)
    opening.screen.open_at("van-ons")
    opening.pick("act.remove_set")
    assert "cannot be written" in opening.words()
