"""msgspec looks into a type at its first use, and two threads that do so at once end the program.

So every module that has types for it lets it look while the module is loaded. Held in a process of
its own: here they have been loaded before.
"""

from __future__ import annotations

import subprocess
import sys

import pytest

_LOOKS = """
import sys
looked = []

def note(frame, event, _argument):
    if event == "call" and frame.f_code.co_name == "get_class_annotations":
        looked.append(frame)

sys.setprofile(note)
{load}
assert looked, "nothing was looked into: does msgspec do this otherwise now?"
looked.clear()
{use}
assert not looked
"""


_REPORTS = """
from sroi_desktop.reporting import account, data
from tests.reports.samples import short_report
sample = short_report()
"""
_USE_REPORTS = """
account.to_json(sample)
assert data.thaw(data.freeze(sample)) == sample
"""
_RULES = "from sroi_desktop.rulesets import load_library, reading, schema"
_USE_RULES = "assert load_library().rule_sets"


@pytest.mark.parametrize(
    ("load", "use"), [(_REPORTS, _USE_REPORTS), (_RULES, _USE_RULES)], ids=["reports", "rules"]
)
def test_that_a_type_is_looked_into_while_its_module_is_loaded(load: str, use: str) -> None:
    code = _LOOKS.format(load=load, use=use)
    subprocess.run([sys.executable, "-c", code], check=True)
