"""What makes a translation sound: filled in, confirmed, with the placeholders of its original."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from string import Formatter

from babel.messages.catalog import Message

# Which of a function's arguments are texts that go into the catalogue.
TEXTS = {"_": 1, "gettext": 1, "ngettext": 2, "pgettext": 2, "npgettext": 3}
# Of argparse's texts: "%s", "%(option)s", "%r".
PERCENT = re.compile(r"%(?:\(\w+\))?[sr]")
MNEMONIC = re.compile(r"&(?=[^\W_])")


def is_filled(message: Message) -> bool:
    """Tell whether every form of a message has a text."""
    return all(_forms(message.string)) and bool(_forms(message.string))


def problems(message: Message) -> list[str]:
    """Return what is wrong with one translation, a sentence each."""
    name = repr(_forms(message.id)[0])
    if not is_filled(message):
        return [f"no Dutch for {name}"]
    wrong = [f"to be confirmed (fuzzy): {name}"] if message.fuzzy else []
    originals, texts = _forms(message.id), _forms(message.string)
    if len(texts) != len(originals):
        return [*wrong, f"{name} has {len(originals)} forms, the Dutch {len(texts)}"]
    for original, text in zip(originals, texts, strict=True):
        wrong += [f"{difference} in {text!r}" for difference in _differ(original, text, originals)]
    return wrong


def variable_texts(package: Path) -> list[str]:
    """Return the calls that hand the catalogue something else than a written text.

    Nor is one found that stands within an f-string. Extraction passes over them in silence, and
    they would stay English for ever.
    """
    wrong = []
    for path in sorted(package.rglob("*.py")):
        place = path.relative_to(package.parent).as_posix()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and not all(_is_text(part) for part in _texts_of(node)):
                wrong.append(f"{place}:{node.lineno}: only a written text can be translated")
            elif isinstance(node, ast.JoinedStr) and _translates(node):
                wrong.append(f"{place}:{node.lineno}: no text is found within an f-string")
    return wrong


def _translates(text: ast.JoinedStr) -> bool:
    return any(isinstance(node, ast.Call) and _texts_of(node) for node in ast.walk(text))


def _texts_of(call: ast.Call) -> Sequence[ast.expr]:
    name = call.func.id if isinstance(call.func, ast.Name) else ""
    return call.args[: TEXTS.get(name, 0)]


def _is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def _forms(text: str | Sequence[str] | None) -> list[str]:
    """Return the singular, or singular and plural; nothing for a text that is not there."""
    return [text] if isinstance(text, str) else list(text or ())


def _differ(original: str, text: str, originals: Sequence[str]) -> Iterator[str]:
    """Yield in what a translation differs from its original that it must share."""
    try:
        if not _same_placeholders(original, text, originals):
            yield "other placeholders than the original"
    except ValueError:
        yield "a placeholder that is not closed"
    if sorted(PERCENT.findall(original)) != sorted(PERCENT.findall(text)):
        yield "other percent placeholders than the original"
    if len(MNEMONIC.findall(original)) != len(MNEMONIC.findall(text)):
        yield "other mnemonics (&) than the original"
    if _edges(original) != _edges(text):
        yield "other space at the edges than the original"


def _same_placeholders(original: str, text: str, originals: Sequence[str]) -> bool:
    """Compare placeholders; a singular may say "one" where the plural says {count}, or not."""
    found = _placeholders(text)
    if original == originals[-1]:
        return found == _placeholders(original)
    return found <= set().union(*map(_placeholders, originals))


def _placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def _edges(text: str) -> tuple[bool, bool]:
    return text[:1].isspace(), text[-1:].isspace()
