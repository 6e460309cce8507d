"""Under which row of other tables the owner says that a row of his falls; kept with the books.

It says how one looks at what something is worth elsewhere, and changes nothing that is booked:
like a draft it has no place in the history.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sroi_desktop.services import drafts

if TYPE_CHECKING:
    from sroi_desktop.services.desk import Desk

_PREFIX = "alike."


class LikeRows:
    """The rows that the owner chose in other tables for one row of his own rules.

    A choice holds for every effort under that row, wherever the other table is used.
    """

    def __init__(self, desk: Desk, rules_id: str, block: str) -> None:
        self._desk = desk
        self._key = f"{_PREFIX}{rules_id}.{block}"
        self._codes = drafts.kept(desk, self._key) or {}

    @property
    def is_kept(self) -> bool:
        """Tell whether a choice outlasts the window: not where the file may only be read."""
        return not self._desk.store.read_only

    def code(self, rules_id: str) -> str | None:
        """Return the code of the row that was chosen in a table, None where none was."""
        code = self._codes.get(rules_id)
        return code if isinstance(code, str) else None

    def take(self, rules_id: str, code: str | None) -> None:
        """Take a row of a table from now on; None goes back to what the program proposes.

        What was taken holds for this object also where it could not be written.

        Raises:
            KnownStorageError: the file cannot be written.
        """
        self._codes = {key: one for key, one in self._codes.items() if key != rules_id}
        if code is not None:
            self._codes[rules_id] = code
        if self._codes:
            drafts.keep(self._desk, self._key, self._codes)
        else:
            drafts.drop(self._desk, self._key)
