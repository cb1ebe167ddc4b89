"""Every kind of finding that the rules can make has words in both languages, for whoever it is about."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.utils import translation

from samenstroom import content
from samenstroom.rules.facts import mirror
from samenstroom.rules.findings import Finding
from samenstroom.rules.indicators import BY_ID, look_at
from samenstroom.rules.remedies import CODES
from samenstroom.rules.visibility import Circle
from samenstroom.watch.wording import texts_by_code, word_finding
from tests.cases.replay import cases
from tests.rules.conftest import happened
from tests.rules.test_rules_explore import BEFORE, WITH_CARE

LANGUAGES = ("nl", "en")


class Reader:
    """Somebody of whom only the other's name is known."""

    other_name = "Marleen"


def told_in_the_cases() -> list[Finding]:
    """What every case tells on each day it knows something, to both sides."""
    found = []
    for case in cases():
        for day in case.teller.days():
            history = case.teller.up_to(day)
            found += [*look_at(history), *look_at(mirror(history))]
    return found


def told_before_the_yes() -> list[Finding]:
    """What the tables about exploring tell, to her alone and, were it all shared, to both."""
    found = []
    for _code, entries, week, _told in (*BEFORE, *WITH_CARE):
        shared = happened(*(replace(one, origin=Circle.SHARED) for one in entries), week=week)
        found += [*look_at(happened(*entries, week=week)), *look_at(shared), *look_at(mirror(shared))]
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_and_every_remedy_has_words(language: str) -> None:
    assert set(texts_by_code(language)) == set(BY_ID)
    worded = {one["id"] for one in content.load("findings", language)["remedies"]}
    assert worded >= CODES


@pytest.mark.parametrize("language", LANGUAGES)
def test_variants_say_whom_they_are_about_and_have_a_step(language: str) -> None:
    for code, texts in texts_by_code(language).items():
        sides = {variant.rsplit("_", 1)[1] for variant in texts["variants"]}
        assert sides <= {"self", "other", "both"}, code
        assert "next_step" in texts or sides == {"self"}, code


@pytest.mark.parametrize("language", LANGUAGES)
def test_whatever_is_told_is_whole_and_ends_in_a_step(language: str) -> None:
    findings = [*told_in_the_cases(), *told_before_the_yes()]
    with translation.override(language):
        for finding in findings:
            page = word_finding(finding, Reader(), "")
            texts = (page.title, page.line, page.meaning, page.rule, *(line.text for line in page.evidence))
            assert not any("{" in text or "%(" in text for text in texts), finding.code
            assert page.evidence and (page.next_step.moves or page.next_step.steps), finding.code
    assert len(findings) > 200
