"""What the table of efforts shows of a line: words, pills and what it sorts by. No Qt here."""

from __future__ import annotations

from sroi_desktop.domain.effort import TO_COME, EffortState
from sroi_desktop.language import _, ngettext, pgettext
from sroi_desktop.language.labels import label
from sroi_desktop.language.numbers import date_text, money_text
from sroi_desktop.services.effort_lines import EffortLine
from sroi_desktop.ui.kit.content import PillContent
from sroi_desktop.ui.kit.palette import Tone
from sroi_desktop.ui.kit.tables.columns import Align, Column

_TONES = {
    EffortState.PLANNED: Tone.NEUTRAL,
    EffortState.COMMITTED: Tone.INFO,
    EffortState.REALISED: Tone.ACCENT,
    EffortState.REPORTED: Tone.INFO,
    EffortState.ACCEPTED: Tone.GOOD,
    EffortState.ACCEPTED_IN_PART: Tone.WARNING,
    EffortState.REJECTED: Tone.DANGER,
}
_JUDGED = frozenset({EffortState.ACCEPTED, EffortState.ACCEPTED_IN_PART, EffortState.REJECTED})

Key = tuple[int, int | None]


def key_of(line: EffortLine) -> Key:
    """Return what tells a line from all others: the effort and its share."""
    return line.effort_id, line.allocation_id


def columns() -> tuple[Column[EffortLine], ...]:
    """Return the columns, from left to right.

    A search looks into the words only: to write ten thousand amounts out takes too long.
    """
    return (
        Column(
            "title",
            pgettext("column", "Effort"),
            _title,
            width=12.5,
            stretch=True,
            strong=True,
            hint=_title,
        ),
        Column("contract", _("Contract"), _contract, width=9.5, hint=_contract),
        Column("starts", _("From"), _starts_text, sort=_starts, width=7.2, search=False),
        Column("ends", _("Until"), _ends_text, sort=_ends, width=7.2, search=False),
        Column("block", _("Block"), _block, width=9, hint=_block, muted=True),
        Column("who", _("Candidate or supplier"), who, width=8, muted=True),
        Column("invoice", pgettext("column", "Invoice"), _invoice, width=7, muted=True),
        Column("state", _("State"), _state, width=8.8, pill=_state_pill, search=False),
        Column(
            "evidence",
            _("Proof"),
            evidence,
            sort=_missing,
            width=9.2,
            pill=_evidence_pill,
            search=False,
        ),
        Column(
            "value",
            _("Value"),
            _value,
            sort=_cents,
            width=8,
            align=Align.END,
            strong=True,
            search=False,
        ),
    )


def _invoice(line: EffortLine) -> str:
    return line.invoice_number or ""


def who(line: EffortLine) -> str:
    """Return the code of the candidate, or the name of the supplier."""
    return line.candidate or line.supplier or ""


def asks_evidence(line: EffortLine) -> bool:
    """Tell whether evidence is still waited for: it happened and nobody judged it yet."""
    return line.missing > 0 and line.state not in TO_COME and line.state not in _JUDGED


def evidence(line: EffortLine) -> str:
    """Return how the evidence stands."""
    if line.state in TO_COME or line.contract_id is None:
        return ""
    if line.is_set_aside:
        return _("does not count")
    if line.state in _JUDGED:
        return _("judged")
    if not line.missing:
        return _("complete")
    return ngettext("{count} missing", "{count} missing", line.missing).format(count=line.missing)


def _evidence_pill(line: EffortLine) -> PillContent | None:
    text = evidence(line)
    if not text or line.state in _JUDGED:
        return None
    if asks_evidence(line):
        return PillContent(text, Tone.WARNING, "triangle-alert")
    if line.is_set_aside:
        return PillContent(text, Tone.NEUTRAL, "circle-dashed")
    return PillContent(text, Tone.GOOD, "check")


def _title(line: EffortLine) -> str:
    return line.title


def _block(line: EffortLine) -> str:
    return line.block_label


def _contract(line: EffortLine) -> str:
    return line.contract_title or _("not for a contract yet")


def _starts_text(line: EffortLine) -> str:
    return date_text(line.starts_on)


def _starts(line: EffortLine) -> str:
    return line.starts_on.isoformat()


def _ends_text(line: EffortLine) -> str:
    return date_text(line.ends_on)


def _ends(line: EffortLine) -> str:
    return line.ends_on.isoformat()


def _state(line: EffortLine) -> str:
    return label(line.state)


def _state_pill(line: EffortLine) -> PillContent:
    return PillContent(label(line.state), _TONES[line.state])


def _missing(line: EffortLine) -> int:
    return line.missing if asks_evidence(line) else -1


def _value(line: EffortLine) -> str:
    return money_text(line.value)


def _cents(line: EffortLine) -> int:
    return line.value.cents
