"""What the program is and what it stands on, with the licences. No Qt here."""

from __future__ import annotations

from dataclasses import dataclass

from sroi_desktop import __version__
from sroi_desktop.assets import resource
from sroi_desktop.language import _

LICENCE_FILES = {
    "inter": ("fonts", "Inter-OFL.txt"),
    "lucide": ("icons", "LICENSE.txt"),
}


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of work by others that the program uses."""

    name: str
    licence: str


# As in docs/dependencies.md, which says what each is for.
PARTS = (
    Part("Qt 6 / PySide6", "LGPL-3.0"),
    Part("SQLite / sqlite-utils", "public domain / Apache-2.0"),
    Part("ReportLab", "BSD-3-Clause"),
    Part("pikepdf", "MPL-2.0"),
    Part("Babel", "BSD-3-Clause"),
    Part("msgspec", "BSD-3-Clause"),
    Part("platformdirs", "MIT"),
    Part("python-stdnum", "LGPL-2.1"),
    Part("cryptography", "Apache-2.0 / BSD-3-Clause"),
    Part("Inter", "OFL-1.1"),
    Part("Lucide", "ISC"),
)


def version_text() -> str:
    """Return which version this is."""
    return _("SROI Desktop, version {version}").format(version=__version__)


def parts_text() -> str:
    """Return what the program stands on, on one line per part."""
    return "\n".join(f"{part.name}: {part.licence}" for part in PARTS)


def licence_text(key: str) -> str:
    """Return the text of a licence that is shipped with the program."""
    return resource(*LICENCE_FILES[key]).read_text(encoding="utf-8")
