"""Drafts: outside the history, and there after a restart."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sroi_desktop.domain.parties import Company
from sroi_desktop.storage import DamagedFileError, ReadOnlyFileError, Store, open_store

if TYPE_CHECKING:
    from pathlib import Path

    from tests.unit.storage.book import Clock

TYPED = {"title": "Hovenier", "hours": "24,", "bonuses": ["50plus"]}


def test_that_a_draft_survives_a_restart(path: Path, clock: Clock) -> None:
    with open_store(path, clock) as store:
        store.save_draft("effort", {"title": "H"})
        store.save_draft("effort", TYPED)
    with open_store(path, clock, read_only=True) as store:
        assert store.draft("effort") == TYPED
        assert store.drafts() == ("effort",)
        with pytest.raises(ReadOnlyFileError):
            store.save_draft("effort", {})


def test_that_a_draft_leaves_no_entry(store: Store) -> None:
    store.save_draft("effort", TYPED)
    assert store.history() == ()


def test_that_a_dropped_draft_is_gone(store: Store) -> None:
    store.save_draft("effort", TYPED)
    for _ in range(2):
        store.drop_draft("effort")
    assert store.draft("effort") is None


def test_that_a_draft_dropped_in_an_act_comes_back_when_the_act_fails(store: Store) -> None:
    store.save_draft("effort", TYPED)

    def fail() -> None:
        with store.act("effort.record") as work:
            work.set_company(Company("Van Dijk"))
            store.drop_draft("effort")
            raise ValueError("stopped half way")

    with pytest.raises(ValueError, match="half way"):
        fail()
    assert store.draft("effort") == TYPED


def test_that_a_draft_that_is_no_dictionary_is_damage(store: Store) -> None:
    store.save_draft("effort", TYPED)
    store._sql.run("UPDATE draft SET data = '1'")
    with pytest.raises(DamagedFileError):
        store.draft("effort")
