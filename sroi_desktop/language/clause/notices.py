"""What deserves a second look in a clause, as sentences with their sources. No legal advice."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from sroi_desktop.domain.clause import Fault, FaultKind, Notice, NoticeKind
from sroi_desktop.domain.demands import Signal, SignalKind
from sroi_desktop.domain.money import ZERO
from sroi_desktop.language import _
from sroi_desktop.language.numbers import money_text, number_text
from sroi_desktop.language.signals import signal_text

if TYPE_CHECKING:
    from collections.abc import Mapping


class Source(NamedTuple):
    """Where a notice rests on: a title and an address, "" for the clause itself."""

    title: str
    address: str = ""


_OF_THE_OBLIGATION = {
    NoticeKind.ABOVE_USUAL: SignalKind.ABOVE_USUAL,
    NoticeKind.LITTLE_LABOUR: SignalKind.LITTLE_LABOUR,
    NoticeKind.DOUBTFUL_SUM: SignalKind.DOUBTFUL_SUM,
}
_ADVICE = Source(
    "Commissie van Aanbestedingsexperts, advies 290 (2015)",
    "https://www.commissievanaanbestedingsexperts.nl/documenten/adviezen/2015/10/30/advies-290",
)
_SPECIALIST = Source(
    "SROI Specialist, social return in aanbestedingen",
    "https://sroispecialist.nl/succesvolle-toepassing-van-social-return-in-aanbestedingen/",
)
_SOURCES = {
    NoticeKind.ABOVE_USUAL: _ADVICE,
    NoticeKind.FULL_TIME_MISSING: _ADVICE,
    NoticeKind.LITTLE_LABOUR: Source(
        "Ten Holter Noordam advocaten, SROI bij leveringen",
        "https://tenholternoordam.nl/kennisdelen/blog/sroi-leveringen-disproportioneel",
    ),
    NoticeKind.GROUP_AGAINST_VOG: _SPECIALIST,
    NoticeKind.GROUP_AGAINST_DIPLOMA: _SPECIALIST,
    NoticeKind.BSN_ASKED: Source(
        "Autoriteit Persoonsgegevens, verboden gebruik van het BSN",
        "https://autoriteitpersoonsgegevens.nl/nl/nieuws/ap-treedt-op-tegen-verboden-gebruik-bsn",
    ),
    NoticeKind.PERSONAL_DATA: Source(
        "Europa decentraal, praktijkvraag social return en AVG (10-01-2024)",
        "https://europadecentraal.nl/praktijkvraag/48933/",
    ),
    NoticeKind.HEALTH_DATA: Source(
        "Europa decentraal, praktijkvraag social return en AVG (10-01-2024)",
        "https://europadecentraal.nl/praktijkvraag/48933/",
    ),
    NoticeKind.RELATION: Source(
        "PIANOo, visie op social return", "https://www.pianoo.nl/nl/visie-social-return"
    ),
}


def no_advice() -> str:
    """Return the words that go with every notice and question."""
    return _("This is information, not legal advice.")


def notice_source(notice: Notice) -> Source:
    """Return where a notice rests on: a publication, or what the clause itself says."""
    return _SOURCES.get(notice.kind) or Source(_("your own answers about this text"))


def notice_text(notice: Notice) -> str:
    """Return a notice as a sentence that says what to do."""
    signal = _OF_THE_OBLIGATION.get(notice.kind)
    if signal is not None:
        return signal_text(Signal(signal, amount=notice.amount, number=notice.number))
    return _sentences()[notice.kind].format(
        number=number_text(notice.number or Fraction(0)),
        other=number_text(notice.other or Fraction(0)),
        amount=money_text(notice.amount or ZERO),
        right=money_text(notice.right or ZERO),
    )


def _sentences() -> Mapping[NoticeKind, str]:
    return {**_about_figures(), **_about_people()}


def _about_figures() -> Mapping[NoticeKind, str]:
    return {
        NoticeKind.ARITHMETIC: _(
            "The text works out {amount}, but {number}% of the sum that you filled in is {right}. "
            "Is one of them a slip, such as a billion for a million?"
        ),
        NoticeKind.FULL_TIME_MISSING: _(
            "The text does not say how many hours full time is. The outcome can differ by a "
            "ninth; the commission of experts called such a demand unclear."
        ),
        NoticeKind.TERM_TOO_SHORT: _(
            "The contract runs for {number} months, while someone may count for {other} months. "
            "What is worked after the contract may not count."
        ),
        NoticeKind.PENALTY_ABOVE_GAP: _(
            "The penalty is {number} times what is missing. Mind this in your price, and begin "
            "early."
        ),
        NoticeKind.TABLE_MISSING: _(
            "Without a table of values you cannot know how much you have to do for the amount."
        ),
    }


def _about_people() -> Mapping[NoticeKind, str]:
    return {
        NoticeKind.GROUP_AGAINST_VOG: _(
            "Former prisoners are named as a group, but a certificate of conduct (VOG) is "
            "demanded. Many of them cannot get one."
        ),
        NoticeKind.GROUP_AGAINST_DIPLOMA: _(
            "Groups are named of which many have no diploma, while a diploma is demanded."
        ),
        NoticeKind.BSN_ASKED: _(
            "The citizen service number (BSN) is asked. That may only be used where a law says "
            "so; consent does not change that. Do not hand it over, and ask for another way."
        ),
        NoticeKind.PERSONAL_DATA: _(
            "Data are asked by which people can be recognised. Anonymous data are to be "
            "preferred; otherwise you need the valid consent of each person."
        ),
        NoticeKind.HEALTH_DATA: _(
            "The kind of benefit is asked. That can show something about someone’s health, which "
            "has extra protection. Ask whether a statement without that will do."
        ),
        NoticeKind.RELATION: _(
            "The efforts need not be a part of this work. PIANOo says that what a tender demands "
            "has to do with its subject. For you this freedom can be convenient."
        ),
    }


def fault_text(fault: Fault) -> str:
    """Return what cannot be right about an answer, as a sentence that says what to do."""
    return {**_refusals(), **_contradictions()}[fault.kind].format(
        number=number_text(fault.number or Fraction(0)), amount=money_text(fault.amount or ZERO)
    )


def _refusals() -> Mapping[FaultKind, str]:
    return {
        FaultKind.MISSING: _("Fill in something here, or choose “It is not there”."),
        FaultKind.ZERO: _("Fill in more than zero. Is there none? Choose “It is not there”."),
        FaultKind.TOO_GREAT: _("This is too much to be right: at most {number}."),
        FaultKind.FULL_TIME: _("A full-time week has 20 to 48 hours."),
        FaultKind.END_BEFORE_START: _("The last day lies before the first."),
        FaultKind.NOTHING_CHOSEN: _("Tick at least one, or choose “It is not there”."),
        FaultKind.NAMED_TWICE: _("A group that is ticked here has another time above."),
        FaultKind.ANONYMOUS_AND_MORE: _("None and something contradict each other."),
    }


def _contradictions() -> Mapping[FaultKind, str]:
    return {
        FaultKind.CAP_BELOW_THRESHOLD: _(
            "At the threshold {amount} is owed already, which is more than this maximum. Check "
            "both."
        ),
        FaultKind.LOWER_IS_HIGHER: _("This is not lower than the usual {number}%. Check both."),
        FaultKind.OFFER_BELOW_DEMAND: _("This is less than the {number}% that is asked at least."),
        FaultKind.MINIMUM_ABOVE_FULL_TIME: _(
            "This is more than a full-time week of {number} hours."
        ),
        FaultKind.WAGES_ABOVE_SUM: _("The wages are more than the contract sum of {amount}."),
        FaultKind.FIXED_ABOVE_SUM: _("This is more than the whole contract sum of {amount}."),
    }
