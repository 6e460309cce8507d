"""What a report gives away about people: counted in what leaves the house, not merely stated."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import TYPE_CHECKING

from sroi_desktop.domain.bsn import holds_bsn
from sroi_desktop.reporting import cut

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from sroi_desktop.reporting import ReportData

# Numbers of other kinds, which may pass the eleven-test of a BSN by chance: hashes, the
# references of others, addresses of pages. Nobody types a person's number there.
_NO_PERSON = frozenset(
    {
        "sha256",
        "history_hash",
        "reference",
        "url",
        "id",
        "chamber_number",
        "program_version",
        "invoice",
    }
)


def counted(data: ReportData, known_names: Collection[str]) -> ReportData:
    """Return the snapshot with the names and citizen service numbers that it would give away.

    They are counted in the texts that its variant leaves in, for pages and attachments alike.

    Args:
        data: the snapshot.
        known_names: of the candidates, as far as they are kept.
    """
    texts = tuple(_texts(cut(data)))
    everything = "\n".join(texts).casefold()
    return replace(
        data,
        names=sum(name.casefold() in everything for name in known_names),
        citizen_numbers=sum(holds_bsn(text) for text in texts),
    )


def _texts(value: object) -> Iterator[str]:
    """Yield every text of a snapshot, but for numbers that are nobody's."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _texts(item)
    elif is_dataclass(value):
        for field in fields(value):
            if field.name not in _NO_PERSON:
                yield from _texts(getattr(value, field.name))
