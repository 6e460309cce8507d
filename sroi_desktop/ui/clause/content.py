"""What the page of a clause shows, as plain data. No Qt here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sroi_desktop.domain.clause import PartKind
    from sroi_desktop.ui.kit.content import Choice, DerivationContent
    from sroi_desktop.ui.kit.palette import Tone

BEGIN, QUESTION, SUMMARY = range(3)
PAGE, QUOTE = "page", "quote"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the list at the left: a step, a topic or a question, with what was answered."""

    key: str
    title: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Progress:
    """How many questions were answered, in words and as a share from 0 to 1."""

    text: str
    share: float


@dataclass(frozen=True, slots=True)
class Earlier:
    """A clause that was read before."""

    clause_id: int
    title: str
    detail: str


@dataclass(frozen=True, slots=True)
class BeginContent:
    """The beginning: whose tender it is, and what was read before.

    `act` is what stands on the button that leads on.
    """

    title: str
    authority: str
    reference: str
    act: str
    names: tuple[str, ...] = ()
    earlier: tuple[Earlier, ...] = ()


@dataclass(frozen=True, slots=True)
class BaseContent:
    """The rules that the answers are held against: `current` is the key of one of the choices."""

    choices: tuple[Choice, ...]
    current: str
    hint: str


@dataclass(frozen=True, slots=True)
class PartContent:
    """One field of an answer."""

    name: str
    kind: PartKind
    label: str
    choices: tuple[Choice, ...] = ()
    unit: str = ""
    optional: bool = False


@dataclass(frozen=True, slots=True)
class QuestionContent:
    """A question with its explanation; `status` says how it was answered, `next` leads on."""

    key: str
    count: str
    question: str
    about: str
    place: str
    parts: tuple[PartContent, ...]
    status: str
    next: str


@dataclass(frozen=True, slots=True)
class Mark:
    """How a text was read, what is wrong with it, and what it may have meant."""

    error: str | None = None
    reading: str | None = None
    offers: tuple[str, ...] = ()


NO_MARK = Mark()


@dataclass(frozen=True, slots=True)
class NoticeContent:
    """What deserves a second look, where it stands, and what that rests on."""

    text: str
    tone: Tone
    place: str
    source: str
    address: str


@dataclass(frozen=True, slots=True)
class SideContent:
    """What follows from the answers so far."""

    value: str
    about: str
    is_known: bool
    derivation: DerivationContent | None
    points: tuple[tuple[str, Tone], ...]
    notices: tuple[NoticeContent, ...]
    remark: str


@dataclass(frozen=True, slots=True)
class Known:
    """A question that was answered: its short name, the answer, and where that stands."""

    key: str
    name: str
    answer: str
    place: str


@dataclass(frozen=True, slots=True)
class SummaryContent:
    """The end: what is known, what is to be looked up, what to ask, and what to mind.

    `next` leads to the contract.
    """

    known: tuple[tuple[str, tuple[Known, ...]], ...]
    to_look_up: tuple[tuple[str, str], ...]
    questions: tuple[str, ...]
    notices: tuple[NoticeContent, ...]
    remark: str
    next: str
