"""What the documents point to is there: pages, pictures, files of the code and of the tests."""

from __future__ import annotations

import re
from itertools import chain
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FOLDERS = ("docs", "packaging", "resources", "sroi_desktop", "tests")
LINK = re.compile(r"\]\(([^)#\s]+)")
NAMED = re.compile(r"`([\w/.-]*\w\.(?:py|toml|sql))`")

documents = sorted(chain(ROOT.glob("*.md"), (ROOT / "docs").rglob("*.md")))


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


inside = chain.from_iterable((ROOT / folder).rglob("*.*") for folder in FOLDERS)
every = {name_of(path) for path in chain(ROOT.glob("*.*"), inside)}


def targets(path: Path) -> list[str]:
    """Return the files that a document links to; pages of the web stand elsewhere."""
    found = LINK.findall(path.read_text(encoding="utf-8"))
    return [one for one in found if not one.startswith(("https://", "http://", "mailto:"))]


@pytest.mark.parametrize("path", documents, ids=name_of)
def test_that_every_link_of_a_document_leads_to_a_file(path: Path) -> None:
    missing = [one for one in targets(path) if not (path.parent / one).exists()]
    assert missing == []


@pytest.mark.parametrize("path", documents, ids=name_of)
def test_that_every_file_a_document_names_is_there(path: Path) -> None:
    named = set(NAMED.findall(path.read_text(encoding="utf-8")))
    missing = [one for one in named if not any(_ends_with(there, one) for there in every)]
    assert missing == []


def test_that_documents_are_found() -> None:
    assert len(documents) > 30
    assert sum(len(targets(path)) for path in documents) > 40


def _ends_with(path: str, name: str) -> bool:
    return path == name or path.endswith(f"/{name}")
