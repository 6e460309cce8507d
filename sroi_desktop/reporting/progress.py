"""Following the making of a report, and stopping it."""

from __future__ import annotations

from typing import Protocol


class RenderCancelledError(Exception):
    """The person who asked for the document no longer wants it."""


class Progress(Protocol):
    """Who wants to know how far a document is, and may stop it."""

    @property
    def cancelled(self) -> bool:
        """Whether to stop; asked after every paragraph and table."""
        ...

    def report(self, fraction: float) -> None:
        """Take note of how far it is, 0 to 1."""
        ...
