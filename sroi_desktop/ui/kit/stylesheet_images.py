"""The arrows and marks the stylesheet refers to: coloured SVG files in a folder of their own.

A stylesheet can only name files, so the few pictures it needs are written to a temporary folder
that lives as long as the theme. The colour is part of the file name: Qt caches by name.
"""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from sroi_desktop.ui.kit.icons import svg_source
from sroi_desktop.ui.kit.palette import ColourName, Palette

_DOT = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">'
    '<circle cx="12" cy="12" r="5" fill="{colour}"/></svg>'
)


class StyleImages:
    """Writes a picture at its first use and returns its address for `url(...)`."""

    def __init__(self, palette: Palette, folder: TemporaryDirectory[str]) -> None:
        self._palette = palette
        self._folder = Path(folder.name)

    def url(self, name: str, colour_name: ColourName) -> str:
        """Return the path of the picture with forward slashes, as stylesheets want it."""
        colour = self._palette.colour(colour_name)
        path = self._folder / f"{name}-{colour[1:]}.svg"
        if not path.exists():
            path.write_bytes(_source(name, colour))
        return path.as_posix()


def _source(name: str, colour: str) -> bytes:
    if name == "dot":
        return _DOT.format(colour=colour).encode()
    return svg_source(name, colour)
