"""Reading a whole folder of rule sets. A broken file is left out and reported; the rest goes on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import NamedTuple, TypeVar

from sroi_desktop.domain.names import plain_name
from sroi_desktop.domain.rules import EvidenceRequirement, RuleSet
from sroi_desktop.rulesets.bases import Bases
from sroi_desktop.rulesets.files import read_evidence, read_file
from sroi_desktop.rulesets.library import GENERIC
from sroi_desktop.rulesets.problems import ProblemKind, RuleFileError, RuleFileProblem

T = TypeVar("T")

_FIRST_DAY = date(1, 1, 1)


class Shelf(NamedTuple):
    """Everything that was read from the folder."""

    published: tuple[RuleSet, ...]
    terms: tuple[RuleSet, ...]
    generic: RuleSet | None
    usual: tuple[EvidenceRequirement, ...]
    problems: tuple[RuleFileProblem, ...]


def read_shelf(folder: Path) -> Shelf:
    """Return everything that can be read of a folder: tables in it, terms in `terms/`."""
    problems: list[RuleFileProblem] = []

    def attempt(read: Callable[[Path], T], path: Path) -> Iterator[T]:
        try:
            yield read(path)
        except RuleFileError as error:
            name = path.relative_to(folder).as_posix()
            problems.extend(problem.in_file(name) for problem in error.problems)

    def named(path: Path) -> RuleSet:
        return _named(path, bases)

    def read_all(place: Path) -> list[RuleSet]:
        paths = sorted(place.glob("*.toml"))
        return [with_evidence(rules, usual) for path in paths for rules in attempt(named, path)]

    bases = Bases((folder,))

    usual = tuple(
        piece
        for pieces in attempt(read_evidence, folder / "shared" / "usual-evidence.toml")
        for piece in pieces
    )
    published = _in_order(read_all(folder))
    terms = _in_order(read_all(folder / "terms"))
    generic = next(attempt(named, folder / GENERIC / f"{GENERIC}.toml"), None)
    if generic is not None:
        generic = with_evidence(generic, usual)
    return Shelf(published, terms, generic, usual, tuple(problems))


class OwnShelf(NamedTuple):
    """The sets of the owner."""

    rule_sets: tuple[RuleSet, ...] = ()
    problems: tuple[RuleFileProblem, ...] = ()


def read_own(
    folder: Path | None, shipped: Path, usual: tuple[EvidenceRequirement, ...]
) -> OwnShelf:
    """Return the owner's sets; they may build on each other and on shipped ones.

    Args:
        folder: where they stand; None or a folder that is not there has none.
        shipped: the folder of the shipped sets.
        usual: the pieces of evidence for kinds that a set names none for.
    """
    if folder is None:
        return OwnShelf()
    found: list[RuleSet] = []
    problems: list[RuleFileProblem] = []
    bases = Bases((folder, shipped))
    for path in sorted(folder.glob("*.toml")):
        try:
            found.append(with_evidence(_named(path, bases), usual))
        except RuleFileError as error:
            problems += error.problems
    return OwnShelf(_in_order(found), tuple(problems))


def _named(path: Path, bases: Bases) -> RuleSet:
    """Read a file that is named after its rule set, so that no id occurs twice.

    Raises:
        RuleFileError: it cannot be used, or has another name.
    """
    rules = read_file(path, None, bases.find)
    if rules.id != path.stem:
        data = (("value", rules.id),)
        problem = RuleFileProblem(path.name, ("id",), ProblemKind.NOT_FILE_NAME, data)
        raise RuleFileError(path.name, (problem,))
    return rules


def with_evidence(rules: RuleSet, usual: Iterable[EvidenceRequirement]) -> RuleSet:
    """Return the rules with the usual pieces for the kinds that they name none for."""
    kinds_of = {block.code: block.kind for block in rules.blocks}
    spoken_of = {kind for piece in rules.evidence for kind in piece.kinds}
    spoken_of |= {
        kinds_of[code] for piece in rules.evidence for code in piece.blocks if code in kinds_of
    }
    added = tuple(piece for piece in usual if not spoken_of.intersection(piece.kinds))
    return replace(rules, evidence=rules.evidence + added) if added else rules


def _in_order(sets: list[RuleSet]) -> tuple[RuleSet, ...]:
    """Sort by publisher, of each the newest edition first and what it supersedes after it."""
    successor = {rules.supersedes: rules.id for rules in sets if rules.supersedes is not None}

    def age(rules: RuleSet) -> int:
        """Count the editions that came after; a circle of them ends where it began."""
        later: list[str] = []
        following = successor.get(rules.id)
        while following is not None and following not in later:
            later.append(following)
            following = successor.get(following)
        return len(later)

    def key(rules: RuleSet) -> tuple[str, int, int, str]:
        since = (rules.valid_from or _FIRST_DAY).toordinal()
        return (plain_name(rules.publisher), age(rules), -since, rules.id)

    return tuple(sorted(sets, key=key))
