from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sroi_desktop.domain.effort import Effort, EffortState
from sroi_desktop.domain.money import Money
from sroi_desktop.domain.periods import Period
from sroi_desktop.domain.rules import EffortKind
from sroi_desktop.services import bookings, efforts
from sroi_desktop.ui.booking import opening, saving
from sroi_desktop.ui.booking.form import (
    CostTyped,
    FileGiven,
    Form,
    Seen,
    ShareTyped,
    from_draft,
    to_draft,
)
from sroi_desktop.ui.booking.situation import Known, Situation
from sroi_desktop.ui.booking.weighed import State
from tests.ui.booking.fakes import Talk

if TYPE_CHECKING:
    from sroi_desktop.services.desk import Desk

FULL = Form(
    step=3,
    contract=7,
    kind="placement",
    hours_unknown=True,
    bonuses=("age-50",),
    costs=(CostTyped("training", "1.500"),),
    shares=(ShareTyped(7, "60"), ShareTyped(8, "40"), ShareTyped(8, "100", 1)),
    cuts=("1-7-2026",),
    files=(FileGiven("contract", "/x/y.pdf"),),
    seen=(Seen("proof", "Ik", "01-01-2026"),),
)


def test_that_a_form_survives_the_draft() -> None:
    assert from_draft(json.loads(json.dumps(to_draft(FULL)))) == FULL


@given(role=st.text(), note=st.text(), starts=st.text(max_size=20))
def test_that_whatever_is_typed_survives_the_draft(role: str, note: str, starts: str) -> None:
    form = Form(role=role, note=note, starts=starts)
    assert from_draft(json.loads(json.dumps(to_draft(form)))) == form


@pytest.mark.parametrize(
    "broken",
    [
        {},
        {"step": 99, "contract": "x", "bonuses": 3, "files": "no", "role": 5},
        {"seen": [["only one"], 3], "shares": [[1, "2", 3, 4]], "hours_unknown": "yes"},
    ],
)
def test_that_a_draft_of_another_shape_gives_what_can_be_read(broken: dict[str, object]) -> None:
    form = from_draft({**asdict(Form(role="hovenier")), **broken})
    assert 0 <= form.step <= 3
    assert form.role in {"hovenier", ""}


def test_that_a_file_is_worth_more_than_a_note() -> None:
    form = FULL.with_file(FileGiven("proof", "/x/z.pdf"))
    assert form.seen == ()
    assert form.with_file(FileGiven("proof", "/x/z.pdf")) == form


def opened(desk: Desk, effort: Effort, contract_id: int) -> Form:
    done = efforts.record(desk, effort, [bookings.whole_for(contract_id, effort)])
    assert done.id is not None
    found = efforts.opened(desk, done.id)
    return opening.filled(opening.known(desk, found), found)


def test_that_the_fields_of_every_kind_come_back(desk: Desk, contract_id: int) -> None:
    day = Period(date(2026, 5, 1), date(2026, 5, 1))
    hours = Effort(
        EffortKind.ACTIVITY,
        "kennis-delen",
        "Workshop",
        day,
        employees=3,
        hours=Fraction(8),
        place="Utrecht",
        note="Met de klas",
    )
    form = opened(desk, hours, contract_id)
    assert (form.counted_by, form.employees, form.hours) == ("hours", "3", "8")
    assert (form.ends, form.description, form.place) == ("", "Workshop", "Utrecht")
    paid = Effort(EffortKind.ACTIVITY, "kennis-delen", "x", day, amount=Money(90_000))
    assert opened(desk, paid, contract_id).counted_by == "amount"


def test_that_a_name_that_says_nothing_new_is_not_asked_again(desk: Desk, contract_id: int) -> None:
    block = desk.store.rule_set(contract_id).block("participatiewet")
    period = Period(date(2026, 3, 1), date(2026, 8, 31))
    usual = Effort(
        block.kind,
        block.code,
        f"K-01 · {block.label}",
        period,
        candidate="K-01",
        born=date(1970, 1, 2),
    )
    form = opened(desk, usual, contract_id)
    assert (form.role, form.born, form.hours_unknown) == ("", "02-01-1970", True)


def test_that_the_work_of_a_candidate_is_known_from_an_earlier_effort(
    desk: Desk, contract_id: int
) -> None:
    talk = Talk(desk)
    talk.hire()
    talk.presenter.book()
    period = Period(date(2026, 9, 1), date(2026, 9, 30))
    effort = Effort(EffortKind.PLACEMENT, "ww", "Anders genoemd", period, candidate="K-01")
    assert opened(desk, effort, contract_id).role == "hovenier"


def test_that_an_effort_for_no_contract_can_still_be_changed(desk: Desk, contract_id: int) -> None:
    day = Period(date(2026, 5, 1), date(2026, 5, 1))
    effort = Effort(EffortKind.BESPOKE, "elders", "Los", day, EffortState.PLANNED)
    with desk.store.act("record_effort", "Los") as work:
        effort_id = work.add_effort(effort, ())
    talk = Talk(desk, effort_id=effort_id)
    assert talk.view.form.contract == contract_id
    assert talk.view.form.description == "Los"
    assert talk.view.side.needs


def test_that_a_form_that_is_not_complete_is_never_booked(desk: Desk) -> None:
    with pytest.raises(ValueError, match="not complete"):
        saving.book(desk, State(Situation(Form(), Known(desk.today, {}))))
