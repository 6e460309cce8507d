"""Where a conversation begins: a new contract, a draft that was left, or a contract to change."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sroi_desktop.domain.contract import Contract
from sroi_desktop.services import clauses, contracts, dossiers, drafts
from sroi_desktop.services.refusals import REFUSALS
from sroi_desktop.ui import pages
from sroi_desktop.ui.new_contract.form import (
    AMOUNT,
    CONTRACT,
    DATES,
    OWN_COPY,
    QUESTIONS,
    Form,
    from_draft,
    of_contract,
    of_demand,
)

if TYPE_CHECKING:
    from sroi_desktop.domain.rules import RuleSet
    from sroi_desktop.services.desk import Desk
    from sroi_desktop.ui.new_contract.talk import Talk

# What guidance calls what a contract lacks, and the question that asks it.
_FIELDS = {"percentage": "percentage", "start": "starts", "end": "ends"}


@dataclass(frozen=True, slots=True)
class Opening:
    """How a conversation begins.

    `base` is the contract that is changed, or an empty one; `own` its copy of the rules.
    `blank` is the form as it was before anything was typed, `form` as it is now, `key` that
    of its draft. `resumed` tells that a draft was found, `field` where to begin. `clause_id` is
    the clause that was read for a new contract: `base` and `own` are what its answers say.
    """

    base: Contract
    own: RuleSet | None
    blank: Form
    form: Form
    key: str
    resumed: bool = False
    field: str | None = None
    clause_id: int | None = None

    @property
    def is_new(self) -> bool:
        """Tell whether a contract is taken on, not changed."""
        return self.base.id is None

    def afresh(self) -> Opening:
        """Return the same beginning without what was typed before."""
        return replace(self, form=self.blank, resumed=False, field=None)


def opened(desk: Desk, target: object) -> Opening:
    """Return where a conversation begins for what a page asked.

    Args:
        desk: the open administration.
        target: a `ContractTarget` to change a contract, a `NewContractTarget` with what the
            tender calculator knows, or None.

    Raises:
        UnknownRecordError: the contract is not there any more.
    """
    if isinstance(target, pages.ContractTarget):
        return _old(desk, target)
    if isinstance(target, pages.NewContractTarget):
        key = drafts.free_key(desk, drafts.NEW_CONTRACT)
        if target.clause_id is not None:
            return _of_clause(desk, target.clause_id, key, None)
        known = of_demand(target.authority, target.rule_set_id, target.demand)
        return _new(desk, known, key, None)
    kept = drafts.keys(desk, drafts.NEW_CONTRACT)
    key = kept[-1] if kept else f"{drafts.NEW_CONTRACT}1"
    return _resumed(desk, key)


def _resumed(desk: Desk, key: str) -> Opening:
    """Return a conversation that was left, or a new one where none was."""
    draft = drafts.kept(desk, key)
    clause = "" if draft is None else from_draft(draft).clause
    if clause.isdecimal():
        try:
            return _of_clause(desk, int(clause), key, draft)
        except REFUSALS:  # the clause was removed: what was typed is still there
            return _new(desk, Form(), key, draft)
    return _new(desk, Form(), key, draft)


def _of_clause(desk: Desk, clause_id: int, key: str, draft: dict[str, object] | None) -> Opening:
    """Return the beginning of a contract of which a clause was read."""
    outcome = clauses.outcome_of(desk, clauses.intake_of(desk, clause_id))
    base = outcome.contract
    blank = replace(of_contract(base), step=CONTRACT, clause=str(clause_id))
    form = blank if draft is None else from_draft(draft)
    is_resumed = draft is not None
    return Opening(base, outcome.rules, blank, form, key, resumed=is_resumed, clause_id=clause_id)


def _new(desk: Desk, known: Form, key: str, draft: dict[str, object] | None) -> Opening:
    number = contracts.next_number(desk)
    blank = replace(known, number=number)
    form = blank if draft is None else from_draft(draft)
    base = Contract(number, "", "", "")
    return Opening(base, None, blank, form, key, resumed=draft is not None)


def _old(desk: Desk, target: pages.ContractTarget) -> Opening:
    base = dossiers.contract_of(desk, target.contract_id)
    own = dossiers.rules_of(desk, target.contract_id)
    key = f"contract.{target.contract_id}"
    draft = drafts.kept(desk, key)
    blank = of_contract(base)
    form = blank if draft is None else from_draft(draft)
    field = None if target.field is None else _FIELDS.get(target.field, target.field)
    step = _step_for(field)
    if step is not None:
        form = replace(form, step=step)
    return Opening(base, own, blank, form, key, resumed=draft is not None, field=field)


def _step_for(field: str | None) -> int | None:
    """Return the step that asks for a field, None for one that no step knows."""
    return next((step for step in (CONTRACT, AMOUNT, DATES) if field in QUESTIONS[step]), None)


def editor_target(talk: Talk) -> pages.RuleEditorTarget:
    """Return the editor with the rules that are chosen, for this authority and back to here."""
    contract_id = talk.opening.base.id
    there = None if contract_id is None else pages.ContractTarget(contract_id)
    key, own = talk.chooser.key(talk.form), talk.opening.own
    is_copy = key == OWN_COPY
    return pages.RuleEditorTarget(
        None if is_copy else key,
        rules=own if is_copy else None,
        authority=talk.form.authority.strip() or None,
        back=(pages.NEW_CONTRACT, there),
    )
