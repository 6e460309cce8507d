"""The firm's own PSO certificates: read while typed, kept when confirmed. No Qt here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from sroi_desktop.domain.periods import Period
from sroi_desktop.domain.pso import Certificate
from sroi_desktop.domain.rules import PsoLevel
from sroi_desktop.language import _
from sroi_desktop.language.errors import error_text
from sroi_desktop.language.labels import label
from sroi_desktop.language.numbers import date_text, period_text
from sroi_desktop.language.parsing import UnreadableError, parse_date
from sroi_desktop.services import certificates
from sroi_desktop.services.refusals import REFUSALS, explain
from sroi_desktop.ui.kit.palette import Tone

if TYPE_CHECKING:
    from datetime import date

    from sroi_desktop.services.changes import Done
    from sroi_desktop.services.desk import Desk

LEVEL, FROM, UNTIL = "level", "from", "until"
FIELDS = (LEVEL, FROM, UNTIL)
_DAYS = (FROM, UNTIL)
KEEP, CANCEL, REMOVE, CHANGE = "keep", "cancel", "remove", "change."


@dataclass(frozen=True, slots=True)
class CertificateRow:
    """A certificate as it is listed; `key` is that of the act that changes it."""

    key: str
    level: str
    valid: str
    standing: str
    tone: Tone


class CertificatesView(Protocol):
    """What the presenter asks of the card."""

    def show_rows(self, rows: tuple[CertificateRow, ...]) -> None:
        """Show the certificates."""

    def show_certificate(self, texts: dict[str, str], *, is_change: bool) -> None:
        """Show one in the fields; a change can be given up and the certificate removed."""

    def show_field(self, field: str, reading: str | None, error: str | None) -> None:
        """Show how a field was read, or what is wrong with it."""

    def show_message(self, text: str, tone: Tone) -> None:
        """Say something above the fields; "" says nothing."""


class CertificatesPresenter:
    """Keeps the certificates."""

    def __init__(
        self, view: CertificatesView, desk: Desk, announce: Callable[[Done], None]
    ) -> None:
        self._view = view
        self._desk = desk
        self._announce = announce
        self._shown: Certificate | None = None
        self._texts = dict.fromkeys(FIELDS, "")

    def load(self) -> None:
        """Show the certificates as they are kept; what was typed stays."""
        kept = certificates.every(self._desk)
        if self._shown is not None and self._shown not in kept:  # changed or gone elsewhere
            self._leave_alone()
        self._view.show_rows(tuple(_row(one, self._desk.today) for one in kept))

    def type(self, field: str, text: str) -> None:
        """Read a field while it is typed."""
        self._texts[field] = text
        self._view.show_field(field, self._reading(field), None)

    def leave(self, field: str) -> None:
        """Say what is wrong with a field, now that it was typed; an empty one may wait."""
        error = self._errors().get(field) if self._texts[field].strip() else None
        self._view.show_field(field, self._reading(field), error)

    def run_act(self, key: str) -> None:
        """Carry out an act of the card."""
        if key == KEEP:
            self._keep()
        elif key == CANCEL:
            self._leave_alone()
        elif key == REMOVE:
            if self._shown is not None:
                self._act(certificates.remove, self._shown)
        else:
            self._choose(int(key.removeprefix(CHANGE)))

    def _choose(self, certificate_id: int) -> None:
        kept = certificates.every(self._desk)
        one = next(one for one in kept if one.id == certificate_id)
        self._shown = one
        self._texts = {
            LEVEL: one.level.value,
            FROM: date_text(one.valid.start),
            UNTIL: date_text(one.valid.end),
        }
        self._show()

    def _keep(self) -> None:
        errors = self._errors()
        for field in FIELDS:
            self._view.show_field(field, self._reading(field), errors.get(field))
        if errors:
            return
        valid = Period(parse_date(self._texts[FROM]), parse_date(self._texts[UNTIL]))
        key = None if self._shown is None else self._shown.id
        self._act(certificates.keep, Certificate(PsoLevel(self._texts[LEVEL]), valid, key))

    def _act(self, act: Callable[[Desk, Certificate], Done], certificate: Certificate) -> None:
        try:
            done = act(self._desk, certificate)
        except REFUSALS as error:
            self._view.show_message(explain(error), Tone.DANGER)
            return
        self._view.show_message("", Tone.INFO)
        self._leave_alone()
        self._announce(done)
        self.load()

    def _leave_alone(self) -> None:
        self._shown, self._texts = None, dict.fromkeys(FIELDS, "")
        self._show()

    def _show(self) -> None:
        self._view.show_certificate(dict(self._texts), is_change=self._shown is not None)

    def _reading(self, field: str) -> str | None:
        day = self._day(field) if field in _DAYS else None
        return None if day is None else date_text(day)

    def _day(self, field: str) -> date | None:
        try:
            return parse_date(self._texts[field])
        except UnreadableError:
            return None

    def _errors(self) -> dict[str, str]:
        found = {}
        if not self._texts[LEVEL]:
            found[LEVEL] = _("Choose what stands on the certificate.")
        for field in _DAYS:
            try:
                parse_date(self._texts[field])
            except UnreadableError as error:
                found[field] = error_text(error)
        first, last = self._day(FROM), self._day(UNTIL)
        if first is not None and last is not None and last < first:
            found[UNTIL] = _("This lies before the first day. Check both days.")
        return found


def _row(one: Certificate, today: date) -> CertificateRow:
    standing, tone = _("Valid"), Tone.GOOD
    if today > one.valid.end:
        standing, tone = _("Ended"), Tone.NEUTRAL
    elif today < one.valid.start:
        standing, tone = _("Not begun yet"), Tone.INFO
    key = f"{CHANGE}{one.id}"
    return CertificateRow(key, label(one.level), period_text(one.valid), standing, tone)
