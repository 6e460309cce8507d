"""The drafts of the booking dialog: kept while one types, offered again, thrown away when done."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass

from sroi_desktop.language import _
from sroi_desktop.services import drafts
from sroi_desktop.services.desk import Desk
from sroi_desktop.services.refusals import REFUSALS
from sroi_desktop.ui.booking import reading
from sroi_desktop.ui.booking.form import Form, from_draft, to_draft
from sroi_desktop.ui.booking.situation import Known, Situation

NEW_PREFIX = drafts.NEW_BOOKING
CHANGE_PREFIX = "booking.effort."


@dataclass(frozen=True, slots=True)
class DraftOffer:
    """A draft that can be gone on with."""

    key: str
    text: str


class Keeper:
    """Keeps the form that is being filled in under one key.

    A form that has not been touched since it was opened is not kept.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._key = ""
        self._answers: Form | None = None
        self._is_kept = False

    def begin(self, form: Form, effort_id: int | None, key: str = "") -> None:
        """Start with a form: of a draft that is gone on with, of an effort, or a new one."""
        self._answers = form.answers
        self._key = key
        if effort_id is not None:
            self._key = f"{CHANGE_PREFIX}{effort_id}"
        self._is_kept = bool(self._key) and drafts.kept(self._desk, self._key) is not None

    def keep(self, form: Form) -> bool:
        """Keep the form if it changed since the last time; tell whether it is kept.

        A file that cannot be written to must not stop anyone typing: the booking itself will
        say what is the matter.
        """
        if not form.is_worth_keeping or form.answers == self._answers:
            return form.is_worth_keeping and self._is_kept
        try:
            self._key = self._key or drafts.free_key(self._desk, NEW_PREFIX)
            drafts.keep(self._desk, self._key, to_draft(form))
        except REFUSALS:
            return False
        self._answers = form.answers
        self._is_kept = True
        return True

    def drop(self) -> None:
        """Throw away what was kept: it was booked. What cannot be thrown away is offered again."""
        if self._key:
            with suppress(*REFUSALS):
                drafts.drop(self._desk, self._key)
        self._key = ""
        self._is_kept = False

    def offers(self, known: Known) -> tuple[DraftOffer, ...]:
        """Return the drafts of new efforts that can be gone on with instead."""
        if known.effort is not None:
            return ()
        found = []
        for key in drafts.keys(self._desk, NEW_PREFIX):
            form = self.resumed(key)
            if form is not None and key != self._key:
                found.append(DraftOffer(key, _words(Situation(form, known))))
        return tuple(found)

    def of_effort(self, effort_id: int) -> Form | None:
        """Return the change of an effort that was begun and not finished."""
        return self.resumed(f"{CHANGE_PREFIX}{effort_id}")

    def resumed(self, key: str) -> Form | None:
        """Return the form of a draft, None where there is none any more."""
        data = drafts.kept(self._desk, key)
        return None if data is None else from_draft(data)

    def discard(self, key: str) -> None:
        """Throw away a draft that is not the one on the screen."""
        with suppress(*REFUSALS):
            drafts.drop(self._desk, key)


def _words(now: Situation) -> str:
    """Return by what one recognises a draft."""
    if now.place is None or now.block is None:
        return _("a booking without a name yet")
    parts = (reading.title(now), now.place.contract.title)
    return _("{title} for {contract}").format(title=parts[0], contract=parts[1])
