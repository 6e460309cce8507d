"""Answers questions in place of a person, and remembers what was asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QDialog, QWidget

    from sroi_desktop.ui.kit.dialogs import FileKind, Question


class Answers:
    """What a person would answer; set it before the question comes."""

    def __init__(self) -> None:
        self.agrees = True
        self.save_to: Path | None = None
        self.files: tuple[Path, ...] = ()
        self.folder: Path | None = None
        self.questions: list[Question] = []
        self.told: list[tuple[str, str]] = []

    def open_files(
        self, parent: QWidget | None, title: str, kinds: tuple[FileKind, ...], *, many: bool
    ) -> tuple[Path, ...]:
        return self.files if many else self.files[:1]

    def save_file(
        self, parent: QWidget | None, title: str, proposal: Path, kind: FileKind
    ) -> Path | None:
        return self.save_to

    def open_folder(self, parent: QWidget | None, title: str) -> Path | None:
        return self.folder

    def confirm(self, parent: QWidget | None, question: Question) -> bool:
        self.questions.append(question)
        return self.agrees

    def tell(self, parent: QWidget | None, title: str, text: str) -> None:
        self.told.append((title, text))

    def run(self, dialog: QDialog) -> bool:
        return self.agrees
