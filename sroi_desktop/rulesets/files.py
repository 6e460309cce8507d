"""A rule-set file read whole: shape, checks and domain object in one go."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from sroi_desktop.domain.rules import EvidenceRequirement, RuleSet
from sroi_desktop.rulesets import building, checks, measures, merging
from sroi_desktop.rulesets.measures import Finding
from sroi_desktop.rulesets.problems import (
    KeyPath,
    ProblemKind,
    RuleFileError,
    RuleFileProblem,
    UnknownRuleSetError,
)
from sroi_desktop.rulesets.reading import raw_tables, shaped
from sroi_desktop.rulesets.schema import EvidenceFile, RuleFile
from sroi_desktop.rulesets.writing import plain_tables

# Finds the set that another builds on: by its id, and the ids on the way to it.
FindBase = Callable[[str, tuple[str, ...]], RuleSet]


def nothing_to_build_on(rule_set_id: str, _way: tuple[str, ...]) -> RuleSet:
    """Find no set.

    Raises:
        UnknownRuleSetError: always.
    """
    raise UnknownRuleSetError(rule_set_id)


def read_file(
    source: Path | bytes,
    name: str | None = None,
    find_base: FindBase = nothing_to_build_on,
    way: tuple[str, ...] = (),
) -> RuleSet:
    """Return the rule set in a TOML file, whole also where it builds on another.

    Args:
        source: the file, or its bytes.
        name: how the file is called in a problem; the file's own name where not given.
        find_base: where to find the set that it builds on.
        way: the ids of the sets that build on this one.

    Raises:
        RuleFileError: the file cannot be used; it lists everything that is the matter.

    Source: docs/ruleset-format.md.
    """
    called = _called(source, name)
    own = raw_tables(source, called)
    file = shaped(own, called, RuleFile)
    whole = own
    if file.builds_on is not None:
        base = _base(file, called, find_base, (*way, file.id))
        whole = merging.merged(plain_tables(base), own)
        file = shaped(whole, called, RuleFile)
    problems = tuple(
        replace(problem, path=merging.own_path(problem.path, own, whole))
        for problem in _problems(called, file, checks.findings(file))
    )
    if problems:
        raise RuleFileError(called, problems)
    return building.rule_set(file)


def read_evidence(source: Path | bytes, name: str | None = None) -> tuple[EvidenceRequirement, ...]:
    """Return the pieces of evidence in a TOML file that holds nothing else.

    Raises:
        RuleFileError: the file cannot be used.
    """
    called = _called(source, name)
    file = shaped(raw_tables(source, called), called, EvidenceFile)
    problems = tuple(_problems(called, file, _evidence_findings(file)))
    if problems:
        raise RuleFileError(called, problems)
    return building.evidence(file.evidence)


def _base(file: RuleFile, called: str, find_base: FindBase, way: tuple[str, ...]) -> RuleSet:
    """Return the set that a file builds on.

    Raises:
        RuleFileError: it is not there, cannot be used, or builds on this one itself.
    """
    wanted = file.builds_on or ""
    if wanted in way:
        circle = " – ".join((*way[way.index(wanted) :], wanted))
        raise _refusal(called, ProblemKind.CIRCLE, value=circle)
    if any(measures.code((), wanted)):
        raise _refusal(called, ProblemKind.BAD_CODE)
    try:
        return find_base(wanted, way)
    except UnknownRuleSetError:
        raise _refusal(called, ProblemKind.UNKNOWN_BASE, value=wanted) from None
    except RuleFileError as error:
        first = error.problems[0]
        if first.kind is ProblemKind.CIRCLE:
            raise _refusal(called, ProblemKind.CIRCLE, **dict(first.data)) from None
        raise _refusal(called, ProblemKind.BROKEN_BASE, value=wanted, text=str(first)) from None


def _refusal(called: str, kind: ProblemKind, **data: str) -> RuleFileError:
    return RuleFileError(
        called, (RuleFileProblem(called, ("builds_on",), kind, tuple(data.items())),)
    )


def _called(source: Path | bytes, name: str | None) -> str:
    if name is not None:
        return name
    return source.name if isinstance(source, Path) else "rules.toml"


def _evidence_findings(file: EvidenceFile) -> Iterator[Finding]:
    yield from checks.format_findings(file.format)
    yield from checks.evidence(file.evidence)


def _problems(
    name: str, file: RuleFile | EvidenceFile, findings: Iterable[Finding]
) -> Iterator[RuleFileProblem]:
    for found in findings:
        row = _row(file, found.path)
        yield RuleFileProblem(name, found.path, found.kind, found.data, row)


def _row(file: RuleFile | EvidenceFile, path: KeyPath) -> str | None:
    """Return the code of the row that a path leads into, where it has one."""
    if len(path) > 1 and isinstance(path[1], int):
        row = getattr(file, str(path[0]))[path[1]]
        code: str | None = getattr(row, "code", None)
        return code
    return None
