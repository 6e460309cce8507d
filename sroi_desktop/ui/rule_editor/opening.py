"""Where the editor begins: empty, with a copy, with an own set, or with a contract's rules."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import TYPE_CHECKING

from sroi_desktop.language import _
from sroi_desktop.services import dossiers, drafts, own_rules, rule_sheets
from sroi_desktop.services import rules as rule_services
from sroi_desktop.ui.pages import RuleEditorTarget
from sroi_desktop.ui.rule_editor.filling import filled
from sroi_desktop.ui.rule_editor.questions import YES
from sroi_desktop.ui.rule_editor.sections import BLOCKS, all_sections, all_tables
from sroi_desktop.ui.rule_editor.sheet import Sheet, from_draft, to_draft

if TYPE_CHECKING:
    from sroi_desktop.domain.rules import RuleSet
    from sroi_desktop.services.desk import Desk

NEW_PREFIX = "rules.new."
OWN_PREFIX = "rules.own."
CONTRACT_PREFIX = "rules.contract."
GENERIC = "generic"


class Subject(Enum):
    """What is typed: a set that is not kept yet, one of the owner, or a contract's rules."""

    NEW = auto()
    OWN = auto()
    CONTRACT = auto()


@dataclass(frozen=True, slots=True)
class Opening:
    """How an editor begins.

    `blank` is the sheet before anything was typed, `sheet` as it is now; `key` is that of its
    draft, which `resumed` tells was found. `contract_id` is for a contract's rules.
    """

    subject: Subject
    blank: Sheet
    sheet: Sheet
    key: str
    title: str = ""
    resumed: bool = False
    contract_id: int | None = None
    reason: str = ""


def opened(desk: Desk, target: RuleEditorTarget) -> Opening | None:
    """Return where the editor begins for a target, None where the owner has to choose first.

    Raises:
        UnknownRecordError: the contract is not there any more.
        UnknownRuleSetError: the set is not there any more.
    """
    if target.rules is not None:
        return _new(desk, _sheet(desk, target.rules))
    if target.contract_id is not None:
        return _contract(desk, target.contract_id)
    if target.rule_set_id is None:
        return None
    rules = desk.library.get(target.rule_set_id)
    is_own = any(one.id == rules.id for one in desk.library.own_sets)
    if is_own and not target.copy:
        key = f"{OWN_PREFIX}{rules.id}"
        return _resumed(desk, Opening(Subject.OWN, Sheet(), _sheet(desk, rules), key, rules.title))
    return copied(desk, rules, target.authority)


def copied(desk: Desk, rules: RuleSet, authority: str | None = None) -> Opening:
    """Return the editor with a copy of a set, for a municipality where one is named."""
    usable = rule_services.to_take_on(desk, rules)
    covers = usable.covers
    if authority and rules not in rule_services.for_authority(desk, authority):
        covers = (authority,)
    if rules.id == GENERIC:
        usable = replace(usable, title="", publisher=authority or "", missing=(), assumptions=())
    copy = replace(
        usable,
        title=_("{title} (own)").format(title=usable.title) if usable.title else "",
        covers=covers,
        supersedes=None,
        based_on=rules.id,
    )
    sheet = _sheet(desk, copy)
    return _new(desk, replace(sheet, texts={**sheet.texts, "id": ""}))


def empty(desk: Desk, authority: str | None = None) -> Opening:
    """Return the editor with nothing but one row to begin with."""
    start = dict(all_tables(all_sections())[BLOCKS].start)
    texts = {"complete": YES}
    if authority:
        texts |= {"publisher": authority, "covers": authority}
    return _new(desk, Sheet(texts).with_row(BLOCKS, start))


def of_draft(desk: Desk, key: str) -> Opening | None:
    """Return the editor with a new set that was left half typed, None where it is gone."""
    opening = _resumed(desk, Opening(Subject.NEW, Sheet(), Sheet(), key))
    return opening if opening.resumed else None


def draft_titles(desk: Desk) -> tuple[tuple[str, str], ...]:
    """Return the new sets that were left half typed: key and title of each."""
    found = []
    for key in drafts.keys(desk, NEW_PREFIX):
        opening = of_draft(desk, key)
        if opening is not None:
            found.append((key, opening.sheet.text("title") or _("rules without a name")))
    return tuple(found)


def draft_of(sheet: Sheet, reason: str) -> dict[str, object]:
    """Return what is kept of a set that is half typed."""
    return {"sheet": to_draft(sheet), "reason": reason}


def _contract(desk: Desk, contract_id: int) -> Opening:
    contract = dossiers.contract_of(desk, contract_id)
    rules = dossiers.rules_of(desk, contract_id)
    sheet = _sheet(desk, rules)
    own_id = rules.id if rules.id.endswith(own_rules.OWN) else f"{rules.id}{own_rules.OWN}"
    sheet = replace(sheet, texts={**sheet.texts, "id": own_id})
    key = f"{CONTRACT_PREFIX}{contract_id}"
    found = Opening(Subject.CONTRACT, Sheet(), sheet, key, contract.title, contract_id=contract_id)
    return _resumed(desk, found)


def _new(desk: Desk, sheet: Sheet) -> Opening:
    return Opening(Subject.NEW, sheet, sheet, drafts.free_key(desk, NEW_PREFIX))


def _resumed(desk: Desk, opening: Opening) -> Opening:
    """Return the opening with what was typed the last time, where that is kept."""
    opening = replace(opening, blank=opening.sheet)
    draft = drafts.kept(desk, opening.key)
    if draft is None:
        return opening
    sheet = from_draft(draft["sheet"])  # type: ignore[arg-type]
    return replace(opening, sheet=sheet, resumed=True, reason=str(draft.get("reason", "")))


def _sheet(desk: Desk, rules: RuleSet) -> Sheet:
    return filled(rule_sheets.tables_of(desk, rules), all_sections())
