"""What was typed and not finished outlives a kill, and is no part of the books."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sroi_desktop.services import administrations, drafts
from sroi_desktop.services.desk import Desk
from sroi_desktop.system.clock import FixedClock
from tests.unit.services.books import TODAY, library

if TYPE_CHECKING:
    from pathlib import Path


def test_that_a_draft_comes_back_as_it_was_kept(desk: Desk) -> None:
    drafts.keep(desk, "contract.3", {"title": "Wijk Oo", "unknown": ["sum"], "step": 2})
    assert drafts.kept(desk, "contract.3") == {"title": "Wijk Oo", "unknown": ["sum"], "step": 2}
    drafts.drop(desk, "contract.3")
    assert drafts.kept(desk, "contract.3") is None


def test_that_drafts_of_one_kind_are_found_by_how_their_key_begins(desk: Desk) -> None:
    assert drafts.free_key(desk, "contract.new.") == "contract.new.1"
    for key in ("contract.new.1", "contract.new.7", "contract.new.odd", "booking.1"):
        drafts.keep(desk, key, {})
    assert drafts.keys(desk, "contract.new.") == (
        "contract.new.1",
        "contract.new.7",
        "contract.new.odd",
    )
    assert drafts.free_key(desk, "contract.new.") == "contract.new.8"


def test_that_undo_passes_a_draft_by(desk: Desk) -> None:
    before = desk.store.undoable()
    drafts.keep(desk, "contract.3", {"title": "x"})
    assert desk.store.undoable() == before


def test_that_a_file_that_may_only_be_read_keeps_no_drafts(example_path: Path) -> None:
    clock = FixedClock(TODAY)
    with administrations.open_file(example_path, clock, read_only=True) as store:
        desk = Desk(store, library(), clock)
        drafts.keep(desk, "contract.3", {"title": "x"})
        drafts.drop(desk, "contract.3")
        assert drafts.kept(desk, "contract.3") is None
