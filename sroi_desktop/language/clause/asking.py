"""The questions for the authority, as polite sentences for the Nota van Inlichtingen."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from sroi_desktop.domain.clause import Key, NoticeKind
from sroi_desktop.domain.money import ZERO
from sroi_desktop.language import _
from sroi_desktop.language.numbers import money_text, number_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sroi_desktop.domain.clause import Ask, Notice


def ask_text(ask: Ask) -> str:
    """Return a question for the authority, with the page that it is about."""
    text = _gaps()[ask.key] if ask.notice is None else _about(ask.notice)
    if ask.page is None:
        return text
    return _("Page {page}: {question}").format(page=ask.page, question=text)


def _gaps() -> Mapping[Key, str]:
    return {**_about_the_demand(), **_about_people(), **_about_time(), **_about_the_end()}


def _about_the_demand() -> Mapping[Key, str]:
    return {
        Key.DEMAND: _("Could you tell which percentage or amount of social return is asked?"),
        Key.BASE: _(
            "Could you tell which sum the percentage is taken of (contract sum, bid sum, wages or "
            "invoiced turnover), and confirm that it is without VAT?"
        ),
        Key.CAP: _("Is there a maximum to the amount of social return?"),
        Key.LOW_LABOUR: _(
            "Labour is a small part of the price. Does a lower percentage hold in that case?"
        ),
        Key.TERM: _("Could you tell the first and the last day of the contract?"),
        Key.TABLE: _(
            "Could you publish the table (building blocks) with which efforts are valued?"
        ),
    }


def _about_people() -> Mapping[Key, str]:
    return {
        Key.GROUPS: _("Could you tell which groups and which other efforts count?"),
        Key.EXISTING: _(
            "Does someone count who is employed already at the award, and if so since when?"
        ),
        Key.REFERENCE: _(
            "On which day must someone belong to the group: at the award or on the first day of "
            "work?"
        ),
        Key.SUBCONTRACTORS: _("Do the efforts of subcontractors count as well?"),
        Key.PSO: _(
            "Does a valid PSO certificate give an exemption or a discount, and from which step?"
        ),
        Key.REGION: _("Are the efforts bound to a region, and if so which?"),
        Key.RELATION: _(
            "Must the efforts be a part of the work of this contract, or may they also take place "
            "elsewhere in our company?"
        ),
    }


def _about_time() -> Mapping[Key, str]:
    return {
        Key.FULL_TIME: _("How many hours a week do you take as full time?"),
        Key.MIN_HOURS: _("Is there a smallest number of hours a week for someone to count?"),
        Key.LIMIT: _(
            "How long does one person count at most, and is that counted in months or in hours "
            "worked?"
        ),
        Key.GROUP_LIMITS: _("Is there another longest time for some groups, and for which?"),
        Key.CONTACT: _("Within how many days after the award do you expect contact with you?"),
        Key.PLAN: _("Within how many days after the award do you expect a plan of approach?"),
        Key.RHYTHM: _("How often do you want a report?"),
        Key.EVIDENCE: _("Which evidence do you ask for each kind of effort?"),
        Key.PERSONAL: _(
            "Which personal data do you ask, on what ground, and will data without names do?"
        ),
        Key.SIGNING: _("How should a report be signed?"),
    }


def _about_the_end() -> Mapping[Key, str]:
    return {
        Key.PENALTY: _("What are the consequences if the obligation is not reached in full?"),
        Key.RECOVERY: _("Is there time to make up for what is missing before a penalty follows?"),
        Key.FAULT: _("Is a penalty left out where we could not help it?"),
        Key.BUY_OFF: _("May (a part of) the obligation be bought off in money?"),
        Key.CUSTOM: _("May we agree with you on custom work that is not in the table?"),
    }


def _about(notice: Notice) -> str:
    return {
        NoticeKind.ABOVE_USUAL: _(
            "The demand comes to {number}% of the contract sum, more than the usual 5%. Could you "
            "explain why this is proportionate for this contract, or lower it?"
        ),
        NoticeKind.LITTLE_LABOUR: _(
            "This is a delivery with little labour. Could you say whether the demand is "
            "proportionate here, or lower it?"
        ),
        NoticeKind.ARITHMETIC: _(
            "The text names {amount}, while {number}% comes to {right}. Which of the two holds?"
        ),
        NoticeKind.GROUP_AGAINST_VOG: _(
            "Former prisoners are named as a group, while a certificate of conduct (VOG) is "
            "demanded. For which work may we place them without it?"
        ),
        NoticeKind.GROUP_AGAINST_DIPLOMA: _(
            "Groups are named of which many have no diploma, while a diploma is demanded. For "
            "which work does that demand not hold?"
        ),
        NoticeKind.TERM_TOO_SHORT: _(
            "The contract runs for {number} months, while someone may count for {other} months. "
            "Does work after the end of the contract count?"
        ),
        NoticeKind.BSN_ASKED: _(
            "You ask for the citizen service number (BSN). As far as we know, we may not hand it "
            "over for this. Will a report without it do?"
        ),
        NoticeKind.PERSONAL_DATA: _(
            "You ask for data by which people can be recognised. Will anonymous data do? And if "
            "not, on what ground do you ask them?"
        ),
        NoticeKind.HEALTH_DATA: _(
            "You ask which benefit someone has. Will a statement that someone belongs to the "
            "group do, without the kind of benefit?"
        ),
    }[notice.kind].format(
        number=number_text(notice.number or Fraction(0)),
        other=number_text(notice.other or Fraction(0)),
        amount=money_text(notice.amount or ZERO),
        right=money_text(notice.right or ZERO),
    )
