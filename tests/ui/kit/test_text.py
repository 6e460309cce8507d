"""Labels: what they measure they measure once, and again whenever it may have changed."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from sroi_desktop.ui.kit.flow import wish_of
from sroi_desktop.ui.kit.text import Text
from sroi_desktop.ui.kit.theme import Appearance, Theme

LONG = "Wat u leeg laat, is niet vermeld. Het programma doet dan een aanname en zegt dat erbij."


@pytest.fixture
def label(qtbot: QtBot, theme: Theme) -> Text:
    theme.apply(Appearance.LIGHT, text_size=14)
    made = Text(LONG, wrap=True)
    qtbot.addWidget(made)
    made.ensurePolished()
    return made


def measured(label: Text, width: int) -> int:
    """Return the height as Qt measures it now."""
    return QLabel.heightForWidth(label, width)


def test_that_a_height_is_that_of_the_words_and_the_width(label: Text) -> None:
    for width in (120, 300, 120):
        assert label.heightForWidth(width) == measured(label, width)
    assert label.heightForWidth(120) > label.heightForWidth(300)
    label.setText("Kort")
    assert label.heightForWidth(120) == measured(label, 120)


def test_that_a_height_is_measured_once(label: Text, monkeypatch: pytest.MonkeyPatch) -> None:
    before = label.heightForWidth(200)

    def refuse(_label: QLabel, _width: int) -> int:
        raise AssertionError

    monkeypatch.setattr(QLabel, "heightForWidth", refuse)
    assert label.heightForWidth(200) == before


@pytest.mark.parametrize("size", [11, 22])
def test_that_another_text_size_is_measured_again(label: Text, theme: Theme, size: int) -> None:
    before = label.heightForWidth(200), label.line_width()
    theme.apply(Appearance.LIGHT, text_size=size)
    assert label.heightForWidth(200) == measured(label, 200)
    assert label.line_width() == label.fontMetrics().horizontalAdvance(LONG)
    assert (label.heightForWidth(200), label.line_width()) != before


def test_that_another_role_is_measured_again(label: Text) -> None:
    before = label.heightForWidth(200), label.line_width()
    label.set_role("section")
    assert label.heightForWidth(200) == measured(label, 200)
    assert (label.heightForWidth(200), label.line_width()) != before


def test_that_one_line_is_wished_for_where_a_label_may_wrap(label: Text) -> None:
    assert wish_of(label).width() == label.line_width() + 2
