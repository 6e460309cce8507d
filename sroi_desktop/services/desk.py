"""One open administration with all that an act on it needs."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sroi_desktop.system.settings import MEGABYTE, Settings

if TYPE_CHECKING:
    from datetime import date

    from sroi_desktop.rulesets import Library
    from sroi_desktop.services.positions import Known
    from sroi_desktop.storage import Store
    from sroi_desktop.system.clock import Clock


@dataclass(slots=True)
class Desk:
    """The open file, the published rule sets, the clock and the user's settings.

    `known` is what `positions` worked out last, and nobody else's affair.
    """

    store: Store
    library: Library
    clock: Clock
    settings: Settings = field(default_factory=Settings)
    known: Known | None = field(default=None, repr=False, compare=False)

    @property
    def today(self) -> date:
        """The calendar date."""
        return self.clock.today()

    @property
    def evidence_limit(self) -> int:
        """The largest file that is kept as evidence, in bytes."""
        return self.settings.evidence_limit_mb * MEGABYTE
