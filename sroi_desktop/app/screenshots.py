"""`make screenshots`: every screen, light and dark, in two sizes."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path


def main(argv: list[str] | None = None) -> int:
    """Take the pictures and print where they are."""
    parser = argparse.ArgumentParser(description="take pictures of every screen")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--only", nargs="*", help="beginnings of names, such as 01 09")
    parser.add_argument("--text-size", type=int, default=None, help="one text size, light only")
    arguments = parser.parse_args(argv)
    from sroi_desktop.app import pictures
    from sroi_desktop.ui.kit.theme import Appearance

    settings = pictures.EVERY_SETTING
    if arguments.text_size is not None:
        look = Appearance.LIGHT
        settings = tuple(
            pictures.Setting(look, size, arguments.text_size)
            for size in (pictures.WIDE, pictures.NARROW)
        )
    names = frozenset(arguments.only) if arguments.only else None
    for path in pictures.take_all(arguments.folder, settings, names):
        sys.stdout.write(f"{path}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
