"""Following the making of a report, and stopping it."""

from __future__ import annotations

from typing import Protocol, TypeAlias

# How far a document is, 0 to 1: for a bar on a screen, never for money.
Portion: TypeAlias = float


class RenderCancelledError(Exception):
    """The person who asked for the document no longer wants it."""


class Progress(Protocol):
    """Who wants to know how far a document is, and may stop it."""

    @property
    def cancelled(self) -> bool:
        """Whether to stop; asked after every paragraph and table."""
        ...

    def report(self, fraction: Portion) -> None:
        """Take note of how far it is, 0 to 1."""
        ...
