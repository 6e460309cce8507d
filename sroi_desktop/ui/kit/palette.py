"""The named colours of the three themes; knows no widgets and no Qt."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Literal

ColourName = Literal[
    "background",
    "card",
    "navigation",
    "line",
    "edge",
    "text",
    "muted",
    "disabled",
    "accent",
    "accent_hover",
    "accent_soft",
    "on_accent",
    "warning",
    "warning_soft",
    "danger",
    "danger_soft",
    "on_danger",
    "good",
    "good_soft",
    "info",
    "info_soft",
    "track",
    "plan",
    "hover",
    "scroll",
]


class Tone(Enum):
    """What a pill, banner or icon says at a glance; always together with an icon or a word."""

    ACCENT = "accent"
    GOOD = "good"
    WARNING = "warning"
    DANGER = "danger"
    NEUTRAL = "neutral"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Palette:
    """One theme: every colour as `#RRGGBB`.

    Text colours reach 4.5:1 on every surface and soft background they are used on;
    `edge` (borders of things one can fill in) and icons reach 3:1. tests/ui/kit checks it.
    """

    name: str
    is_dark: bool
    background: str
    card: str
    navigation: str
    line: str
    edge: str
    text: str
    muted: str
    disabled: str
    accent: str
    accent_hover: str
    accent_soft: str
    on_accent: str
    warning: str
    warning_soft: str
    danger: str
    danger_soft: str
    on_danger: str
    good: str
    good_soft: str
    info: str
    info_soft: str
    track: str
    plan: str
    hover: str
    scroll: str

    @property
    def is_outlined(self) -> bool:
        """Tell whether an edge stands around what soft grounds and quiet lines mark elsewhere."""
        return self.name == HIGH_CONTRAST.name

    @property
    def border(self) -> str:
        """The line around cards and buttons."""
        return self.edge if self.is_outlined else self.line

    def outline(self, tone: Tone) -> str:
        """Return the line around a soft ground: one that shows only where that is asked."""
        return self.foreground(tone) if self.is_outlined else self.soft(tone)

    def colour(self, name: ColourName) -> str:
        """Return the colour of that name as `#RRGGBB`."""
        value: str = getattr(self, name)
        return value

    def foreground(self, tone: Tone) -> str:
        """Return the colour of words and icons in that tone."""
        return self.muted if tone is Tone.NEUTRAL else str(getattr(self, tone.value))

    def soft(self, tone: Tone) -> str:
        """Return the soft background that belongs to that tone."""
        return self.track if tone is Tone.NEUTRAL else str(getattr(self, f"{tone.value}_soft"))


LIGHT = Palette(
    name="light",
    is_dark=False,
    background="#F5F6F8",
    card="#FFFFFF",
    navigation="#FFFFFF",
    line="#E3E6EB",
    edge="#868F9D",
    text="#1B2430",
    muted="#576171",
    disabled="#8B94A1",
    accent="#0F6E68",
    accent_hover="#0B5A55",
    accent_soft="#E3F1EF",
    on_accent="#FFFFFF",
    warning="#8F5300",
    warning_soft="#FDF1DC",
    danger="#B3261E",
    danger_soft="#FBE9E7",
    on_danger="#FFFFFF",
    good="#1A763B",
    good_soft="#E5F4EA",
    info="#1F5FA8",
    info_soft="#E6EFFA",
    track="#E9ECF1",
    plan="#9CCFC9",
    hover="#F0F2F5",
    scroll="#C3C9D2",
)

DARK = Palette(
    name="dark",
    is_dark=True,
    background="#14181D",
    card="#1C2229",
    navigation="#191F25",
    line="#2C343E",
    edge="#6B7684",
    text="#E8ECF1",
    muted="#9AA5B4",
    disabled="#6F7A88",
    accent="#4DB6AC",
    accent_hover="#6CC7BE",
    accent_soft="#1D3533",
    on_accent="#0B1A19",
    warning="#F2B45A",
    warning_soft="#3A2E18",
    danger="#F28B82",
    danger_soft="#3B2120",
    on_danger="#2A0B09",
    good="#7BCB95",
    good_soft="#1C3325",
    info="#8AB8F0",
    info_soft="#1C2C40",
    track="#2A323B",
    plan="#2F6E68",
    hover="#242B33",
    scroll="#414C58",
)

HIGH_CONTRAST = Palette(
    name="high-contrast",
    is_dark=True,
    background="#000000",
    card="#000000",
    navigation="#000000",
    line="#8C96A3",
    edge="#FFFFFF",
    text="#FFFFFF",
    muted="#DDE2E8",
    disabled="#8C96A3",
    accent="#5FE3D6",
    accent_hover="#A5F3EB",
    accent_soft="#00302C",
    on_accent="#000000",
    warning="#FFC857",
    warning_soft="#332300",
    danger="#FF9C93",
    danger_soft="#3D0A06",
    on_danger="#000000",
    good="#7CF0A2",
    good_soft="#00331A",
    info="#9CCBFF",
    info_soft="#00244A",
    track="#3A424C",
    plan="#2E8F86",
    hover="#22282F",
    scroll="#FFFFFF",
)
