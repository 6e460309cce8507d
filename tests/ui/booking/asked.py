"""Conversations that have come to the second step, under any rules; closed after each test."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sroi_desktop.services import contracts
from tests.ui.booking.fakes import Talk, plain
from tests.ui.desks import new_desk as made_desk
from tests.ui.desks import take_on, wijk_oost

if TYPE_CHECKING:
    from sroi_desktop.domain.contract import Contract
    from sroi_desktop.domain.rules import RuleSet
    from sroi_desktop.services.desk import Desk

_open: list[Desk] = []


def new_desk() -> Desk:
    """Return an administration that is closed after the test."""
    _open.append(made_desk())
    return _open[-1]


def close_all() -> None:
    """Close every administration that was made here."""
    while _open:
        _open.pop().store.close()


def asked_for(rule_set_id: str, block_code: str, **answers: object) -> Talk:
    """Go to the second step with that row chosen."""
    desk = new_desk()
    take_on(desk, wijk_oost(rule_set_id=rule_set_id))
    talk = Talk(desk)
    block = desk.library.get(rule_set_id).block(block_code)
    talk.presenter.choose_kind(block.kind.value)
    talk.presenter.onward()
    talk.say(block=block_code, **answers)
    return talk


def take_on_with(desk: Desk, rules: RuleSet, contract: Contract | None = None) -> None:
    contract = contract or wijk_oost(rule_set_id=rules.id)
    contracts.take_on(desk, contract, rules)


def hint(talk: Talk, name: str) -> str:
    return plain(next(one.hint for one in talk.view.questions if one.name == name))
