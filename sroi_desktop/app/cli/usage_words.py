"""What argparse says of wrong usage and in its help, in the words of our catalogue.

argparse finds its texts through a name of its own module. It leads to our catalogue while a
command line is read; a text that a later Python adds stays English until it is written here.
"""

from __future__ import annotations

import argparse
from contextlib import contextmanager
from typing import TYPE_CHECKING

from sroi_desktop.language import catalogue

if TYPE_CHECKING:
    from collections.abc import Iterator


def N_(text: str) -> str:
    """Return a text as it is; by this name it is found for the catalogue."""
    return text


_NAME = "_"
_TEXTS = frozenset({
    N_("usage: "),
    N_("positional arguments"),
    N_("options"),
    N_("show this help message and exit"),
    N_("argument %(argument_name)s: %(message)s"),
    N_("the following arguments are required: %s"),
    N_("unrecognized arguments: %s"),
    N_("ambiguous option: %(option)s could match %(matches)s"),
    N_("expected one argument"),
    N_("expected at least one argument"),
    N_("ignored explicit argument %r"),
    N_("invalid choice: %(value)r (choose from %(choices)s)"),
})  # fmt: skip


@contextmanager
def in_our_words() -> Iterator[None]:
    """Let argparse speak the language in use, and give it back its own words afterwards."""
    before = getattr(argparse, _NAME)
    setattr(argparse, _NAME, _say)
    try:
        yield
    finally:
        setattr(argparse, _NAME, before)


def _say(text: str) -> str:
    return catalogue.gettext(text) if text in _TEXTS else text
