"""A ReportLab canvas that records what each piece of content is while it is drawn."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from reportlab.pdfgen.canvas import Canvas

from sroi_desktop.reporting.tagging.structure import (
    AnnotationReference,
    Element,
    MarkedContent,
    Role,
    Slot,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from reportlab.platypus import Flowable

END = "EMC"
PLAIN_ARTIFACT = "/Artifact BMC"
FOOTER = "/Artifact <</Type /Pagination /Subtype /Footer>> BDC"


class NestedContentError(RuntimeError):
    """Marked content was opened inside marked content, which a PDF does not allow."""


class TaggedCanvas(Canvas):
    """A canvas with a structure tree.

    Content is drawn inside `content(element)`, decoration inside `artifact()`. New elements go
    under the innermost element of `inside(...)`. What is only known at the end (a number of
    pages) is drawn with `late(...)`.
    """

    def __init__(self, *args: Any, **options: Any) -> None:  # noqa: ANN401 - ReportLab's own
        super().__init__(*args, **options)
        self.root = Element(Role.DOCUMENT)
        self.page_of: dict[str, int] = {}
        self._containers = [self.root]
        self._open: Element | None = None
        self._in_artifact = False
        self._marks_on_page = 0
        self._links: list[tuple[tuple[int, str], Element]] = []
        self._late: list[Callable[[], None]] = []

    @property
    def container(self) -> Element:
        """The element that new elements go under."""
        return self._containers[-1]

    @property
    def in_artifact(self) -> bool:
        """Whether decoration is being drawn, such as a header row repeated on a later page."""
        return self._in_artifact

    @property
    def page_number(self) -> int:
        """The page that is being drawn, counted from 1."""
        return int(self.getPageNumber())

    @property
    def page_count(self) -> int:
        """The number of pages so far; in `late` drawing, of the whole document."""
        return len(self._pages())

    def element(self, slot: Slot, role: Role, **traits: Any) -> Element:  # noqa: ANN401
        """Return the slot's element; the first time, make it under the current container."""
        if slot.element is None:
            slot.element = self.container.append(Element(role, **traits))
        return slot.element

    @contextmanager
    def inside(self, element: Element) -> Iterator[Element]:
        """Let new elements go under this one."""
        self.enter(element)
        try:
            yield element
        finally:
            self.leave()

    @contextmanager
    def content(self, element: Element) -> Iterator[Element]:
        """Draw content of an element.

        Raises:
            NestedContentError: other content or an artifact is being drawn.
        """
        self.open_content(element)
        try:
            yield element
        finally:
            self.close_content()

    @contextmanager
    def artifact(self, begin: str = PLAIN_ARTIFACT) -> Iterator[None]:
        """Draw decoration: something a reader's software skips."""
        opened = self.open_artifact(begin)
        try:
            yield
        finally:
            self.close_artifact(opened=opened)

    def enter(self, element: Element) -> None:
        """Let new elements go under this one until `leave`; prefer `inside`."""
        self._containers.append(element)

    def leave(self) -> None:
        """End what `enter` began."""
        self._containers.pop()

    def open_content(self, element: Element) -> None:
        """Begin content of an element; prefer `content`."""
        if self._open is not None or self._in_artifact:
            raise NestedContentError(element.role)
        self._code.append(self.mark(element))
        self._open = element

    def close_content(self) -> None:
        """End what `open_content` began."""
        self._code.append(END)
        self._open = None

    def open_artifact(self, begin: str = PLAIN_ARTIFACT) -> bool:
        """Begin decoration; False inside content, whose part the decoration then is."""
        if self._open is not None or self._in_artifact:
            return False
        self._code.append(begin)
        self._in_artifact = True
        return True

    def close_artifact(self, *, opened: bool) -> None:
        """End what `open_artifact` began, if it did."""
        if opened:
            self._code.append(END)
            self._in_artifact = False

    def mark(self, element: Element) -> str:
        """Return the operator that begins a new run of the element's content on this page."""
        number = self._marks_on_page
        self._marks_on_page += 1
        element.children.append(MarkedContent(self.page_number - 1, number))
        return f"/{element.role} <</MCID {number}>> BDC"

    def late(self, paint: Callable[[], None]) -> None:
        """Draw here, with the colours and coordinates of here, when all pages are known."""
        self._code.append(_placeholder(len(self._late)))
        self._late.append(paint)

    def bookmark(self, key: str, title: str, level: int, top: float) -> None:
        """Make this height on this page a place to go to, listed in the outline.

        Args:
            key: name of the place, unique in the document.
            title: text in the outline.
            level: 0 for the outermost.
            top: height in the current coordinates, points.
        """
        self.page_of[key] = self.page_number
        self.bookmarkHorizontal(key, 0, top)
        self.addOutlineEntry(title, key, level, closed=False)

    def remember_link(self, link: tuple[int, str], element: Element) -> None:
        """Tell which element the next link annotation to this target belongs to.

        Args:
            link: number of the link in its text, and target: a URL, or the key of a place
                (ReportLab writes it with a # before it in text).
            element: the Link element.
        """
        number, target = link
        self._links.append(((number, target.removeprefix("#")), element))

    def link_to_place(
        self, key: str, box: tuple[float, float, float, float], element: Element, says: str
    ) -> None:
        """Make a rectangle lead to a bookmarked place; box in current coordinates, points."""
        self.remember_link((0, key), element)
        self.linkRect(says, key, box, relative=1, Border="[0 0 0]")

    def linkURL(self, url: str, rect: Any, *args: Any, **options: Any) -> None:  # noqa: ANN401
        """Add a link annotation and hang it under its element (ReportLab's name and order)."""
        self._refer_to_next_annotation(url, says=url)
        super().linkURL(url, rect, *args, **options)

    def linkRect(
        self,
        contents: str,
        destinationname: str,
        *args: Any,  # noqa: ANN401
        **options: Any,  # noqa: ANN401
    ) -> None:
        """Add a link annotation to a place and hang it under its element."""
        self._refer_to_next_annotation(destinationname, says=contents or destinationname)
        super().linkRect(contents, destinationname, *args, **options)

    def showPage(self) -> None:
        """Finish the page; its marks are numbered apart from the next one's."""
        super().showPage()
        self._marks_on_page = 0

    def save(self) -> None:
        """Draw what waited for the number of pages and close the document."""
        if self._code:
            self.showPage()
        self._draw_late()
        super().save()

    def _refer_to_next_annotation(self, target: str, *, says: str) -> None:
        element = self._claim_link(target)
        place = len(self._annotationrefs)  # type: ignore[attr-defined]  # not in the stubs
        element.children.append(AnnotationReference(self.page_number - 1, place, says))

    def _claim_link(self, target: str) -> Element:
        """Return the element of the first link in the line; ReportLab takes them in order."""
        entry = min(self._links, key=_order, default=None)
        if entry is None or entry[0][1] != target:
            raise LookupError(f"link to {target} outside a paragraph")
        self._links.remove(entry)
        return entry[1]

    def _draw_late(self) -> None:
        pieces = {}
        self._code: list[str]
        for index, paint in enumerate(self._late):
            self._code = []
            paint()
            pieces[_placeholder(index)] = "\n".join(self._code)
        self._code = []
        for page in self._pages():
            lines = page.stream.split("\n")
            page.stream = "\n".join(pieces.get(line, line) for line in lines)

    def _pages(self) -> list[Any]:
        pages: list[Any] = self._doc.Pages.pages  # type: ignore[attr-defined]  # not in the stubs
        return pages


def canvas_of(flowable: Flowable) -> TaggedCanvas:
    """Return the canvas that a flowable is being drawn on.

    Raises:
        TypeError: it is not a tagged one, so that content would go without a role.
    """
    canvas = flowable.canv
    if not isinstance(canvas, TaggedCanvas):
        raise TypeError(f"{type(flowable).__name__} needs a TaggedCanvas")
    return canvas


def _placeholder(index: int) -> str:
    return f"% late {index}"


def _order(entry: tuple[tuple[int, str], Element]) -> int:
    return entry[0][0]
