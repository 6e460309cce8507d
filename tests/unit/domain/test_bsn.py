"""The guard against citizen service numbers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.nl import bsn as oracle

from sroi_desktop.domain.bsn import holds_bsn, passes_eleven_test, refuse_bsn
from sroi_desktop.domain.errors import CitizenNumberError

nine_digits = st.text("0123456789", min_size=9, max_size=9)


@given(nine_digits)
def test_that_the_eleven_test_is_that_of_stdnum(digits: str) -> None:
    assert passes_eleven_test(digits) == oracle.is_valid(digits)


@given(st.text("0123456789", min_size=8, max_size=8))
def test_that_stdnum_and_we_find_the_same_check_digit(eight: str) -> None:
    """One in eleven random numbers passes: with all ten last digits, most draws hold one."""
    ours = [last for last in "0123456789" if passes_eleven_test(eight + last)]
    theirs = [last for last in "0123456789" if oracle.is_valid(eight + last)]
    assert ours == theirs


@pytest.mark.parametrize("digits", ["", "12345678", "1234567820", "12345678x", "000000000"])
def test_that_only_nine_digits_that_are_not_all_zero_can_pass(digits: str) -> None:
    assert not passes_eleven_test(digits)


@pytest.mark.parametrize(
    "text",
    [
        "123456782",
        "BSN:123456782.",
        "Jansen 123 456 782 begeleiding",
        "1234.56.782",
        "1234-56-782",
        "kopie_123_456_782.pdf",
        "kopie_123456782.pdf",
        "123\u00a0456\u00a0782",
        "123/456/782",
        "\uff11\uff12\uff13\uff14\uff15\uff16\uff17\uff18\uff12",  # full-width digits
        "eerst 111111111 dan 123456782",
        "NL123456782B01",
    ],
)
def test_that_a_bsn_is_seen_in_a_text(text: str) -> None:
    assert holds_bsn(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "K-01",
        "123456789",  # nine digits that fail the test
        "1234567821",  # ten digits
        "0123456782",
        "+31 123456782",  # nine digits after a country code are a telephone number
        "+31-123456782",
        "0031 123456782",
        "NL91 ABNA 0417 1643 00",
        "01-03-2026 t/m 31-08-2026",
        "12345678",  # a K.v.K. number
        "123 456-782",  # grouped in two ways
        "\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u00b2",  # superscripts
    ],
)
def test_that_other_numbers_pass(text: str) -> None:
    assert not holds_bsn(text)


@given(nine_digits, st.sampled_from(["{}", "a {} b", "x{}y", "({})"]))
def test_that_nine_digits_in_a_text_are_judged_by_their_test(digits: str, around: str) -> None:
    assert holds_bsn(around.format(digits)) == oracle.is_valid(digits)


@pytest.mark.parametrize("text", [None, "", "K-01 in dienst"])
def test_that_a_text_without_a_bsn_is_accepted(text: str | None) -> None:
    refuse_bsn("note", text)


def test_that_a_refusal_names_the_field_and_keeps_the_number_to_itself() -> None:
    with pytest.raises(CitizenNumberError) as refused:
        refuse_bsn("note", "van 123456782")
    assert refused.value.field == "note"
    assert "123456782" not in f"{refused.value!r} {refused.value}"
