"""The owner's rule sets beside the shipped ones: taken over, kept, passed on.

A shipped set is never changed, and nothing that comes in overwrites what is there.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sroi_desktop.domain.errors import DomainError
from sroi_desktop.language import _
from sroi_desktop.rulesets import (
    PACK_SUFFIX,
    Pack,
    SourceFile,
    open_pack,
    place_for,
    read_rule_set,
    seal,
    write_rule_set,
)
from sroi_desktop.services.files import Unwritable, UnwritableError
from sroi_desktop.system import files

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sroi_desktop.domain.rules import RuleSet
    from sroi_desktop.rulesets import Library

_ZIP = b"PK"


@dataclass(eq=False)
class PublishedSetError(DomainError):
    """A set that was published and is not the owner's to change; copy it first."""

    title: str

    def __str__(self) -> str:
        return _("“{title}” was published and cannot be changed. Make a copy of it first.").format(
            title=self.title
        )


@dataclass(frozen=True, slots=True)
class Taken:
    """A set that came in, under the id it is kept by; `is_new` is False where it was here."""

    rules: RuleSet
    is_new: bool


def look_into(path: Path, library: Library) -> Pack:
    """Return what a rule file or a sealed pack holds; nothing is kept yet.

    Raises:
        RuleFileError: the file is no rule set that can be used.
        PackError: the pack is damaged, changed or of another kind.
    """
    if _is_archive(path):
        return open_pack(path)
    folders = () if library.own_folder is None else (library.own_folder,)
    return Pack((read_rule_set(path, folders=folders),), (), "")


def take_in(library: Library, rule_sets: Iterable[RuleSet]) -> tuple[Taken, ...]:
    """Keep rule sets from elsewhere beside those that are here.

    Raises:
        UnwritableError: a file cannot be written; those before it are kept.
    """
    taken = []
    for rules in rule_sets:
        kept = place_for(rules, library)
        if kept.text is not None:
            _write(kept.path, kept.text)
            library.read_own_again()
        taken.append(Taken(kept.rules, kept.text is not None))
    return tuple(taken)


def change(library: Library, rules: RuleSet) -> None:
    """Keep a changed set of the owner in its own place.

    Raises:
        PublishedSetError: it is a shipped set.
        UnwritableError: its file cannot be written; it is as it was.
    """
    if library.own_folder is None or all(one.id != rules.id for one in library.own_sets):
        raise PublishedSetError(rules.title)
    _write(library.own_folder / f"{rules.id}.toml", write_rule_set(rules))
    library.read_own_again()


def passed_on(
    rule_sets: Sequence[RuleSet], sources: Sequence[SourceFile] = (), *, sealed: bool
) -> bytes:
    """Return rule sets as a file to pass on: a sealed pack, or the text of one.

    Raises:
        PackError: the pack would be too large.
        ValueError: several sets were asked for as one text.
    """
    if sealed:
        return seal(rule_sets, sources)
    (rules,) = rule_sets
    return write_rule_set(rules).encode()


def file_name(rules: RuleSet, *, sealed: bool) -> str:
    """Return the name that a file to pass on gets."""
    return f"{rules.id}{PACK_SUFFIX if sealed else '.toml'}"


def _is_archive(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(len(_ZIP)) == _ZIP
    except OSError:
        return False


def _write(path: Path, text: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        files.write(path, text.encode())
    except OSError as error:
        raise UnwritableError(path, Unwritable.REFUSED) from error
