"""Puts together what is shown of one rule set, and of two side by side. No Qt here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sroi_desktop.language import _, ngettext
from sroi_desktop.language.labels import label
from sroi_desktop.language.numbers import date_text
from sroi_desktop.language.steps import enumeration
from sroi_desktop.services import rules as services
from sroi_desktop.ui.kit.content import Act, PillContent
from sroi_desktop.ui.kit.palette import Tone
from sroi_desktop.ui.rules import words
from sroi_desktop.ui.rules.content import (
    ComparedContent,
    ComparedLine,
    EvidenceLine,
    ListedSet,
    SetContent,
    SourceLine,
    ValueLine,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sroi_desktop.domain.rules import Block, Bonus, EvidenceRequirement, RuleSet, Source
    from sroi_desktop.services.rules import Comparison

_NOTHING = "–"


def listed(rules: RuleSet, needle: Sequence[str] = (), *, is_own: bool = False) -> ListedSet:
    """Return a rule set as the list shows it; the places that were looked for come first."""
    places, title = words.places(rules, needle), words.titled(rules)
    state = _own() if is_own else _state(rules)
    spoken = f"{places}, {title}, {rules.publisher}, {state.text}"
    return ListedSet(rules.id, places, title, state, spoken)


def shown(
    rules: RuleSet, newer: RuleSet | None, copy_of: str = "", *, is_own: bool = False
) -> SetContent:
    """Return a rule set in full."""
    return SetContent(
        rules.id,
        words.titled(rules),
        tuple(_pills(rules, newer, is_own=is_own)),
        None if newer is None else (newer.id, words.titled(newer)),
        copy_of,
        words.facts(rules),
        rules.missing,
        tuple(_block(block) for block in rules.blocks),
        tuple(_bonus(bonus) for bonus in rules.bonuses),
        tuple((title, pairs) for title, pairs in words.terms(rules) if pairs),
        tuple(_evidence(piece, rules) for piece in rules.evidence),
        (*rules.assumptions, *(text for block in rules.blocks for text in block.assumptions)),
        rules.notes,
        tuple(_source(source) for source in rules.sources),
        _acts(copy_of, is_own=is_own),
    )


def _acts(copy_of: str, *, is_own: bool) -> tuple[Act, ...]:
    """Return what can be done with a set: a published one is only ever copied."""
    if copy_of:
        return (Act("adjust_set", _("Adjust the rules of this contract"), "file-pen"),)
    pass_on = (
        Act("pass_pack", _("Pass on, sealed…"), kind="link"),
        Act("pass_text", _("Pass on as text…"), kind="link"),
    )
    if not is_own:
        return (Act("adjust_set", _("Copy and adjust"), "file-pen"), *pass_on)
    return (
        Act("adjust_set", _("Change this set"), "file-pen"),
        Act("copy_set", _("Copy"), kind="link"),
        *pass_on,
        Act("remove_set", _("Remove"), kind="link"),
    )


def _pills(rules: RuleSet, newer: RuleSet | None, *, is_own: bool) -> Iterator[PillContent]:
    if is_own:
        yield _own()
    yield _state(rules)
    if newer is not None:
        yield PillContent(_("Older edition"), Tone.NEUTRAL)


def _own() -> PillContent:
    return PillContent(_("Own"), Tone.INFO, "file-pen")


def _state(rules: RuleSet) -> PillContent:
    """Return how much is known of a set."""
    if not rules.blocks:
        return PillContent(_("Terms only"), Tone.NEUTRAL, "file-text")
    if rules.complete:
        return PillContent(_("Table complete"), Tone.GOOD, "check")
    return PillContent(_("Incomplete"), Tone.WARNING, "circle-dashed")


def _block(block: Block) -> ValueLine:
    cents = -1 if block.value is None else block.value.cents
    worth, limit = words.block_value(block), words.block_limit(block)
    return ValueLine(block.code, block.label, worth, limit, block.note or "", cents)


def _bonus(bonus: Bonus) -> ValueLine:
    cents = -1 if bonus.value is None else bonus.value.cents
    worth, condition = words.bonus_value(bonus), words.bonus_condition(bonus)
    return ValueLine(bonus.code, bonus.label, worth, condition, "", cents)


def _evidence(piece: EvidenceRequirement, rules: RuleSet) -> EvidenceLine:
    labels = {block.code: block.label for block in rules.blocks}
    names = [labels.get(code, code) for code in piece.blocks] or [label(k) for k in piece.kinds]
    whose = _("usual; the source does not name it") if piece.assumed else _("named by the source")
    return EvidenceLine(piece.code, piece.label, enumeration(names), whose)


def _source(source: Source) -> SourceLine:
    seen = "" if source.seen is None else _("read on {date}").format(date=date_text(source.seen))
    return SourceLine(source.title or source.url, source.url, seen)


def compared(left: RuleSet, right: RuleSet, *, only_differences: bool) -> ComparedContent:
    """Return two rule sets side by side."""
    comparison = services.compare(left, right)
    rows = tuple(_compared_rows(comparison))
    count = sum(row.differs for row in rows)
    if only_differences:
        rows = tuple(row for row in rows if row.differs)
    summary = ngettext("{count} row differs.", "{count} rows differ.", count).format(count=count)
    return ComparedContent(words.titled(left), words.titled(right), rows, summary)


def _compared_rows(found: Comparison) -> Iterator[ComparedLine]:
    part = _("Block")
    for number, pair in enumerate(found.blocks):
        block = pair.left or pair.right
        if block is not None:
            left, right = _told_block(pair.left), _told_block(pair.right)
            yield _compared(f"block.{number}", part, block.label, left, right)
    part = _("Bonus")
    for number, bonuses in enumerate(found.bonuses):
        bonus = bonuses.left or bonuses.right
        if bonus is not None:
            left, right = _told_bonus(bonuses.left), _told_bonus(bonuses.right)
            yield _compared(f"bonus.{number}", part, bonus.label, left, right)
    yield from _compared_terms(found.left, found.right)


def _compared_terms(left: RuleSet, right: RuleSet) -> Iterator[ComparedLine]:
    """Yield the terms of both, question by question."""
    mine = {(_("The set"), question): answer for question, answer in words.facts(left)}
    theirs = {(_("The set"), question): answer for question, answer in words.facts(right)}
    for found, rules in ((mine, left), (theirs, right)):
        for group, pairs in words.terms(rules):
            found.update({(group, question): answer for question, answer in pairs})
    for number, place in enumerate(dict.fromkeys((*mine, *theirs))):
        group, question = place
        answers = (mine.get(place, ""), ""), (theirs.get(place, ""), "")
        yield _compared(f"term.{number}", group, question, *answers)


def _compared(
    key: str, part: str, what: str, left: tuple[str, str], right: tuple[str, str]
) -> ComparedLine:
    differs = left != right
    pill = PillContent(_("The same"), Tone.NEUTRAL)
    if differs:
        pill = PillContent(_("Differs"), Tone.WARNING)
        if "" in {left[0], right[0]}:
            pill = PillContent(_("Only in one"), Tone.INFO)
    return ComparedLine(key, part, what, _shown(left), _shown(right), pill, differs)


def _told_block(block: Block | None) -> tuple[str, str]:
    return ("", "") if block is None else (words.block_value(block), words.block_limit(block))


def _told_bonus(bonus: Bonus | None) -> tuple[str, str]:
    return ("", "") if bonus is None else (words.bonus_value(bonus), words.bonus_condition(bonus))


def _shown(told: tuple[str, str]) -> tuple[str, str]:
    return (told[0] or _NOTHING, told[1])
