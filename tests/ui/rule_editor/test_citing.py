from __future__ import annotations

from dataclasses import replace

from sroi_desktop.domain.rules import Citation
from sroi_desktop.rulesets import load_library
from sroi_desktop.ui.rule_editor.citing import places_of


def test_that_the_place_of_a_value_is_told_with_what_it_is_about() -> None:
    rules = load_library().get("harlingen")
    assert places_of(rules) == ()
    cited = replace(
        rules,
        citations=(
            Citation("full_time_hours", "3"),
            Citation("blocks.wia-wao.value", "4", "€ 35.000"),
            Citation("deadlines.plan.days", quote="binnen een maand"),
            Citation("region", "9"),
            Citation("share_caps.1.share", "10"),
            Citation("obligation.percentages.2.percentage", "11"),
            Citation("groups.bbl.label", "12"),
            Citation("notes.1.text", "13"),
            Citation("sources.1.url", "14"),
        ),
    )
    assert places_of(cited) == (
        "Full-time week: page 3",
        "WIA / WAO, value: page 4: “€ 35.000”",
        "plan, days: “binnen een maand”",
        "region: page 9",
        "Largest parts, row 1, at most: page 10",
        "Percentages for some contracts, row 2, percentage: page 11",
        "BBL, name: page 12",
        "Rules in words, row 1, the rule: page 13",
        "Sources, row 1, annex and page, or address: page 14",
    )
