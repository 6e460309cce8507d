from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QLocale, QStandardPaths
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QFileDialog, QInputDialog, QMessageBox

from tests.conftest import ModalDialogError

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot


@pytest.mark.usefixtures("qapp")
def test_that_tests_draw_without_a_screen_in_dutch() -> None:
    assert QGuiApplication.platformName() == os.environ["QT_QPA_PLATFORM"] == "offscreen"
    assert QLocale().name() == "nl_NL"


@pytest.mark.parametrize("dialog_class", [QDialog, QMessageBox, QFileDialog, QInputDialog])
def test_that_a_dialog_that_waits_for_a_person_fails_the_test(
    qtbot: QtBot, dialog_class: type[QDialog]
) -> None:
    dialog = dialog_class()
    qtbot.addWidget(dialog)
    with pytest.raises(ModalDialogError):
        dialog.exec()


@pytest.mark.parametrize(
    ("owner", "question"),
    [(QMessageBox, "question"), (QFileDialog, "getOpenFileName"), (QInputDialog, "getText")],
)
def test_that_a_ready_made_question_fails_the_test(owner: type[QDialog], question: str) -> None:
    with pytest.raises(ModalDialogError):
        getattr(owner, question)(None, "title", "text")


def test_that_qt_writes_into_the_home_of_the_test(home: Path) -> None:
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppDataLocation)
    assert folder.startswith(str(home))
