"""The questions of the clause intake in plain words, and where their answers usually stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sroi_desktop.domain.clause import Key, Topic
from sroi_desktop.language import _, pgettext

if TYPE_CHECKING:
    from collections.abc import Mapping


class Words(NamedTuple):
    """A question: its short name, the question, what it is about, and where to look."""

    name: str
    question: str
    about: str
    place: str


def topic_name(topic: Topic) -> str:
    """Return the name of a group of questions."""
    return {
        Topic.OWED: _("What is asked"),
        Topic.PEOPLE: _("Who and what counts"),
        Topic.COUNTING: _("How time counts"),
        Topic.REPORTING: _("Reporting and proof"),
        Topic.CONSEQUENCES: _("If it does not succeed"),
    }[topic]


def words_of(key: Key) -> Words:
    """Return a question in words."""
    return next(words for some in _ALL if (words := some().get(key)) is not None)


def _the_demand() -> Mapping[Key, Words]:
    return {
        Key.CONTRACT: Words(
            pgettext("clause", "Kind and size"),
            _("What kind of contract is it, and how large?"),
            _(
                "Works is building, services is labour that you are hired for, supplies is "
                "goods. What part of the price is labour, you may estimate yourself."
            ),
            _("Usually on the first pages: the description and the value of the contract."),
        ),
        Key.DEMAND: Words(
            pgettext("clause", "The demand"),
            _("What does the authority ask?"),
            _(
                "A percentage, an amount, or a number of hours, years or people. Does the text "
                "work out an amount itself? Fill that in as well: then it is checked."
            ),
            _("Usually in the first sentence of the paragraph about social return."),
        ),
        Key.BASE: Words(
            pgettext("clause", "Percentage of what"),
            _("Which sum is the percentage taken of?"),
            _("5% of the contract sum is far more than 5% of the wages. Always without VAT."),
            _("Usually in the sentence with the percentage: “of the contract sum, excluding VAT”."),
        ),
    }


def _its_limits() -> Mapping[Key, Words]:
    return {
        Key.THRESHOLD: Words(
            pgettext("clause", "Threshold"),
            _("From which sum on does social return hold?"),
            _("Below the threshold nothing is owed."),
            _("Usually in the policy that the tender refers to."),
        ),
        Key.CAP: Words(
            pgettext("clause", "Maximum"),
            _("Is there a maximum to what you owe?"),
            _("Some authorities stop at an amount, however large the contract is."),
            _("Usually behind the percentage: “with a maximum of”."),
        ),
        Key.LOW_LABOUR: Words(
            pgettext("clause", "Little labour"),
            _("Does a lower percentage hold where labour is a small part of the price?"),
            _("With a delivery of goods this can make a large difference."),
            _("Usually beside the percentage, or under “proportionality”."),
        ),
        Key.OFFER: Words(
            pgettext("clause", "Offering more"),
            _("Up to which percentage does offering more bring points?"),
            _("What you offer in your bid binds you, also where it brought nothing."),
            _("Usually in the award criteria, not in the paragraph itself."),
        ),
    }


def _term_and_table() -> Mapping[Key, Words]:
    return {
        Key.TERM: Words(
            pgettext("clause", "Term"),
            _("From when until when does the contract run?"),
            _("Without options to extend it: those are not certain."),
            _("Usually under “Planning” or “Term of the agreement”."),
        ),
        Key.TABLE: Words(
            pgettext("clause", "Table of values"),
            _("Is there a table that says what each effort is worth?"),
            _("Often called building blocks. Without it you cannot know how much you have to do."),
            _("Usually in an annex, or on the web page that the text refers to."),
        ),
        Key.GROUPS: Words(
            pgettext("clause", "Groups"),
            _("Which groups and efforts does the text name?"),
            _("Someone outside these groups may not count. Tick everything that is named."),
            _("Usually in the definition of “people at a distance from work”."),
        ),
    }


def _people() -> Mapping[Key, Words]:
    return {
        Key.DEMANDS: Words(
            pgettext("clause", "Demands on people"),
            _("Does the tender demand a certificate of conduct (VOG) or a diploma?"),
            _("Such a demand can keep out the very people whom social return is for."),
            _("Usually elsewhere in the tender: demands on staff, or safety."),
        ),
        Key.EXISTING: Words(
            pgettext("clause", "Already employed"),
            _("Does someone count who works for you already?"),
            _("Some authorities let someone count who began some months before the contract."),
            _("Usually with the groups: “newly hired” or “not yet employed”."),
        ),
        Key.REFERENCE: Words(
            pgettext("clause", "Day that decides"),
            _("On which day must someone belong to the group?"),
            _("Someone may have a benefit at the award and none any more at the first day."),
            _("Usually with the groups, or in the explanation of the table."),
        ),
        Key.SUBCONTRACTORS: Words(
            pgettext("clause", "Subcontractors"),
            _("Does what your subcontractors do count as well?"),
            _("If so, agree with them now who counts what."),
            _("Usually under “Fulfilment” or “Subcontracting”."),
        ),
    }


def _place_and_recognition() -> Mapping[Key, Words]:
    return {
        Key.PSO: Words(
            pgettext("clause", "PSO certificate"),
            _("Does a PSO certificate give an exemption or a discount?"),
            _("From which step on, and how much? 100% is an exemption."),
            _("Usually near the end of the paragraph."),
        ),
        Key.REGION: Words(
            pgettext("clause", "Region"),
            _("Must it take place in a certain region?"),
            _("People from elsewhere may then not count."),
            _("Usually with the groups: “from the labour market region”."),
        ),
        Key.RELATION: Words(
            pgettext("clause", "Part of the work"),
            _("Must the efforts be a part of this contract’s own work?"),
            _("Or may they also be elsewhere in your company?"),
            _("Usually under “Fulfilment”: “in the performance of the contract”."),
        ),
    }


def _time() -> Mapping[Key, Words]:
    return {
        Key.FULL_TIME: Words(
            pgettext("clause", "Full-time week"),
            _("How many hours a week is full time?"),
            _("At 36 hours the same job is worth a ninth more than at 40."),
            _("Usually in the explanation of the table: “1 fte = … hours”."),
        ),
        Key.MIN_HOURS: Words(
            pgettext("clause", "Fewest hours"),
            _("How many hours a week must someone work at least?"),
            _("Someone with fewer hours may not count at all."),
            _("Usually in the explanation of the table."),
        ),
        Key.LIMIT: Words(
            pgettext("clause", "How long it counts"),
            _("How long does one person count at most?"),
            _("In months, in years of work, in hours worked, or without a limit."),
            _("Usually in the explanation of the table: “at most two years”."),
        ),
        Key.GROUP_LIMITS: Words(
            pgettext("clause", "Groups with a time of their own"),
            _("Do some groups count for a longer or shorter time?"),
            _("Such as WW for at most 12 months, or the jobs agreement without a limit."),
            _("Usually in the table itself, in a column beside the value."),
        ),
    }


def _days() -> Mapping[Key, Words]:
    return {
        Key.CONTACT: Words(
            pgettext("clause", "First contact"),
            _("Within how many days after the award must you make contact?"),
            _("This is often short, and easily missed in the rush of the start."),
            _("Usually under “Procedure after the award”."),
        ),
        Key.PLAN: Words(
            pgettext("clause", "Plan"),
            _("Within how many days after the award must your plan be there?"),
            _("The plan of approach says how you will fulfil what is asked."),
            _("Usually under “Procedure after the award”."),
        ),
        Key.RHYTHM: Words(
            pgettext("clause", "How often to report"),
            _("How often must you report?"),
            _("The program then plans your reports."),
            _("Usually under “Accounting” or “Monitoring”."),
        ),
    }


def _proof() -> Mapping[Key, Words]:
    return {
        Key.EVIDENCE: Words(
            pgettext("clause", "Evidence"),
            _("Which evidence does the authority ask?"),
            _("For example an employment contract, a statement of the benefit, an invoice."),
            _("Usually under “Accounting”, or in an annex."),
        ),
        Key.PERSONAL: Words(
            pgettext("clause", "Personal data"),
            _("Which personal data does the authority ask?"),
            _("Without names is always to be preferred. The citizen number may not be asked."),
            _("Usually with the evidence, or in the processing agreement."),
        ),
        Key.SIGNING: Words(
            pgettext("clause", "Signing"),
            _("How must the report be signed?"),
            _("For example with a pen, or with a qualified electronic signature."),
            _("Usually in the formal demands, rarely in the paragraph itself."),
        ),
    }


def _penalty() -> Mapping[Key, Words]:
    return {
        Key.PENALTY: Words(
            pgettext("clause", "Penalty"),
            _("What happens if you do not reach it?"),
            _("In proportion means: you pay what is missing. 1.5 times is half as much more."),
            _("Usually in the last part of the paragraph: “Sanctions”."),
        ),
        Key.RECOVERY: Words(
            pgettext("clause", "Time to recover"),
            _("How many months do you get to make up for what is missing?"),
            _("After the end of the contract, before a penalty follows."),
            _("Usually just before the penalty."),
        ),
        Key.FAULT: Words(
            pgettext("clause", "Not your fault"),
            _("Are you exempt where it was not your fault?"),
            _("You then have to show that you did everything possible."),
            _("Usually in the sentence about the penalty: “attributable”."),
        ),
    }


def _ways_out() -> Mapping[Key, Words]:
    return {
        Key.BUY_OFF: Words(
            pgettext("clause", "Buying off"),
            _("May you buy off the obligation in money?"),
            _("Some authorities have a fund for this; many exclude it."),
            _("Usually under “Fulfilment”."),
        ),
        Key.CUSTOM: Words(
            pgettext("clause", "Custom work"),
            _("May you agree on something of your own?"),
            _("Custom work is an agreement with the adviser that is not in the table."),
            _("Usually under “Fulfilment”: “in consultation”."),
        ),
    }


# In some functions, since a text is looked up in the language of the moment.
_ALL = (
    _the_demand,
    _its_limits,
    _term_and_table,
    _people,
    _place_and_recognition,
    _time,
    _days,
    _proof,
    _penalty,
    _ways_out,
)
