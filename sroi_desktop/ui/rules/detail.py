"""Puts together what is shown of one rule set. No Qt here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sroi_desktop.language import _
from sroi_desktop.language.numbers import date_text
from sroi_desktop.language.steps import enumeration
from sroi_desktop.ui.kit.content import Act, PillContent
from sroi_desktop.ui.kit.palette import Tone
from sroi_desktop.ui.rule_editor.citing import places_of
from sroi_desktop.ui.rules import words
from sroi_desktop.ui.rules.comparing import asked_for
from sroi_desktop.ui.rules.content import (
    DocumentLine,
    EvidenceLine,
    ListedSet,
    SetContent,
    SourceLine,
    ValueLine,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sroi_desktop.domain.rules import Block, Bonus, EvidenceRequirement, RuleSet, Source


def listed(rules: RuleSet, needle: Sequence[str] = (), *, is_own: bool = False) -> ListedSet:
    """Return a rule set as the list shows it; the places that were looked for come first."""
    places, title = words.places(rules, needle), words.titled(rules)
    state = _own() if is_own else _state(rules)
    spoken = f"{places}, {title}, {rules.publisher}, {state.text}"
    return ListedSet(rules.id, places, title, state, spoken)


def shown(
    rules: RuleSet,
    newer: RuleSet | None,
    copy_of: str = "",
    documents: tuple[DocumentLine, ...] | None = None,
) -> SetContent:
    """Return a rule set in full; of an own one with the documents that are kept with it."""
    is_own = documents is not None
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
        (*rules.notes, *_left_over(rules)),
        tuple(_source(source) for source in rules.sources),
        _acts(copy_of, is_own=is_own),
        () if copy_of else _more(is_own=is_own),
        places_of(rules),
        "" if is_own or copy_of else _("Published: this set stays as it is. Your copy can change."),
        documents,
    )


def _left_over(rules: RuleSet) -> Iterator[str]:
    """Yield what a contract keeps of an earlier edition beside the rules that hold."""
    if rules.left_over:
        names = enumeration([f"“{row.label}”" for row in rules.left_over])
        yield _("Not in this edition, and kept for what you booked under it: {rows}.").format(
            rows=names
        )


def _acts(copy_of: str, *, is_own: bool) -> tuple[Act, ...]:
    """Return what can be done with a set: a published one is only ever copied."""
    if copy_of:
        return (Act("adjust_set", _("Adjust the rules of this contract"), "file-pen"),)
    effect = Act("edition", _("What would it change for you?"), "layers")
    change = _("Change this set") if is_own else _("Copy and adjust")
    return (effect, Act("adjust_set", change, "file-pen"))


def _more(*, is_own: bool) -> tuple[Act, ...]:
    """Return how a set is passed on, and an own one copied and removed."""
    pass_on = (
        Act("pass_pack", _("Pass on, sealed…"), "package"),
        Act("pass_text", _("Pass on as text…"), "file-text"),
    )
    if not is_own:
        return pass_on
    return (
        Act("copy_set", _("Copy"), "copy"),
        *pass_on,
        Act("remove_set", _("Remove"), "trash-2"),
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
    whose = _("usual; the source does not name it") if piece.assumed else _("named by the source")
    return EvidenceLine(piece.code, piece.label, asked_for(piece, rules), whose)


def _source(source: Source) -> SourceLine:
    seen = "" if source.seen is None else _("read on {date}").format(date=date_text(source.seen))
    return SourceLine(source.title or source.url, source.url, seen)
