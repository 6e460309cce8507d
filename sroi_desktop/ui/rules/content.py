"""What the page of the rules shows, as plain data. No Qt here."""

from __future__ import annotations

from dataclasses import dataclass

from sroi_desktop.ui.kit.content import Act, PillContent


@dataclass(frozen=True, slots=True)
class ListedSet:
    """A rule set in the list: where it holds, what it is called, how much of it is known."""

    id: str
    places: str
    about: str
    state: PillContent
    spoken: str


@dataclass(frozen=True, slots=True)
class ValueLine:
    """A block or bonus: what it is worth, and what limits it."""

    code: str
    label: str
    worth: str
    limit: str
    note: str
    cents: int


@dataclass(frozen=True, slots=True)
class EvidenceLine:
    """A piece of evidence, for what it is asked, and who names it."""

    code: str
    label: str
    asked_for: str
    whose: str


@dataclass(frozen=True, slots=True)
class SourceLine:
    """Where rules were read."""

    title: str
    address: str
    seen: str


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """A document that a set was read from, and how large it is."""

    name: str
    size: str


@dataclass(frozen=True, slots=True)
class SetContent:
    """A rule set in full.

    `newer` is the id and title of the edition that took its place; `copy_of` names the
    contract whose own copy this is. `acts` are what can be done with it, `more` what is
    seldom done, `places` say where single values were read, `remark` whether the set can be
    changed. `documents` are kept with a set of the owner, None where it is not one.
    """

    id: str
    title: str
    pills: tuple[PillContent, ...]
    newer: tuple[str, str] | None
    copy_of: str
    facts: tuple[tuple[str, str], ...]
    missing: tuple[str, ...]
    blocks: tuple[ValueLine, ...]
    bonuses: tuple[ValueLine, ...]
    terms: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    evidence: tuple[EvidenceLine, ...]
    assumptions: tuple[str, ...]
    notes: tuple[str, ...]
    sources: tuple[SourceLine, ...]
    acts: tuple[Act, ...] = ()
    more: tuple[Act, ...] = ()
    places: tuple[str, ...] = ()
    remark: str = ""
    documents: tuple[DocumentLine, ...] | None = None


@dataclass(frozen=True, slots=True)
class ComparedLine:
    """One row of two sets side by side; each side is what holds, and what limits it.

    `said` is what a screen reader says of the mark.
    """

    key: str
    part: str
    what: str
    left: tuple[str, str]
    right: tuple[str, str]
    pill: PillContent
    differs: bool
    said: str = ""


@dataclass(frozen=True, slots=True)
class ComparedContent:
    """Two sets side by side, and how many rows differ."""

    left: str
    right: str
    rows: tuple[ComparedLine, ...]
    summary: str
