"""That a contract went to another edition since an earlier report: said in the next one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sroi_desktop.language import _
from sroi_desktop.language.derivations import edition_text
from sroi_desktop.language.numbers import long_date_text
from sroi_desktop.language.steps import enumeration
from sroi_desktop.reporting import thaw

if TYPE_CHECKING:
    from sroi_desktop.services.desk import Desk


def told(desk: Desk, contract_id: int) -> tuple[str, ...]:
    """Return which issued reports counted under another edition than now, and since when.

    Nothing where the contract was never moved, or no report rests on another edition. The
    reason is for the books, not for the reader of a report.
    """
    switches = desk.store.contract(contract_id).switches
    if not switches:
        return ()
    rules = desk.store.rule_set(contract_id)
    now = edition_text(rules.title, rules.edition)
    before: dict[str, list[str]] = {}
    for issued in reversed(desk.store.reports(contract_id)):
        frozen = thaw(desk.store.report_data(issued.id)).rules
        edition = edition_text(frozen.title, frozen.version or None)
        if edition != now:
            before.setdefault(edition, []).append(issued.number)
    words = _(
        "From {date} on this contract counts under {now}; what was issued before, {reports}, "
        "counted under {before}."
    )
    return tuple(
        words.format(
            date=long_date_text(switches[-1].on),
            now=now,
            reports=enumeration([_("report {number}").format(number=one) for one in numbers]),
            before=edition,
        )
        for edition, numbers in before.items()
    )
