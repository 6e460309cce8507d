"""Questions that need an answer before anything else: files, yes or no, a message.

The only place that waits for a dialog (`exec`). Screens call the functions; tests put another
`Dialogs` in place with `use_dialogs` and never see a window.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QDir
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from sroi_desktop.language import _
from sroi_desktop.ui.kit.question import QuestionDialog


@dataclass(frozen=True, slots=True)
class FileKind:
    """A kind of file a dialog offers: its name for people, its endings without a dot."""

    name: str
    endings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """A question with the words of its two answers; `danger` marks what cannot be undone."""

    title: str
    text: str
    yes: str
    no: str = ""
    danger: bool = False


class Dialogs(Protocol):
    """What screens may ask of the person in front of the computer."""

    def open_files(
        self, parent: QWidget | None, title: str, kinds: tuple[FileKind, ...], *, many: bool
    ) -> tuple[Path, ...]:
        """Return the chosen files, or none."""
        ...

    def save_file(
        self, parent: QWidget | None, title: str, proposal: Path, kind: FileKind
    ) -> Path | None:
        """Return where to write, with the right ending, or None."""
        ...

    def open_folder(self, parent: QWidget | None, title: str) -> Path | None:
        """Return the chosen folder, or None."""
        ...

    def confirm(self, parent: QWidget | None, question: Question) -> bool:
        """Return whether the answer was yes."""
        ...

    def tell(self, parent: QWidget | None, title: str, text: str) -> None:
        """Show a message until it has been read."""
        ...

    def run(self, dialog: QDialog) -> bool:
        """Show a dialog of our own and return whether it was accepted."""
        ...


class QtDialogs:
    """The dialogs of the desktop itself."""

    def open_files(
        self, parent: QWidget | None, title: str, kinds: tuple[FileKind, ...], *, many: bool
    ) -> tuple[Path, ...]:
        """Return the chosen files, or none."""
        choose = QFileDialog.getOpenFileNames if many else QFileDialog.getOpenFileName
        chosen, _kind = choose(parent, title, QDir.homePath(), _filters(kinds))
        names = chosen if isinstance(chosen, list) else [chosen]
        return tuple(Path(name) for name in names if name)

    def save_file(
        self, parent: QWidget | None, title: str, proposal: Path, kind: FileKind
    ) -> Path | None:
        """Return where to write, with the right ending, or None."""
        chosen, _kind = QFileDialog.getSaveFileName(parent, title, str(proposal), _filters((kind,)))
        return with_ending(Path(chosen), kind) if chosen else None

    def open_folder(self, parent: QWidget | None, title: str) -> Path | None:
        """Return the chosen folder, or None."""
        chosen = QFileDialog.getExistingDirectory(parent, title, QDir.homePath())
        return Path(chosen) if chosen else None

    def confirm(self, parent: QWidget | None, question: Question) -> bool:
        """Return whether the answer was yes; the safe answer is the one Enter gives."""
        dialog = QuestionDialog(
            question.title,
            question.text,
            yes=question.yes,
            no=question.no or _("Cancel"),
            danger=question.danger,
            parent=parent,
        )
        return self.run(dialog)

    def tell(self, parent: QWidget | None, title: str, text: str) -> None:
        """Show a message until it has been read."""
        self.run(QuestionDialog(title, text, yes=_("OK"), parent=parent))

    def run(self, dialog: QDialog) -> bool:
        """Show a dialog of our own, dispose of it, and return whether it was accepted."""
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return accepted


class _InUse:
    dialogs: Dialogs = QtDialogs()


def use_dialogs(dialogs: Dialogs) -> Dialogs:
    """Answer questions by other means; returns those used before. For tests."""
    before = _InUse.dialogs
    _InUse.dialogs = dialogs
    return before


def ask_open_file(
    parent: QWidget | None, title: str, kinds: tuple[FileKind, ...] = ()
) -> Path | None:
    """Ask for one existing file; None when the user thinks better of it."""
    chosen = _InUse.dialogs.open_files(parent, title, kinds, many=False)
    return chosen[0] if chosen else None


def ask_open_files(
    parent: QWidget | None, title: str, kinds: tuple[FileKind, ...] = ()
) -> tuple[Path, ...]:
    """Ask for any number of existing files."""
    return _InUse.dialogs.open_files(parent, title, kinds, many=True)


def ask_save_file(
    parent: QWidget | None, title: str, proposal: Path, kind: FileKind
) -> Path | None:
    """Ask where to write a file; the name gets the ending of its kind."""
    return _InUse.dialogs.save_file(parent, title, proposal, kind)


def ask_folder(parent: QWidget | None, title: str) -> Path | None:
    """Ask for a folder."""
    return _InUse.dialogs.open_folder(parent, title)


def confirm(parent: QWidget | None, question: Question) -> bool:
    """Ask yes or no."""
    return _InUse.dialogs.confirm(parent, question)


def tell(parent: QWidget | None, title: str, text: str) -> None:
    """Say something that must be read: never for what a line of text can say."""
    _InUse.dialogs.tell(parent, title, text)


def run_dialog(dialog: QDialog) -> bool:
    """Show a dialog of our own, wait, and return whether it was accepted."""
    return _InUse.dialogs.run(dialog)


def with_ending(path: Path, kind: FileKind) -> Path:
    """Return the path with an ending of that kind; dots in the name stay."""
    if path.suffix.lower().removeprefix(".") in kind.endings:
        return path
    return path.with_name(f"{path.name}.{kind.endings[0]}")


def _filters(kinds: tuple[FileKind, ...]) -> str:
    shown = [
        f"{kind.name} ({' '.join(f'*.{ending}' for ending in kind.endings)})" for kind in kinds
    ]
    return ";;".join([*shown, _("All files") + " (*)"])
