"""The questions for the authority, to paste or as a letter. No Qt here."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from sroi_desktop.language import _
from sroi_desktop.services import clause_letters, clauses, files
from sroi_desktop.services.refusals import REFUSALS, explain
from sroi_desktop.ui.kit.palette import Tone

if TYPE_CHECKING:
    from pathlib import Path

    from sroi_desktop.domain.clause import Intake
    from sroi_desktop.services.desk import Desk
    from sroi_desktop.ui.clause.viewing import ClauseView


class Letter:
    """What there is to ask about the clause at hand."""

    def __init__(
        self,
        view: ClauseView,
        desk: Desk,
        tell: Callable[[str], None],
        intake: Callable[[], Intake],
    ) -> None:
        self._view = view
        self._desk = desk
        self._tell = tell
        self._intake = intake

    def text(self) -> str:
        """Return the questions for the authority as text to paste."""
        self._tell(_("The questions are on the clipboard."))
        return clause_letters.questions_text(clauses.outcome_of(self._desk, self._intake()))

    def name(self) -> str:
        """Return the name that the letter gets."""
        return clause_letters.file_name(self._intake())

    def job(self, path: Path) -> Callable[[], bytes] | None:
        """Return a job that makes the letter, or None where it cannot be written there."""
        try:
            files.check(self._desk, path)
            return clause_letters.letter_job(self._desk, self._intake())
        except REFUSALS as error:
            self._view.show_message(explain(error), Tone.DANGER)
            return None

    def write(self, path: Path, pdf: bytes) -> None:
        """Write the letter that was made."""
        try:
            files.write(self._desk, path, pdf)
        except REFUSALS as error:
            self._view.show_message(explain(error), Tone.DANGER)
            return
        self._tell(_("Saved: {name}").format(name=path.name))
