"""Which contracts another edition of the rules would touch, and what its source says of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sroi_desktop.domain import editions
from sroi_desktop.domain.contract import ENDED
from sroi_desktop.services.own_rules import OWN

if TYPE_CHECKING:
    from sroi_desktop.domain.contract import Contract
    from sroi_desktop.domain.editions import Verdict
    from sroi_desktop.domain.rules import RuleSet
    from sroi_desktop.services.desk import Desk


def successor(desk: Desk, rules: RuleSet) -> RuleSet | None:
    """Return the edition that took the place of this one, or of the set it is a copy of."""
    known = names(rules)
    return next((one for one in _every(desk) if one.supersedes in known), None)


def newest(desk: Desk, rules: RuleSet) -> RuleSet | None:
    """Return the last edition after this one, None where there is none."""
    return next(reversed(_later(desk, rules)), None)


def touched(desk: Desk, rules: RuleSet) -> tuple[Contract, ...]:
    """Return the contracts that an edition could be for, by their numbers.

    Those that are not over and keep an earlier edition, or other rules of the same publisher
    or for the same authority. A contract that keeps a later edition is none of them.
    """
    earlier, later = _earlier(desk, rules), {one.id for one in _later(desk, rules)}
    found = []
    for contract in desk.store.contracts():
        if contract.id is None or contract.state in ENDED:
            continue
        kept = desk.store.rule_set(contract.id)
        known = names(kept)
        if rules.id in known or later & known:
            continue
        at_home = kept.publisher == rules.publisher or _covers(desk, rules, contract)
        if at_home or earlier & known:
            found.append(contract)
    return tuple(found)


def verdict_on(desk: Desk, contract: Contract, rules: RuleSet) -> Verdict:
    """Return whether an edition holds for a contract, and on what ground."""
    return editions.verdict(contract, rules, successor(desk, rules))


def names(rules: RuleSet) -> frozenset[str]:
    """Return the ids that a set answers to: its own, and that of the set it is a copy of."""
    own = rules.id.removesuffix(OWN)
    return frozenset(name for name in (rules.id, own, rules.based_on) if name)


def _covers(desk: Desk, rules: RuleSet, contract: Contract) -> bool:
    return any(one.id == rules.id for one in desk.library.for_authority(contract.authority))


def _every(desk: Desk) -> tuple[RuleSet, ...]:
    library = desk.library
    return (*library.rule_sets, *library.terms, *library.own_sets)


def _earlier(desk: Desk, rules: RuleSet) -> frozenset[str]:
    """Return the ids of the editions before this one, as far back as they are named."""
    by_id = {one.id: one for one in _every(desk)}
    found: dict[str, None] = {}
    name = rules.supersedes
    while name and name not in found:
        found[name] = None
        name = by_id[name].supersedes if name in by_id else None
    return frozenset(found)


def _later(desk: Desk, rules: RuleSet) -> tuple[RuleSet, ...]:
    """Return the editions after this one, in order."""
    found: list[RuleSet] = []
    following = successor(desk, rules)
    while following is not None and following not in (rules, *found):
        found.append(following)
        following = successor(desk, following)
    return tuple(found)
