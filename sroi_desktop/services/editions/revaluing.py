"""Valuing all efforts of a contract afresh under another set, from what was frozen.

Writes nothing, and may run on any thread. What the authority judged keeps its value.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sroi_desktop.domain import obligation
from sroi_desktop.domain.effort import JUDGED
from sroi_desktop.domain.errors import DomainError
from sroi_desktop.domain.likeness import ranked
from sroi_desktop.domain.matching import AS_BOOKED, fitted
from sroi_desktop.domain.rows_kept import with_left_over
from sroi_desktop.domain.tenure import FRESH, Spell, tenure_of
from sroi_desktop.services import bookings, tenures
from sroi_desktop.services.bookings import Entry
from sroi_desktop.services.counts import Under
from sroi_desktop.services.editions.effects import (
    NO_ANSWERS,
    UNWATCHED,
    Books,
    Change,
    Effect,
    Obstacle,
    Share,
    Side,
    standing,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sroi_desktop.domain.allocation import Booked
    from sroi_desktop.domain.contract import Contract
    from sroi_desktop.domain.effort import Effort
    from sroi_desktop.domain.matching import Answer, Fitted
    from sroi_desktop.domain.rules import RuleSet
    from sroi_desktop.services.editions.effects import Progress

# How many efforts are valued between two looks at whether to go on.
_STEP = 20


def effect(
    books: Books,
    answers: Mapping[int, Answer] = NO_ANSWERS,
    progress: Progress = UNWATCHED,
) -> Effect:
    """Return what another edition would mean for a contract; writes nothing.

    Args:
        books: as they were frozen; this may run on any thread.
        answers: what the owner decided, by the id of the effort.
        progress: is told after every few efforts how many are done.
    """
    books = replace(books, under=_with_rows_in_use(books, answers))
    moved = replace(books.contract, rule_set_id=books.under.id)
    work = _Revaluing(books, moved, answers)
    changes = []
    for done, share in enumerate(books.shares):
        if done % _STEP == 0:
            progress.report(done, len(books.shares))
        changes.append(work.change(share))
    progress.report(len(changes), len(changes))
    before = [one.before for one in changes]
    after = [one.after for one in changes if one.after is not None]
    return Effect(
        books.contract,
        books.verdict,
        _side(before, books.contract, books.rules, books),
        _side(after, moved, books.under, books),
        tuple(changes),
        books.keeps_rows,
    )


def _with_rows_in_use(books: Books, answers: Mapping[int, Answer]) -> RuleSet:
    """Return the edition with the rows that it lacks of efforts that stay without counting."""
    efforts = (share.entry.effort for share in books.shares)
    codes = {one.block for one in efforts if answers.get(one.id or 0, AS_BOOKED).aside}
    return with_left_over(books.under, books.rules, codes)


def _side(entries: list[Entry], contract: Contract, rules: RuleSet, books: Books) -> Side:
    owed = obligation.of_contract(contract, rules)
    by = Under(contract, rules, owed.amount)
    return Side(rules, owed, standing(entries, by, books.today))


class _Revaluing:
    """One pass over the shares of a contract, in the order in which their efforts start.

    Who starts first counts first, so that an effort takes over what the ones before it leave.
    """

    def __init__(self, books: Books, moved: Contract, answers: Mapping[int, Answer]) -> None:
        self._books = books
        self._moved = moved
        self._answers = answers
        self._people = {code: _Person(found) for code, found in books.people.items()}
        self._new: dict[int | None, Booked] = {}
        self._efforts: dict[int, Effort] = {}

    def change(self, share: Share) -> Change:
        """Return one share before and after."""
        effort = share.entry.effort
        answer = self._answers.get(effort.id or 0, AS_BOOKED)
        if answer.aside is None:
            return self._fitted(share, answer)
        found = self._fitted(share, AS_BOOKED)
        if found.obstacle is None or not answer.aside:
            return found
        return self._set_aside(share, answer.aside)

    def _set_aside(self, share: Share, reason: str) -> Change:
        """Return a share that stays in the books and is worth nothing, or as it was judged."""
        entry = share.entry
        if entry.effort.state in JUDGED:
            return Change(entry, entry)
        try:
            booked = bookings.set_aside(entry.booked.allocation, reason)
        except DomainError as error:  # a reason that may not be kept
            return Change(entry, None, Obstacle(error=error))
        booked = replace(booked, reported=entry.booked.reported)
        self._new[booked.allocation.id] = booked
        return Change(entry, replace(entry, booked=booked))

    def _fitted(self, share: Share, answer: Answer) -> Change:
        """Return a share before and after, as it is valued under the edition."""
        entry, rules = share.entry, self._books.under
        effort = entry.effort
        fit = fitted(effort, rules, answer)
        obstacle = self._obstacle(effort, fit, share)
        if obstacle is not None:
            return Change(entry, None, obstacle)
        self._efforts[effort.id or 0] = fit.effort
        if effort.state in JUDGED:
            return Change(entry, replace(entry, effort=fit.effort))
        try:
            booked = self._booked(fit.effort, share)
        except DomainError as error:
            return Change(entry, None, Obstacle(error=error))
        self._new[booked.allocation.id] = booked
        return Change(entry, Entry(fit.effort, booked, entry.accepted))

    def _booked(self, effort: Effort, share: Share) -> Booked:
        rules, tenure = self._books.under, FRESH
        if effort.candidate:
            tenure = tenure_of(effort, self._spells_before(effort), rules)
        kept = share.entry.booked
        # What was set aside under the present edition may count under this one.
        claim = replace(kept.allocation, set_aside=None)
        booked = bookings.booked_under(
            effort, claim, self._moved, rules, share.pieces, tenure=tenure
        )
        return booked if not kept.reported else replace(booked, reported=kept.reported)

    def _obstacle(self, effort: Effort, fit: Fitted, share: Share) -> Obstacle | None:
        """Return what has to be answered first, None where nothing has."""
        books = self._books
        row = None if fit.row is None else books.rules.block(fit.row)
        if not fit.is_whole:
            return Obstacle(
                row,
                () if row is None else ranked(row, books.under),
                tuple(books.rules.bonus(code) for code in fit.bonuses),
            )
        if fit.effort == effort:
            return None
        elsewhere = [books.others[one.allocation.contract_id] for one in share.elsewhere]
        unknown = [
            contract.title
            for contract, rules in elsewhere
            if not fitted(fit.effort, rules).is_whole
        ]
        if not unknown:
            return None
        known = books.rules.block(effort.block)
        choices = ranked(known, books.under)
        return Obstacle(known, choices, elsewhere=tuple(dict.fromkeys(unknown)))

    def _spells_before(self, effort: Effort) -> list[Spell]:
        """Return what the person used in the efforts before one, as they would stand."""
        person = self._people[effort.candidate or ""]
        while (following := person.before(effort.id)) is not None:
            earlier, booked = following
            earlier = self._efforts.get(earlier.id or 0, earlier)
            person.take(earlier, self._stands(earlier, booked, person.spells))
        return person.spells

    def _stands(
        self, effort: Effort, booked: tuple[Booked, ...], spells: list[Spell]
    ) -> tuple[Booked, ...]:
        """Return the shares of an effort: those here as valued afresh, the others settled."""
        found: list[Booked] = []
        for one in booked:
            if one.allocation.contract_id == self._books.contract.id:
                found.append(self._new.get(one.allocation.id, one))
            else:
                found.extend(bookings.settled(effort, (one,), spells, self._under))
        return tuple(found)

    def _under(self, contract_id: int) -> tuple[Contract, RuleSet]:
        return self._books.others[contract_id]


class _Person:
    """The efforts of one candidate in order, and the counting time that they took so far."""

    def __init__(self, found: tuple[tuple[Effort, tuple[Booked, ...]], ...]) -> None:
        self._left = list(reversed(found))
        self.spells: list[Spell] = []

    def before(self, effort_id: int | None) -> tuple[Effort, tuple[Booked, ...]] | None:
        """Return the next effort that comes before one, None where that is reached."""
        return None if self._left[-1][0].id == effort_id else self._left[-1]

    def take(self, effort: Effort, booked: tuple[Booked, ...]) -> None:
        """Add what an effort took to the counting time, and go on to the next."""
        self._left.pop()
        spell = tenures.taken(effort, booked)
        if spell is not None:
            self.spells.append(spell)
