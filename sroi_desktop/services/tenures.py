"""How much counting time a person used before an effort, over all contracts.

One person has one counting time. What an effort takes over from that person's other efforts
depends on the rules of the contract (which limit, which interruption starts again), so it is
worked out for each share and kept with it, never with the effort: what stands there in
`counted_since` and `counted_before` is what the owner filled in, and holds where it is more.
What the authority rejected took no time. Values nothing itself: that is for `bookings`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sroi_desktop.domain.effort import EffortState
from sroi_desktop.domain.tenure import FRESH, Spell, Tenure, spell_of, tenure_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sroi_desktop.domain.allocation import Booked
    from sroi_desktop.domain.effort import Effort
    from sroi_desktop.domain.rules import RuleSet
    from sroi_desktop.services.desk import Desk


class People:
    """What every candidate used of the counting time; read once, when first asked for."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._spells: dict[str, tuple[Spell, ...]] = {}

    def tenure(self, effort: Effort, rules: RuleSet) -> Tenure:
        """Return what an effort takes over from others of its candidate under a rule set.

        Raises:
            UnknownBlockError: the rule set has no such block.
        """
        if not effort.candidate:
            return FRESH
        if effort.candidate not in self._spells:
            found = self._desk.store.efforts_of(effort.candidate)
            self._spells[effort.candidate] = tuple(
                spell for one, booked in found if (spell := taken(one, booked)) is not None
            )
        return tenure_of(effort, self._spells[effort.candidate], rules)


def taken(effort: Effort, booked: Sequence[Booked]) -> Spell | None:
    """Return the counting time that an effort takes, None where it takes none."""
    return None if effort.state is EffortState.REJECTED else spell_of(effort, booked)
