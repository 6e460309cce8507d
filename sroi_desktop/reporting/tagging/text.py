"""Running text that knows its role: paragraphs, headings, list items, links inside them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from reportlab.platypus import Paragraph

from sroi_desktop.reporting.tagging.canvas import END, TaggedCanvas, canvas_of
from sroi_desktop.reporting.tagging.structure import Element, ListMark, Role, Slot

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfgen.textobject import PDFTextObject
    from reportlab.platypus import Flowable

BROKEN_WORD = 30


class TaggedParagraph(Paragraph):
    """A paragraph; one element, also where it breaks over pages.

    Without a role its text is content of whatever holds it (a table cell). `<a href="...">` in
    the markup becomes a Link element with its annotation.
    """

    def __init__(
        self,
        text: str | None,
        style: ParagraphStyle,
        *,
        role: Role | None = Role.PARAGRAPH,
        **options: Any,  # noqa: ANN401 - ReportLab splits with bulletText and frags
    ) -> None:
        super().__init__(text, style, **options)  # type: ignore[arg-type]  # None comes with frags
        self.role = role
        self.slot = Slot()
        self.link_slots: dict[int, Slot] = {}

    def split(self, width: float, height: float) -> list[Flowable]:
        """Split as ReportLab does; the parts stay one element."""
        parts: list[Any] = super().split(width, height)
        for part in parts:
            part.continue_from(self, first=part is parts[0])
        return parts

    def continue_from(self, whole: Any, *, first: bool) -> None:  # noqa: ANN401, ARG002
        """Take over what makes this a part, the first or a later one, of a text of its class."""
        self.role = whole.role
        self.slot = whole.slot
        self.link_slots = whole.link_slots

    def beginText(self, x: float, y: float) -> PDFTextObject:
        """Return a text object that reports links and keeps words apart at line ends."""
        text = super().beginText(x, y)
        vars(text)["_linkRecord"] = partial(self._record_link, text)  # ReportLab's hook
        vars(text)["_textOut"] = partial(_write_words, text)
        return text

    def _drawOn(self, canvas: TaggedCanvas) -> None:
        if canvas.in_artifact:
            super()._drawOn(canvas)  # type: ignore[misc]
            return
        element = self._own_element(canvas)
        whole_link = self._link_of_all_text()
        with canvas.inside(element):
            if whole_link is not None:
                element = canvas.element(self._link_slot(whole_link), Role.LINK)
                for _ in self.blPara.lines:  # type: ignore[attr-defined]
                    canvas.remember_link(whole_link, element)
            with canvas.content(element):
                super()._drawOn(canvas)  # type: ignore[misc]

    def _own_element(self, canvas: TaggedCanvas) -> Element:
        if self.role is None:
            return canvas.container
        return canvas.element(self.slot, self.role)

    def _link_of_all_text(self) -> tuple[int, str] | None:
        """Return the link when the text is one fragment, which ReportLab draws its own way."""
        lines = self.blPara  # type: ignore[attr-defined]
        links = getattr(lines, "link", None) if lines.kind == 0 else None
        return links[0] if links else None

    def _link_slot(self, link: tuple[int, str]) -> Slot:
        return self.link_slots.setdefault(link[0], Slot())

    def _record_link(self, text: PDFTextObject, link: tuple[int, str], event: str) -> None:
        """Switch the marked content to the link (after its first words) or back (at its end)."""
        canvas = canvas_of(self)
        code: list[str] = text._code  # type: ignore[attr-defined] # noqa: SLF001 - no other way in
        if event == "start":
            element = canvas.element(self._link_slot(link), Role.LINK)
            code.insert(-1, f"{END} {canvas.mark(element)}")
            canvas.remember_link(link, element)
        else:
            code.append(f"{END} {canvas.mark(canvas.container)}")


def _write_words(text: PDFTextObject, words: str, ends_line: int = 0) -> None:
    """Write text; at the end of a line also the space that ReportLab leaves out.

    Without it the last word of a line and the first of the next are one word to a reader's
    software. A word so long that it was itself broken stays one.
    """
    if ends_line and len(words.rpartition(" ")[2]) < BROKEN_WORD:
        words += " "
    type(text)._textOut(text, words, ends_line)  # type: ignore[attr-defined] # noqa: SLF001


class Heading(TaggedParagraph):
    """A heading of level 1 to 3, listed in the outline under its key."""

    LEVELS = (Role.H1, Role.H2, Role.H3)

    def __init__(
        self,
        text: str | None,
        style: ParagraphStyle,
        *,
        level: int = 1,
        title: str = "",
        key: str = "",
        **options: Any,  # noqa: ANN401 - see TaggedParagraph
    ) -> None:
        super().__init__(text, style, role=self.LEVELS[level - 1], **options)
        self.level = level
        self.title = title
        self.key = key

    def continue_from(self, whole: Any, *, first: bool) -> None:  # noqa: ANN401
        """Take over the level; the first part stays the place in the outline."""
        super().continue_from(whole, first=first)
        self.level = whole.level
        if first:
            self.title, self.key = whole.title, whole.key

    def _drawOn(self, canvas: TaggedCanvas) -> None:
        if self.key:
            canvas.bookmark(self.key, self.title, self.level - 1, self.height)
        super()._drawOn(canvas)


class ListItem(TaggedParagraph):
    """One item of a list: a label and a body; the items share the list's slot."""

    def __init__(
        self,
        text: str | None,
        style: ParagraphStyle,
        *,
        label: str = "",
        mark: ListMark = ListMark.BULLET,
        list_slot: Slot | None = None,
        **options: Any,  # noqa: ANN401 - see TaggedParagraph
    ) -> None:
        super().__init__(text, style, role=None, **options)
        self.label = label
        self.mark = mark
        self.list_slot = list_slot or Slot()
        self.body = Slot()

    def continue_from(self, whole: Any, *, first: bool) -> None:  # noqa: ANN401
        """Join the same item; the label stands at its first part."""
        super().continue_from(whole, first=first)
        self.mark = whole.mark
        self.list_slot = whole.list_slot
        self.body = whole.body
        self.label = whole.label if first else ""

    def _drawOn(self, canvas: TaggedCanvas) -> None:
        the_list = canvas.element(self.list_slot, Role.LIST, list_mark=self.mark)
        with canvas.inside(the_list):
            item = canvas.element(self.slot, Role.LIST_ITEM)
        with canvas.inside(item):
            if self.label:
                self._draw_label(canvas)
            body = canvas.element(self.body, Role.LIST_BODY)
        with canvas.inside(body):
            super()._drawOn(canvas)

    def _draw_label(self, canvas: TaggedCanvas) -> None:
        style = self.style
        with canvas.content(canvas.container.append(Element(Role.LABEL))):
            text = canvas.beginText()
            text.setFont(style.fontName, style.fontSize)
            text.setFillColor(style.textColor)
            text.setTextOrigin(style.bulletIndent, self.height - style.fontSize)
            text.textOut(self.label)
            canvas.drawText(text)


def bullet_list(items: Iterable[str], style: ParagraphStyle) -> list[ListItem]:
    """Return a bulleted list of markup texts as flowables."""
    slot = Slot()
    return [ListItem(item, style, label="•", list_slot=slot) for item in items]


def numbered_list(items: Iterable[str], style: ParagraphStyle) -> list[ListItem]:
    """Return a list of markup texts as flowables, counted from 1."""
    slot = Slot()
    return [
        ListItem(item, style, label=f"{number}.", mark=ListMark.NUMBER, list_slot=slot)
        for number, item in enumerate(items, start=1)
    ]
