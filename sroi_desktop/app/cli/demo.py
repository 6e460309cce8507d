"""`demo DIR`: the main job without a screen: the example, its report and its pictures."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from sroi_desktop.app.cli.output import Answer
from sroi_desktop.domain.periods import Period
from sroi_desktop.language import _
from sroi_desktop.rulesets import load_library
from sroi_desktop.services import administrations, example, reports
from sroi_desktop.services.desk import Desk
from sroi_desktop.system.clock import FixedClock

if TYPE_CHECKING:
    from argparse import Namespace

REPORTED = Period(date(2026, 1, 1), date(2026, 9, 30))


def make(arguments: Namespace) -> Answer:
    """Write the example company, its progress report and pictures of the main screens."""
    from sroi_desktop.app import pictures  # Qt, only here

    folder = Path(arguments.dir)
    folder.mkdir(parents=True, exist_ok=True)
    file, pdf = folder / "voorbeeldbedrijf-demo.sroi", folder / "voortgangsrapport.pdf"
    file.unlink(missing_ok=True)
    example.write(file, load_library())
    clock = FixedClock(pictures.DAY)
    store = administrations.open_file(file, clock)
    try:
        desk = Desk(store, load_library(), clock)
        first = next(one.id for one in store.contracts() if one.id is not None)
        published = reports.publish(desk, first, reports.Variant.ANONYMOUS, REPORTED, pdf)
    finally:
        store.close()
    settings = tuple(one for one in pictures.EVERY_SETTING if one.size == pictures.WIDE)
    taken = pictures.take_all(folder / "screens", settings[:1])
    return Answer(
        {
            "administration": str(file),
            "report": str(pdf),
            "number": published.number,
            "sha256": published.sha256,
            "pages": published.pages,
            "pictures": [str(path) for path in taken],
        },
        (
            _("Example company: {path}").format(path=file),
            _("Progress report {number}: {path}").format(number=published.number, path=pdf),
            *(_("Picture: {path}").format(path=path) for path in taken),
        ),
    )
