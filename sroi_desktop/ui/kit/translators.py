"""Dutch for what Qt says itself: standard buttons, context menus, file dialogs.

Qt's own catalogue leaves a few words of its file dialog English; those are given here.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator
from shiboken6 import isValid

from sroi_desktop.language import pgettext

_CONTEXTS = ("QFileDialog", "QFileSystemModel", "QAbstractFileIconProvider")


class _GapTranslator(QTranslator):
    """Gives the words Qt's Dutch catalogue lacks, from our own."""

    def isEmpty(self) -> bool:
        """Tell Qt that there is something to find here."""
        return False

    def translate(
        self,
        context: str,
        source: str,
        disambiguation: str | None = None,
        n: int = -1,
    ) -> str | None:
        """Return our words for a text of the file dialog, None for all others.

        None is Qt's "not mine", whatever its declaration says; "" would be shown as it is.
        """
        if context not in _CONTEXTS:
            return None
        return _file_dialog_words().get(source.replace("&", ""))


def _file_dialog_words() -> dict[str, str]:
    return {
        "Look in:": pgettext("file dialog", "Look in:"),
        "Files of type:": pgettext("file dialog", "Files of type:"),
        "File name:": pgettext("file dialog", "File name:"),
        "Computer": pgettext("file dialog", "Computer"),
        "Folder": pgettext("file dialog", "Folder"),
        "Create New Folder": pgettext("file dialog", "Create New Folder"),
        "Parent Directory": pgettext("file dialog", "Parent Directory"),
        "List View": pgettext("file dialog", "List View"),
        "Detail View": pgettext("file dialog", "Detail View"),
    }


class _Installed:
    """Those in use: looking for them among Qt's objects would load all of Qt's classes."""

    translators: list[QTranslator] = []  # noqa: RUF012 - replaced as a whole


def install_translators(application: QCoreApplication, language: str) -> None:
    """Let Qt speak that language ("nl" or "en"); replaces what was installed before.

    The translators belong to the application: without an owner they would be collected.
    """
    for old in _Installed.translators:
        if isValid(old):
            application.removeTranslator(old)
            old.deleteLater()
    _Installed.translators = []
    QLocale.setDefault(QLocale("nl_NL"))
    if language == "en":
        return
    own = QTranslator(application)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if own.load(f"qtbase_{language}", folder):
        _install(application, own)
    _install(application, _GapTranslator(application))


def _install(application: QCoreApplication, translator: QTranslator) -> None:
    application.installTranslator(translator)
    _Installed.translators.append(translator)
