"""Working out what an edition means, contract by contract, without holding up the window. No Qt.

What a contract needs is read here, which is quick; valuing it is done elsewhere by the host. One
contract is under way at a time, so that stopping leaves at most one to be thrown away.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from sroi_desktop.services import editions
from sroi_desktop.services.refusals import REFUSALS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from sroi_desktop.domain.matching import Answer
    from sroi_desktop.domain.rules import RuleSet
    from sroi_desktop.services.desk import Desk
    from sroi_desktop.services.editions import Books, Effect, Progress
    from sroi_desktop.ui.edition.content import Handle, Host


class Working:
    """The contracts that are worked out and those that wait; `effects` are by contract."""

    def __init__(
        self,
        desk: Desk,
        host: Host,
        progressed: Callable[[], None],
        arrived: Callable[[int], None],
    ) -> None:
        self._desk = desk
        self._host = host
        self._progressed = progressed
        self._arrived = arrived
        self._rules: RuleSet | None = None
        self._answers: Mapping[int, Mapping[int, Answer]] = {}
        self._waiting: list[int] = []
        self._total = 0
        self._current = 0
        self._handle: Handle | None = None
        self.effects: dict[int, Effect] = {}
        self.is_stopped = False

    @property
    def progress(self) -> tuple[int, int]:
        """How many contracts are worked out, and how many are asked for."""
        under_way = self._handle is not None
        return self._total - len(self._waiting) - under_way, self._total

    def begin(
        self,
        rules: RuleSet,
        contracts: Iterable[int],
        answers: Mapping[int, Mapping[int, Answer]],
    ) -> None:
        """Work contracts out under a set, from the start."""
        self.stop()
        self._rules, self._answers = rules, answers
        self.effects, self._waiting = {}, list(contracts)
        self._total = len(self._waiting)
        self.resume()

    def again(self, contract_id: int) -> None:
        """Work one contract out again, before the others."""
        if self._handle is not None:
            self._handle.cancel()
            self._handle = None
            if self._current != contract_id:
                self._waiting.insert(0, self._current)
        if contract_id not in self._waiting:
            self._waiting.insert(0, contract_id)
        self._total = max(self._total, len(self._waiting))
        self.resume()

    def resume(self) -> None:
        """Go on with what waits."""
        self.is_stopped = False
        if self._handle is None:
            self._next()

    def cancel(self) -> None:
        """Stop on request; what waits can be gone on with."""
        if self._handle is not None:
            self._waiting.insert(0, self._current)
            self._let_go()
            self.is_stopped = True
            self._progressed()

    def stop(self) -> None:
        """Stop, since nobody looks any more."""
        self._let_go()
        self._waiting, self._total, self.effects = [], 0, {}
        self.is_stopped = False

    def take(self, handle: Handle, effect: Effect) -> None:
        """Take what was worked out; what is no longer wanted is let go."""
        if handle is not self._handle:
            return
        self._handle = None
        self.effects[self._current] = effect
        self._arrived(self._current)
        self._next()

    def fail(self, handle: Handle) -> None:
        """Leave the rest where something went wrong; the log says what."""
        if handle is self._handle:
            self.cancel()

    def _next(self) -> None:
        while self._waiting and self._rules is not None:
            self._current = self._waiting.pop(0)
            try:
                books = editions.freeze(self._desk, self._current, self._rules)
            except REFUSALS:
                continue
            answers = dict(self._answers.get(self._current, {}))
            self._handle = self._host.work(partial(_effect, books, answers))
            break
        self._progressed()

    def _let_go(self) -> None:
        if self._handle is not None:
            self._handle.cancel()
            self._handle = None


def _effect(books: Books, answers: Mapping[int, Answer], progress: Progress) -> Effect:
    return editions.effect(books, answers, progress)
