from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ui.desks import new_desk, take_on

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sroi_desktop.services.desk import Desk


@pytest.fixture
def desk() -> Iterator[Desk]:
    made = new_desk()
    yield made
    made.store.close()


@pytest.fixture
def contract_id(desk: Desk) -> int:
    return take_on(desk)
