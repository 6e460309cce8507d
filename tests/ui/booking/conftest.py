from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ui.booking.asked import close_all
from tests.ui.booking.fakes import Talk
from tests.ui.desks import new_desk, take_on

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sroi_desktop.services.desk import Desk


@pytest.fixture(autouse=True)
def closed() -> Iterator[None]:
    yield
    close_all()


@pytest.fixture
def desk() -> Iterator[Desk]:
    made = new_desk()
    yield made
    made.store.close()


@pytest.fixture
def contract_id(desk: Desk) -> int:
    return take_on(desk)


@pytest.fixture
def talk(desk: Desk, contract_id: int) -> Talk:
    return Talk(desk)
