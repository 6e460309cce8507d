"""Puts a structure tree into a PDF: elements, the parent tree, links and their texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from sroi_desktop.reporting.tagging.structure import (
    AnnotationReference,
    Element,
    MarkedContent,
)

if TYPE_CHECKING:
    from sroi_desktop.reporting.tagging.structure import ListMark

PRINTED = 4  # annotation flag: appears on paper as on screen, as PDF/A asks


def write_structure(pdf: Pdf, root: Element) -> None:
    """Write the tree of a document whose pages hold the marked content it refers to."""
    _StructureWriter(pdf).write(root)


class _StructureWriter:
    """One writing of one tree; collects the parent tree on the way."""

    def __init__(self, pdf: Pdf) -> None:
        self._pdf = pdf
        self._pages = [page.obj for page in pdf.pages]
        self._marks: list[dict[int, Object]] = [{} for _ in self._pages]
        self._annotations: list[Object] = []

    def write(self, root: Element) -> None:
        tree = self._pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        for number, page in enumerate(self._pages):
            page.StructParents = number
            page.Tabs = Name.S
        tree.K = self._element(root, tree)
        tree.ParentTree = self._pdf.make_indirect(Dictionary(Nums=self._parents()))
        tree.ParentTreeNextKey = len(self._pages) + len(self._annotations)
        self._pdf.Root.StructTreeRoot = tree
        self._pdf.Root.MarkInfo = Dictionary(Marked=True)

    def _element(self, element: Element, parent: Object) -> Object:
        written = self._pdf.make_indirect(
            Dictionary(Type=Name.StructElem, S=Name(f"/{element.role}"), P=parent)
        )
        if element.alternative is not None:
            written.Alt = String(element.alternative)
        if (attributes := _attributes(element)) is not None:
            written.A = attributes
        children = [self._child(child, written) for child in element.children]
        if children:
            written.K = Array(children)
        return written

    def _child(
        self, child: Element | MarkedContent | AnnotationReference, parent: Object
    ) -> Object | int:
        match child:
            case Element():
                return self._element(child, parent)
            case MarkedContent():
                return self._content(child, parent)
        return self._annotation(child, parent)

    def _content(self, mark: MarkedContent, parent: Object) -> Object | int:
        page = self._pages[mark.page]
        self._marks[mark.page][mark.number] = parent
        if "/Pg" not in parent:
            parent.Pg = page
        if parent.Pg.objgen == page.objgen:
            return mark.number
        return Dictionary(Type=Name.MCR, Pg=page, MCID=mark.number)

    def _annotation(self, reference: AnnotationReference, parent: Object) -> Object:
        page = self._pages[reference.page]
        annotation = page.Annots[reference.place]
        annotation.StructParent = len(self._pages) + len(self._annotations)
        annotation.Contents = String(reference.says)
        annotation.F = PRINTED
        self._annotations.append(parent)
        return Dictionary(Type=Name.OBJR, Obj=annotation, Pg=page)

    def _parents(self) -> Array:
        """Return the parent tree: for each page its marks in order, then the annotations."""
        entries = Array()
        for number, marks in enumerate(self._marks):
            entries.append(number)
            elements = Array([marks[mark] for mark in range(len(marks))])
            entries.append(self._pdf.make_indirect(elements))
        for number, element in enumerate(self._annotations, start=len(self._pages)):
            entries.append(number)
            entries.append(element)
        return entries


def _attributes(element: Element) -> Dictionary | None:
    if element.box is not None:
        box = Array([round(edge, 2) for edge in element.box])
        return Dictionary(O=Name.Layout, Placement=Name.Block, BBox=box)
    if element.list_mark is not None:
        return _list_attributes(element.list_mark)
    return _table_attributes(element)


def _list_attributes(mark: ListMark) -> Dictionary:
    return Dictionary(O=Name.List, ListNumbering=Name(f"/{mark}"))


def _table_attributes(element: Element) -> Dictionary | None:
    attributes = Dictionary(O=Name.Table)
    if element.summary is not None:
        attributes.Summary = String(element.summary)
    if element.scope is not None:
        attributes.Scope = Name(f"/{element.scope}")
    if element.column_span > 1:
        attributes.ColSpan = element.column_span
    return attributes if len(attributes) > 1 else None
