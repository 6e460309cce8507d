"""Opening for writing what was in use, after asking where another computer still claims it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sroi_desktop.language import _
from sroi_desktop.language.numbers import date_text
from sroi_desktop.services import administrations, taking_over
from sroi_desktop.services.refusals import REFUSALS
from sroi_desktop.ui.kit import dialogs

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from sroi_desktop.storage import FileLockedError, Store
    from sroi_desktop.system.clock import Clock


def open_to_write(parent: QWidget, path: Path, clock: Clock) -> Store | None:
    """Open an administration for writing; None when the user leaves it to another computer.

    Raises:
        KnownStorageError: it is open on this computer, or says what is the matter with it.
    """
    try:
        return administrations.open_file(path, clock)
    except REFUSALS as error:
        held = taking_over.holder_elsewhere(error)
        if held is None:
            raise
        if not dialogs.confirm(parent, _question(held)):
            return None
    return taking_over.take_over(path, clock)


def _question(held: FileLockedError) -> dialogs.Question:
    since = _("an unknown day") if held.since is None else date_text(held.since.date())
    return dialogs.Question(
        _("Take over from {host}?").format(host=held.host),
        _(
            "{name} has been open there since {since}, in the hands of {owner}. Take it over only "
            "when you are sure that nobody works there any more, such as after that computer broke "
            "down. Otherwise one of you loses what was entered."
        ).format(name=held.path.name, since=since, owner=held.owner or _("someone")),
        _("Take over"),
        danger=True,
    )
