"""Why an edition holds for a contract or not, said in both languages without a blank."""

from __future__ import annotations

from datetime import date
from itertools import product

import pytest

from sroi_desktop.domain.editions import Ground, Verdict
from sroi_desktop.domain.rules import EditionBy
from sroi_desktop.language.editions import verdict_text
from tests.unit.services.books import speaking

FIRST, DAY = date(2026, 7, 1), date(2025, 11, 20)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_that_every_verdict_is_told_with_its_reason(language: str) -> None:
    told = set()
    with speaking(language):
        for ground, holds, by in product(Ground, (True, False, None), (*EditionBy, None)):
            text = verdict_text(Verdict(ground, holds, FIRST, by, DAY, by))
            assert text.endswith(".")
            assert "{" not in text
            told.add(text)
    assert len(told) > len(Ground)


def test_that_a_verdict_by_the_day_names_that_day_and_the_first_of_the_edition() -> None:
    text = verdict_text(Verdict(Ground.DAY, False, FIRST, EditionBy.AWARD, DAY, EditionBy.AWARD))
    assert "20 november 2025" in text
    assert "1 juli 2026" in text
    assert "gegund" in text


def test_that_days_that_are_not_known_leave_no_trace() -> None:
    assert "None" not in verdict_text(Verdict(Ground.EVERY_DAY))
