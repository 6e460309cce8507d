"""The parts of an answer, their choices and their values in words."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

from sroi_desktop.domain.clause import Key, PartKind, Status, question
from sroi_desktop.domain.clause import kinds as asked
from sroi_desktop.domain.money import Money
from sroi_desktop.domain.rules import Category, ObligationBase, PsoLevel, Rhythm
from sroi_desktop.language import _, pgettext
from sroi_desktop.language.labels import label
from sroi_desktop.language.numbers import date_text, number_text, percent_text, short_money_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sroi_desktop.domain.clause import Answer
    from sroi_desktop.domain.clause.answers import Value

_ENUMS = {
    (Key.CONTRACT, "category"): Category,
    (Key.BASE, "base"): ObligationBase,
    (Key.PSO, "level"): PsoLevel,
    (Key.RHYTHM, "rhythm"): Rhythm,
}


def status_name(status: Status) -> str:
    """Return how a question was answered, in words."""
    return {
        Status.GIVEN: _("Answered"),
        Status.NOT_THERE: _("It is not there"),
        Status.UNKNOWN: _("I don’t know"),
    }[status]


def part_name(key: Key, part: str) -> str:
    """Return the label of a part of an answer."""
    found = _parts().get((key, part))
    return found or _usual_parts()[part]


def unit_name(kind: PartKind) -> str:
    """Return what stands behind a field, "" for nothing."""
    return {
        PartKind.HOURS: _("hours a week"),
        PartKind.MONTHS: _("months"),
        PartKind.DAYS: _("days"),
    }.get(kind, "")


def option_name(key: Key, part: str, option: str) -> str:
    """Return a choice in words."""
    kind = _ENUMS.get((key, part))
    if kind is not None:
        return _capital(label(kind(option)))
    if option in {asked.YES, asked.NO}:
        return _("Yes") if option == asked.YES else _("No")
    return _options(key)[option]


def value_text(key: Key, part: str, value: Value) -> str:
    """Return one value in words."""
    kinds = {one.name: one.kind for one in question(key).parts}
    match value:
        case Money():
            return short_money_text(value)
        case Fraction():
            is_percentage = kinds[part] is PartKind.PERCENTAGE
            return percent_text(value) if is_percentage else _with_unit(value, kinds[part])
        case date():
            return date_text(value)
        case int():
            return _with_unit(Fraction(value), kinds[part])
        case tuple():
            return ", ".join(option_name(key, part, one) for one in value)
        case _:
            return option_name(key, part, value) if kinds[part] is PartKind.CHOICE else value


def answer_text(key: Key, answer: Answer) -> str:
    """Return a whole answer in words, its parts behind each other."""
    if answer.status is not Status.GIVEN:
        return status_name(answer.status)
    texts = [value_text(key, name, value) for name, value in answer.values]
    return " · ".join(texts)


def place_text(answer: Answer) -> str:
    """Return where an answer stands, such as "page 12", or ""."""
    return "" if not answer.page else _("page {page}").format(page=answer.page)


def group_rows() -> Mapping[str, str]:
    """Return the names of the groups that the usual rows of a rule set lack."""
    return {code: _groups()[code] for code in (asked.EX_PRISONERS, asked.STATUS_HOLDERS)}


def _with_unit(number: Fraction, kind: PartKind) -> str:
    return f"{number_text(number)} {unit_name(kind)}".strip()


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _usual_parts() -> Mapping[str, str]:
    return {
        "amount": _("Amount, without VAT"),
        "percentage": _("Percentage"),
        "days": _("Days"),
        "counted": _("Which days"),
        "months": _("Months"),
        "hours": _("Hours a week"),
        "there": _("Is it there?"),
        "allowed": _("Is it allowed?"),
        "count": _("Does it count?"),
        "counts": _("Does it count?"),
        "kind": _("What does the text say?"),
    }


def _parts() -> Mapping[tuple[Key, str], str]:
    return {
        (Key.CONTRACT, "category"): _("Kind of contract"),
        (Key.CONTRACT, "sum"): _("Contract sum, without VAT"),
        (Key.CONTRACT, "labour"): _("Share of labour in the price"),
        (Key.DEMAND, "unit"): _("What is asked?"),
        (Key.DEMAND, "named"): _("Amount that the text works out itself"),
        (Key.DEMAND, "number"): _("How many"),
        (Key.DEMAND, "per"): _("For every so many euros"),
        (Key.BASE, "base"): _("Which sum?"),
        (Key.BASE, "amount"): _("How large is that sum, without VAT?"),
        (Key.LOW_LABOUR, "percentage"): _("The lower percentage"),
        (Key.LOW_LABOUR, "under"): _("Where labour is less than"),
        (Key.OFFER, "up_to"): _("Up to which percentage"),
        (Key.TERM, "starts"): _("First day"),
        (Key.TERM, "ends"): _("Last day"),
        (Key.GROUPS, "groups"): _("Groups and efforts"),
        (Key.DEMANDS, "what"): _("What is demanded?"),
        (Key.EXISTING, "months"): _("At most so many months before"),
        (Key.REFERENCE, "day"): _("Which day?"),
        (Key.PSO, "level"): _("From which step on"),
        (Key.PSO, "discount"): _("How much is taken off"),
        (Key.REGION, "bound"): _("Is it bound to a region?"),
        (Key.REGION, "places"): _("Which places, apart by commas"),
        (Key.RELATION, "direct"): _("Must it be a part of this work?"),
        (Key.LIMIT, "amount"): _("How many"),
        (Key.GROUP_LIMITS, "groups"): _("Which groups?"),
        (Key.GROUP_LIMITS, "other_months"): _("Another longest time"),
        (Key.GROUP_LIMITS, "others"): _("For which other groups?"),
        (Key.RHYTHM, "rhythm"): _("How often?"),
        (Key.EVIDENCE, "what"): _("Which pieces"),
        (Key.PERSONAL, "data"): _("Which data"),
        (Key.SIGNING, "how"): _("How to sign"),
        (Key.PENALTY, "factor"): _("How many times what is missing"),
        (Key.PENALTY, "text"): _("In the words of the text"),
        (Key.FAULT, "exempt"): _("Are you exempt?"),
    }


def _options(key: Key) -> Mapping[str, str]:
    if key in {Key.CONTACT, Key.PLAN}:
        return {asked.CALENDAR: _("Calendar days"), asked.WORKING: _("Working days")}
    if key in {Key.GROUPS, Key.GROUP_LIMITS}:
        return {**_limits(), **_groups()}
    return {
        Key.DEMAND: _demands,
        Key.DEMANDS: _staff_demands,
        Key.REFERENCE: _days,
        Key.LIMIT: _limits,
        Key.PERSONAL: _data,
        Key.PENALTY: _penalties,
    }[key]()


def _demands() -> Mapping[str, str]:
    return {
        asked.PERCENTAGE: _("A percentage"),
        asked.FIXED: _("A fixed amount"),
        asked.HOURS: _("A number of hours"),
        asked.FTE: _("Years at full time (fte)"),
        asked.PLACEMENTS: _("A number of people"),
    }


def _staff_demands() -> Mapping[str, str]:
    return {
        asked.NOTHING: _("Neither of these"),
        asked.VOG: _("A certificate of conduct (VOG)"),
        asked.DIPLOMA: _("A diploma or certificate"),
        asked.BOTH: _("Both"),
    }


def _days() -> Mapping[str, str]:
    return {"award": _("The day of the award"), "start": _("The first day of work")}


def _limits() -> Mapping[str, str]:
    return {
        "months": _("A number of months"),
        "worked_years": _("Years of full-time work"),
        "worked_hours": _("Hours worked"),
        "wage_subsidy": _("As long as the wage subsidy runs"),
        "unlimited": _("Without a limit"),
    }


def _data() -> Mapping[str, str]:
    return {
        asked.ANONYMOUS: _("None: without names is enough"),
        asked.NAMES: _("Names"),
        asked.BORN: _("Dates of birth"),
        asked.BENEFIT: _("Which benefit someone has"),
        asked.IDENTITY: _("Copy of an identity document"),
        asked.BSN: _("Citizen service number (BSN)"),
    }


def _penalties() -> Mapping[str, str]:
    return {
        asked.PRO_RATA: _("In proportion: what is missing"),
        asked.FACTOR: _("A number of times what is missing"),
        asked.OTHER: _("Something else"),
    }


def _groups() -> Mapping[str, str]:
    return {
        "participatiewet": pgettext("group", "Participation Act benefit"),
        "banenafspraak": pgettext("group", "Jobs agreement (target group register)"),
        "wajong": pgettext("group", "Wajong"),
        "wia-wao": pgettext("group", "WIA or WAO"),
        "ww": pgettext("group", "WW"),
        "nug": pgettext("group", "Looking for work without a benefit (NUG)"),
        asked.STATUS_HOLDERS: pgettext("group", "Status holders"),
        asked.EX_PRISONERS: pgettext("group", "Former prisoners"),
        "bbl": pgettext("group", "Apprentices (BBL)"),
        "bol": pgettext("group", "Trainees (BOL)"),
        "stage-pro-vso": pgettext("group", "Pupils of practical or special education"),
        "werkervaringsplaats": pgettext("group", "Work experience"),
        "sociale-inkoop": pgettext("group", "Buying from a social enterprise"),
        "maatschappelijke-activiteit": pgettext("group", "Social activities"),
    }
