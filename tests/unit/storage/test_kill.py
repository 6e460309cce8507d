"""A program that is killed in the middle of an act leaves the file as it was."""

from __future__ import annotations

import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from sroi_desktop.storage import UnfinishedWriteError, open_store
from tests.unit.storage.book import add_contract, add_effort, booked, effort, failed, tables

if TYPE_CHECKING:
    from pathlib import Path

    from tests.unit.storage.book import Clock

# Evidence larger than SQLite's cache, so that pages of the file itself are overwritten already.
KILLED = """
import os, signal, sys
from datetime import UTC, datetime
from pathlib import Path
from sroi_desktop.domain.evidence import Piece
from sroi_desktop.storage import open_store

store = open_store(Path(sys.argv[1]), lambda: datetime.now(UTC))
with store.act("evidence.add") as work:
    work.remove_effort(1)
    work.add_piece(Piece(2, "contract", "Contract"), os.urandom(8_000_000))
    os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture
def killed(path: Path, clock: Clock) -> Path:
    """Return a file whose last act was cut off, with its journal beside it."""
    with open_store(path, clock) as store:
        contract_id = add_contract(store)
        for _ in range(2):
            add_effort(store, effort(), booked(contract_id))
        store.save_draft("effort", {"title": "half ty"})
    done = subprocess.run([sys.executable, "-c", KILLED, str(path)], check=False)
    assert done.returncode == -signal.SIGKILL
    assert path.with_name(f"{path.name}-journal").stat().st_size > 0
    return path


def test_that_a_killed_act_has_not_happened(killed: Path, clock: Clock) -> None:
    with open_store(killed, clock) as store:
        assert len(tables(store)["effort"]) == 2
        assert len(store.history()) == 3
        assert store.draft("effort") == {"title": "half ty"}
        assert failed(store) == []


def test_that_reading_asks_for_a_repair_first(killed: Path, clock: Clock) -> None:
    with pytest.raises(UnfinishedWriteError):
        open_store(killed, clock, read_only=True)
    open_store(killed, clock).close()
    open_store(killed, clock, read_only=True).close()
