"""What leaves the house: cuts a snapshot to what its variant may tell.

Pages and attachments are both made from the cut snapshot, so they cannot differ.
"""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass, replace
from typing import Any

from sroi_desktop.language import _
from sroi_desktop.reporting.data import ReportData, Variant

# The fields with sentences about efforts; names of companies, contracts and sources stay.
_TELLING = (
    "summary",
    "requests",
    "build_up",
    "lines",
    "evidence",
    "assumptions",
    "open_points",
    "correction",
    "changed",
)


def cut(data: ReportData) -> ReportData:
    """Return the snapshot without what its variant does not tell.

    Neither variant tells file names of evidence or who saw it: both may hold a person's name.
    The anonymous one also leaves out the candidates' codes, in texts as well.
    """
    evidence = tuple(replace(piece, file_name="", seen_by="") for piece in data.evidence)
    data = replace(data, evidence=evidence)
    if data.variant is Variant.ANONYMOUS:
        return _without_codes(data)
    return data


def _without_codes(data: ReportData) -> ReportData:
    codes = sorted({line.person for line in data.lines if line.person}, key=len, reverse=True)
    data = replace(data, lines=tuple(replace(line, person="") for line in data.lines))
    if not codes:
        return data
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, codes))})(?!\w)")
    anyone = _("a candidate")
    told = {name: _rewrite(getattr(data, name), pattern, anyone) for name in _TELLING}
    return replace(data, **told)


def _rewrite(value: Any, pattern: re.Pattern[str], anyone: str) -> Any:  # noqa: ANN401 - any part
    """Return a part of the snapshot with the codes in its texts replaced."""
    if type(value) is str:  # not an enum, which is a str as well
        return pattern.sub(anyone, value)
    if isinstance(value, tuple):
        return tuple(_rewrite(item, pattern, anyone) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        parts = {f.name: _rewrite(getattr(value, f.name), pattern, anyone) for f in fields(value)}
        return replace(value, **parts)
    return value
