"""The third step of a booking: shares over contracts and days, and proposals with what they do."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from sroi_desktop.domain.allocation import PARTS, Allocation
from sroi_desktop.domain.dividing import Manner
from sroi_desktop.domain.effort import EffortState
from sroi_desktop.domain.money import Money
from sroi_desktop.domain.periods import Period
from sroi_desktop.services import contracts, efforts, history, reports
from sroi_desktop.services.desk import Desk
from sroi_desktop.ui.kit.palette import Tone
from sroi_desktop.ui.pages import BookingTarget
from tests.ui.booking.fakes import Talk, plain
from tests.ui.desks import book, take_on, wijk_oost

SPRING = Period(date(2026, 3, 1), date(2026, 5, 31))
SUMMER = Period(date(2026, 6, 1), date(2026, 8, 31))


@pytest.fixture
def second(desk: Desk) -> int:
    return take_on(desk, wijk_oost(number="2026-02", title="Park", sum_excl_vat=Money(120_000_000)))


@pytest.fixture
def dividing(desk: Desk, contract_id: int, second: int) -> Talk:
    """Return a booking of K-01 from March to August that is divided over two contracts."""
    talk = Talk(desk, contract_id=contract_id)
    talk.hire()
    talk.presenter.onward()
    talk.presenter.where.share(shared=True)
    talk.presenter.where.add(str(second))
    return talk


def shares(desk: Desk) -> list[tuple[int, Period, int]]:
    (line, *_others) = desk.store.effort_lines()
    found = [booked.allocation for booked in desk.store.allocations(line.effort_id)]
    return [(one.contract_id, one.period, one.parts) for one in found]


def test_that_one_contract_after_the_other_is_two_clicks_and_four_numbers(
    desk: Desk, dividing: Talk, contract_id: int, second: int
) -> None:
    where, view = dividing.presenter.where, dividing.view
    assert view.contracts.can_split
    assert [part.days for part in view.contracts.parts] == ["01-03-2026 t/m 31-08-2026"]
    where.split()
    assert [part.starts for part in view.contracts.parts] == ["", "01-06-2026"]
    assert [part.days for part in view.contracts.parts] == [
        "01-03-2026 t/m 31-05-2026",
        "01-06-2026 t/m 31-08-2026",
    ]
    for key, percent, part in (
        (contract_id, "100", 0),
        (second, "", 0),
        (contract_id, "", 1),
        (second, "100", 1),
    ):
        where.type_share(key, percent, part)
    assert [plain(row.worth) for row in view.contracts.parts[0].rows] == ["€ 6.666,67", ""]
    assert [plain(row.worth) for row in view.contracts.parts[1].rows] == ["", "€ 6.666,67"]
    assert [part.title for part in view.side.parts] == [
        "Groenonderhoud Wijk Oost, 01-03-2026 t/m 31-05-2026",
        "Park, 01-06-2026 t/m 31-08-2026",
    ]
    dividing.presenter.book()
    assert shares(desk) == [(contract_id, SPRING, PARTS), (second, SUMMER, PARTS)]
    history.undo(desk)
    assert desk.store.effort_lines() == ()


def test_that_a_new_part_begins_with_the_shares_of_the_one_before_it(
    desk: Desk, dividing: Talk, contract_id: int, second: int
) -> None:
    where, view = dividing.presenter.where, dividing.view
    where.type_share(contract_id, "60")
    where.type_share(second, "40")
    where.split()
    assert [row.percent for row in view.contracts.parts[1].rows] == ["60", "40"]
    dividing.presenter.book()
    whole = Period(SPRING.start, SUMMER.end)
    # the same share on all days is one line
    assert shares(desk) == [(contract_id, whole, 600_000), (second, whole, 400_000)]


def test_that_a_part_begins_where_a_contract_has_just_ended(desk: Desk, contract_id: int) -> None:
    short = take_on(desk, wijk_oost(number="2026-03", title="Plein", ends_on=date(2026, 4, 12)))
    talk = Talk(desk, contract_id=contract_id)
    talk.hire()
    talk.presenter.where.share(shared=True)
    talk.presenter.where.add(str(short))
    talk.presenter.onward()
    talk.presenter.where.split()
    assert talk.view.contracts.parts[1].starts == "13-04-2026"


def test_that_a_contract_without_dates_and_a_short_rest_split_half_way(
    desk: Desk, contract_id: int
) -> None:
    undated = take_on(
        desk, wijk_oost(number="2026-03", title="Plein", starts_on=None, ends_on=None)
    )
    talk = Talk(desk, contract_id=contract_id)
    talk.hire(starts="2-3-2026", ends="5-3-2026")
    talk.presenter.where.share(shared=True)
    talk.presenter.where.add(str(undated))
    talk.presenter.onward()
    for _ in range(4):  # a single day cannot be divided further
        talk.presenter.where.split()
    starts = [part.starts for part in talk.view.contracts.parts]
    assert starts == ["", "04-03-2026", "05-03-2026"]


@pytest.mark.parametrize(
    ("typed", "words"), [("31-2-2026", "bestaat niet"), ("1-3-2026", "na 01-03-2026"), ("", "in.")]
)
def test_that_a_first_day_that_cannot_be_used_is_told_at_the_spot(
    dividing: Talk, typed: str, words: str
) -> None:
    where, view = dividing.presenter.where, dividing.view
    where.split()
    where.type_start(1, typed)
    assert words in view.contracts.parts[1].wrong
    assert view.contracts.parts[1].starts == typed
    dividing.presenter.onward()
    assert view.head.step == 2
    assert view.message[1] is Tone.WARNING
    assert words in view.message[0]
    where.type_start(1, "1-7-2026")
    assert view.contracts.parts[1].days == "01-07-2026 t/m 31-08-2026"


def test_that_too_much_is_told_in_its_part_with_the_day_on_which_it_begins(
    dividing: Talk, contract_id: int, second: int
) -> None:
    where, view = dividing.presenter.where, dividing.view
    where.split()
    where.type_share(contract_id, "70", 1)
    where.type_share(second, "40", 1)
    first, later = view.contracts.parts
    assert not first.too_much
    assert later.too_much
    assert "01-06-2026" in later.note
    assert "110%" in later.note
    dividing.presenter.onward()
    assert view.head.step == 2
    assert "01-06-2026" in view.message[0]


def test_that_what_is_free_is_told_part_by_part(
    dividing: Talk, contract_id: int, second: int
) -> None:
    where, view = dividing.presenter.where, dividing.view
    where.split()
    where.type_share(contract_id, "80", 1)
    where.type_share(second, "", 1)
    assert "100%" in view.contracts.parts[0].note
    assert "20%" in view.contracts.parts[1].note


def test_that_parts_are_joined_again_and_the_later_ones_move_up(
    dividing: Talk, contract_id: int
) -> None:
    where, view = dividing.presenter.where, dividing.view
    where.split()
    where.split()
    where.type_share(contract_id, "10", 2)
    assert len(view.contracts.parts) == 3
    where.join(1)
    assert [part.starts for part in view.contracts.parts] == ["", "01-08-2026"]
    assert view.contracts.parts[1].rows[0].percent == "10"
    where.join(1)
    assert len(view.contracts.parts) == 1


def test_that_a_contract_that_is_added_or_goes_does_so_in_every_part(
    desk: Desk, dividing: Talk, second: int
) -> None:
    third = take_on(desk, wijk_oost(number="2026-03", title="Plein"))
    dividing.presenter.refresh()
    where, view = dividing.presenter.where, dividing.view
    where.split()
    where.add(str(third))
    assert [len(part.rows) for part in view.contracts.parts] == [3, 3]
    where.take_away(second)
    assert [len(part.rows) for part in view.contracts.parts] == [2, 2]


def test_that_parts_need_days_to_divide(desk: Desk, contract_id: int, second: int) -> None:
    talk = Talk(desk, contract_id=contract_id)
    talk.buy()
    talk.presenter.where.share(shared=True)
    talk.presenter.onward()
    assert not talk.view.contracts.can_split
    empty = Talk(desk, contract_id=contract_id)
    empty.presenter.choose_kind("placement")
    empty.presenter.where.share(shared=True)
    empty.presenter.where.split()
    assert empty.presenter.keep()


def test_that_what_was_divided_over_days_opens_so_and_is_kept_as_it_was(
    desk: Desk, contract_id: int, second: int
) -> None:
    effort_id = book(desk, contract_id)
    effort = desk.store.effort(effort_id)
    divided = [
        Allocation(contract_id, SPRING, 600_000),
        Allocation(second, SPRING, 400_000),
        Allocation(contract_id, SUMMER),
    ]
    efforts.change(desk, effort, divided)
    talk = Talk(desk, effort_id=effort_id)
    talk.presenter.onward()
    assert [part.starts for part in talk.view.contracts.parts] == ["", "01-06-2026"]
    percents = [[row.percent for row in part.rows] for part in talk.view.contracts.parts]
    assert percents == [["60", "40"], ["100", ""]]
    before = desk.store.allocations(effort_id)
    talk.presenter.book()
    assert desk.store.allocations(effort_id) == before


# -- proposals


def test_that_proposals_stand_side_by_side_with_what_they_lead_to(dividing: Talk) -> None:
    found = {one.manner: one for one in dividing.view.contracts.proposals}
    assert list(found) == list(Manner)
    proportion, urgent = found[Manner.IN_PROPORTION], found[Manner.MOST_URGENT]
    assert plain(proportion.total) == "€ 13.333,33"
    # 120,000 and 60,000 open: two thirds and one third of 13,333.33
    lines = [(line.title, plain(line.value), plain(line.open)) for line in proportion.lines]
    assert lines == [
        ("Groenonderhoud Wijk Oost", "66,7%: € 8.888,89", "open: € 120.000 → € 111.111"),
        ("Park", "33,3%: € 4.444,44", "open: € 60.000 → € 55.556"),
    ]
    assert proportion.is_chosen  # what was added first is divided so
    assert not urgent.is_chosen
    assert "Groenonderhoud Wijk Oost" in urgent.why


def test_that_a_proposal_that_is_taken_over_can_be_adjusted(
    desk: Desk, dividing: Talk, contract_id: int, second: int
) -> None:
    where, view = dividing.presenter.where, dividing.view
    where.propose(Manner.MOST_URGENT)
    assert [row.percent for row in view.contracts.rows] == ["100", "0"]
    chosen = {one.manner: one.is_chosen for one in view.contracts.proposals}
    assert chosen[Manner.MOST_URGENT]
    assert not chosen[Manner.IN_PROPORTION]
    where.type_share(contract_id, "90")
    where.type_share(second, "10")
    dividing.presenter.book()
    whole = Period(SPRING.start, SUMMER.end)
    assert shares(desk) == [(contract_id, whole, 900_000), (second, whole, 100_000)]


def test_that_proposals_fill_every_part(dividing: Talk) -> None:
    where, view = dividing.presenter.where, dividing.view
    where.split()
    where.propose(Manner.MOST_VALUABLE)
    assert [part.note[:10] for part in view.contracts.parts] == ["Samen 100%"] * 2
    assert next(
        one.is_chosen for one in view.contracts.proposals if one.manner is Manner.MOST_VALUABLE
    )


def test_that_one_contract_needs_no_proposal(dividing: Talk, second: int) -> None:
    dividing.presenter.where.take_away(second)
    assert dividing.view.contracts.proposals == ()
    dividing.presenter.where.propose(Manner.MOST_URGENT)
    dividing.presenter.where.share(shared=False)
    assert dividing.view.contracts.proposals == ()


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"ends_on": date(2027, 1, 31)}, "eindigt op 31-01-2027"),
        ({"starts_on": date(2024, 1, 1)}, "rapport"),
        ({"rhythm": None, "starts_on": date(2026, 2, 1)}, "loopt achter"),
        ({"ends_on": date(2026, 9, 30), "rhythm": None}, "afrekenen"),
        ({"starts_on": None, "ends_on": None}, ""),
    ],
)
def test_that_it_is_told_why_a_contract_presses(
    desk: Desk, changes: dict[str, object], words: str
) -> None:
    contract = wijk_oost(contact_made_on=date(2025, 11, 25), **changes)
    rules = replace(desk.library.get("utrecht-v3"), rhythm=None)
    first = contracts.take_on(desk, contract, rules).id
    assert first is not None
    other = take_on(desk, wijk_oost(number="2027-01", starts_on=None, ends_on=None, title="Rust"))
    for contract_id in (first, other):
        book(desk, contract_id)  # no first effort waits any longer
    talk = Talk(desk, contract_id=first)
    talk.hire()
    talk.presenter.where.share(shared=True)
    talk.presenter.where.add(str(other))
    talk.presenter.onward()
    urgent = next(one for one in talk.view.contracts.proposals if one.manner is Manner.MOST_URGENT)
    assert words in urgent.why
    assert bool(words) == bool(urgent.why)


# -- what is booked already


def test_that_a_booked_effort_is_divided_again_from_the_list(
    desk: Desk, contract_id: int, second: int
) -> None:
    effort_id = book(desk, contract_id)
    talk = Talk(desk)
    talk.presenter.open(BookingTarget(effort_id=effort_id, divide=True))
    assert talk.view.head.step == 2
    assert [row.percent for row in talk.view.contracts.rows] == ["100"]
    assert not talk.presenter.keep()  # nothing was typed yet
    talk.presenter.where.add(str(second))
    entries = len(desk.store.history())
    talk.presenter.aside()
    assert len(desk.store.history()) == entries + 1
    assert len(shares(desk)) == 2
    history.undo(desk)
    assert len(shares(desk)) == 1


def test_that_what_a_report_told_is_said_before_it_is_divided_in_another_way(
    desk: Desk, contract_id: int, second: int
) -> None:
    effort_id = book(desk, contract_id)
    period = Period(date(2026, 1, 1), date(2026, 9, 30))
    reports.publish(desk, contract_id, reports.Variant.PSEUDONYMOUS, period)
    talk = Talk(desk)
    talk.presenter.open(BookingTarget(effort_id=effort_id, divide=True))
    assert "2026-001" in talk.view.contracts.told
    assert "Gerealiseerd" in talk.view.contracts.told
    talk.presenter.where.add(str(second))
    talk.presenter.book()
    assert talk.view.message[1] is Tone.DANGER
    assert "2026-001" in talk.view.message[0]
    efforts.move_on(desk, effort_id, EffortState.REALISED)
    talk.presenter.refresh()
    assert talk.view.contracts.told == ""
    assert "2026-001" in talk.view.side.reported
    talk.presenter.book()
    assert len(shares(desk)) == 2


# -- what was booked before, and elsewhere


def test_that_what_looks_booked_already_is_said_beside_the_fields(
    desk: Desk, contract_id: int
) -> None:
    book(desk, contract_id)
    talk = Talk(desk, contract_id=contract_id)
    talk.hire(candidate="K-01", starts="1-8-2026", ends="30-9-2026")
    assert talk.view.side.resembles == (
        "Lijkt op: Medewerker groen, 1 maart t/m 31 augustus 2026 (al geboekt): "
        "dezelfde kandidaat op dezelfde dagen."
    )
    assert talk.presenter.look_alike() == "Medewerker groen"
    talk.say(starts="1-9-2026")
    assert talk.view.side.resembles == ""
    assert talk.presenter.look_alike() == ""


def test_that_one_invoice_is_recognised_by_its_number(desk: Desk, contract_id: int) -> None:
    first = Talk(desk, contract_id=contract_id)
    first.buy(invoice_number=" 123456782 ")  # meets the test of a BSN, as invoice numbers may
    first.presenter.book()
    (line,) = desk.store.effort_lines()
    assert line.invoice_number == "123456782"
    again = Talk(desk, contract_id=contract_id)
    again.buy(supplier="1", starts="1-9-2026", amount="10", invoice_number="123456782")
    assert "hetzelfde factuurnummer" in again.view.side.resembles
    change = Talk(desk, effort_id=line.effort_id)
    assert change.view.side.resembles == ""
    assert change.view.form.invoice_number == "123456782"


def test_that_what_is_being_booked_is_compared_once_it_is_complete(
    desk: Desk, contract_id: int
) -> None:
    talk = Talk(desk, contract_id=contract_id)
    assert talk.presenter.compared() is None
    talk.hire()
    found = talk.presenter.compared()
    assert found is not None
    assert found.base.contract.id == contract_id
