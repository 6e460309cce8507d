"""Contrast of every pair of colours that meets on a screen, in all three themes (WCAG 2.2)."""

from __future__ import annotations

import pytest

from sroi_desktop.ui.kit.palette import DARK, HIGH_CONTRAST, LIGHT, ColourName, Palette, Tone

THEMES = [LIGHT, DARK, HIGH_CONTRAST]
SURFACES: tuple[ColourName, ...] = ("background", "card", "navigation")
ACCENTS: tuple[ColourName, ...] = ("accent", "warning", "danger", "good", "info")


def _luminance(colour: str) -> float:
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    red, green, blue = linear
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _assert_contrast(palette: Palette, front: ColourName, back: ColourName, least: float) -> None:
    ratio = _contrast(palette.colour(front), palette.colour(back))
    assert ratio >= least, f"{palette.name}: {front} on {back} is {ratio:.2f}:1"


@pytest.mark.parametrize("palette", THEMES, ids=lambda palette: palette.name)
def test_that_text_reaches_four_and_a_half_to_one_on_every_surface(palette: Palette) -> None:
    for back in (*SURFACES, "hover"):
        for front in ("text", "muted", *ACCENTS):
            _assert_contrast(palette, front, back, 4.5)


@pytest.mark.parametrize("palette", THEMES, ids=lambda palette: palette.name)
def test_that_a_tone_reads_on_its_own_soft_background(palette: Palette) -> None:
    for tone in Tone:
        for front in {palette.foreground(tone), palette.text}:
            ratio = _contrast(front, palette.soft(tone))
            assert ratio >= 4.5, f"{palette.name}: {front} on soft {tone.value} is {ratio:.2f}:1"


@pytest.mark.parametrize("palette", THEMES, ids=lambda palette: palette.name)
def test_that_muted_words_read_on_soft_backgrounds(palette: Palette) -> None:
    for back in ("accent_soft", "warning_soft", "danger_soft", "good_soft", "info_soft", "track"):
        _assert_contrast(palette, "muted", back, 4.5)


@pytest.mark.parametrize("palette", THEMES, ids=lambda palette: palette.name)
def test_that_words_on_filled_buttons_reach_four_and_a_half_to_one(palette: Palette) -> None:
    _assert_contrast(palette, "on_accent", "accent", 4.5)
    _assert_contrast(palette, "on_accent", "accent_hover", 4.5)
    _assert_contrast(palette, "on_danger", "danger", 4.5)


@pytest.mark.parametrize("palette", THEMES, ids=lambda palette: palette.name)
def test_that_edges_of_fields_and_bars_reach_three_to_one(palette: Palette) -> None:
    for back in SURFACES:
        _assert_contrast(palette, "edge", back, 3.0)
        _assert_contrast(palette, "accent", back, 3.0)
    _assert_contrast(palette, "accent", "track", 3.0)
    _assert_contrast(palette, "text", "track", 3.0)
    _assert_contrast(palette, "text", "plan", 3.0)


def test_that_high_contrast_edges_what_others_mark_with_a_soft_ground() -> None:
    assert [palette.is_outlined for palette in THEMES] == [False, False, True]
    for back in SURFACES:
        assert _contrast(HIGH_CONTRAST.border, HIGH_CONTRAST.colour(back)) >= 3
        _assert_contrast(HIGH_CONTRAST, "line", back, 3.0)
    for tone in Tone:
        assert _contrast(HIGH_CONTRAST.outline(tone), HIGH_CONTRAST.card) >= 3
        assert LIGHT.outline(tone) == LIGHT.soft(tone)
        assert DARK.outline(tone) == DARK.soft(tone)


@pytest.mark.parametrize("palette", THEMES, ids=lambda palette: palette.name)
def test_that_pages_and_figures_read_on_the_ground_of_what_is_chosen(palette: Palette) -> None:
    chosen: tuple[ColourName, ...] = ("text", "muted", "accent")
    for front in chosen:
        _assert_contrast(palette, front, "accent_soft", 4.5)
    for front in chosen[:2]:
        _assert_contrast(palette, front, "track", 4.5)


@pytest.mark.parametrize("palette", THEMES, ids=lambda palette: palette.name)
def test_that_every_colour_is_written_as_six_hexadecimal_digits(palette: Palette) -> None:
    for field in palette.__dataclass_fields__:
        value = getattr(palette, field)
        if field not in {"name", "is_dark"}:
            assert value.startswith("#")
            assert len(value) == 7
            int(value[1:], 16)
