"""What the welcome window shows, as plain data and in words. No Qt here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sroi_desktop.language import _, ngettext
from sroi_desktop.language.numbers import long_date_text, size_text

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from sroi_desktop.services.restoring import Backup, Content
    from sroi_desktop.services.starting import Recent

NEW, PRACTISE, OPEN, BACKUPS = "new", "practise", "open", "backups"


@dataclass(frozen=True, slots=True)
class Row:
    """A file to choose; `is_there` is False for one that was moved or removed."""

    title: str
    detail: str
    is_there: bool = True


@dataclass(frozen=True, slots=True)
class Found:
    """What was found in a backup, in words; `is_sound` tells that nothing is wrong with it."""

    title: str
    lines: tuple[str, ...]
    is_sound: bool


def recent_row(recent: Recent) -> Row:
    """Return a file that was open before, as it is listed."""
    folder = str(recent.path.parent)
    if recent.changed_at is None:
        return Row(recent.path.stem, _("not there any more: {folder}").format(folder=folder), False)
    changed = _("changed on {moment}").format(moment=moment_text(recent.changed_at))
    return Row(recent.path.stem, f"{changed} · {folder}")


def backup_row(backup: Backup) -> Row:
    """Return a backup as it is listed."""
    detail = f"{backup.name} · {size_text(backup.size)}"
    return Row(moment_text(backup.made_at), detail)


def found_in(path: Path, made_at: datetime | None, content: Content) -> Found:
    """Return what was found in a backup; `made_at` is None for a file with a name of its own."""
    contracts = ngettext("{count} contract", "{count} contracts", content.contracts)
    efforts = ngettext("{count} effort", "{count} efforts", content.efforts)
    lines = [
        path.name
        if made_at is None
        else _("Backup of {moment}").format(moment=moment_text(made_at)),
        contracts.format(count=content.contracts) + ", " + efforts.format(count=content.efforts),
    ]
    if content.last_act is not None:
        lines.append(_("Last change: {moment}").format(moment=moment_text(content.last_act)))
    lines.append(
        _("Checked: this backup is complete and undamaged.")
        if content.is_sound
        else _("Something in this backup is not right. Choose an older one if you can.")
    )
    return Found(content.company or path.stem, tuple(lines), content.is_sound)


def moment_text(moment: datetime) -> str:
    """Return a moment where the owner is: "22 november 2026, 09:12"."""
    local = moment.astimezone()
    return f"{long_date_text(local.date())}, {local:%H:%M}"
