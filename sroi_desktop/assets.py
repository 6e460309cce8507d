"""Where the files of `resources/` are, in a checkout, an installed wheel and a frozen program.

The only module that knows; it reads nothing itself.
"""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path


@cache
def resources_folder() -> Path:
    """Return the folder that holds rulesets, locale, icons, fonts, help and the example."""
    package = Path(__file__).resolve().parent
    frozen = getattr(sys, "_MEIPASS", None)
    places = [package / "_resources", package.parent / "resources"]
    if frozen is not None:
        places.insert(0, Path(frozen) / "resources")
    for place in places:
        if place.is_dir():
            return place
    raise FileNotFoundError(f"resources not found beside {package}")


def resource(*parts: str) -> Path:
    """Return the path of one shipped file or folder, such as `resource("fonts", "Inter.ttf")`."""
    return resources_folder().joinpath(*parts)
