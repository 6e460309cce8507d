"""Two rule sets side by side, row by row: every block, bonus, term, document and note. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sroi_desktop.language import _, ngettext, pgettext
from sroi_desktop.language.labels import label
from sroi_desktop.language.numbers import short_money_text
from sroi_desktop.language.steps import enumeration
from sroi_desktop.services import dossiers
from sroi_desktop.services import rules as services
from sroi_desktop.ui.kit.content import PillContent
from sroi_desktop.ui.kit.palette import Tone
from sroi_desktop.ui.rules import words
from sroi_desktop.ui.rules.content import ComparedContent, ComparedLine

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sroi_desktop.domain.rules import Block, Bonus, EvidenceRequirement, RuleSet
    from sroi_desktop.services.desk import Desk
    from sroi_desktop.services.rules import Comparison

_NOTHING = "–"
KEPT = "copy."
Sides = tuple[tuple[str, str], tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Comparable:
    """What can stand at one side: a set, or the copy that a contract keeps."""

    key: str
    text: str
    title: str
    rules: RuleSet


def comparables(desk: Desk, shown: int | None = None) -> dict[str, Comparable]:
    """Return what can be compared, by key.

    Args:
        desk: the open administration.
        shown: the contract whose copy is looked at. Of other contracts only copies stand in
            the list that differ from every set: the others are there already.
    """
    sets = {one.id: one for one in services.every(desk)}
    found = {}
    for contract in dossiers.contracts(desk):
        rules = dossiers.rules_of(desk, contract.id or 0)
        if contract.id == shown or sets.get(rules.id) != rules:
            key = f"{KEPT}{contract.id}"
            title = _("{title}, copy of “{contract}”").format(
                title=words.titled(rules), contract=contract.title
            )
            found[key] = Comparable(key, title, title, rules)
    for one in sets.values():
        text = f"{words.titled(one)} · {one.publisher}"
        found[one.id] = Comparable(one.id, text, words.titled(one), one)
    return found


def compared(
    left: RuleSet,
    right: RuleSet,
    *,
    only_differences: bool,
    titles: tuple[str, str] | None = None,
) -> ComparedContent:
    """Return two rule sets side by side."""
    rows = tuple(_rows(services.compare(left, right)))
    count = sum(row.differs for row in rows)
    total = len(rows)
    if only_differences:
        rows = tuple(row for row in rows if row.differs)
    summary = ngettext(
        "{count} of {total} rows differs.", "{count} of {total} rows differ.", count
    ).format(count=count, total=total)
    heads = titles or (words.titled(left), words.titled(right))
    return ComparedContent(*heads, rows, summary)


def _rows(found: Comparison) -> Iterator[ComparedLine]:
    if bool(found.left.blocks) == bool(found.right.blocks):
        yield from _values(found)
    else:
        sides = _told_values(found.left), _told_values(found.right)
        yield _line("values", _("Block"), _("Rows and values"), sides)
    yield from _terms(found.left, found.right)
    yield from _evidence(found.left, found.right)
    yield from _notes(found.left, found.right)


def _told_values(rules: RuleSet) -> tuple[str, str]:
    """Return in a word whether a set names values: row by row it would seem to strike them."""
    count = len(rules.blocks)
    if not count:
        return _("names no values"), _("a contract keeps its own rows and values")
    return ngettext("{count} row", "{count} rows", count).format(count=count), ""


def _values(found: Comparison) -> Iterator[ComparedLine]:
    """Yield each block and bonus that either has."""
    part = _("Block")
    for number, pair in enumerate(found.blocks):
        block = pair.left or pair.right
        if block is not None:
            sides = _told_block(pair.left), _told_block(pair.right)
            more = _difference(pair.left, pair.right)
            yield _line(f"block.{number}", part, block.label, sides, more)
    part = _("Bonus")
    for number, bonuses in enumerate(found.bonuses):
        bonus = bonuses.left or bonuses.right
        if bonus is not None:
            sides = _told_bonus(bonuses.left, found.left), _told_bonus(bonuses.right, found.right)
            more = _difference(bonuses.left, bonuses.right)
            yield _line(f"bonus.{number}", part, bonus.label, sides, more)


def _terms(left: RuleSet, right: RuleSet) -> Iterator[ComparedLine]:
    """Yield the terms of both, question by question."""
    mine = {(_("The set"), question): answer for question, answer in words.facts(left)}
    theirs = {(_("The set"), question): answer for question, answer in words.facts(right)}
    for found, rules in ((mine, left), (theirs, right)):
        for group, pairs in words.terms(rules):
            found.update({(group, question): answer for question, answer in pairs})
    for number, place in enumerate(dict.fromkeys((*mine, *theirs))):
        group, question = place
        answers = (mine.get(place, ""), ""), (theirs.get(place, ""), "")
        yield _line(f"term.{number}", group, question, answers)


def _evidence(left: RuleSet, right: RuleSet) -> Iterator[ComparedLine]:
    """Yield each piece of evidence that either asks for, with what it is asked for."""
    mine = {piece.code: piece for piece in left.evidence}
    theirs = {piece.code: piece for piece in right.evidence}
    for code in dict.fromkeys((*mine, *theirs)):
        piece = mine.get(code) or theirs[code]
        sides = _told_piece(mine.get(code), left), _told_piece(theirs.get(code), right)
        yield _line(f"evidence.{code}", pgettext("page", "Evidence"), piece.label, sides)


def _notes(left: RuleSet, right: RuleSet) -> Iterator[ComparedLine]:
    """Yield each rule that is words only, and which of the two has it."""
    there = _("it says so")
    for number, text in enumerate(dict.fromkeys((*left.every_note, *right.every_note))):
        mine = there if text in left.every_note else ""
        theirs = there if text in right.every_note else ""
        sides = (mine, ""), (theirs, "")
        yield _line(f"note.{number}", _("In words"), text, sides)


def _line(key: str, part: str, what: str, sides: Sides, more: str = "") -> ComparedLine:
    """Return a row; `more` is the difference between two amounts."""
    left, right = sides
    differs = left != right
    pill = PillContent(_("The same"), Tone.NEUTRAL, "check")
    if differs:
        pill = PillContent(more or _("Differs"), Tone.WARNING, "arrow-up-down")
        if "" in {left[0], right[0]}:
            pill = PillContent(_("Only in one"), Tone.INFO, "circle-dashed")
    said = _said(pill, more)
    return ComparedLine(key, part, what, _shown(left), _shown(right), pill, differs, said)


def _said(pill: PillContent, more: str) -> str:
    """Return what a screen reader says: that a row differs, before by how much."""
    differs = _("Differs")
    return f"{differs}: {more}" if more and pill.text == more else pill.text


def _difference(left: Block | Bonus | None, right: Block | Bonus | None) -> str:
    """Return how much more the right is worth, where both are amounts per the same thing."""
    if left is None or right is None or left.value is None or right.value is None:
        return ""
    if left.unit is not right.unit or left.value == right.value:
        return ""
    more = right.value - left.value
    amount = short_money_text(more if more.cents > 0 else -more)
    return f"+ {amount}" if more.cents > 0 else f"− {amount}"


def _told_block(block: Block | None) -> tuple[str, str]:
    if block is None:
        return ("", "")
    more = (words.block_limit(block), block.note or "")
    return words.block_value(block), "; ".join(text for text in more if text)


def _told_bonus(bonus: Bonus | None, rules: RuleSet) -> tuple[str, str]:
    if bonus is None:
        return ("", "")
    return words.bonus_value(bonus), words.bonus_condition(bonus, rules)


def _told_piece(piece: EvidenceRequirement | None, rules: RuleSet) -> tuple[str, str]:
    return ("", "") if piece is None else (asked_for(piece, rules), "")


def asked_for(piece: EvidenceRequirement, rules: RuleSet) -> str:
    """Return for what a piece of evidence is asked."""
    labels = {block.code: block.label for block in rules.blocks}
    return enumeration(
        [labels.get(code, code) for code in piece.blocks] or [label(k) for k in piece.kinds]
    )


def _shown(told: tuple[str, str]) -> tuple[str, str]:
    return (told[0] or _NOTHING, told[1])
