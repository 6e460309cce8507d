"""Terms without a table, for a contract that keeps rows with values already.

Of some authorities only terms are published. A contract that comes under them keeps its own rows
and values, and what tells how those are read: the full-time week and how time counts. What the
terms say takes the place of what was said before; what they are silent on is not made up.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any, TypeVar

from sroi_desktop.domain.rules import CountingTerms

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from sroi_desktop.domain.rules import (
        Block,
        Citation,
        EffortKind,
        EvidenceRequirement,
        Note,
        RuleSet,
        ShareCap,
    )

    # What is for some rows only, by their codes.
    ForRows = TypeVar("ForRows", EvidenceRequirement, Note, ShareCap)

Said = TypeVar("Said")
_KEPT_PLACES = ("blocks.", "bonuses.")
_KEYS = {"default_limit": "limit"}  # the field by its key in a file
_COUNTING = tuple(field.name for field in fields(CountingTerms))
_UNSTATED = CountingTerms()


def with_left_over(rules: RuleSet, kept: RuleSet, codes: Collection[str]) -> RuleSet:
    """Return a set for a contract, with the rows of its earlier copy that are used without it.

    Args:
        rules: the set.
        kept: the earlier copy.
        codes: the rows that are used; those that the set has itself are not left over. What
            limited them to a part of the obligation was of the earlier edition.
    """
    known = {block.code for block in rules.blocks}
    rows = tuple(
        replace(block, share_cap=None)
        for block in (*kept.blocks, *kept.left_over)
        if block.code in codes and block.code not in known
    )
    return rules if rows == rules.left_over else replace(rules, left_over=rows)


def is_same_edition(one: RuleSet, other: RuleSet) -> bool:
    """Tell whether two copies are of the same edition, whatever is left over in them."""
    return replace(one, left_over=()) == replace(other, left_over=())


def with_rows_of(
    kept: RuleSet, terms: RuleSet, before: RuleSet | None = None, note: str | None = None
) -> RuleSet:
    """Return terms without a table as they hold for a contract that keeps rows.

    Args:
        kept: the contract's own copy, with its rows.
        terms: a set without rows.
        before: the terms that the copy was made from, as they were published: what those said
            no longer holds. None where the copy is of a table.
        note: an assumption that goes with every row, such as whose values they are.
    """
    counting = _counting_kept(kept, terms, before)
    codes = frozenset(block.code for block in kept.blocks)
    notes = tuple(one for one in terms.placed_notes if _concerns(one, codes))
    found = replace(
        terms,
        complete=False,
        blocks=tuple(_noted(block, note) for block in kept.blocks),
        bonuses=kept.bonuses,
        groups=kept.groups,
        full_time_hours=terms.full_time_hours or kept.full_time_hours,
        counting=replace(terms.counting, **counting),
        evidence=tuple(_evidence(kept, terms, before)),
        share_caps=tuple(_about(cap, codes) for cap in terms.share_caps if _limits(cap, kept)),
        # A rule in words about rows that the contract does not have stays one for all to read.
        notes=_joined(terms.notes, [one.text for one in terms.placed_notes if one not in notes]),
        placed_notes=tuple(_about(one, codes) for one in notes),
        sources=_joined(terms.sources, kept.sources, () if before is None else before.sources),
        assumptions=_joined(
            terms.assumptions, kept.assumptions, () if before is None else before.assumptions
        ),
        missing=_joined(terms.missing, kept.missing, () if before is None else before.missing),
    )
    places = (*_of_terms(terms, found), *_citations(kept, terms, counting))
    return replace(found, citations=_joined(places, ()))


def _noted(block: Block, note: str | None) -> Block:
    if note is None or note in block.assumptions:
        return block
    return replace(block, assumptions=(*block.assumptions, note))


def _joined(
    new: Sequence[Said], old: Iterable[Said], gone: Sequence[Said] = ()
) -> tuple[Said, ...]:
    """Return what is said now, and what was said before but for what no longer holds."""
    return tuple(dict.fromkeys((*new, *(one for one in old if one not in gone))))


def _counting_kept(kept: RuleSet, terms: RuleSet, before: RuleSet | None) -> Mapping[str, Any]:
    """Return how time went on to count where the terms are silent, by the name of the field."""
    said = _UNSTATED if before is None else before.counting
    return {
        name: mine
        for name in _COUNTING
        if getattr(terms.counting, name) == getattr(_UNSTATED, name)
        and (mine := getattr(kept.counting, name)) != getattr(said, name)
    }


def _evidence(
    kept: RuleSet, terms: RuleSet, before: RuleSet | None
) -> Iterable[EvidenceRequirement]:
    """Yield the pieces that the terms name, and for other kinds those that were asked before."""
    kinds_of = {block.code: block.kind for block in kept.blocks}
    named = _kinds((one for one in terms.evidence if not one.assumed), kinds_of)
    gone = () if before is None else before.evidence
    stays = [one for one in kept.evidence if one not in gone]
    stayed = named | _kinds(stays, kinds_of)
    found = (
        *(one for one in terms.evidence if _kinds([one], kinds_of) & named),
        *(one for one in stays if not _kinds([one], kinds_of) & named),
        *(one for one in terms.evidence if _only_for(_kinds([one], kinds_of), stayed)),
    )
    by_code = {one.code: one for one in reversed(found)}  # the first of a code holds
    return (_about(by_code[code], kinds_of) for code in dict.fromkeys(one.code for one in found))


def _only_for(kinds: set[EffortKind], others: set[EffortKind]) -> bool:
    return bool(kinds) and not kinds & others


def _kinds(
    pieces: Iterable[EvidenceRequirement], kinds_of: Mapping[str, EffortKind]
) -> set[EffortKind]:
    """Return the kinds of effort that pieces are asked for."""
    found: set[EffortKind] = set()
    for piece in pieces:
        found |= {kinds_of[code] for code in piece.blocks if code in kinds_of}
        found |= set(() if piece.blocks else piece.kinds)
    return found


def _about(one: ForRows, codes: Collection[str]) -> ForRows:
    """Return what is for some rows with only those that there are."""
    return replace(one, blocks=tuple(code for code in one.blocks if code in codes))


def _limits(cap: ShareCap, kept: RuleSet) -> bool:
    return any(map(cap.limits, kept.blocks))


def _concerns(note: Note, codes: frozenset[str]) -> bool:
    return not note.blocks or not codes.isdisjoint(note.blocks)


def _of_terms(terms: RuleSet, found: RuleSet) -> Iterable[Citation]:
    """Yield where the terms were read; rows that go by their number may have got another one."""
    rows = {
        "notes": (terms.every_note, found.every_note),
        "share_caps": tuple(tuple(cap.label for cap in one.share_caps) for one in (terms, found)),
    }
    for citation in terms.citations:
        table, _dot, rest = citation.key.partition(".")
        if table not in rows:
            yield citation
            continue
        before, after = rows[table]
        number, _dot, column = rest.partition(".")
        name = before[int(number) - 1]
        if name in after:
            yield replace(citation, key=f"{table}.{after.index(name) + 1}.{column}")


def _citations(kept: RuleSet, terms: RuleSet, counting: Mapping[str, Any]) -> Iterable[Citation]:
    """Yield where the values that stay were read."""
    staying = {f"counting.{_KEYS.get(name, name)}" for name in counting}
    if terms.full_time_hours is None:
        staying.add("full_time_hours")
    for citation in kept.citations:
        if citation.key.startswith(_KEPT_PLACES) or citation.key in staying:
            yield citation
