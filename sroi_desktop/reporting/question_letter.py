"""The letter with a company's questions about the social-return paragraph of a tender."""

from __future__ import annotations

from sroi_desktop.language import _
from sroi_desktop.reporting import fonts, styles
from sroi_desktop.reporting.closing import address_words, source_markup
from sroi_desktop.reporting.document import LANGUAGE_TAGS, make_document
from sroi_desktop.reporting.first_page import letterhead, place_and_day, reference_text
from sroi_desktop.reporting.parts import Story
from sroi_desktop.reporting.questions import QuestionList
from sroi_desktop.reporting.tagging import DocumentFacts, Rule, bullet_list
from sroi_desktop.reporting.text import one_line


def render_question_letter(data: QuestionList) -> bytes:
    """Return the letter as a PDF; see `sroi_desktop.reporting.render_questions`."""
    fonts.register()
    return make_document(_story(data).flowables, _facts(data), _footer(data))


def _story(data: QuestionList) -> Story:
    story = Story("questions")
    lines = [place_and_day(data.place, data.written_on)]
    if data.reference:
        lines.append(reference_text(data.reference))
    story.add(letterhead(data.company, lines))
    story.gap(26)
    story.title(_title())
    story.paragraph(_subject(data), styles.SUBTITLE)
    story.gap(14)
    story.add(Rule(styles.ACCENT, styles.ACCENT_RULE))
    story.gap(12)
    story.paragraph(
        _(
            "We have read the paragraph about social return in this tender. Before we bid, we have "
            "the questions below. We should like to see your answers in the Nota van Inlichtingen."
        )
    )
    story.gap(6)
    _add_questions(story, data)
    if data.sources:
        story.heading(_("Sources"))
        story.add(*bullet_list(map(source_markup, data.sources), styles.ITEM))
    story.heading(_("Who asks"))
    story.paragraph(address_words(data.company))
    if data.company.contact:
        story.paragraph(_("Contact: {contact}.").format(contact=data.company.contact))
    story.paragraph(data.remark, styles.SMALL)
    return story


def _add_questions(story: Story, data: QuestionList) -> None:
    if data.questions:
        story.numbered(data.questions)
    else:
        story.paragraph(_("We have no questions at this moment."))


def _title() -> str:
    return _("Questions for the Nota van Inlichtingen")


def _subject(data: QuestionList) -> str:
    names = ", ".join(name for name in (data.tender, data.authority) if name)
    return _("Questions of {company} about {tender}").format(
        company=data.company.name, tender=names
    )


def _facts(data: QuestionList) -> DocumentFacts:
    return DocumentFacts(
        title=one_line(f"{_title()}, {data.tender}"),
        author=one_line(data.company.name),
        subject=one_line(_subject(data)),
        language=LANGUAGE_TAGS[data.language],
        created=data.written_on,
        creator=f"SROI Desktop {data.program_version}".strip(),
    )


def _footer(data: QuestionList) -> str:
    return f"{data.company.name} · {_title()} · {data.tender}"
