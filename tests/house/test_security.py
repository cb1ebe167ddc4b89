"""The table of docs/security.md is whole: each requirement of levels 1 and 2 once, each with an answer."""

import re
from collections import Counter

from tests.house.test_docs import ROOT

ROW = re.compile(r"^\| (?P<ids>V[\d., V]+) \| (?P<answer>[^|]+) \| (?P<how>[^|]+) \|$", re.MULTILINE)
REQUIREMENT = re.compile(r"V(\d+)\.(\d+)\.(\d+)")
ALL = 253
"""Requirements of levels 1 (70) and 2 (183) of the standard, version 5.0."""


def test_each_requirement_is_answered_once_with_a_reason() -> None:
    rows = list(ROW.finditer((ROOT / "docs/security.md").read_text("utf-8")))
    named = Counter(one for row in rows for one in REQUIREMENT.findall(row["ids"]))
    assert len(named) == ALL and set(named.values()) == {1}
    assert {row["answer"] for row in rows} == {"met", "not applicable", "open"}
    assert all(len(row["how"].strip()) > 3 for row in rows)
    assert {int(chapter) for chapter, _section, _number in named} == set(range(1, 18))
