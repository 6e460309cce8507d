"""A table that no shipped set has is typed over from a page, by keyboard, and then agreed with.

The page is the annex of a contract of the fictitious municipality Voorbeeldstad: twelve rows with
their values, two bonuses, a full-time week of 38 hours, 12 months at most, at least 12 hours a
week, 5% of the contract sum with a cap, other percentages for small contracts, half of the
obligation at most by purchases. `docs/own-rule-sets.md` tells how long it takes.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from sroi_desktop.domain.money import Money
from sroi_desktop.domain.obligation import Demand, owed
from sroi_desktop.domain.rules import (
    AgeCondition,
    CapOf,
    Category,
    CountingLimit,
    EffortKind,
    LimitKind,
    RuleSet,
    Unit,
)
from sroi_desktop.language.numbers import date_text
from sroi_desktop.services import contracts
from sroi_desktop.ui import pages
from sroi_desktop.ui.booking.screen import make_screen as booking_screen
from sroi_desktop.ui.kit.fields import ChoiceField
from sroi_desktop.ui.rule_editor.screen import make_screen
from sroi_desktop.ui.rules.screen import make_screen as rules_screen
from tests.ui.desks import wijk_oost
from tests.ui.dialogs import Answers
from tests.ui.rule_editor.typist import Typist
from tests.ui.screens import open_screen
from tests.unit.app.command import done

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from sroi_desktop.services.desk import Desk

pytestmark = pytest.mark.no_cover

ROWS = (
    ("Participatiewet korter dan 2 jaar", "31500"),
    ("Participatiewet langer dan 2 jaar", "42750"),
    ("Banenafspraak", "47250"),
    ("WW korter dan 1 jaar", "13650"),
    ("WW langer dan 1 jaar", "18900"),
    ("WIA of WAO", "36750"),
    ("Niet-uitkeringsgerechtigd", "11550"),
    ("Leerling bbl niveau 1 en 2", "26250"),
    ("Stage bol", "8400"),
    ("Werkervaringsplaats, per maand", "945,50"),
    ("Inkoop bij een sociale onderneming", ""),
    ("Workshop, per uur", "105"),
)
BONUSES = (("55 jaar of ouder", "9450"), ("Vast contract", "5250"))
ENTER, TAB = Qt.Key.Key_Return, Qt.Key.Key_Tab
# Measured by this test; a change of the screens that takes more keys has to be meant.
MOST_LETTERS, MOST_KEYS, MOST_CLICKS = 448, 52, 14


def typed_over(qtbot: QtBot, desk: Desk) -> tuple[RuleSet, Typist]:
    """Return the set as it is kept, typed with keys and a few clicks."""
    opening = open_screen(qtbot, make_screen, desk, pages.RuleEditorTarget())
    typist = Typist(opening)
    typist.click("rule_editor.start.empty")
    for answer in ("Bouwblokken 2026", "Gemeente Voorbeeldstad", "Voorbeeldstad", "38"):
        typist.write(answer)
        typist.press(TAB)
    _table(typist)
    _owed(typist)
    _time_and_limits(typist)
    assert "Nothing is wrong" in opening.words()
    typist.press(ENTER, modifier=Qt.KeyboardModifier.ControlModifier)
    (kept,) = desk.library.own_sets
    return kept, typist


def _table(typist: Typist) -> None:
    typist.go_to_tab(1)
    typist.click_row("blocks", 0, 0)
    for label, value in ROWS:
        typist.write(label)
        typist.press(ENTER)
        typist.write(value)
        typist.press(ENTER)
    typist.press(Qt.Key.Key_Escape)
    typist.click("rule_editor.bonuses.add")
    for label, value in BONUSES:
        typist.write(label)
        typist.press(ENTER)
        typist.write(value)
        typist.press(ENTER)
    typist.press(Qt.Key.Key_Escape)


def _owed(typist: Typist) -> None:
    typist.go_to_tab(2)
    typist.click_field("rule_editor.obligation.percentage")
    typist.write("5")
    typist.press(TAB)
    typist.press(Qt.Key.Key_Down)
    typist.press(TAB)
    typist.write("250.000")
    typist.press(TAB)
    typist.write("200.000")
    typist.press(TAB)
    typist.write("100.000")
    typist.click("rule_editor.fold.owed.1")
    typist.click("rule_editor.obligation.percentages.add")
    typist.write("2")
    typist.press(ENTER)
    typist.press(Qt.Key.Key_Down, 3)
    typist.press(ENTER)
    typist.press(Qt.Key.Key_Escape)


def _time_and_limits(typist: Typist) -> None:
    typist.go_to_tab(3)
    typist.click_field("rule_editor.counting.limit")
    typist.write("12")
    typist.press(TAB, 2)
    typist.write("12")
    typist.press(TAB)
    typist.go_to_tab(5)
    typist.click("rule_editor.share_caps.add")
    typist.write("Inkoop")
    typist.press(ENTER)
    typist.write("50")
    typist.press(TAB)
    typist.press(Qt.Key.Key_Escape)
    typist.click("rule_editor.share_caps.more")
    typist.tick("rule_editor.share_caps.kinds.purchase")


def exported(qtbot: QtBot, desk: Desk, path: Path, answers: Answers) -> None:
    """Pass the set on as a text, with the button on its page."""
    answers.save_to = path
    opening = open_screen(qtbot, rules_screen, desk, "bouwblokken-2026")
    opening.pick("act.pass_text")
    assert path.is_file()


def booked_value(qtbot: QtBot, desk: Desk, rules: RuleSet, start: date, end: date) -> str:
    """Return what the booking dialog says under a contract with these rules."""
    contract = replace(wijk_oost(), rule_set_id=rules.id)
    contract_id = contracts.take_on(desk, contract, rules).id
    opening = open_screen(qtbot, booking_screen, desk, pages.BookingTarget(contract_id))
    opening.press("card.placement")
    opening.press("booking.onward")
    field = opening.find(ChoiceField, "booking.block")
    field.set_value("ww-langer-dan-1-jaar")
    field.changed.emit()
    field.finished.emit()
    opening.fill_in("booking.role", "hovenier")
    opening.fill_in("booking.starts", date_text(start))
    opening.fill_in("booking.ends", date_text(end))
    opening.fill_in("booking.hours_per_week", "24")
    return str(opening.find(QLabel, "booking.value").text()).replace("\xa0", " ")


def test_that_a_typed_table_says_what_stands_on_the_page_and_is_worth_the_same_everywhere(
    qtbot: QtBot,
    desk: Desk,
    tmp_path: Path,
    answers: Answers,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """One walk, since typing it takes the time: each part of what it shows has its own name."""
    kept, typist = typed_over(qtbot, desk)
    assert typist.letters <= MOST_LETTERS
    assert typist.keys <= MOST_KEYS
    assert typist.clicks <= MOST_CLICKS
    says_its_rows_as_written(kept)
    says_its_terms_as_written(kept)
    path = tmp_path / "tabel.toml"
    exported(qtbot, desk, path, answers)
    start, end = date(2026, 3, 1), date(2026, 8, 31)
    # € 18.900 x 24/38 x 6/12
    expected = Money.from_euros(Fraction(18_900) * Fraction(24, 38) * Fraction(6, 12))
    said = done(
        capsys, "value", "--rules", path, "--block", "ww-langer-dan-1-jaar",
        "--start", start, "--end", end, "--hours", "24",
    )  # fmt: skip
    assert said["value"] == expected.plain == "5968.42"
    assert done(capsys, "rules", "check", path)["ok"] is True
    assert booked_value(qtbot, desk, kept, start, end) == "€ 5.968,42"


def says_its_rows_as_written(kept: RuleSet) -> None:
    """Hold the rows against the page: words, values, kinds and units."""
    amounts = [(one.label, one.value) for one in kept.blocks]
    written = [
        (label, Money.from_euros(Fraction(value.replace(",", "."))) if value else None)
        for label, value in ROWS
    ]
    assert amounts == written
    kinds = [one.kind for one in kept.blocks]
    assert kinds[:7] == [EffortKind.PLACEMENT] * 7
    assert kinds[7:] == [
        EffortKind.APPRENTICESHIP,
        EffortKind.TRAINEESHIP,
        EffortKind.TRAINEESHIP,
        EffortKind.PURCHASE,
        EffortKind.ACTIVITY,
    ]
    units = [one.unit for one in kept.blocks[9:]]
    assert units == [Unit.PER_MONTH, Unit.INVOICES, Unit.PER_HOUR]


def says_its_terms_as_written(kept: RuleSet) -> None:
    """Hold everything beside the rows against the page, and what is owed under it."""
    senior, permanent = kept.bonuses
    assert senior.age == AgeCondition(55)
    assert permanent.value == Money.from_euros(5_250)
    assert kept.full_time_hours == 38
    assert kept.counting.default_limit == CountingLimit(LimitKind.MONTHS, 12)
    assert kept.counting.min_hours_per_week == 12
    (cap,) = kept.share_caps
    assert (cap.kinds, cap.share, cap.of) == (
        (EffortKind.PURCHASE,), Fraction(1, 2), CapOf.OBLIGATION,
    )  # fmt: skip
    sum_ = Money.from_euros(2_000_000)
    works = owed(Demand(category=Category.WORKS, base=sum_), kept.obligation)
    supplies = owed(Demand(category=Category.SUPPLIES, base=sum_), kept.obligation)
    assert works.amount == Money.from_euros(100_000)
    assert supplies.amount == Money.from_euros(40_000)
