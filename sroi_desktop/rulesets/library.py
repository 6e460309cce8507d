"""The rule sets that are shipped, read when first asked for, found by id or by municipality.

A broken file is left out and reported; the rest goes on. Writes nothing.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import NamedTuple, TypeVar

from sroi_desktop.assets import resource
from sroi_desktop.domain.rules import EvidenceRequirement, RuleSet
from sroi_desktop.rulesets.files import read_evidence, read_rule_set
from sroi_desktop.rulesets.problems import (
    ProblemKind,
    RuleFileError,
    RuleFileProblem,
    UnknownRuleSetError,
)

T = TypeVar("T")

GENERIC = "generic"
_FIRST_DAY = date(1, 1, 1)


class Covered(NamedTuple):
    """A municipality or region, and the rule sets that hold there, the newest first."""

    name: str
    rule_sets: tuple[RuleSet, ...]


class _Shelf(NamedTuple):
    """Everything that was read from the folder."""

    published: tuple[RuleSet, ...]
    terms: tuple[RuleSet, ...]
    generic: RuleSet | None
    usual: tuple[EvidenceRequirement, ...]
    problems: tuple[RuleFileProblem, ...]


@dataclass(frozen=True)
class Library:
    """The rule sets in a folder: tables in it, terms without a table in `terms/`."""

    folder: Path

    @property
    def rule_sets(self) -> tuple[RuleSet, ...]:
        """The published tables by publisher, of each the newest edition first."""
        return self._shelf.published

    @property
    def terms(self) -> tuple[RuleSet, ...]:
        """The authorities of which only terms are known: rule sets without blocks."""
        return self._shelf.terms

    @property
    def problems(self) -> tuple[RuleFileProblem, ...]:
        """What is the matter with the files that were left out."""
        return self._shelf.problems

    @property
    def generic(self) -> RuleSet:
        """The usual blocks without values, for an authority that is not in the library.

        Raises:
            UnknownRuleSetError: its file is missing or broken; see `problems`.
        """
        if self._shelf.generic is None:
            raise UnknownRuleSetError(GENERIC)
        return self._shelf.generic

    def get(self, rule_set_id: str) -> RuleSet:
        """Return the rule set with this id: a table, terms or the generic set.

        Raises:
            UnknownRuleSetError: there is none, or its file is broken; see `problems`.
        """
        found = self._by_id.get(rule_set_id)
        if found is None:
            raise UnknownRuleSetError(rule_set_id)
        return found

    def is_terms_only(self, rule_set_id: str) -> bool:
        """Tell whether of this rule set only the terms are known, and no values."""
        return any(rules.id == rule_set_id for rules in self.terms)

    def for_authority(self, name: str) -> tuple[RuleSet, ...]:
        """Return the rule sets that hold in a municipality or region.

        Case, accents and a leading "gemeente" do not matter. Tables come first, of each
        the newest edition; then what only states terms.
        """
        wanted = _plain(name)
        everything = (*self.rule_sets, *self.terms)
        return tuple(rules for rules in everything if wanted in map(_plain, rules.covers))

    def search(self, text: str) -> tuple[Covered, ...]:
        """Return the municipalities and regions of which a word starts with this text."""
        wanted = _plain(text)
        if not wanted:
            return ()
        names = {
            name: None
            for rules in (*self.rule_sets, *self.terms)
            for name in rules.covers
            if f" {wanted}" in f" {_plain(name)}"
        }
        return tuple(Covered(name, self.for_authority(name)) for name in sorted(names, key=_plain))

    def with_usual_evidence(self, rules: RuleSet) -> RuleSet:
        """Return the rules with the usual pieces for the kinds that they name none for."""
        return _with_evidence(rules, self._shelf.usual)

    def to_fill_in(self, terms: RuleSet) -> RuleSet:
        """Return terms without a table as a set to fill in: with the generic blocks.

        Raises:
            UnknownRuleSetError: there is no generic set.
        """
        generic = self.generic
        missing = tuple(dict.fromkeys((*terms.missing, *generic.missing)))
        filled = replace(
            terms, blocks=generic.blocks, bonuses=generic.bonuses, complete=False, missing=missing
        )
        return self.with_usual_evidence(filled)

    @cached_property
    def _shelf(self) -> _Shelf:
        return _read(self.folder)

    @cached_property
    def _by_id(self) -> dict[str, RuleSet]:
        shelf = self._shelf
        generic = () if shelf.generic is None else (shelf.generic,)
        return {rules.id: rules for rules in (*shelf.terms, *generic, *shelf.published)}


def load_library(folder: Path | None = None) -> Library:
    """Return the library in a folder, the shipped one where none is given.

    Reads nothing yet: that happens when it is first asked for something.
    """
    return Library(folder or resource("rulesets"))


def _read(folder: Path) -> _Shelf:
    problems: list[RuleFileProblem] = []

    def attempt(read: Callable[[Path], T], path: Path) -> Iterator[T]:
        try:
            yield read(path)
        except RuleFileError as error:
            name = path.relative_to(folder).as_posix()
            problems.extend(problem.in_file(name) for problem in error.problems)

    def read_all(place: Path) -> list[RuleSet]:
        paths = sorted(place.glob("*.toml"))
        return [_with_evidence(rules, usual) for path in paths for rules in attempt(_named, path)]

    usual = tuple(
        piece
        for pieces in attempt(read_evidence, folder / "shared" / "usual-evidence.toml")
        for piece in pieces
    )
    published = _in_order(read_all(folder))
    terms = _in_order(read_all(folder / "terms"))
    generic = next(attempt(_named, folder / GENERIC / f"{GENERIC}.toml"), None)
    if generic is not None:
        generic = _with_evidence(generic, usual)
    return _Shelf(published, terms, generic, usual, tuple(problems))


def _named(path: Path) -> RuleSet:
    """Read a file that is named after its rule set, so that no id occurs twice.

    Raises:
        RuleFileError: it cannot be used, or has another name.
    """
    rules = read_rule_set(path)
    if rules.id != path.stem:
        data = (("value", rules.id),)
        problem = RuleFileProblem(path.name, ("id",), ProblemKind.NOT_FILE_NAME, data)
        raise RuleFileError(path.name, (problem,))
    return rules


def _with_evidence(rules: RuleSet, usual: Iterable[EvidenceRequirement]) -> RuleSet:
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
        return (_plain(rules.publisher), age(rules), -since, rules.id)

    return tuple(sorted(sets, key=key))


def _plain(name: str) -> str:
    """Return a name as it is compared: small letters, no accents, words apart by one space."""
    bare = "".join(
        letter
        for letter in unicodedata.normalize("NFKD", name.casefold())
        if not unicodedata.combining(letter)
    )
    words = "".join(letter if letter.isalnum() else " " for letter in bare).split()
    return " ".join(words).removeprefix("gemeente ")
