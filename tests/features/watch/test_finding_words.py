"""Every finding is told in whole sentences: each code, variant and side, in both languages, also seen by the other."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

import pytest
from django.utils import translation

from samenstroom import content
from samenstroom.collaborations.visits import Visit
from samenstroom.rules.dimensions import ITEMS, dimension_of
from samenstroom.rules.findings import Evidence, Finding, Level, Side
from samenstroom.rules.remedies import remedies_for
from samenstroom.rules.visibility import Circle
from samenstroom.watch.mirrored import swapped_visit
from samenstroom.watch.wording import FindingPage, word_finding
from tests.people import together

pytestmark = pytest.mark.django_db

DAYS = [date(2026, 1, 5), date(2026, 1, 12), date(2026, 1, 19)]


def mean_facts(side: Side, circle: Circle) -> list[Evidence]:
    usual = {"usual": 4.03, "from": "2026-01-05", "until": "2026-01-05", "count": 1}
    means = [Evidence(on, "mean", side, {"round": n, "mean": 2.5}, circle) for n, on in enumerate(DAYS[1:], 2)]
    return [Evidence(DAYS[0], "usual", side, usual, circle), *means]


def item_fact(item: str, side: Side, circle: Circle) -> Evidence:
    return Evidence(DAYS[2], "item", side, {"round": 3, "item": item, "value": 2, "usual": 4.5}, circle)


def changed(variant: str, side: Side, circle: Circle, item: str) -> list[Evidence]:
    other = ITEMS[(ITEMS.index(item) + 1) % len(ITEMS)]
    items = {"mean": [], "item": [item], "items": [item, other]}[variant]
    return (mean_facts(side, circle) if variant == "mean" else []) + [item_fact(one, side, circle) for one in items]


def quiet(side: Side, count: int) -> list[Evidence]:
    silent = [
        Evidence(DAYS[-1], "silent", side, {"round": n, "opened_on": DAYS[n % 3].isoformat()}) for n in range(count)
    ]
    return [Evidence(DAYS[0], "sent", side, {"round": 1}), *silent]


def apart(variant: str, item: str, mine: float) -> list[Evidence]:
    other = ITEMS[(ITEMS.index(item) + 1) % len(ITEMS)]
    subjects = {"mean": ["mean"], "item": [item], "items": [item, other]}[variant]
    values = {"self": mine, "other": 6 - mine}
    return [
        Evidence(on, "apart", Side.BOTH, {"round": n, "subject": subject, **values})
        for subject in subjects
        for n, on in enumerate(DAYS[1:], 2)
    ]


def finding(code: str, variant: str, side: Side, evidence: list[Evidence], item: str, level: Level) -> Finding:
    dimension = dimension_of(item)
    return Finding(
        code,
        dimension,
        level,
        DAYS[1],
        side,
        tuple(evidence),
        1 + len(evidence) % 3,
        remedies_for(dimension),
        1,
        variant,
    )


def every_finding() -> Iterator[Finding]:
    for item in ITEMS:
        for variant in ("mean", "item", "items"):
            for side in (Side.SELF, Side.OTHER):
                yield finding("changed", variant, side, changed(variant, side, Circle.SHARED, item), item, Level.NOTICE)
            private = changed(variant, Side.SELF, Circle.PRIVATE, item)
            yield finding("changed", variant, Side.SELF, private, item, Level.CONCERN)
            for mine in (5, 1):
                yield finding("apart", variant, Side.BOTH, apart(variant, item, mine), item, Level.CONCERN)
    for side in (Side.SELF, Side.OTHER):
        yield finding("quiet", "row", side, quiet(side, 2), "communication", Level.NOTICE)
        yield finding("quiet", "long", side, quiet(side, 3), "communication", Level.CONCERN)


def texts_of(part: Any) -> Iterator[str]:
    """Every text in a page, wherever it stands."""
    if isinstance(part, str):
        yield part
    elif is_dataclass(part):
        for field in fields(part):
            yield from texts_of(getattr(part, field.name))
    elif isinstance(part, Mapping):
        for value in part.values():
            yield from texts_of(value)
    elif isinstance(part, list | tuple):
        for value in part:
            yield from texts_of(value)


def assert_told_whole(page: FindingPage, language: str) -> None:
    for text in texts_of(page):
        assert text == text.strip()
        assert not re.search(r"[{}]|%\(|None|  |\.\.(?!\.)", text), text
    whole = [page.line, page.meaning, page.rule, page.certainty, *(line.text for line in page.evidence)]
    whole += [move.words for move in page.next_step.moves]
    for text in whole:
        assert re.match(r"[A-Z0-9‘“À-Ý]", text), text
        assert text[-1] in ".?’”", text
    assert all((page.title, page.level_word, page.certainty_word, page.next_step.title, page.evidence, page.remedies))
    assert page.title[0].isupper()
    wrong_language = {"nl": r"\b(the|you|your|with)\b", "en": r"\b(jij|jullie|niet|een|voor)\b"}[language]
    told = " ".join([*whole, page.title, page.next_step.title])
    assert not re.search(wrong_language, told, re.I), told


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_finding_is_told_whole_to_both_sides(language: str) -> None:
    table = together(with_rhythm=False)
    looks: list[Visit] = [table.seen_by_noor(), table.seen_by_marleen(), swapped_visit(table.seen_by_noor())]
    with translation.override(language):
        for one in every_finding():
            for look in looks:
                assert_told_whole(word_finding(one, look, "merk"), language)


def test_the_examples_above_are_all_there_is() -> None:
    """Each text of these codes in the content file was told, so none waits with a hole in it."""
    told = {(one.code, f"{one.variant}_{one.side}") for one in every_finding()}
    written = {
        (texts["code"], variant)
        for texts in content.load("findings", "nl")["findings"]
        for variant in texts["variants"]
        if texts["code"] in {code for code, _ in told}
    }
    never_found = {("quiet", "row_both"), ("quiet", "long_both")}  # silence is told per side
    assert told == written - never_found


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_facts_are_dated_and_named(language: str) -> None:
    table = together(with_rhythm=False)
    with translation.override(language):
        page = word_finding(
            finding("quiet", "row", Side.OTHER, quiet(Side.OTHER, 2), "communication", Level.NOTICE),
            table.seen_by_noor(),
            "",
        )
        for line in page.evidence:
            assert re.search(r"\d+ januari" if language == "nl" else r"\d+ January", line.text), line.text
            assert "Marleen" in line.text
        assert "Noor" not in " ".join(texts_of(page))
