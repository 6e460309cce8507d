"""The rule sets that are shipped, read when first asked for, found by id or by municipality.

A broken file is left out and reported; the rest goes on. Writes nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from sroi_desktop.assets import resource
from sroi_desktop.domain.names import plain_name

if TYPE_CHECKING:
    from sroi_desktop.domain.rules import RuleSet
    from sroi_desktop.rulesets.problems import RuleFileProblem, UnknownRuleSetError
    from sroi_desktop.rulesets.shelf import OwnShelf, Shelf

GENERIC = "generic"


class Covered(NamedTuple):
    """A municipality or region, and the rule sets that hold there, the newest first."""

    name: str
    rule_sets: tuple[RuleSet, ...]


@dataclass(frozen=True)
class Library:
    """The rule sets in a folder: tables in it, terms without a table in `terms/`.

    The owner's own sets stand in a folder of their own, and are read-only here too.
    """

    folder: Path
    own_folder: Path | None = None

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
        return self._shelf.problems + self._own.problems

    @property
    def own_sets(self) -> tuple[RuleSet, ...]:
        """The owner's own sets and those taken over from others, by publisher."""
        return self._own.rule_sets

    @property
    def generic(self) -> RuleSet:
        """The usual blocks without values, for an authority that is not in the library.

        Raises:
            UnknownRuleSetError: its file is missing or broken; see `problems`.
        """
        if self._shelf.generic is None:
            raise _unknown(GENERIC)
        return self._shelf.generic

    def get(self, rule_set_id: str) -> RuleSet:
        """Return the rule set with this id: a table, terms or the generic set.

        Raises:
            UnknownRuleSetError: there is none, or its file is broken; see `problems`.
        """
        found = self.find(rule_set_id)
        if found is None:
            raise _unknown(rule_set_id)
        return found

    def find(self, rule_set_id: str) -> RuleSet | None:
        """Return the rule set with this id, shipped or the owner's own, or None."""
        return self._by_id.get(rule_set_id)

    def read_own_again(self) -> None:
        """Forget the owner's own sets, so that they are read anew."""
        for name in ("_own", "_by_id"):
            vars(self).pop(name, None)

    def is_terms_only(self, rule_set_id: str) -> bool:
        """Tell whether of this rule set only the terms are known, and no values."""
        return any(rules.id == rule_set_id for rules in self.terms)

    def for_authority(self, name: str) -> tuple[RuleSet, ...]:
        """Return the rule sets that hold in a municipality or region.

        Case, accents and a leading "gemeente" do not matter. Tables come first, of each
        the newest edition; then what only states terms, and then the owner's own.
        """
        wanted = plain_name(name)
        return tuple(rules for rules in self._every if wanted in map(plain_name, rules.covers))

    def search(self, text: str) -> tuple[Covered, ...]:
        """Return the municipalities and regions of which a word starts with this text."""
        wanted = plain_name(text)
        if not wanted:
            return ()
        names = {
            name: None
            for rules in self._every
            for name in rules.covers
            if f" {wanted}" in f" {plain_name(name)}"
        }
        return tuple(
            Covered(name, self.for_authority(name)) for name in sorted(names, key=plain_name)
        )

    def with_usual_evidence(self, rules: RuleSet) -> RuleSet:
        """Return the rules with the usual pieces for the kinds that they name none for."""
        from sroi_desktop.rulesets.shelf import with_evidence  # noqa: PLC0415 - as in `_shelf`

        return with_evidence(rules, self._shelf.usual)

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
    def _shelf(self) -> Shelf:
        # The first screen needs no rule set of the library: reading them loads msgspec.
        from sroi_desktop.rulesets.shelf import read_shelf  # noqa: PLC0415

        return read_shelf(self.folder)

    @cached_property
    def _own(self) -> OwnShelf:
        from sroi_desktop.rulesets.shelf import read_own  # noqa: PLC0415 - as in `_shelf`

        return read_own(self.own_folder, self.folder, self._shelf.usual)

    @property
    def _every(self) -> tuple[RuleSet, ...]:
        return (*self.rule_sets, *self.terms, *self.own_sets)

    @cached_property
    def _by_id(self) -> dict[str, RuleSet]:
        """Return every set by its id; one of the owner's never hides a shipped one."""
        shelf = self._shelf
        generic = () if shelf.generic is None else (shelf.generic,)
        every = (*self.own_sets, *shelf.terms, *generic, *shelf.published)
        return {rules.id: rules for rules in every}


def _unknown(rule_set_id: str) -> UnknownRuleSetError:
    # As in `_shelf`: a start meets no problem with a rule file.
    from sroi_desktop.rulesets.problems import UnknownRuleSetError  # noqa: PLC0415

    return UnknownRuleSetError(rule_set_id)


def load_library(folder: Path | None = None, own_folder: Path | None = None) -> Library:
    """Return the library in a folder, the shipped one where none is given.

    Reads nothing yet: that happens when it is first asked for something.

    Args:
        folder: the sets of a release.
        own_folder: the sets of the owner; it need not be there.
    """
    return Library(folder or resource("rulesets"), own_folder)
