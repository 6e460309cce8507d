"""The owner's rule sets beside the shipped ones: taken over, kept, passed on.

A shipped set is never changed, and nothing that comes in overwrites what is there.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from enum import Enum, auto
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
from sroi_desktop.services import files as places
from sroi_desktop.services.files import Unwritable, UnwritableError
from sroi_desktop.services.proof_files import UnreadableFileError
from sroi_desktop.system import files

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sroi_desktop.domain.rules import RuleSet
    from sroi_desktop.rulesets import Library
    from sroi_desktop.services.desk import Desk

_ZIP = b"PK"
# What a file brings: its rule sets, their documents, and the seal where it has one.
Brought = Pack


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


def may_hold_rules(path: Path) -> bool:
    """Tell by its name whether a file may be one with rules."""
    return path.suffix.casefold() in (".toml", PACK_SUFFIX)


def look_into(path: Path, library: Library) -> Brought:
    """Return what a rule file or a sealed pack holds; nothing is kept yet.

    Raises:
        RuleFileError: the file is no rule set that can be used.
        PackError: the pack is damaged, changed or of another kind.
    """
    if _is_archive(path):
        return open_pack(path)
    folders = () if library.own_folder is None else (library.own_folder,)
    return Pack((read_rule_set(path, folders=folders),), (), "")


class Arrival(Enum):
    """What becomes of a set that comes in."""

    NEW = auto()
    BESIDE = auto()
    KNOWN = auto()


def foretell(library: Library, rules: RuleSet) -> Arrival:
    """Return what taking a set in would do; nothing is kept yet."""
    kept = place_for(rules, library)
    if kept.text is None:
        return Arrival.KNOWN
    return Arrival.NEW if kept.rules.id == rules.id else Arrival.BESIDE


def take_in(
    library: Library, rule_sets: Iterable[RuleSet], sources: Sequence[SourceFile] = ()
) -> tuple[Taken, ...]:
    """Keep rule sets from elsewhere beside those that are here, with the documents they bring.

    Raises:
        UnwritableError: a file cannot be written; those before it are kept.
    """
    taken = []
    for rules in rule_sets:
        kept = place_for(rules, library)
        if kept.text is not None:
            _keep(library, kept.rules.id, kept.text.encode(), sources)
        taken.append(Taken(kept.rules, kept.text is not None))
    return tuple(taken)


@dataclass(frozen=True, slots=True)
class Removed:
    """A set that was taken away, as it stood there: what `put_back` needs."""

    rules: RuleSet
    data: bytes
    sources: tuple[SourceFile, ...]


def remove(library: Library, rules: RuleSet) -> Removed:
    """Take a set of the owner away, with its documents; contracts keep their own copy.

    Raises:
        PublishedSetError: it is a shipped set.
        UnreadableFileError: a document of it cannot be read any more.
        UnwritableError: its file cannot be removed.
    """
    path = _own_path(library, rules)
    sources = sources_of(library, rules)
    try:
        is_there = path.exists()  # or someone took it away by hand
        data = path.read_bytes() if is_there else write_rule_set(rules).encode()
        path.unlink(missing_ok=True)
        shutil.rmtree(_sources_folder(library, rules.id), ignore_errors=True)
    except OSError as error:
        raise UnwritableError(path, Unwritable.REFUSED) from error
    library.read_own_again()
    return Removed(rules, data, sources)


def put_back(library: Library, removed: Removed) -> RuleSet:
    """Keep a set that was taken away again, byte for byte; beside one that took its name since.

    Returns:
        The set as it is kept.

    Raises:
        UnwritableError: it cannot be written.
    """
    if _file_of(library, removed.rules.id).exists():
        (taken,) = take_in(library, [removed.rules], removed.sources)
        return taken.rules
    _keep(library, removed.rules.id, removed.data, removed.sources)
    return removed.rules


def sources_of(library: Library, rules: RuleSet) -> tuple[SourceFile, ...]:
    """Return the documents that came with a set of the owner, to pass on with it.

    Raises:
        UnreadableFileError: one of them cannot be read any more.
    """
    try:
        return tuple(
            SourceFile(path.name, path.read_bytes()) for path in document_paths(library, rules)
        )
    except OSError as error:
        raise UnreadableFileError(rules.title) from error


def document_paths(library: Library, rules: RuleSet) -> tuple[Path, ...]:
    """Return where the documents of a set of the owner stand, by name.

    Raises:
        OSError: their folder cannot be read.
    """
    folder = _sources_folder(library, rules.id)
    # What begins with a dot was being written when the power went.
    found = folder.iterdir() if folder.is_dir() else ()
    return tuple(sorted(path for path in found if not path.name.startswith(".")))


def documents_folder(library: Library, rules: RuleSet) -> Path:
    """Return the folder of the documents of a set of the owner; it need not be there.

    Raises:
        PublishedSetError: it is a shipped set.
    """
    _own_path(library, rules)
    return _sources_folder(library, rules.id)


def change(library: Library, rules: RuleSet) -> None:
    """Keep a changed set of the owner in its own place.

    Raises:
        PublishedSetError: it is a shipped set.
        UnwritableError: its file cannot be written; it is as it was.
    """
    write_file(_own_path(library, rules), write_rule_set(rules).encode())
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


def save(desk: Desk, path: Path, rules: RuleSet, *, sealed: bool) -> None:
    """Write a set to a file to pass on: a sealed pack with its documents, or a text.

    Raises:
        PackError: the pack would be too large.
        UnreadableFileError: a document that belongs to it cannot be read.
        UnwritableError: the file cannot be written.
    """
    places.check(desk, path)
    sources = sources_of(desk.library, rules) if sealed else ()
    places.write(desk, path, passed_on([rules], sources, sealed=sealed))


def _own_path(library: Library, rules: RuleSet) -> Path:
    """Return the file of a set of the owner.

    Raises:
        PublishedSetError: it is a shipped set.
    """
    if library.own_folder is None or all(one.id != rules.id for one in library.own_sets):
        raise PublishedSetError(rules.title)
    return _file_of(library, rules.id)


def _keep(library: Library, rule_set_id: str, data: bytes, sources: Iterable[SourceFile]) -> None:
    """Write a set of the owner with its documents, and read the sets anew."""
    for source in sources:
        write_file(_sources_folder(library, rule_set_id) / source.name, source.data)
    write_file(_file_of(library, rule_set_id), data)
    library.read_own_again()


def _file_of(library: Library, rule_set_id: str) -> Path:
    """Return the file of a set of the owner; it need not be there."""
    return (library.own_folder or Path()) / f"{rule_set_id}.toml"


def _sources_folder(library: Library, rule_set_id: str) -> Path:
    """Return the folder of the documents of a set of the owner; it need not be there."""
    return (library.own_folder or Path()) / "sources" / rule_set_id


def _is_archive(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(len(_ZIP)) == _ZIP
    except OSError:
        return False


def write_file(path: Path, data: bytes) -> None:
    """Write a file whole, with the folder that it stands in.

    Raises:
        UnwritableError: it cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        files.write(path, data)
    except OSError as error:
        raise UnwritableError(path, Unwritable.REFUSED) from error
