"""What screens show, as plain data: presenters fill it, widgets of the kit show it. No Qt here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sroi_desktop.ui.kit.palette import Tone

ButtonKind = Literal["primary", "secondary", "quiet", "link", "danger"]


@dataclass(frozen=True, slots=True)
class Act:
    """Something the user can do: a button or a menu item.

    `key` comes back to the screen when it is chosen; it is never shown.
    """

    key: str
    text: str
    icon: str | None = None
    enabled: bool = True
    hint: str = ""
    kind: ButtonKind = "secondary"


@dataclass(frozen=True, slots=True)
class PillContent:
    """A state in one or two words."""

    text: str
    tone: Tone = Tone.NEUTRAL
    icon: str | None = None


@dataclass(frozen=True, slots=True)
class Crumb:
    """A place above the present one; `key` comes back when it is chosen."""

    key: str
    text: str


@dataclass(frozen=True, slots=True)
class HeaderContent:
    """What stands at the head of a page.

    `acts` come before the primary act, from left to right. `legend` asks the status line to
    explain the colours of the progress bars.
    """

    title: str
    subtitle: str = ""
    trail: tuple[Crumb, ...] = ()
    pill: PillContent | None = None
    acts: tuple[Act, ...] = ()
    primary: Act | None = None
    search: bool = True
    legend: bool = False


@dataclass(frozen=True, slots=True)
class StepContent:
    """One thing to do: why, and the act that goes straight there."""

    title: str
    detail: str
    icon: str
    tone: Tone
    act: Act | None = None


@dataclass(frozen=True, slots=True)
class FigureContent:
    """A large figure with its name, a remark beneath it and perhaps an act."""

    label: str
    value: str
    hint: str = ""
    tone: Tone | None = None
    act: Act | None = None


@dataclass(frozen=True, slots=True)
class ProgressShares:
    """Shares of an obligation, 0 to 1: realised, planned on top of it, and where today is.

    `today` is where one should be now; None leaves the mark out.
    """

    realised: float
    planned: float = 0.0
    today: float | None = None


@dataclass(frozen=True, slots=True)
class DerivationRow:
    """One step of a computation: what it is, and the factor or amount it brings.

    `note` explains the row in a sentence; a row that `counts` not is shown muted.
    """

    label: str
    factor: str
    note: str = ""
    counts: bool = True


@dataclass(frozen=True, slots=True)
class DerivationContent:
    """How an amount was computed, from the first row to the total, and where it stands.

    `note` says whose computation it is.
    """

    rows: tuple[DerivationRow, ...]
    total_label: str
    total: str
    sources: tuple[str, ...] = ()
    assumptions: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class CardChoice:
    """A large choice: icon, name, and a line that helps to choose."""

    key: str
    title: str
    hint: str = ""
    icon: str | None = None


@dataclass(frozen=True, slots=True)
class SearchResult:
    """A hit of the search: what is shown, and the page and argument it opens."""

    title: str
    detail: str
    icon: str
    page: str
    argument: object = None


@dataclass(frozen=True, slots=True)
class ChartPoint:
    """An amount on a day: `at` in days since the start of the chart, `value` in its unit."""

    at: float
    value: float


@dataclass(frozen=True, slots=True)
class ChartMark:
    """A labelled place on an axis."""

    at: float
    text: str


@dataclass(frozen=True, slots=True)
class ChartContent:
    """Course of a contract: realised (filled), planned (dotted), even pace (dashed).

    `width` is the length of the horizontal axis in days, `height` the top of the vertical one
    in the unit of the values. `alternative` says in words what the picture shows.
    """

    width: float
    height: float
    realised: tuple[ChartPoint, ...]
    planned: tuple[ChartPoint, ...] = ()
    even: tuple[ChartPoint, ...] = ()
    across: tuple[ChartMark, ...] = ()
    upward: tuple[ChartMark, ...] = ()
    realised_label: str = ""
    planned_label: str = ""
    alternative: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """One possible answer: `key` is kept, `text` is shown, `hint` helps to choose."""

    key: str
    text: str
    hint: str = ""
