"""What happens when something goes wrong that should not: log it, tell it, lose nothing."""

from __future__ import annotations

import logging
import sys
import traceback
from typing import TYPE_CHECKING

from PySide6 import __version__ as qt_version

from sroi_desktop import __version__
from sroi_desktop.language import _

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType

_log = logging.getLogger(__name__)


class CrashHook:
    """The program's exception hook: one quiet message, the details in the log."""

    def __init__(self, log_file: Path) -> None:
        self._log_file = log_file
        self._is_telling = False

    def install(self) -> None:
        """Be told of every exception that nobody caught."""
        sys.excepthook = self

    def __call__(
        self,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
    ) -> None:
        """Log the exception and tell the user what is safe and where the details are."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        _log.critical("not caught\n%s", "".join(traceback.format_exception(kind, error, trace)))
        if self._is_telling:
            return
        from sroi_desktop.ui.kit import dialogs  # here: no start waits for what a crash needs

        self._is_telling = True
        try:
            dialogs.tell(None, *self._told(error))
        finally:
            self._is_telling = False

    def _told(self, error: BaseException) -> tuple[str, str]:
        """Return title and text: of a refusal what to do, such as where a disk was taken out."""
        from sroi_desktop.services.refusals import REFUSALS, explain

        if isinstance(error, REFUSALS):
            return _("That did not work."), explain(error)
        return _("Something went wrong"), self._words()

    def _words(self) -> str:
        import platform

        return _(
            "This should not have happened. Everything that you confirmed is saved. You can "
            "go on; if it happens again, close the program and send this file to support:\n\n"
            "{file}\n\nVersion {version}, Qt {qt}, Python {python}, {system}"
        ).format(
            file=self._log_file,
            version=__version__,
            qt=qt_version,
            python=platform.python_version(),
            system=platform.platform(terse=True),
        )
