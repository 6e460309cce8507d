"""A place that was typed, and the places that a rule set names."""

from __future__ import annotations

import pytest

from sroi_desktop.domain.names import lies_in


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ("Den Haag", True),
        ("den  haag", True),
        ("Moerwijk, Den Haag", True),
        ("'s-Gravenzande", True),
        ("Haag", None),
        ("Delftzijl", None),
        ("Nieuw-Delft", None),
        ("Delft (Zuid)", None),
        ("gemeente Delft", True),
        ("'s-Gravenhage", True),
        ("", None),
    ],
)
def test_that_a_place_is_found_by_whole_names(place: str, expected: bool | None) -> None:
    assert lies_in(place, ("Delft", "Den Haag", "'s-Gravenzande")) is expected


def test_that_no_place_lies_in_a_name_without_letters() -> None:
    assert lies_in("Delft", ("", "-")) is None
