"""The words of the program in the chosen language: gettext, English in the code, Dutch shipped.

The compiled catalogue is made from the .po file when it is missing or older; where it cannot
be written it is kept in memory. Knows nothing of Qt.
"""

from __future__ import annotations

import gettext as _gettext
import io
import logging
import os
import struct
from contextlib import suppress
from functools import lru_cache
from typing import TYPE_CHECKING

from sroi_desktop.assets import resource

if TYPE_CHECKING:
    from pathlib import Path

DOMAIN = "sroi_desktop"
LANGUAGES = ("nl", "en")
DEFAULT = "nl"

_log = logging.getLogger(__name__)


class _Chosen:
    """The language in use; one for the whole process, as gettext itself has it."""

    language = ""
    translations: _gettext.NullTranslations = _gettext.NullTranslations()


def activate(language: str = DEFAULT) -> None:
    """Use a language from now on; an unknown one gives English.

    Args:
        language: "nl" or "en".
    """
    _Chosen.translations = _load(language)
    _Chosen.language = language if language in LANGUAGES else "en"


def active() -> str:
    """Return the language in use, "nl" or "en"."""
    if not _Chosen.language:
        activate()
    return _Chosen.language


def gettext(message: str) -> str:
    """Return a text in the language in use. Format it afterwards, never before."""
    active()
    return _Chosen.translations.gettext(message)


def ngettext(one: str, many: str, count: int) -> str:
    """Return the text for one or for many, in the language in use."""
    active()
    return _Chosen.translations.ngettext(one, many, count)


def pgettext(context: str, message: str) -> str:
    """Return a text that means something else in another context."""
    active()
    return _Chosen.translations.pgettext(context, message)


def _load(language: str) -> _gettext.NullTranslations:
    if language not in LANGUAGES:
        return _gettext.NullTranslations()
    folder = resource("locale") / language / "LC_MESSAGES"
    source, compiled = folder / f"{DOMAIN}.po", folder / f"{DOMAIN}.mo"
    found = _compiled(source, compiled)
    if found is not None:
        return found
    if not source.exists():
        return _gettext.NullTranslations()
    data = _compile(source)
    _keep(compiled, data)
    return _gettext.GNUTranslations(io.BytesIO(data))


def _compiled(source: Path, compiled: Path) -> _gettext.NullTranslations | None:
    """Return the compiled catalogue; None where it is missing, stale or broken."""
    try:
        made = compiled.stat()
        if source.exists() and made.st_mtime < source.stat().st_mtime:
            return None
        return _read(compiled, made.st_mtime_ns, made.st_size)
    except FileNotFoundError:
        return None
    except (OSError, ValueError, struct.error):
        _log.warning("the compiled catalogue cannot be read")
        return None


@lru_cache(maxsize=len(LANGUAGES))
def _read(compiled: Path, _changed_ns: int, _size: int) -> _gettext.NullTranslations:
    """Read a compiled catalogue, once for as long as its file stays as it is."""
    with compiled.open("rb") as file:
        return _gettext.GNUTranslations(file)


def _keep(compiled: Path, data: bytes) -> None:
    """Keep a compiled catalogue in one step: another program may be reading the old one."""
    part = compiled.with_name(f"{compiled.name}.{os.getpid()}.part")
    try:
        part.write_bytes(data)
        part.replace(compiled)
    except OSError:
        _log.info("the compiled catalogue cannot be kept beside its source")
        with suppress(OSError):
            part.unlink(missing_ok=True)


def _compile(source: Path) -> bytes:
    from babel.messages.mofile import write_mo  # noqa: PLC0415 - only when stale: start-up time
    from babel.messages.pofile import read_po  # noqa: PLC0415

    with source.open("rb") as file:
        catalogue = read_po(file)
    out = io.BytesIO()
    write_mo(out, catalogue)
    return out.getvalue()
