from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
import translation_rules
import translations
from babel.messages.catalog import Message

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

CODE = """
from sroi_desktop.language import _, ngettext, pgettext

total = _("Total: {total}").format(total=1)
efforts = ngettext("{count} effort", "{count} efforts", 2).format(count=2)
menu = pgettext("menu", "&Open")
"""
DUTCH = {
    "Total: {total}": "Totaal: {total}",
    "{count} effort": ["{count} inspanning", "{count} inspanningen"],
    "menu|&Open": "&Openen",
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    package = tmp_path / "sroi_desktop" / "ui"
    package.mkdir(parents=True)
    (package / "screen.py").write_text(CODE, encoding="utf-8")
    translations.update(tmp_path)
    return tmp_path


def fill(root: Path, texts: Mapping[str, object]) -> None:
    source = root / "nl.json"
    source.write_text(json.dumps(texts), encoding="utf-8")
    translations.merge(root, [source])


def change(root: Path, old: str, new: str) -> None:
    path = root / "sroi_desktop" / "ui" / "screen.py"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def test_that_every_text_without_dutch_is_named(root: Path) -> None:
    assert translations.problems(root) == [
        "no Dutch for '&Open'",
        "no Dutch for 'Total: {total}'",
        "no Dutch for '{count} effort'",
    ]
    assert translations.check(root) == 1


def test_that_a_filled_catalogue_has_no_problems(root: Path) -> None:
    fill(root, DUTCH)
    assert translations.problems(root) == []
    assert translations.check(root) == 0


def test_that_a_text_with_a_context_is_also_found_by_itself(root: Path) -> None:
    fill(root, DUTCH | {"&Open": "&Open het"})
    assert '"&Open het"' in translations.dutch_path(root).read_text(encoding="utf-8")


def test_that_a_text_that_is_not_in_the_code_is_named_by_merge(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    fill(root, {"Nowhere": "Nergens", "Total: {total}": ["a", "b"]})
    printed = capsys.readouterr().out
    assert "nl.json: 'Nowhere'" in printed
    assert "'Total: {total}' (singular and plural differ)" in printed


def test_that_the_catalogues_do_not_change_when_nothing_changed(root: Path) -> None:
    fill(root, DUTCH)
    paths = (translations.template_path(root), translations.dutch_path(root))
    before = [path.read_bytes() for path in paths]
    translations.update(root)
    assert [path.read_bytes() for path in paths] == before


def test_that_moving_a_text_down_a_file_changes_no_catalogue(root: Path) -> None:
    before = translations.template_path(root).read_bytes()
    change(root, "total =", "\n\n\ntotal =")
    translations.update(root)
    assert translations.template_path(root).read_bytes() == before


def test_that_a_changed_text_is_a_new_text_without_a_guess(root: Path) -> None:
    fill(root, DUTCH)
    change(root, "Total: {total}", "The total: {total}")
    assert translations.problems(root) == [
        "the template differs from the code: run packaging/translations.py update",
        "not in the Dutch catalogue: '|The total: {total}'",
        "only in the Dutch catalogue: '|Total: {total}'",
    ]
    translations.update(root)
    assert translations.problems(root) == ["no Dutch for 'The total: {total}'"]


def test_that_a_fuzzy_translation_is_refused(root: Path) -> None:
    fill(root, DUTCH)
    path = translations.dutch_path(root)
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('msgctxt "menu"', '#, fuzzy\nmsgctxt "menu"'), encoding="utf-8")
    assert translations.problems(root) == ["to be confirmed (fuzzy): '&Open'"]


def test_that_a_text_from_a_variable_is_refused_with_its_place(root: Path) -> None:
    change(root, "menu =", "other = _(total)\nmenu =")
    assert translation_rules.variable_texts(root / "sroi_desktop") == [
        "sroi_desktop/ui/screen.py:6: only a written text can be translated"
    ]


def test_that_a_text_within_an_f_string_is_refused_with_its_place(root: Path) -> None:
    change(root, "menu =", """other = f"{_('Total: {total}')}!"\nmenu =""")
    assert translation_rules.variable_texts(root / "sroi_desktop") == [
        "sroi_desktop/ui/screen.py:6: no text is found within an f-string"
    ]


@pytest.mark.parametrize(
    ("original", "text", "problem"),
    [
        ("{a} of {b}", "{b} van {a}", None),
        ("{a} of {b}", "{a} van {a}", "other placeholders than the original in '{a} van {a}'"),
        ("%s of %(a)r", "van %s", "other percent placeholders than the original in 'van %s'"),
        ("{a}", "{a", "a placeholder that is not closed in '{a'"),
        ("&Save", "Bewaren", "other mnemonics (&) than the original in 'Bewaren'"),
        ("Jansen & Zn", "Jansen & Zn", None),
        ("More ", "Meer", "other space at the edges than the original in 'Meer'"),
        ("More", "", "no Dutch for 'More'"),
    ],
)
def test_that_a_translation_shares_what_it_must_with_its_original(
    original: str, text: str, problem: str | None
) -> None:
    wrong = translation_rules.problems(Message(original, text))
    assert wrong == ([problem] if problem else [])


@pytest.mark.parametrize(
    ("texts", "sound"),
    [
        (("een dag", "{count} dagen"), True),
        (("{count} dag", "{count} dagen"), True),
        (("een dag", "dagen"), False),
        (("{days} dag", "{count} dagen"), False),
        (("een dag", ""), False),
    ],
)
def test_that_a_singular_may_leave_the_figure_out_and_a_plural_may_not(
    texts: tuple[str, str], *, sound: bool
) -> None:
    message = Message(("one day", "{count} days"), texts)
    assert (translation_rules.problems(message) == []) is sound


def test_that_a_plural_needs_both_forms() -> None:
    message = Message(("one day", "{count} days"), ("een dag",))
    assert translation_rules.problems(message) == ["'one day' has 2 forms, the Dutch 1"]
