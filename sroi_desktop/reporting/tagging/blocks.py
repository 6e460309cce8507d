"""What is not running text: figures, rules and the rows of a table of contents."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from reportlab.platypus import Flowable

from sroi_desktop.reporting.tagging.canvas import TaggedCanvas, canvas_of
from sroi_desktop.reporting.tagging.structure import Role, Slot
from sroi_desktop.reporting.tagging.text import TaggedParagraph

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from reportlab.lib.colors import Color
    from reportlab.lib.styles import ParagraphStyle


class Figure(Flowable):
    """A picture with the text that stands for it.

    Args:
        width: points.
        height: points.
        alternative: what the picture says, in a sentence or two.
        paint: draws it with its lower left corner at the origin.
    """

    def __init__(
        self,
        width: float,
        height: float,
        *,
        alternative: str,
        paint: Callable[[TaggedCanvas], None],
    ) -> None:
        super().__init__()
        self.width = width
        self.height = height
        self.alternative = alternative
        self._paint = paint
        self._slot = Slot()

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: ARG002, N803
        """Return the fixed size."""
        return self.width, self.height

    def draw(self) -> None:
        """Draw it as content of a Figure element with its rectangle on the page."""
        canvas = canvas_of(self)
        left, bottom = canvas.absolutePosition(0, 0)
        right, top = canvas.absolutePosition(self.width, self.height)
        element = canvas.element(
            self._slot, Role.FIGURE, alternative=self.alternative, box=(left, bottom, right, top)
        )
        with canvas.content(element):
            self._paint(canvas)


class Rule(Flowable):
    """A line over the whole width; decoration."""

    def __init__(self, color: Color, thickness: float) -> None:
        super().__init__()
        self.color = color
        self.thickness = thickness

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: ARG002, N803
        """Take the whole width."""
        self.width = availWidth
        return availWidth, self.thickness

    def draw(self) -> None:
        """Draw the line as an artifact."""
        canvas = canvas_of(self)
        with canvas.artifact():
            canvas.setStrokeColor(self.color)
            canvas.setLineWidth(self.thickness)
            canvas.line(0, 0, self.width, 0)


@dataclass(frozen=True, slots=True)
class ContentsEntry:
    """A heading as the table of contents lists it: markup, and the key of its place."""

    markup: str
    title: str
    key: str
    level: int


class ContentsRow(TaggedParagraph):
    """One line of a table of contents: title, then page, both leading there.

    The page is drawn when all pages are known, so the document needs one pass only.
    """

    PAGE_ROOM = 30.0

    def __init__(self, entry: ContentsEntry, style: ParagraphStyle, contents: Slot) -> None:
        super().__init__(entry.markup, style, role=None)
        self._entry = entry
        self._contents = contents

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803
        """Leave room for the page number."""
        self._full_width = availWidth
        _, height = super().wrap(availWidth - self.PAGE_ROOM, availHeight)
        return availWidth, height

    def split(self, width: float, height: float) -> list[Flowable]:  # noqa: ARG002
        """Stay in one piece."""
        return []

    def _drawOn(self, canvas: TaggedCanvas) -> None:
        contents = canvas.element(self._contents, Role.CONTENTS)
        with (
            canvas.inside(contents),
            canvas.inside(canvas.element(Slot(), Role.CONTENTS_ITEM)),
            canvas.inside(canvas.element(Slot(), Role.REFERENCE)),
            canvas.inside(canvas.element(Slot(), Role.LINK)) as link,
        ):
            super()._drawOn(canvas)
            with canvas.content(link):
                canvas.late(self._page_painter(canvas))
            box = (0.0, 0.0, self._full_width, self.height)
            canvas.link_to_place(self._entry.key, box, link, self._entry.title)

    def _page_painter(self, canvas: TaggedCanvas) -> Callable[[], None]:
        style, right = self.style, self._full_width
        lines: Any = self.blPara  # type: ignore[attr-defined]
        baseline = self.height - style.fontSize - (len(lines.lines) - 1) * style.leading

        def paint() -> None:
            text = canvas.beginText()
            page = str(canvas.page_of[self._entry.key])
            text.setFont(style.fontName, style.fontSize)
            text.setFillColor(style.textColor)
            width = canvas.stringWidth(page, style.fontName, style.fontSize)
            text.setTextOrigin(right - width, baseline)
            text.textOut(page)
            canvas.drawText(text)

        return paint


def contents(entries: Iterable[ContentsEntry], styles: list[ParagraphStyle]) -> list[ContentsRow]:
    """Return a table of contents as flowables; `styles` holds one style per level."""
    slot = Slot()
    return [ContentsRow(entry, styles[entry.level], slot) for entry in entries]
