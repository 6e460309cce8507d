"""Keeps the set that was typed: beside the others, in its own place, or with a contract. No Qt."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from sroi_desktop.language import _
from sroi_desktop.language.derivations import edition_text
from sroi_desktop.services import contracts, dossiers, rule_sheets
from sroi_desktop.ui.new_contract.saving import recount_text
from sroi_desktop.ui.rule_editor.opening import Opening, Subject

if TYPE_CHECKING:
    from sroi_desktop.domain.rules import RuleSet
    from sroi_desktop.services.changes import Done
    from sroi_desktop.services.desk import Desk
    from sroi_desktop.ui.rule_editor.typing import Typing


class Confirming(Protocol):
    """Who can be asked whether other rules may change what is booked."""

    def confirm_recount(self, text: str) -> bool:
        """Ask whether other rules may change what is booked."""


def titled(rules: RuleSet) -> str:
    """Return the title of a rule set with its edition."""
    return edition_text(rules.title, rules.edition)


def keep(
    desk: Desk, typing: Typing, opening: Opening, reason: str, view: Confirming
) -> tuple[RuleSet, Done | None] | str | None:
    """Keep what was typed, which the format allows.

    Returns:
        The set as kept, with what that changed in the books; a sentence where something is
        still to be said; None where the owner thought better of it.

    Raises:
        DomainError: it cannot be kept; nothing was changed.
    """
    rules = typing.rules
    if rules is None:
        return None
    if opening.contract_id is None:
        return rule_sheets.keep(desk, rules, is_new=opening.subject is Subject.NEW), None
    current = dossiers.rules_of(desk, opening.contract_id)
    if replace(rules, id=current.id) == current:
        return _("You changed nothing yet.")
    if not reason.strip():
        return _("Write in a few words why you change the rules of this contract.")
    question = recount_text(desk, opening.contract_id, rules)
    if question is not None and not view.confirm_recount(question):
        return None
    return rules, contracts.adjust_rules(desk, opening.contract_id, rules, reason)
