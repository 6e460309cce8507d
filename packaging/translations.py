"""The catalogues: extract the texts, merge translations, check that the Dutch one is complete.

    translations.py check              what `make check` runs; changes nothing
    translations.py update             after texts in the code changed
    translations.py merge FILE.json    fill in {"English": "Dutch" or ["singular", "plural"]}

The files hold no dates, line numbers or names of programs, and are sorted, so that a difference
is a difference in text. Texts with a context stand in the JSON as "context|text".
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import translation_rules
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = "sroi_desktop"
LANGUAGE = "nl"
WIDTH = 100
HEADER = """\
msgid ""
msgstr ""
"Project-Id-Version: sroi_desktop\\n"
"Language: {language}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

"""


def template_path(root: Path) -> Path:
    """Return where the template of all texts is."""
    return root / "resources" / "locale" / f"{PACKAGE}.pot"


def dutch_path(root: Path) -> Path:
    """Return where the Dutch catalogue is."""
    return root / "resources" / "locale" / LANGUAGE / "LC_MESSAGES" / f"{PACKAGE}.po"


def extract(root: Path) -> Catalog:
    """Return the texts of the package, each with the modules it stands in."""
    catalog = Catalog()
    folder = root / PACKAGE
    for name, _line, text, comments, context in extract_from_dir(
        str(folder),
        method_map=[("**.py", "python")],
        keywords=DEFAULT_KEYWORDS,
        comment_tags=("Translators:",),
        strip_comment_tags=True,
    ):
        place = f"{PACKAGE}/{name}".replace("\\", "/")
        catalog.add(text, locations=[(place, 0)], auto_comments=comments, context=context)
    return catalog


def to_text(catalog: Catalog, language: str = "") -> str:
    """Return a catalogue as the text of its file."""
    out = BytesIO()
    write_po(
        out,
        catalog,
        width=WIDTH,
        omit_header=True,
        sort_output=True,
        ignore_obsolete=True,
        include_lineno=False,
    )
    return HEADER.format(language=language) + out.getvalue().decode()


def load(path: Path) -> Catalog:
    """Return the Dutch catalogue in `path`; an empty one when there is none yet."""
    if not path.exists():
        return Catalog(locale=LANGUAGE)
    with path.open("rb") as file:
        return read_po(file, locale=LANGUAGE)


def entries(catalog: Catalog) -> Iterator[Message]:
    """Yield the texts of a catalogue without its header."""
    return (message for message in catalog if message.id)


def update(root: Path) -> int:
    """Write the template anew and bring the Dutch catalogue in line with it."""
    template = extract(root)
    dutch = load(dutch_path(root))
    # A text that changed is a new text: no guesses that someone must find and confirm.
    dutch.update(template, no_fuzzy_matching=True)
    _write(template_path(root), to_text(template))
    _write(dutch_path(root), to_text(dutch, LANGUAGE))
    empty = [message for message in entries(dutch) if not translation_rules.is_filled(message)]
    print(f"{len(list(entries(template)))} texts, {len(empty)} without Dutch")
    return 0


def merge(root: Path, sources: list[Path]) -> int:
    """Fill in Dutch texts from JSON files; name what no longer stands in the code."""
    dutch = load(dutch_path(root))
    known = _by_key(dutch)
    filled, unknown = 0, []
    for source in sources:
        for key, text in json.loads(source.read_text(encoding="utf-8")).items():
            wanted = tuple(text) if isinstance(text, list) else text
            if key not in known:
                unknown.append(f"{source.name}: {key!r}")
            for message in known.get(key, ()):
                if message.pluralizable != isinstance(wanted, tuple):
                    unknown.append(f"{source.name}: {key!r} (singular and plural differ)")
                    continue
                filled += message.string != wanted
                message.string = wanted
                message.flags.discard("fuzzy")
    _write(dutch_path(root), to_text(dutch, LANGUAGE))
    print(f"{filled} texts filled in or changed")
    for line in unknown:
        print(f"not in the catalogue: {line}")
    return 0


def check(root: Path) -> int:
    """Print what is wrong with the catalogues; return 1 when anything is."""
    wrong = problems(root)
    for line in wrong:
        print(line)
    if not wrong:
        print(f"translations: {len(list(entries(extract(root))))} texts, all in Dutch")
    return int(bool(wrong))


def problems(root: Path) -> list[str]:
    """Return what is wrong with texts and catalogues, a sentence each."""
    template = extract(root)
    dutch = load(dutch_path(root))
    wrong = translation_rules.variable_texts(root / PACKAGE)
    if not template_path(root).exists() or template_path(root).read_text(
        encoding="utf-8"
    ) != to_text(template):
        wrong.append("the template differs from the code: run packaging/translations.py update")
    wanted, present = set(_ids(template)), set(_ids(dutch))
    wrong += [f"not in the Dutch catalogue: {text!r}" for text in sorted(wanted - present)]
    wrong += [f"only in the Dutch catalogue: {text!r}" for text in sorted(present - wanted)]
    for message in entries(dutch):
        wrong += translation_rules.problems(message)
    return wrong


def _ids(catalog: Catalog) -> Iterator[str]:
    for message in entries(catalog):
        yield "|".join([message.context or "", *_texts(message)])


def _texts(message: Message) -> list[str]:
    return [message.id] if isinstance(message.id, str) else list(message.id)


def _by_key(catalog: Catalog) -> dict[str, list[Message]]:
    """Return the messages by their singular, and those with a context by `context|singular`."""
    found: dict[str, list[Message]] = {}
    for message in entries(catalog):
        singular = _texts(message)[0]
        found.setdefault(singular, []).append(message)
        if message.context:
            found.setdefault(f"{message.context}|{singular}", []).append(message)
    return found


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def main(arguments: list[str] | None = None) -> int:
    """Do what the command line asks; return the exit status."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("command", choices=("check", "update", "merge"))
    parser.add_argument("files", nargs="*", type=Path)
    options = parser.parse_args(arguments)
    if options.command == "merge":
        return merge(ROOT, options.files)
    return {"check": check, "update": update}[options.command](ROOT)


if __name__ == "__main__":
    sys.exit(main())
