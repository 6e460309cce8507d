"""Reads a tagged PDF the way a screen reader does: element by element, each with its text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from io import BytesIO
from typing import TYPE_CHECKING, Any

import page
import pikepdf

if TYPE_CHECKING:
    from collections.abc import Iterator

PROFILES = ("3a", "ua1")
_MAPPING = re.compile(rb"<([0-9A-Fa-f]{2})>\s*<([0-9A-Fa-f]{4,})>")


@dataclass(slots=True)
class Node:
    """One element: its role, attributes, alternative, and its content in order."""

    role: str
    attributes: dict[str, Any]
    alternative: str | None
    content: list[Node | str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All text in it, in reading order."""
        return "".join(part if isinstance(part, str) else part.text for part in self.content)

    @property
    def children(self) -> list[Node]:
        return [part for part in self.content if isinstance(part, Node)]

    def all(self, *roles: str) -> list[Node]:
        """Return every element of these roles, in reading order."""
        return [node for node in self.walk() if node.role in roles]

    def walk(self) -> Iterator[Node]:
        yield self
        for child in self.children:
            yield from child.walk()


def failures(pdf: bytes) -> list[str]:
    """Return what the validator has against a file under both standards."""
    reports = [page.validate_pdf_bytes(pdf, profile=profile) for profile in PROFILES]
    return [str(failure) for report in reports for failure in report.failures]


def structure(pdf: bytes) -> Node:
    """Return the root of a file's structure tree."""
    with pikepdf.open(BytesIO(pdf)) as document:
        pages = [leaf.obj for leaf in document.pages]
        texts = {leaf.objgen: _texts(leaf) for leaf in pages}
        return _node(document.Root.StructTreeRoot.K, texts)


def artifacts(pdf: bytes, number: int) -> str:
    """Return the text of a page (from 0) that is decoration."""
    with pikepdf.open(BytesIO(pdf)) as document:
        return _texts(document.pages[number].obj).get(None, "")


def untagged(pdf: bytes) -> list[str]:
    """Return the text that is neither content of an element nor decoration."""
    with pikepdf.open(BytesIO(pdf)) as document:
        return [words for leaf in document.pages if (words := _texts(leaf.obj).get(-1))]


def _node(element: pikepdf.Object, texts: dict[Any, dict[int | None, str]]) -> Node:
    attributes = {str(key): value for key, value in element.get("/A", {}).items()}
    alternative = str(element.Alt) if "/Alt" in element else None
    node = Node(str(element.S)[1:], attributes, alternative)
    children = element.get("/K", pikepdf.Array())
    for child in children if isinstance(children, pikepdf.Array) else [children]:
        if not isinstance(child, pikepdf.Dictionary):
            node.content.append(texts[element.Pg.objgen][int(child)])
        elif child.get("/Type") == pikepdf.Name.MCR:
            node.content.append(texts[child.Pg.objgen][int(child.MCID)])
        elif child.get("/Type") == pikepdf.Name.OBJR:
            node.links.append(_target(child.Obj))
        else:
            node.content.append(_node(child, texts))
    return node


def _target(annotation: pikepdf.Object) -> str:
    return str(annotation.A.URI) if "/A" in annotation else str(annotation.Dest)


def _texts(leaf: pikepdf.Object) -> dict[int | None, str]:
    """Return the text of each marked content on a page; None is decoration, -1 the rest."""
    fonts = {name: _characters(font) for name, font in leaf.Resources.Font.items()}
    texts: dict[int | None, str] = {}
    stack: list[int | None] = []
    characters: dict[int, str] = {}
    for instruction in pikepdf.parse_content_stream(leaf):
        operator, operands = str(instruction.operator), instruction.operands
        if operator in {"BDC", "BMC"}:
            mark = None if str(operands[0]) == "/Artifact" else int(operands[1].MCID)
            stack.append(mark)
            texts.setdefault(mark, "")
        elif operator == "EMC":
            stack.pop()
        elif operator == "Tf":
            characters = fonts[str(operands[0])]
        elif operator == "Tj":
            inside = stack[-1] if stack else -1
            words = "".join(characters[code] for code in bytes(operands[0]))
            texts[inside] = texts.get(inside, "") + words
    return texts


def _characters(font: pikepdf.Object) -> dict[int, str]:
    """Return what each code of a font says."""
    table = font.ToUnicode.read_bytes()
    return {
        int(code, 16): bytes.fromhex(said.decode()).decode("utf-16-be")
        for code, said in _MAPPING.findall(table)
    }
