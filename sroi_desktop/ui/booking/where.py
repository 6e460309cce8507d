"""The third step of the conversation: for which contract it counts, or how it is divided."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Protocol

from sroi_desktop.domain.dividing import Manner
from sroi_desktop.ui.booking import parting, proposing, sharing
from sroi_desktop.ui.booking.form import Form
from sroi_desktop.ui.booking.weighed import State


class Take(Protocol):
    """Takes another form, and shows what follows from it."""

    def __call__(self, form: Form, *, only_shares: bool = False) -> None:
        """Take it; with `only_shares` the fields stay as they are."""
        ...


class WherePresenter:
    """What can be done in the third step; `now` gives the form as it stands."""

    def __init__(self, now: Callable[[], State], take: Take) -> None:
        self._now = now
        self._take = take

    def share(self, *, shared: bool) -> None:
        """Divide the effort over contracts, or count it for one."""
        form = replace(self._form, is_shared=False)
        self._take(sharing.start_sharing(self._now().now) if shared else form)

    def choose(self, contract_id: int) -> None:
        """Count the whole effort for another contract."""
        self._take(replace(self._form, contract=contract_id))

    def type_share(self, contract_id: int, percent: str, part: int = 0) -> None:
        """Take the percentage for a contract as it is typed."""
        self._take(self._form.with_share(contract_id, percent, part), only_shares=True)

    def add(self, key: str) -> None:
        """Let the effort count for one more contract, in proportion until one types shares."""
        state, form = self._now(), self._form
        untouched = [one.percent for one in form.shares] == ["100"]
        for part in range(len(form.cuts) + 1):
            form = form.with_share(int(key), "", part)
        if untouched:
            now = replace(state.now, form=form)
            form = sharing.in_proportion_to_open(now, state.reading.effort)
        self._take(form)

    def take_away(self, contract_id: int) -> None:
        """Let the effort no longer count for a contract; the last one stays."""
        self._take(sharing.without(self._form, contract_id))

    def propose(self, manner: Manner) -> None:
        """Take the shares of a proposal over; without an effort there is none."""
        state = self._now()
        found = next((one for one in state.proposals if one.manner is manner), None)
        if found is not None:
            self._take(proposing.taken_over(self._form, found, state.shares.parts.periods))

    def split(self) -> None:
        """Give the last days shares of their own."""
        effort = self._now().reading.effort
        if effort is not None:
            self._take(parting.with_part(self._now().now, effort.period))

    def type_start(self, part: int, typed: str) -> None:
        """Take the first day of a part as it is typed."""
        self._take(parting.with_start(self._form, part, typed), only_shares=True)

    def join(self, part: int) -> None:
        """Give the days of a part to the one before it."""
        self._take(parting.without_part(self._form, part))

    @property
    def _form(self) -> Form:
        return self._now().now.form
