"""The firm's own PSO certificates, in the settings."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from sroi_desktop.domain.periods import Period
from sroi_desktop.domain.pso import Certificate
from sroi_desktop.domain.rules import PsoLevel
from sroi_desktop.services import certificates
from sroi_desktop.storage import DiskFullError, Store
from sroi_desktop.ui import pages
from sroi_desktop.ui.kit.accessibility import nameless
from sroi_desktop.ui.kit.fields import ChoiceField
from sroi_desktop.ui.kit.palette import Tone
from sroi_desktop.ui.settings.certificates_card import CertificatesCard
from sroi_desktop.ui.settings.certificates_presenter import (
    CHANGE,
    FROM,
    KEEP,
    LEVEL,
    REMOVE,
    UNTIL,
    CertificateRow,
    CertificatesPresenter,
)
from sroi_desktop.ui.settings.screen import make_screen
from tests.ui.desks import new_desk
from tests.ui.screens import open_screen

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from sroi_desktop.services.changes import Done

YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))
STEP_2 = Certificate(PsoLevel.STEP_2, YEAR)


class FakeCard:
    def __init__(self) -> None:
        self.rows: tuple[CertificateRow, ...] = ()
        self.texts: dict[str, str] = {}
        self.is_change = False
        self.fields: dict[str, tuple[str | None, str | None]] = {}
        self.message = ("", Tone.INFO)

    def show_rows(self, rows: tuple[CertificateRow, ...]) -> None:
        self.rows = rows

    def show_certificate(self, texts: dict[str, str], *, is_change: bool) -> None:
        self.texts, self.is_change = texts, is_change

    def show_field(self, field: str, reading: str | None, error: str | None) -> None:
        self.fields[field] = (reading, error)

    def show_message(self, text: str, tone: Tone) -> None:
        self.message = (text, tone)


class Firm:
    def __init__(self) -> None:
        self.desk, self.view = new_desk(), FakeCard()
        self.done: list[Done] = []
        self.presenter = CertificatesPresenter(self.view, self.desk, self.done.append)
        self.presenter.load()

    def write(self, level: str, first: str, last: str) -> None:
        for field, text in ((LEVEL, level), (FROM, first), (UNTIL, last)):
            self.presenter.type(field, text)
            self.presenter.leave(field)

    def keep(self, certificate: Certificate) -> int:
        kept = certificates.keep(self.desk, certificate).id or 0
        self.presenter.load()
        return kept

    def changing(self) -> bool:
        return self.view.is_change


@pytest.fixture
def firm() -> Firm:
    return Firm()


def test_that_a_certificate_is_read_back_and_kept(firm: Firm) -> None:
    firm.write("2", "1-1-2026", "31-12-2026")
    assert firm.view.fields[FROM] == ("01-01-2026", None)
    firm.presenter.run_act(KEEP)
    assert [(one.level, one.valid) for one in certificates.every(firm.desk)] == [
        (PsoLevel.STEP_2, YEAR)
    ]
    assert firm.view.texts == {LEVEL: "", FROM: "", UNTIL: ""}
    assert len(firm.done) == 1
    assert (firm.view.rows[0].standing, firm.view.rows[0].tone) == ("Geldig", Tone.GOOD)


def test_that_what_lacks_or_cannot_be_is_told_at_the_spot(firm: Firm) -> None:
    firm.presenter.leave(FROM)
    assert firm.view.fields[FROM] == (None, None)
    firm.write("", "31-12-2026", "1-1-2026")
    firm.presenter.run_act(KEEP)
    assert firm.view.fields[LEVEL][1]
    assert firm.view.fields[UNTIL][1]
    firm.write("2", "31-13-2026", "1-1-2026")
    firm.presenter.run_act(KEEP)
    assert firm.view.fields[FROM][1]
    assert certificates.every(firm.desk) == ()


def test_that_old_and_coming_certificates_are_told_apart(firm: Firm) -> None:
    firm.keep(Certificate(PsoLevel.ASPIRANT, Period(date(2020, 1, 1), date(2021, 12, 31))))
    firm.keep(Certificate(PsoLevel.STEP_3, Period(date(2027, 1, 1), date(2028, 12, 31))))
    assert [row.standing for row in firm.view.rows] == ["Nog niet ingegaan", "Verlopen"]


def test_that_a_certificate_is_changed_left_or_taken_away(firm: Firm) -> None:
    kept = firm.keep(STEP_2)
    firm.presenter.run_act(f"{CHANGE}{kept}")
    assert firm.changing()
    assert firm.view.texts[UNTIL] == "31-12-2026"
    firm.write("30_plus", "1-1-2026", "31-12-2027")
    firm.presenter.run_act(KEEP)
    assert certificates.every(firm.desk)[0].level is PsoLevel.STEP_30_PLUS
    firm.presenter.run_act(f"{CHANGE}{kept}")
    firm.presenter.run_act("cancel")
    assert not firm.changing()
    firm.presenter.run_act(REMOVE)  # nothing is shown
    firm.presenter.run_act(f"{CHANGE}{kept}")
    firm.presenter.run_act(REMOVE)
    assert certificates.every(firm.desk) == ()


def test_that_one_that_went_elsewhere_leaves_the_fields(firm: Firm) -> None:
    kept = firm.keep(STEP_2)
    firm.presenter.run_act(f"{CHANGE}{kept}")
    firm.desk.store.undo()
    firm.presenter.load()
    assert not firm.changing()


def test_that_a_full_disk_is_told_and_loses_nothing(
    firm: Firm, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_args: object, **_more: object) -> None:
        raise DiskFullError(None)

    firm.write("2", "1-1-2026", "31-12-2026")
    monkeypatch.setattr(Store, "act", refuse)
    firm.presenter.run_act(KEEP)
    assert firm.view.message[1] is Tone.DANGER


def test_that_the_next_step_brings_the_certificates_into_sight(qtbot: QtBot) -> None:
    opening = open_screen(qtbot, make_screen, new_desk(), pages.CertificatesTarget())
    level = opening.find(ChoiceField, "settings.certificate.level")
    qtbot.waitUntil(level.combo.hasFocus)


def test_that_an_owner_keeps_and_changes_a_certificate(qtbot: QtBot) -> None:
    desk = new_desk()
    opening = open_screen(qtbot, make_screen, desk)
    card = opening.find(CertificatesCard, "settings.certificates")
    level = opening.find(ChoiceField, "settings.certificate.level")
    level.set_value("2")
    level.combo.activated.emit(level.combo.currentIndex())
    opening.fill_in("settings.certificate.from", "1-1-2026")
    opening.fill_in("settings.certificate.until", "31-12-2026")
    keep = next(one for one in card.findChildren(type(card._keep)) if one is card._keep)
    keep.click()
    (kept,) = certificates.every(desk)
    assert kept.level is PsoLevel.STEP_2
    opening.press(f"act.{CHANGE}{kept.id}")
    assert card._remove.isVisible()
    assert nameless(opening.screen) == []
    card._remove.click()
    assert certificates.every(desk) == ()
    certificates.keep(desk, STEP_2)
    card.show_message("Iets", Tone.WARNING)
    card.show_field(LEVEL, None, "Kies iets.")
    assert level.error() == "Kies iets."
