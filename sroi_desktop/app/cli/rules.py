"""`rules list`, `rules show` and `rules check`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sroi_desktop.app.cli.arguments import find_rules, known_rules
from sroi_desktop.app.cli.output import REFUSED, Answer, amount
from sroi_desktop.language import _
from sroi_desktop.language.labels import label
from sroi_desktop.language.numbers import number_text, short_money_text
from sroi_desktop.rulesets import RuleFileError, read_rule_set
from sroi_desktop.services.refusals import explain

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator

    from sroi_desktop.domain.rules import Block, Bonus, RuleSet


def list_sets(_arguments: Namespace) -> Answer:
    """List the published tables; terms without a table and own sets stand apart."""
    library = known_rules()
    own = _("{rules} (your own)")
    lines = [_one_line(rules) for rules in library.rule_sets]
    lines += [own.format(rules=_one_line(rules)) for rules in library.own_sets]
    return Answer(
        {
            "rule_sets": [_summary(rules) for rules in library.rule_sets],
            "terms": [_summary(rules) for rules in library.terms],
            "own": [_summary(rules) for rules in library.own_sets],
        },
        tuple(lines),
        complaints=tuple(str(problem) for problem in library.problems),
    )


def show_set(arguments: Namespace) -> Answer:
    """Show one rule set."""
    rules = find_rules(arguments.id)
    return Answer(
        {
            "id": rules.id,
            "title": rules.title,
            "publisher": rules.publisher,
            "covers": list(rules.covers),
            "complete": rules.complete,
            "valid_from": rules.valid_from.isoformat() if rules.valid_from else None,
            "supersedes": rules.supersedes,
            "full_time_hours": _plain_number(rules),
            "blocks": [_block(block) for block in rules.blocks],
            "bonuses": [_bonus(bonus) for bonus in rules.bonuses],
            "sources": [source.url for source in rules.sources],
            "assumptions": list(rules.assumptions),
            "missing": list(rules.missing),
            "notes": [*_notes(rules)],
            "groups": [*_groups(rules)],
            "based_on": rules.based_on,
            "edition_by": rules.edition_by.value if rules.edition_by else None,
        },
        tuple(_lines(rules)),
    )


def check_file(arguments: Namespace) -> Answer:
    """Check a rule file; refused with every problem by key path and reason."""
    try:
        rules = read_rule_set(Path(arguments.file))
    except RuleFileError as error:
        problems = [
            {"file": one.file, "key_path": one.key_path, "reason": one.reason}
            for one in error.problems
        ]
        return Answer({"ok": False, "problems": problems}, (), REFUSED, (explain(error),))
    told = _("{file} is a valid rule set: {title}").format(file=arguments.file, title=rules.title)
    return Answer({"ok": True, "id": rules.id, "problems": []}, (told,))


def _summary(rules: RuleSet) -> dict[str, object]:
    return {
        "id": rules.id,
        "title": rules.title,
        "publisher": rules.publisher,
        "covers": list(rules.covers),
        "complete": rules.complete,
    }


def _block(block: Block) -> dict[str, object]:
    return {
        "code": block.code,
        "label": block.label,
        "unit": block.unit.value,
        "value": amount(block.value),
        "kind": block.kind.value,
    }


def _bonus(bonus: Bonus) -> dict[str, object]:
    return {
        "code": bonus.code,
        "label": bonus.label,
        "unit": bonus.unit.value,
        "value": amount(bonus.value),
    }


def _notes(rules: RuleSet) -> Iterator[dict[str, object]]:
    """Yield the rules in words, each with the place where it matters, None for everywhere."""
    for text in rules.notes:
        yield {"text": text, "place": None, "blocks": []}
    for note in rules.placed_notes:
        yield {"text": note.text, "place": note.place.value, "blocks": list(note.blocks)}


def _groups(rules: RuleSet) -> Iterator[dict[str, object]]:
    """Yield the rows that are a choice, each with what tells it apart."""
    for group in rules.groups:
        choices = {block.code: block.choice for block in rules.members(group)}
        yield {
            "code": group.code,
            "label": group.label,
            "by": group.by.value,
            "blocks": choices,
        }


def _plain_number(rules: RuleSet) -> int | str | None:
    hours = rules.full_time_hours
    if hours is None:
        return None
    return int(hours) if hours.denominator == 1 else str(hours)


def _one_line(rules: RuleSet) -> str:
    words = f"{rules.id:<20} {rules.title}, {rules.publisher}"
    return words if rules.complete else _("{rules} (incomplete)").format(rules=words)


def _lines(rules: RuleSet) -> list[str]:
    hours = rules.full_time_hours
    full_time = _("not stated") if hours is None else number_text(hours)
    lines = [
        _one_line(rules),
        _("Full-time week: {hours}").format(hours=full_time),
        *(
            f"  {block.code:<28} {_value(block)} {label(block.unit)}  {block.label}"
            for block in rules.blocks
        ),
        *(
            f"  + {bonus.code:<26} {_value(bonus)} {label(bonus.unit)}  {bonus.label}"
            for bonus in rules.bonuses
        ),
    ]
    for title, texts in (
        (_("Assumptions"), rules.assumptions),
        (_("Missing"), rules.missing),
        (_("Rules in words"), rules.every_note),
        (_("Sources"), tuple(source.url for source in rules.sources)),
    ):
        if texts:
            lines += [f"{title}:", *(f"  {text}" for text in texts)]
    return lines


def _value(row: Block | Bonus) -> str:
    return "-" if row.value is None else short_money_text(row.value)
