"""The rows of the evidence page: an effort under a contract, and what it lacks. No Qt here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sroi_desktop.domain.effort import TO_COME
from sroi_desktop.domain.money import Money, total
from sroi_desktop.language import _, pgettext
from sroi_desktop.language.numbers import money_text, whole_money_text
from sroi_desktop.language.steps import pieces_text
from sroi_desktop.services.effort_lines import EffortLine
from sroi_desktop.services.proofs import MissingLine
from sroi_desktop.ui.kit.palette import Tone
from sroi_desktop.ui.kit.tables.columns import Align, Column

Key = tuple[int, int]


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """An effort under one contract; `lacks` are the names of the pieces still asked for."""

    effort_id: int
    contract_id: int
    title: str
    contract: str
    lacks: tuple[str, ...]
    value: Money


def lacking(lines: Sequence[MissingLine]) -> tuple[EvidenceRow, ...]:
    """Return a row for each effort that lacks evidence, most euros at stake first."""
    found: dict[Key, list[MissingLine]] = {}
    for line in lines:
        found.setdefault((line.effort_id, line.contract_id), []).append(line)
    return tuple(
        EvidenceRow(
            effort_id,
            contract_id,
            of_one[0].title,
            of_one[0].contract_title,
            tuple(line.label for line in of_one),
            of_one[0].value,
        )
        for (effort_id, contract_id), of_one in found.items()
    )


def happened(
    lines: Sequence[EffortLine], missing: Sequence[EvidenceRow]
) -> tuple[EvidenceRow, ...]:
    """Return a row for each effort that was done, with what it lacks."""
    lacks = {key_of(row): row.lacks for row in missing}
    return tuple(
        EvidenceRow(
            line.effort_id,
            line.contract_id,
            line.title,
            line.contract_title or "",
            lacks.get((line.effort_id, line.contract_id), ()),
            line.value,
        )
        for line in lines
        if line.contract_id is not None and line.state not in TO_COME
    )


def key_of(row: EvidenceRow) -> Key:
    """Return what tells a row from all others."""
    return row.effort_id, row.contract_id


def at_stake(rows: Sequence[EvidenceRow]) -> str:
    """Return the euros that count only with evidence."""
    return whole_money_text(total(row.value for row in rows if row.lacks))


def columns() -> tuple[Column[EvidenceRow], ...]:
    """Return the columns, from left to right."""
    return (
        Column(
            "title",
            pgettext("column", "Effort"),
            _title,
            detail=lacks_text,
            icon=_mark,
            width=15,
            stretch=True,
            strong=True,
        ),
        Column("contract", _("Contract"), _contract, width=8, muted=True),
        Column("value", _("Value"), _value, sort=_cents, width=7.8, align=Align.END, strong=True),
    )


def lacks_text(row: EvidenceRow) -> str:
    """Return what is still needed, in words."""
    if not row.lacks:
        return _("Evidence complete")
    return _("Missing: {pieces}").format(pieces=pieces_text(row.lacks))


def _mark(row: EvidenceRow) -> tuple[str, Tone | None]:
    return ("circle-dashed", Tone.WARNING) if row.lacks else ("circle-check", Tone.GOOD)


def _title(row: EvidenceRow) -> str:
    return row.title


def _contract(row: EvidenceRow) -> str:
    return row.contract


def _value(row: EvidenceRow) -> str:
    return money_text(row.value)


def _cents(row: EvidenceRow) -> int:
    return row.value.cents
