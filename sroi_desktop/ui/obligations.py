"""How an obligation was computed and what looks doubtful about it, ready to show. No Qt here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sroi_desktop.domain.obligation import SignalKind
from sroi_desktop.language import _
from sroi_desktop.language.citations import obligation_places
from sroi_desktop.language.derivations import basis_note, step_words
from sroi_desktop.language.numbers import date_text, money_text
from sroi_desktop.language.signals import signal_text
from sroi_desktop.ui.kit.content import DerivationContent, DerivationRow
from sroi_desktop.ui.kit.palette import Tone

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sroi_desktop.domain.obligation import Obligation, Signal
    from sroi_desktop.domain.rules import RuleSet

_DOUBTFUL = frozenset(
    {
        SignalKind.BELOW_THRESHOLD,
        SignalKind.TOO_SHORT,
        SignalKind.DOUBTFUL_SUM,
        SignalKind.ABOVE_USUAL,
    }
)


def derivation_of(
    owed: Obligation, rules: RuleSet, places: tuple[str, ...] = ()
) -> DerivationContent | None:
    """Return how the amount came about, or None while there is none.

    Args:
        owed: what is owed.
        rules: the rules that say so.
        places: where it was read what the contract itself says.
    """
    if owed.amount is None:
        return None
    words = [step_words(step) for step in owed.steps]
    return DerivationContent(
        tuple(DerivationRow(one.label, one.factor) for one in words),
        _("Obligation"),
        money_text(owed.amount),
        sources=(*source_lines(rules), *obligation_places(rules), *places),
        warnings=(*(signal_text(signal) for signal in owed.signals), *note_lines(owed.notes)),
        note=basis_note(rules.title, rules.edition),
    )


def note_lines(notes: Iterable[str]) -> tuple[str, ...]:
    """Return rules in words, which the program does not work out, as warnings."""
    words = _("Not computed, and for you to check: {name}")
    return tuple(words.format(name=note) for note in dict.fromkeys(notes))


def source_lines(rules: RuleSet) -> tuple[str, ...]:
    """Return the sources of a rule set, each with the day on which it was read."""
    lines = []
    for source in rules.sources:
        title = source.title or rules.title
        if source.seen is None:
            lines.append(title)
        else:
            lines.append(
                _("{title}, read on {date}").format(title=title, date=date_text(source.seen))
            )
    return tuple(lines)


def signal_tone(signal: Signal) -> Tone:
    """Return how loud a signal is: a warning where the owner may be wrong, else information."""
    return Tone.WARNING if signal.kind in _DOUBTFUL else Tone.INFO
