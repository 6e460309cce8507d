"""Which percentage holds: offered in the bid, named in the contract, or by the rule set."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from sroi_desktop.domain.demands import Signal, SignalKind

if TYPE_CHECKING:
    from sroi_desktop.domain.demands import Demand
    from sroi_desktop.domain.rules import ObligationTerms, PercentageRow

# Above this share the Commissie van Aanbestedingsexperts called a demand disproportionate
# (Advies 290); PIANOo names 5% as the usual figure.
USUAL_PERCENTAGE = Fraction(5)


def chosen(demand: Demand, terms: ObligationTerms, signals: list[Signal]) -> Fraction | None:
    """Return the percentage, 0 to 100, or None where none is known.

    The offered percentage binds, but never lowers what was demanded; the contract's own comes
    before that of the rules.

    Args:
        demand: what the tender or contract says.
        terms: what the rules say.
        signals: what the choice depends on and is not known is added here.
    """
    demanded = demand.percentage
    if demanded is None:
        demanded = _by_rules(demand, terms, signals)
    if demand.offered is None:
        return demanded
    return demand.offered if demanded is None else max(demand.offered, demanded)


def doubts(demand: Demand, terms: ObligationTerms, percentage: Fraction) -> list[Signal]:
    """Return what deserves a look about a percentage and the offer behind it."""
    found = []
    if percentage > USUAL_PERCENTAGE:
        found.append(Signal(SignalKind.ABOVE_USUAL, number=percentage))
    offered, most = demand.offered, terms.offered_up_to
    if offered is None:
        return found
    if offered == percentage:
        found.append(Signal(SignalKind.OFFERED_BINDS, number=percentage))
    else:
        found.append(Signal(SignalKind.OFFER_BELOW_DEMAND, number=percentage))
    if most is not None and offered > most:
        found.append(Signal(SignalKind.OFFER_ABOVE_MAXIMUM, number=most))
    return found


def _by_rules(demand: Demand, terms: ObligationTerms, signals: list[Signal]) -> Fraction | None:
    """Return the first row that fits, else that for little labour, else the general one."""
    depends_on_labour = terms.low_labour is not None
    for row in terms.percentages:
        if _fits(row, demand):
            return row.percentage
        if row.labour_share_under is not None and row.category in {None, demand.category}:
            depends_on_labour = True
        if row.category is not None and demand.category is None:
            _add(signals, SignalKind.CATEGORY_UNKNOWN)
    share = demand.labour_share
    if share is None and depends_on_labour:
        _add(signals, SignalKind.LABOUR_UNKNOWN)
    low = terms.low_labour
    if low is not None and share is not None and share < low.share_under:
        return low.percentage
    return terms.percentage


def _fits(row: PercentageRow, demand: Demand) -> bool:
    if row.category is not None and row.category is not demand.category:
        return False
    share = demand.labour_share
    return row.labour_share_under is None or (share is not None and share < row.labour_share_under)


def _add(signals: list[Signal], kind: SignalKind) -> None:
    if all(signal.kind is not kind for signal in signals):
        signals.append(Signal(kind))
