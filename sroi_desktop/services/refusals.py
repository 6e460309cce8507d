"""Every refusal that a user can meet, and the sentence that says what is wrong and what to do."""

from __future__ import annotations

from sroi_desktop.domain.errors import DomainError
from sroi_desktop.storage.errors import KnownStorageError

REFUSALS = (DomainError, KnownStorageError)


def explain(error: Exception) -> str:
    """Return a refusal as a sentence; for one of `REFUSALS`."""
    # The sentences know every service that refuses: not to be loaded before the first refusal.
    from sroi_desktop.services import refusal_texts  # noqa: PLC0415

    return refusal_texts.sentence(error)
