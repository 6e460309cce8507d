"""The documents of a rule set of the owner: the annex or the page that it was read from.

They stand as files beside the set, go along when it is passed on sealed, and are put into no
administration: a set belongs to no contract.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sroi_desktop.domain.errors import DomainError
from sroi_desktop.language import _
from sroi_desktop.language.numbers import size_text
from sroi_desktop.rulesets import LARGEST_PACK, SourceFile
from sroi_desktop.services import own_sets, proof_files
from sroi_desktop.services.files import Unwritable, UnwritableError
from sroi_desktop.services.proof_files import FileTooLargeError, UnreadableFileError

if TYPE_CHECKING:
    from collections.abc import Collection

    from sroi_desktop.domain.rules import RuleSet
    from sroi_desktop.rulesets import Library

# Of a pack; the rules themselves need some of it.
MOST_BYTES = LARGEST_PACK - 1_000_000
MOST_DOCUMENTS = 100
# A document that was taken away, whole.
TakenAway = SourceFile


@dataclass(eq=False)
class DocumentsTooLargeError(DomainError):
    """More documents than can be passed on with a set: `size` and `limit` in bytes."""

    size: int
    limit: int

    def __str__(self) -> str:
        return _(
            "The documents of a rule set are at most {limit} together, so that it can be passed "
            "on. With this one they would be {size}. Take only the pages with the rules."
        ).format(size=size_text(self.size), limit=size_text(self.limit))


@dataclass(frozen=True, slots=True)
class Document:
    """A document of a set: its name, and its size in bytes."""

    name: str
    size: int


@dataclass(frozen=True, slots=True)
class Attached:
    """A document under the name it is kept by; `is_new` is False where it was there."""

    name: str
    is_new: bool


def documents(library: Library, rules: RuleSet) -> tuple[Document, ...]:
    """Return the documents of a set, by name; of a published set there are none."""
    try:
        return tuple(
            Document(path.name, path.stat().st_size)
            for path in own_sets.document_paths(library, rules)
        )
    except OSError:  # taken away by hand in this very moment
        return ()


def attach(library: Library, rules: RuleSet, path: Path) -> Attached:
    """Keep a copy of a document with a set of the owner.

    One that is there already is not kept twice; another one of the same name is kept beside it.

    Raises:
        PublishedSetError: it is a published set.
        ProgramFileError: the file is a program.
        CitizenNumberError: its name holds what looks like a BSN.
        EmptyFileError: it has no content.
        UnreadableFileError: it cannot be read.
        DocumentsTooLargeError: with it the set could not be passed on any more.
        UnwritableError: it cannot be written.
    """
    folder = own_sets.documents_folder(library, rules)
    name = proof_files.checked_name(path)
    data = _read_within(path)
    there = own_sets.sources_of(library, rules)
    for known in there:
        if known.data == data:
            return Attached(known.name, is_new=False)
    size = sum(len(known.data) for known in there) + len(data)
    if size > MOST_BYTES or len(there) >= MOST_DOCUMENTS:
        raise DocumentsTooLargeError(size, MOST_BYTES)
    name = _free_name(name, {known.name.casefold() for known in there})
    own_sets.write_file(folder / name, data)
    return Attached(name, is_new=True)


def take_away(library: Library, rules: RuleSet, name: str) -> TakenAway:
    """Take a document of a set away, and return it as it was: what `put_back` needs.

    Raises:
        PublishedSetError: it is a published set.
        UnreadableFileError: it is not there (any more).
        UnwritableError: it cannot be removed.
    """
    path = own_sets.documents_folder(library, rules) / Path(name).name
    taken = SourceFile(path.name, _read(path))
    try:
        path.unlink()
    except OSError as error:
        raise UnwritableError(path, Unwritable.REFUSED) from error
    return taken


def put_back(library: Library, rules: RuleSet, document: TakenAway) -> str:
    """Keep a document again that was taken away; return the name that it has now.

    Raises:
        PublishedSetError: the set is not there any more.
        UnwritableError: it cannot be written.
    """
    folder = own_sets.documents_folder(library, rules)
    names = {one.name.casefold() for one in documents(library, rules)}
    name = _free_name(document.name, names)
    own_sets.write_file(folder / name, document.data)
    return name


def save_copy(library: Library, rules: RuleSet, name: str, path: Path) -> None:
    """Write a copy of a document to a path.

    Raises:
        PublishedSetError: it is a published set.
        UnreadableFileError: it is not there (any more).
        UnwritableError: the copy cannot be written.
    """
    data = _read(own_sets.documents_folder(library, rules) / Path(name).name)
    try:
        path.write_bytes(data)
    except OSError as error:
        raise UnwritableError(path, Unwritable.REFUSED) from error


def _read_within(path: Path) -> bytes:
    try:
        return proof_files.read(path, MOST_BYTES)
    except FileTooLargeError as error:
        raise DocumentsTooLargeError(error.size, error.limit) from error


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise UnreadableFileError(path.name) from error


def _free_name(name: str, taken: Collection[str]) -> str:
    """Return a name that no other document has, on any system: "bijlage (2).pdf"."""
    stem, dot, suffix = name.rpartition(".")
    if not stem:
        stem, dot, suffix = name, "", ""
    number, found = 1, name
    while found.casefold() in taken:
        number += 1
        found = f"{stem} ({number}){dot}{suffix}"
    return found
