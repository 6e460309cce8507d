"""The first step: what was done, under which contract's rules, and what was left unfinished."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sroi_desktop.domain.rules import EffortKind, RuleSet
from sroi_desktop.language import _
from sroi_desktop.language.derivations import edition_text
from sroi_desktop.language.labels import label
from sroi_desktop.ui.booking import buying, sharing
from sroi_desktop.ui.booking.form import Form
from sroi_desktop.ui.booking.keeping import DraftOffer
from sroi_desktop.ui.booking.situation import Situation
from sroi_desktop.ui.kit.content import CardChoice, Choice


@dataclass(frozen=True, slots=True)
class WhatContent:
    """What the first step shows.

    `missing` says why nothing can be chosen: no contract yet, or rules without values.
    """

    contracts: tuple[Choice, ...] = ()
    contract: str | None = None
    rules: str = ""
    cards: tuple[CardChoice, ...] = ()
    kind: str | None = None
    drafts: tuple[DraftOffer, ...] = ()
    missing: str = ""


def what(now: Situation, drafts: tuple[DraftOffer, ...]) -> WhatContent:
    """Return the first step: a card for every kind of effort that the rules have a row for."""
    places = sharing.offered(now.known, now.form)
    if now.place is None:
        text = _("You have no contract yet. Add one first: its rules say what counts.")
        return WhatContent(drafts=drafts, missing=text)
    rules, missing = now.place.rules, ""
    kinds = {row.kind for row in now.place.rows(now.known.effort)}
    if not rules.blocks:
        missing = _("The rules of this contract have no values yet. Fill them in there first.")
    return WhatContent(
        contracts=tuple(
            Choice(str(place.contract.id), f"{place.contract.number} · {place.contract.title}")
            for place in places
        ),
        contract=None if now.form.contract is None else str(now.form.contract),
        rules=_("Under the rules: {title}").format(title=_rules_text(rules)),
        cards=tuple(_card(kind) for kind in EffortKind if kind in kinds),
        kind=now.form.kind or None,
        drafts=drafts,
        missing=missing,
    )


def with_contract(now: Situation, contract_id: int) -> Form:
    """Return the form under the rules of another contract, without what those do not have."""
    form = replace(now.form, contract=contract_id, is_shared=False, shares=(), cuts=())
    there = replace(now, form=form)
    return replace(
        form,
        kind=form.kind if there.blocks else "",
        block="" if there.block is None else form.block,
    )


def with_kind(now: Situation, kind: str) -> Form:
    """Return the form for another kind of effort; a single row of it is chosen at once."""
    form = replace(now.form, kind=kind, block="", bonuses=(), state="")
    blocks = replace(now, form=form).blocks
    return replace(form, block=blocks[0].code) if len(blocks) == 1 else form


def up_to_date(now: Situation) -> Situation:
    """Return a moment from before with what the books say now about the supplier."""
    supplier = now.known.supplier(now.form.supplier)
    return replace(now, form=buying.up_to_date(now.form, supplier))


def with_supplier(now: Situation, key: str) -> Form:
    """Return the form for another supplier, with what is on record about its recognition."""
    if key == now.form.supplier:
        return now.form
    return buying.with_recognition(replace(now.form, supplier=key), now.known.supplier(key))


def _rules_text(rules: RuleSet) -> str:
    return edition_text(rules.title, rules.edition)


def _card(kind: EffortKind) -> CardChoice:
    return CardChoice(kind.value, label(kind), _hints()[kind], _ICONS[kind])


_ICONS = {
    EffortKind.PLACEMENT: "user-plus",
    EffortKind.APPRENTICESHIP: "graduation-cap",
    EffortKind.TRAINEESHIP: "school",
    EffortKind.PURCHASE: "shopping-cart",
    EffortKind.ACTIVITY: "hand-heart",
    EffortKind.COST: "receipt-euro",
    EffortKind.BESPOKE: "handshake",
}


def _hints() -> dict[EffortKind, str]:
    return {
        EffortKind.PLACEMENT: _("Someone with a distance to work has a job with you."),
        EffortKind.APPRENTICESHIP: _("Someone works and learns with you."),
        EffortKind.TRAINEESHIP: _("A traineeship or a place to gain experience."),
        EffortKind.PURCHASE: _("You paid a social enterprise for work or goods."),
        EffortKind.ACTIVITY: _("Your people gave their time or knowledge."),
        EffortKind.COST: _("You paid for training or guidance."),
        EffortKind.BESPOKE: _("Something that you agreed with the adviser."),
    }
