"""Answers one question at a time: reads while one types, says what is wrong. No Qt here.

What cannot be kept yet, such as an amount that is half typed, is kept as a draft.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Protocol

from sroi_desktop.domain.clause import Answers, Key, clashes, question
from sroi_desktop.domain.demands import Signal, SignalKind
from sroi_desktop.domain.errors import CitizenNumberError
from sroi_desktop.domain.money import Money
from sroi_desktop.language.clause.notices import fault_text
from sroi_desktop.language.numbers import short_money_text
from sroi_desktop.language.signals import signal_text
from sroi_desktop.services import clauses, drafts
from sroi_desktop.services.refusals import explain
from sroi_desktop.ui.clause.content import NO_MARK, PAGE, QUOTE, Mark
from sroi_desktop.ui.clause.form import Form, Reading, of_answer, read, shown_parts

if TYPE_CHECKING:
    from sroi_desktop.domain.clause import Answer
    from sroi_desktop.services.desk import Desk

_THOUSAND = 1000
_DRAFT = "clause."


class AnswerView(Protocol):
    """What the answering of one question asks of the screen."""

    def show_form(self, form: Form) -> None:
        """Show these texts in the fields of the question."""

    def show_parts(self, names: frozenset[str]) -> None:
        """Show the fields that go with what was chosen."""

    def show_marks(self, marks: Mapping[str, Mark]) -> None:
        """Show at each field how it was read, or what is wrong with it."""

    def ask_sure(self, text: str, smaller: str) -> None:
        """Ask whether a very large sum is right, and offer another; "" asks nothing."""


class Answering:
    """One question, and what is typed as its answer."""

    def __init__(self, view: AnswerView, desk: Desk) -> None:
        self._view = view
        self._desk = desk
        self._id = 0
        self._key = Key.CONTRACT
        self._before: Answer | None = None
        self._form = Form()
        self._left: frozenset[str] = frozenset()
        self._sure: frozenset[Money] = frozenset()

    @property
    def key(self) -> Key:
        """The question that is asked."""
        return self._key

    def open(self, clause_id: int, key: Key, answers: Answers) -> None:
        """Ask a question; what was half typed before stands in its fields again."""
        self._id, self._key, self._before = clause_id, key, answers.get(key)
        self._left = frozenset()
        draft = self._draft()
        self._form = of_answer(key, self._before) if draft is None else draft
        self._view.show_form(self._form)
        self.show(answers)

    def show(self, answers: Answers) -> None:
        """Show which fields there are and what is said of them."""
        reading = read(self._key, self._form)
        names = frozenset(part.name for part in shown_parts(self._key, self._form))
        self._view.show_parts(names)
        self._view.show_marks(self._marks(reading, answers))
        self._ask_sure(reading)

    def type(self, name: str, text: str) -> None:
        """Take what was typed or chosen."""
        self._form = self._form.with_text(name, text)
        self._left -= {name}

    def leave(self, name: str) -> None:
        """Remember that a field was left, so that its fault is told."""
        self._left |= {name}

    def leave_all(self) -> None:
        """Let every fault be told, what is not filled in as well."""
        self._left = frozenset(part.name for part in question(self._key).parts) | {PAGE, QUOTE}

    def quote(self, text: str) -> None:
        """Take a passage of the text as the quote."""
        self.type(QUOTE, " ".join(text.split()))
        self._view.show_form(self._form)

    def take_smaller(self) -> None:
        """Take three zeros off the sum that looks like a slip."""
        for name, amount in read(self._key, self._form).doubts.items():
            self.type(name, short_money_text(Money(amount.cents // _THOUSAND)))
        self._view.show_form(self._form)

    def be_sure(self) -> None:
        """Take a very large sum as meant."""
        self._sure |= frozenset(read(self._key, self._form).doubts.values())

    def kept(self, answer: Answer) -> None:
        """Take note that this is the answer now."""
        self._before = answer

    @property
    def is_untouched(self) -> bool:
        """Tell whether the fields hold what was kept, or nothing at all."""
        if self._form == of_answer(self._key, self._before):
            return True
        answer = self.answer()
        return answer is not None and answer == self._before

    @property
    def can_go_on(self) -> bool:
        """Tell whether nothing is in the way of the next question."""
        reading = read(self._key, self._form)
        is_sure = self._sure.issuperset(reading.doubts.values())
        return self._form.is_empty or (reading.is_whole and is_sure and not self._refusals(reading))

    def answer(self) -> Answer | None:
        """Return the answer as it stands, or None while it cannot be kept."""
        reading = read(self._key, self._form)
        if self._form.is_empty or not reading.is_whole or self._refusals(reading):
            return None
        return self._given(reading)

    def keep_draft(self) -> bool:
        """Keep what cannot be an answer yet; returns whether there was something.

        Raises:
            KnownStorageError: the draft cannot be written.
        """
        if self.is_untouched or self.answer() is not None:
            self.drop_draft()
            return False
        texts: dict[str, object] = dict(self._form.texts)
        drafts.keep(self._desk, self._draft_key(), texts)
        return True

    def drop_draft(self) -> None:
        """Forget what was half typed."""
        drafts.drop(self._desk, self._draft_key())

    def _given(self, reading: Reading) -> Answer:
        page, quote = self._form.text(PAGE).strip(), self._form.text(QUOTE).strip()
        return clauses.given(self._key, reading.values, page, quote)

    def _refusals(self, reading: Reading) -> dict[str, Mark]:
        """Return what the answer as a whole is refused for: a citizen number in its texts."""
        try:
            self._given(reading)
        except CitizenNumberError as error:
            return {error.field: Mark(error=explain(error))}
        return {}

    def _marks(self, reading: Reading, answers: Answers) -> dict[str, Mark]:
        """Return what is said at the fields; what is wrong waits until a field was left."""
        told = {name: mark for name, mark in reading.missing.items() if name in self._left}
        for name, mark in reading.marks.items():
            waits = mark.error is not None and not mark.offers and name not in self._left
            told[name] = NO_MARK if waits else mark
        told |= self._refusals(reading) if reading.is_whole else {}
        for fault in clashes(answers):
            has_error = told.get(fault.part, NO_MARK).error is not None
            if fault.key is self._key and self.is_untouched and not has_error:
                told[fault.part] = Mark(fault_text(fault), told.get(fault.part, NO_MARK).reading)
        return told

    def _ask_sure(self, reading: Reading) -> None:
        doubts = [amount for amount in reading.doubts.values() if amount not in self._sure]
        if not doubts:
            self._view.ask_sure("", "")
            return
        text = signal_text(Signal(SignalKind.DOUBTFUL_SUM, amount=doubts[0]))
        self._view.ask_sure(text, short_money_text(Money(doubts[0].cents // _THOUSAND)))

    def _draft(self) -> Form | None:
        found = drafts.kept(self._desk, self._draft_key())
        if found is None:
            return None
        form = Form()
        for name, text in found.items():
            form = form.with_text(name, str(text))
        return form

    def _draft_key(self) -> str:
        return f"{_DRAFT}{self._id}.{self._key.value}"
