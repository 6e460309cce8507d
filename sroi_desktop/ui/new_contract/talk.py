"""One conversation about a contract: the form, what it says and what would be owed. No Qt here."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sroi_desktop.services import drafts, owing
from sroi_desktop.ui.new_contract.choosing import Chooser
from sroi_desktop.ui.new_contract.form import CHECK, QUESTIONS, RULES, VALUE, Form, to_draft
from sroi_desktop.ui.new_contract.reading import Reading, read

if TYPE_CHECKING:
    from sroi_desktop.domain.money import Money
    from sroi_desktop.domain.rules import RuleSet
    from sroi_desktop.services.desk import Desk
    from sroi_desktop.ui.new_contract.opening import Opening


class Talk:
    """Takes answers, and reads and weighs the whole after each of them."""

    def __init__(self, desk: Desk, opening: Opening) -> None:
        self._desk = desk
        self.opening = opening
        self._is_done = False
        self.chooser = Chooser(desk, opening.own, is_read=opening.clause_id is not None)
        self.form: Form = opening.form
        self.left: frozenset[str] = frozenset()
        self._ledger = owing.ledger(desk)
        self._weigh()

    def take(self, form: Form) -> bool:
        """Take a form with other answers; returns whether other rules hold now."""
        before = self.chooser.key(self.form)
        changed = self.chooser.key(form) != before
        self.form = replace(form, adjusts=False) if changed else form
        self._weigh()
        return changed

    def answer(self, name: str, text: str) -> bool:
        """Take one answer; returns whether other rules hold now."""
        self.left -= {name}
        return self.take(self.form.with_answer(name, text))

    def leave(self, *names: str) -> None:
        """Remember that questions were left, so that their problems are told."""
        self.left |= frozenset(names)

    def be_sure(self, amount: Money) -> None:
        """Take a very large amount as meant."""
        self.take(replace(self.form, sure=(*self.form.sure, str(amount.cents))))

    def names_of(self, step: int) -> tuple[str, ...]:
        """Return the questions of a step; the last one looks at all of them."""
        if step == CHECK:
            names = tuple(name for asked in QUESTIONS.values() for name in asked)
        else:
            names = QUESTIONS[step]
        rows = tuple(f"{VALUE}{row}" for row in self.chooser.filled_in(self.form))
        return names + rows if step in {CHECK, RULES} else names

    def first_problem(self, names: tuple[str, ...]) -> str | None:
        """Return the first of these questions that cannot stay as it is."""
        reading = self.reading
        return next((n for n in names if n in reading.problems or n in reading.doubts), None)

    def keep_draft(self) -> bool:
        """Keep what was typed, and tell whether it is; an untouched form leaves no draft.

        Raises:
            KnownStorageError: the draft cannot be written.
        """
        if self._is_done:
            return False
        if not self.form.differs_from(self.opening.blank):
            self.drop_draft()
            return False
        drafts.keep(self._desk, self.opening.key, to_draft(self.form))
        return not self._desk.store.read_only

    def finish(self) -> None:
        """Forget what was typed for good: it is in the books, and no draft any more."""
        self._is_done = True
        self.drop_draft()

    def drop_draft(self) -> None:
        """Forget what was typed."""
        drafts.drop(self._desk, self.opening.key)

    def _weigh(self) -> None:
        self.reading: Reading = read(self.form, self.opening.base, self._desk.today)
        self.published: RuleSet = self.chooser.published(self.form)
        self.rules: RuleSet = self.chooser.rules(self.form, self.reading.values)
        self.owed = self._ledger.owed(self.reading.contract, self.rules)
