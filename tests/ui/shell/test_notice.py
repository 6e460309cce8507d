"""The short word after an act lies where it hides nothing that one needs next."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QStackedWidget, QWidget

from sroi_desktop.ui.shell.window import MainWindow
from tests.ui.shell.test_window import window

__all__ = ["window"]
LONG = "Rapport 2026-001 steunt hierop, daarom kan dit niet meer ongedaan worden gemaakt."


def _place(window: MainWindow, widget: QWidget) -> QRect:
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


def test_that_a_notice_hides_no_button_of_the_page_nor_undo(window: MainWindow) -> None:
    window.open_page("contracts")
    for text in ("Opdracht toegevoegd.", LONG):
        window.say(text)
        page = window.findChild(QStackedWidget)
        undo = window.findChild(QWidget, "status.undo-2")
        assert page is not None
        assert undo is not None
        assert not _place(window, window._over.notice).intersects(_place(window, page))
        assert not _place(window, window._over.notice).intersects(_place(window, undo))


def test_that_a_notice_stays_inside_a_narrow_window(window: MainWindow) -> None:
    window.say(LONG * 3)
    window.resize(640, 480)
    assert window.rect().contains(window._over.notice.geometry())


def test_that_a_word_of_two_lines_after_one_of_one_line_is_read_whole(window: MainWindow) -> None:
    window.resize(800, 600)
    notice = window._over.notice
    window.say("Bewaard.")
    low = notice.height()
    window.say(LONG * 2)
    assert notice.height() == notice.heightForWidth(notice.width()) > low
    window.say("Bewaard.")
    assert notice.height() == low


def test_that_a_notice_covers_all_of_the_foot_that_it_lies_over(window: MainWindow) -> None:
    window._status.show_legend(visible=True)
    window.resize(700, 600)
    window.say("Bewaard.")
    foot, notice = window._status.words, window._over.notice
    assert _place(window, notice).top() <= _place(window, foot).top()
    assert _place(window, notice).bottom() >= _place(window, foot).bottom()
