"""Sealed packs: rule sets with their sources in one file, to pass on by e-mail or stick.

A pack is a ZIP: `manifest.json` lists every file with its hash and carries the seal, a hash over
that list; `rules/<id>.toml` are whole rule sets; `sources/` holds the documents they were read
from. What does not agree with the seal is refused as a whole. The seal shows that nothing was
changed on the way, not who made the pack.
"""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path
from typing import Any

from sroi_desktop.domain.errors import DomainError
from sroi_desktop.domain.rules import RuleSet
from sroi_desktop.language import _
from sroi_desktop.language.numbers import size_text
from sroi_desktop.language.obstacles import obstacle_text
from sroi_desktop.rulesets.bases import read_rule_set
from sroi_desktop.rulesets.problems import RuleFileError
from sroi_desktop.rulesets.writing import write_rule_set

PACK_SUFFIX = ".sroi-rules"
FORMAT = 1
MANIFEST = "manifest.json"
RULES, SOURCES = "rules/", "sources/"
LARGEST_PACK = 20_000_000
MOST_FILES = 200
_NO_MOMENT = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A document that rules were read from, such as the annex of a contract."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Pack:
    """What a pack holds; `seal` is short enough to read out over the telephone by its start."""

    rule_sets: tuple[RuleSet, ...]
    sources: tuple[SourceFile, ...]
    seal: str


class PackProblem(Enum):
    """Why a pack is refused."""

    UNREADABLE = auto()
    TOO_LARGE = auto()
    NOT_A_PACK = auto()
    NEWER_FORMAT = auto()
    BROKEN_SEAL = auto()
    BAD_RULES = auto()
    TWO_OF_A_NAME = auto()


@dataclass(eq=False)
class PackError(DomainError):
    """A pack that is not used, or cannot be made; `text` is what it is about."""

    problem: PackProblem
    text: str = ""

    def __str__(self) -> str:
        return _sentences()[self.problem].format(text=self.text)


def seal(rule_sets: Iterable[RuleSet], sources: Sequence[SourceFile] = ()) -> bytes:
    """Return the bytes of a pack; the same content gives the same bytes.

    Args:
        rule_sets: each is written whole, also where it builds on another.
        sources: the documents they were read from.

    Raises:
        PackError: it would be too large, or two files have one name.
    """
    files = [(f"{RULES}{rules.id}.toml", write_rule_set(rules).encode()) for rules in rule_sets]
    files += [(f"{SOURCES}{Path(source.name).name}", source.data) for source in sources]
    names = [name for name, _data in files]
    for name in names:
        if names.count(name) > 1:
            raise PackError(PackProblem.TWO_OF_A_NAME, name)
    if sum(len(data) for _name, data in files) > LARGEST_PACK or len(files) > MOST_FILES:
        raise PackError(PackProblem.TOO_LARGE, size_text(LARGEST_PACK))
    listed = _listed(dict(sorted(files)))
    manifest = json.dumps({**listed, "seal": _seal_of(listed)}, indent=1, ensure_ascii=False)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name, data in ((MANIFEST, manifest.encode()), *sorted(files)):
            archive.writestr(zipfile.ZipInfo(name, _NO_MOMENT), data)
    return buffer.getvalue()


def open_pack(source: Path | bytes) -> Pack:
    """Return what a pack holds, once everything in it agrees with its seal.

    Raises:
        PackError: it is no pack, is damaged or changed, or holds rules that cannot be used.
    """
    files = _files(_bytes(source))
    manifest = _manifest(files.pop(MANIFEST))
    stated = str(manifest.get("seal", ""))
    listed = _listed(files)
    if manifest != {**listed, "seal": stated} or _seal_of(listed) != stated:
        raise PackError(PackProblem.BROKEN_SEAL)
    rule_sets = [_rules(name, data) for name, data in files.items() if name.startswith(RULES)]
    sources = [
        SourceFile(name.removeprefix(SOURCES), data)
        for name, data in files.items()
        if name.startswith(SOURCES)
    ]
    if not rule_sets:
        raise PackError(PackProblem.NOT_A_PACK)
    return Pack(tuple(rule_sets), tuple(sources), stated)


def _listed(files: Mapping[str, bytes]) -> dict[str, Any]:
    """Return the manifest without its seal."""
    return {
        "format": FORMAT,
        "files": [
            {"name": name, "sha256": hashlib.sha256(files[name]).hexdigest()}
            for name in sorted(files)
        ],
    }


def _seal_of(listed: Mapping[str, Any]) -> str:
    plain = json.dumps(listed, ensure_ascii=True, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(plain.encode()).hexdigest()


def _bytes(source: Path | bytes) -> bytes:
    if isinstance(source, Path):
        try:
            with source.open("rb") as file:
                source = file.read(LARGEST_PACK * 2 + 1)
        except OSError as error:
            text = obstacle_text(error)
            raise PackError(PackProblem.UNREADABLE, text) from None
    if len(source) > LARGEST_PACK * 2:
        raise PackError(PackProblem.TOO_LARGE, size_text(LARGEST_PACK))
    return source


def _files(data: bytes) -> dict[str, bytes]:
    """Return the files of an archive; their sizes are looked at before anything is unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            names = [entry.filename for entry in entries]
            if len(entries) > MOST_FILES + 1 or sum(e.file_size for e in entries) > LARGEST_PACK:
                raise PackError(PackProblem.TOO_LARGE, size_text(LARGEST_PACK))
            if MANIFEST not in names or len(set(names)) < len(names):
                raise PackError(PackProblem.NOT_A_PACK)
            found = {name: _unpacked(archive, name) for name in names}
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, ValueError):
        raise PackError(PackProblem.NOT_A_PACK) from None
    strange = [name for name in found if not _is_ours(name)]
    if strange:
        raise PackError(PackProblem.NOT_A_PACK)
    return found


def _unpacked(archive: zipfile.ZipFile, name: str) -> bytes:
    """Read one file, no more of it than a pack may hold, whatever its entry says."""
    with archive.open(name) as file:
        data = file.read(LARGEST_PACK + 1)
    if len(data) > LARGEST_PACK:
        raise PackError(PackProblem.TOO_LARGE, size_text(LARGEST_PACK))
    return data


def _is_ours(name: str) -> bool:
    """Tell whether a name is one that a pack may hold: never one that leads out of it."""
    for folder in (RULES, SOURCES):
        bare = name.removeprefix(folder)
        if name.startswith(folder) and bare and bare == Path(bare).name and "\\" not in bare:
            return True
    return name == MANIFEST


def _manifest(data: bytes) -> dict[str, Any]:
    try:
        found = json.loads(data)
    except (ValueError, RecursionError):
        raise PackError(PackProblem.NOT_A_PACK) from None
    if not isinstance(found, dict) or not isinstance(found.get("format"), int):
        raise PackError(PackProblem.NOT_A_PACK)
    if found["format"] > FORMAT:
        raise PackError(PackProblem.NEWER_FORMAT)
    return found


def _rules(name: str, data: bytes) -> RuleSet:
    called = name.removeprefix(RULES)
    try:
        rules = read_rule_set(data, called)
    except RuleFileError as error:
        raise PackError(PackProblem.BAD_RULES, str(error.problems[0])) from None
    if called != f"{rules.id}.toml":
        raise PackError(PackProblem.BAD_RULES, called)
    return rules


def _sentences() -> dict[PackProblem, str]:
    return {
        PackProblem.UNREADABLE: _("The file cannot be read: {text}."),
        PackProblem.TOO_LARGE: _("A pack of rule sets is at most {text}."),
        PackProblem.NOT_A_PACK: _("This is not a pack of rule sets."),
        PackProblem.NEWER_FORMAT: _("This pack was made by a newer version of the program."),
        PackProblem.BROKEN_SEAL: _(
            "The seal of this pack is broken: something in it was changed or damaged. Ask for it "
            "again; nothing was taken over."
        ),
        PackProblem.BAD_RULES: _("A rule set in this pack cannot be used: {text}"),
        PackProblem.TWO_OF_A_NAME: _("Two files of this pack are called {text}."),
    }
