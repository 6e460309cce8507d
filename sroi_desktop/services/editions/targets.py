"""The sets that a contract can be moved to, and what each would be for that contract."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sroi_desktop.domain.rows_kept import with_rows_of
from sroi_desktop.language import _
from sroi_desktop.language.derivations import edition_text
from sroi_desktop.services.editions.finding import names
from sroi_desktop.services.own_rules import OWN

if TYPE_CHECKING:
    from sroi_desktop.domain.rules import RuleSet
    from sroi_desktop.services.desk import Desk


def choices(desk: Desk) -> tuple[RuleSet, ...]:
    """Return the sets that a contract can be moved to: tables, own sets, terms without a table."""
    library = desk.library
    return (*library.rule_sets, *library.own_sets, *library.terms)


def find(desk: Desk, rule_set_id: str) -> RuleSet | None:
    """Return a set that a contract can be moved to, by its id."""
    return next((one for one in choices(desk) if one.id == rule_set_id), None)


def told(rules: RuleSet) -> str:
    """Return the title of a set with its edition."""
    return edition_text(rules.title, rules.edition)


def target(desk: Desk, kept: RuleSet, chosen: RuleSet) -> RuleSet:
    """Return a set as it would hold for a contract.

    Terms without a table come with the rows and values that the contract keeps. Where those are
    of another source, that is an assumption with every value.

    Args:
        desk: the open administration.
        kept: the contract's own copy.
        chosen: the set that it would be moved to.

    Raises:
        UnknownRuleSetError: there are no usual rows, and the contract has none either.
    """
    if chosen.blocks:
        return chosen
    usual = desk.library.to_fill_in(chosen)
    if not kept.blocks:
        return usual
    before = _terms_of(desk, kept)
    note = None
    if before is None and desk.library.generic.id not in names(kept):
        note = _(
            "“{terms}” names no values. The rows and values of “{table}” go on to count here; "
            "the authority decides."
        ).format(terms=told(chosen), table=told(kept))
    found = with_rows_of(kept, chosen, before, note)
    is_usual = (found.blocks, found.bonuses) == (usual.blocks, usual.bonuses)
    return found if is_usual else replace(found, id=f"{chosen.id}{OWN}")


def _terms_of(desk: Desk, kept: RuleSet) -> RuleSet | None:
    """Return the terms that a copy was made from, None where it was made from something else."""
    found = (one for one in choices(desk) if one.id in names(kept) and not one.blocks)
    return next(found, None)
