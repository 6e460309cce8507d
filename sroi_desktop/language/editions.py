"""Whether an edition of the rules holds for a contract, in a sentence with its reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sroi_desktop.domain.editions import Ground, Verdict
from sroi_desktop.domain.rules import EditionBy
from sroi_desktop.language import _
from sroi_desktop.language.labels import label
from sroi_desktop.language.numbers import long_date_text

if TYPE_CHECKING:
    from datetime import date


def verdict_text(verdict: Verdict) -> str:
    """Return why an edition holds for a contract or not, or what has to be known first."""
    return _TEXTS[verdict.ground](verdict)


def _by_day(verdict: Verdict) -> str:
    words = {
        (EditionBy.PUBLICATION, False): _(
            "It does not hold by itself: the tender was published on {day}, and this edition is "
            "for tenders from {first} on."
        ),
        (EditionBy.AWARD, False): _(
            "It does not hold by itself: the contract was awarded on {day}, and this edition is "
            "for awards from {first} on."
        ),
        (EditionBy.START, False): _(
            "It does not hold by itself: the contract started on {day}, and this edition is for "
            "contracts that start from {first} on."
        ),
        (EditionBy.PUBLICATION, True): _(
            "It holds: the tender was published on {day}, and this edition is for tenders from "
            "{first} on."
        ),
        (EditionBy.AWARD, True): _(
            "It holds: the contract was awarded on {day}, and this edition is for awards from "
            "{first} on."
        ),
        (EditionBy.START, True): _(
            "It holds: the contract started on {day}, and this edition is for contracts that "
            "start from {first} on."
        ),
    }
    chosen = words[verdict.by or EditionBy.AWARD, bool(verdict.holds)]
    return chosen.format(day=_day(verdict.day), first=_day(verdict.first))


def _by_another_day(verdict: Verdict) -> str:
    words = _(
        "It does not hold by itself: this edition goes by {event}, from {first} on. That day is "
        "not filled in, but the contract started or was awarded earlier, on {day}."
    )
    if verdict.holds:
        words = _(
            "It holds: this edition goes by {event}, from {first} on. That day is not filled in, "
            "but it came after {day}."
        )
    return words.format(event=_event(verdict), first=_day(verdict.first), day=_day(verdict.day))


def _by_every_day(verdict: Verdict) -> str:
    words = _(
        "It does not hold by itself: this edition is from {first}, and the contract had started "
        "before that, on {day}."
    )
    if verdict.holds:
        words = _(
            "It holds: this edition is from {first}, and the tender was published after that, on "
            "{day}."
        )
    return words.format(first=_day(verdict.first), day=_day(verdict.day))


def _without_day(verdict: Verdict) -> str:
    return _(
        "Not known: this edition goes by {event}, from {first} on, and that day is not filled in "
        "with the contract."
    ).format(event=_event(verdict), first=_day(verdict.first))


def _without_criterion(verdict: Verdict) -> str:
    return _(
        "Not known: this edition is from {first}, but its source does not say whether the day of "
        "publication, of the award or of the start decides. Ask the authority."
    ).format(first=_day(verdict.first))


def _without_first_day(verdict: Verdict) -> str:
    if verdict.by is None:
        return _(
            "Not known: its source does not say from which day this edition holds. Usually the "
            "day of publication or of the award decides. Ask the authority."
        )
    return _(
        "Not known: its source does not say from which day this edition holds. It goes by {event}."
    ).format(event=_event(verdict))


def _superseded(verdict: Verdict) -> str:
    words = _("It does not hold: a later edition, from {first} on, holds for this contract.")
    return words.format(first=_day(verdict.first))


def _event(verdict: Verdict) -> str:
    return label(verdict.by or EditionBy.AWARD)


def _day(day: date | None) -> str:
    return "" if day is None else long_date_text(day)


_TEXTS = {
    Ground.DAY: _by_day,
    Ground.ANOTHER_DAY: _by_another_day,
    Ground.EVERY_DAY: _by_every_day,
    Ground.DAY_UNKNOWN: _without_day,
    Ground.CRITERION_UNKNOWN: _without_criterion,
    Ground.FIRST_DAY_UNKNOWN: _without_first_day,
    Ground.SUPERSEDED: _superseded,
}
