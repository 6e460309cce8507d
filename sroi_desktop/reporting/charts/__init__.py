"""The pictures of a report, drawn with reportlab.graphics from a snapshot.

Readable in black and white (filled, dotted, dashed, outlined); each comes with the sentences
that say the same.
"""

from __future__ import annotations

from sroi_desktop.reporting.charts.build_up import build_up_alternative, build_up_chart
from sroi_desktop.reporting.charts.progress import progress_alternative, progress_chart

__all__ = [
    "build_up_alternative",
    "build_up_chart",
    "progress_alternative",
    "progress_chart",
]
