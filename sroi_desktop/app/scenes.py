"""What there are pictures of: every screen, and the states in which it looks different."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sroi_desktop.app.picture_hands import Act, Press
from sroi_desktop.ui import pages

if TYPE_CHECKING:
    from sroi_desktop.services.desk import Desk

_TABS = ("standing", "efforts", "evidence", "reports", "deadlines", "details", "history")


@dataclass(frozen=True, slots=True)
class Shot:
    """One screen to take a picture of, after these acts; `after` puts back what they changed."""

    name: str
    page: str
    argument: object = None
    acts: tuple[Act, ...] = ()
    after: tuple[Act, ...] = ()


def shots(desk: Desk) -> tuple[Shot, ...]:
    """Return every screen of the program, filled by an administration."""
    first = first_contract(desk)
    effort = desk.store.booked(first)[0][0].id
    return (
        Shot("01-home", pages.HOME),
        Shot("02-contracts", pages.CONTRACTS),
        *(
            Shot(f"03-contract-{tab}", pages.CONTRACT, pages.ContractTarget(first, tab))
            for tab in _TABS
        ),
        Shot("04-new-contract", pages.NEW_CONTRACT),
        Shot("05-efforts", pages.EFFORTS),
        Shot("06-booking", pages.BOOKING, pages.BookingTarget(first)),
        Shot("07-booking-change", pages.BOOKING, pages.BookingTarget(first, effort)),
        Shot("08-evidence", pages.EVIDENCE),
        Shot("09-reports", pages.REPORTS, pages.ReportTarget(first)),
        Shot("10-rules", pages.RULES),
        Shot("11-calculator", pages.CALCULATOR),
        *_tender(desk),
        Shot("12-help", pages.HELP),
        Shot("13-settings", pages.SETTINGS),
        Shot("16-edition", pages.EDITION, pages.EditionTarget("utrecht-v2", first)),
    )


def empty_states() -> tuple[Shot, ...]:
    """Return the screens of an administration in which nothing stands yet."""
    empty = (pages.HOME, pages.CONTRACTS, pages.EFFORTS, pages.BOOKING, pages.EVIDENCE)
    return tuple(Shot(f"30-empty-{key}", key) for key in (*empty, pages.REPORTS))


def first_contract(desk: Desk) -> int:
    """Return the id of the contract that most pictures are of."""
    return next(one.id for one in desk.store.contracts() if one.id is not None)


def _tender(desk: Desk) -> tuple[Shot, ...]:
    """Return the reading of a clause: from its beginning to what there is to ask."""
    clause_id = next((one.id for one in desk.store.clauses()), None)
    there = pages.ClauseTarget(clause_id)
    return (
        Shot("16-clause-begin", pages.CLAUSE),
        Shot("16-clause-question", pages.CLAUSE, there),
        Shot("16-clause-answered", pages.CLAUSE, there, (Press("clause.back"),) * 3),
        Shot("16-clause-summary", pages.CLAUSE, there, (Press("clause.onward"),) * 27),
    )
