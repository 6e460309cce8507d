"""What was begun and not booked yet, in words. No Qt here."""

from __future__ import annotations

from sroi_desktop.language import ngettext


def begun_text(count: int) -> str:
    """Return how many efforts wait half typed, "" for none."""
    words = ngettext(
        "{count} effort was begun and not booked yet.",
        "{count} efforts were begun and not booked yet.",
        count,
    )
    return words.format(count=count) if count else ""
