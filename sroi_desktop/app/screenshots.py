"""`make screenshots`: every screen and its states, light and dark, in two sizes."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sroi_desktop.app.pictures import Setting


def main(argv: list[str] | None = None) -> int:
    """Take the pictures and print where they are."""
    parser = argparse.ArgumentParser(description="take pictures of every screen")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--only", nargs="*", help="beginnings of names, such as 01 09")
    parser.add_argument("--look", nargs="*", help="light, dark, high_contrast; light and dark")
    parser.add_argument("--size", nargs="*", choices=("wide", "narrow"), help="both")
    parser.add_argument("--text-size", type=int, default=14, help="height of the text in pixels")
    arguments = parser.parse_args(argv)
    from sroi_desktop.app import pictures

    names = frozenset(arguments.only) if arguments.only else None
    settings = _settings(arguments.look, arguments.size, arguments.text_size)
    for path in pictures.take_all(arguments.folder, settings, names, with_states=True):
        sys.stdout.write(f"{path}\n")
    return 0


def _settings(
    looks: list[str] | None, sizes: list[str] | None, text_size: int
) -> tuple[Setting, ...]:
    from sroi_desktop.app import pictures
    from sroi_desktop.ui.kit.theme import Appearance

    sized = {"wide": pictures.WIDE, "narrow": pictures.NARROW}
    return tuple(
        pictures.Setting(Appearance[look.upper()], sized[size], text_size)
        for look in (looks or ("light", "dark"))
        for size in (sizes or sized)
    )


if __name__ == "__main__":
    sys.exit(main())
