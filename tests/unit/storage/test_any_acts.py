"""Any sequence of acts can be undone to the row, brought back, and still proves itself."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction
from typing import TYPE_CHECKING, TypeAlias

from hypothesis import given, settings
from hypothesis import strategies as st

from sroi_desktop.domain.allocation import PARTS, Booked
from sroi_desktop.domain.clause import Answer, Intake, Key, Status
from sroi_desktop.domain.contract import ContractState
from sroi_desktop.domain.effort import Effort, EffortState
from sroi_desktop.domain.errors import OverAllocatedError
from sroi_desktop.domain.evidence import Piece
from sroi_desktop.domain.parties import Candidate, Company, Supplier
from sroi_desktop.domain.periods import Period
from sroi_desktop.storage import KnownStorageError, Person, Store, Work, memory_store
from tests.unit.storage.book import RULES, Clock, booked, contract, effort, failed, tables

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True)
class Dice:
    """Numbers that choose what an act does, and to which of the records that are there."""

    first: int
    second: int

    def of(self, found: list[int]) -> int:
        """Return one of the ids, or one that does not exist."""
        return found[self.first % len(found)] if found else 0

    @property
    def day(self) -> date:
        return date(2026, 1, 1) + timedelta(days=self.second)


def ids(store: Store, table: str) -> list[int]:
    return [row["id"] for row in store._sql.rows(f"SELECT id FROM {table} ORDER BY id")]


def shares(store: Store, dice: Dice) -> list[Booked]:
    """Return up to two shares, which together may be too much."""
    contracts = ids(store, "contract")
    period = Period(dice.day, dice.day + timedelta(days=30 * (dice.first % 5)))
    parts = PARTS * (dice.second % 4 + 1) // 5
    missing = ("contract",) * (dice.first % 2)
    return [
        booked(one, 100 * dice.second, parts=parts, missing=missing, period=period)
        for one in contracts[dice.first % 3 :][:2]
    ]


def an_effort(store: Store, dice: Dice) -> Effort:
    codes = [candidate.code for candidate in store.candidates()]
    one = effort(list(EffortState)[dice.first % len(EffortState)], title=f"{dice.second}")
    code = codes[dice.first % len(codes)] if codes and dice.second % 2 else None
    return replace(one, candidate=code, born=dice.day if dice.second % 3 else None)


def set_company(store: Store, work: Work, dice: Dice) -> None:
    work.set_company(Company(f"Firma {dice.first}"))


def add_contract(store: Store, work: Work, dice: Dice) -> None:
    work.add_contract(contract(f"{dice.first}"), replace(RULES, title=f"{dice.second % 3}"))


def change_contract(store: Store, work: Work, dice: Dice) -> None:
    state = list(ContractState)[dice.second % len(ContractState)]
    changed = replace(contract(f"{dice.second}"), state=state, id=dice.of(ids(store, "contract")))
    work.change_contract(changed, RULES if dice.first % 2 else None)


def remove_contract(store: Store, work: Work, dice: Dice) -> None:
    work.remove_contract(dice.of(ids(store, "contract")))


def add_parties(store: Store, work: Work, dice: Dice) -> None:
    work.add_candidate(Candidate(f"K-{dice.first:02d}"))
    work.add_supplier(Supplier(f"{dice.second}"))


def set_person(store: Store, work: Work, dice: Dice) -> None:
    work.set_person(dice.of(ids(store, "candidate")), Person(f"{dice.second}", dice.day))


def remove_candidate(store: Store, work: Work, dice: Dice) -> None:
    work.remove_candidate(dice.of(ids(store, "candidate")))


def add_effort(store: Store, work: Work, dice: Dice) -> None:
    work.add_effort(an_effort(store, dice), shares(store, dice))


def change_effort(store: Store, work: Work, dice: Dice) -> None:
    changed = replace(an_effort(store, dice), id=dice.of(ids(store, "effort")))
    work.change_effort(changed, shares(store, dice))


def set_booked(store: Store, work: Work, dice: Dice) -> None:
    work.set_booked(dice.of(ids(store, "effort")), shares(store, dice))


def set_hours(store: Store, work: Work, dice: Dice) -> None:
    hours = [(dice.day, Fraction(dice.second, 3)), (dice.day, Fraction(8))]
    work.set_hours(dice.of(ids(store, "effort")), hours[: dice.first % 3])


def add_piece(store: Store, work: Work, dice: Dice) -> None:
    data = b"%PDF" * (dice.second % 3) or None
    work.add_piece(Piece(dice.of(ids(store, "effort")), "contract", f"{dice.first}"), data)


def remove_piece(store: Store, work: Work, dice: Dice) -> None:
    work.remove_piece(dice.of(ids(store, "piece")))


def remove_effort(store: Store, work: Work, dice: Dice) -> None:
    work.remove_effort(dice.of(ids(store, "effort")))


def add_clause(store: Store, work: Work, dice: Dice) -> None:
    found = ids(store, "contract")
    work.add_clause(Intake(f"{dice.second}", contract_id=dice.of(found) if found else None))


def change_clause(store: Store, work: Work, dice: Dice) -> None:
    one = store.clause(dice.of(ids(store, "clause")))
    work.change_clause(one.with_answer(Key.CUSTOM, Answer(Status.UNKNOWN)))


def remove_clause(store: Store, work: Work, dice: Dice) -> None:
    work.remove_clause(dice.of(ids(store, "clause")))


ACTS: tuple[Callable[[Store, Work, Dice], None], ...] = (
    set_company,
    add_contract,
    add_parties,
    add_effort,
    change_contract,
    remove_contract,
    set_person,
    remove_candidate,
    change_effort,
    set_booked,
    set_hours,
    add_piece,
    remove_piece,
    remove_effort,
    add_clause,
    change_clause,
    remove_clause,
)
DICE = st.builds(Dice, st.integers(0, 6), st.integers(0, 30))
STEPS = st.lists(st.tuples(st.sampled_from(ACTS), DICE), max_size=25)

Step: TypeAlias = "tuple[Callable[[Store, Work, Dice], None], Dice]"


def begin(store: Store) -> None:
    """Enter enough for most acts to find something to work on."""
    with store.act("begin") as work:
        added = [work.add_contract(contract(f"begin {number}"), RULES) for number in range(3)]
        work.add_effort(effort(), [booked(added[0])])
        work.set_person(work.add_candidate(Candidate("K-99")), Person("Jan"))


def play(store: Store, step: Step) -> bool:
    """Do an act and tell whether it changed anything; one that is refused leaves nothing."""
    act, dice = step
    entries = len(store.history())
    before = tables(store)
    try:
        with store.act(act.__name__, f"{dice}") as work:
            act(store, work, dice)
    except (KnownStorageError, OverAllocatedError):
        assert tables(store) == before
    return len(store.history()) > entries


@settings(max_examples=60)
@given(STEPS)
def test_that_undo_goes_back_row_for_row_and_redo_forward(steps: list[Step]) -> None:
    with memory_store(Clock()) as store:
        begin(store)
        seen = [tables(store)]
        seen.extend(tables(store) for step in steps if play(store, step))
        for state in reversed(seen[:-1]):
            store.undo()
            assert tables(store) == state
        for state in seen[1:]:
            store.redo()
            assert tables(store) == state
        assert store.redo() is None
        assert failed(store) == []


@settings(max_examples=60)
@given(st.lists(st.sampled_from(["undo", "redo"]) | st.tuples(st.sampled_from(ACTS), DICE)))
def test_that_any_mix_of_acts_and_reversals_keeps_the_books_whole(
    steps: list[str | Step],
) -> None:
    with memory_store(Clock()) as store:
        begin(store)
        done, undone = [tables(store)], []
        for step in steps:
            if step == "undo" and len(done) > 1:
                store.undo()
                undone.append(done.pop())
            elif step == "redo":
                store.redo()
                done.extend([undone.pop()] if undone else [])
            elif not isinstance(step, str) and play(store, step):
                done.append(tables(store))
                undone.clear()
            assert tables(store) == done[-1]
        assert failed(store) == []
