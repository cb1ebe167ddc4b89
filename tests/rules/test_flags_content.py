"""The words of the red-flag scan: nothing is missing, in either language, and code and content know the same flags."""

import re
from collections.abc import Mapping
from typing import Any

import pytest

from samenstroom import content
from samenstroom.content.files import LANGUAGES
from samenstroom.content.pairs import placeholders, texts
from samenstroom.rules.flags import Given, Group
from samenstroom.rules.stretch import Direction

GROUPS = {
    "motives": ["fear_no_work", "for_the_money", "flattered_wanted", "flattered_name", "words_right_feels_off"],
    "self": ["dare_be_myself", "dare_speak_out", "dare_give_price", "unlike_with_others"],
    "other": [
        "haggles", "urgency", "speaks_ill", "vague_money", "vague_decisions", "ignores_boundaries",
        "controls_everything", "criticism_no_arguments", "late_or_no_show", "predecessors_failed",
        "free_or_half_for_promise", "identity_unclear", "party_in_between", "unlawful_request",
    ],
    "mixed": ["friend_family_love", "borrowed_trust", "in_love_with_idea", "own_rules_dropped"],
}  # fmt: skip
COMING = {"idea_loved"}
"""A kind of fact that facts.yaml gets from elsewhere."""

Texts = Mapping[str, Any]


def flags(language: str = "nl") -> tuple[Texts, ...]:
    found: tuple[Texts, ...] = content.load("flags", language)["flags"]
    return found


def test_every_flag_is_asked_in_its_group_and_in_order() -> None:
    asked: dict[str, list[str]] = {}
    for flag in flags():
        asked.setdefault(flag["group"], []).append(flag["id"])
    assert asked == GROUPS
    assert [one["id"] for one in content.load("flags", "nl")["groups"]] == [*Group] == list(GROUPS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_flag_has_question_why_advice_and_a_sentence_to_say(language: str) -> None:
    for flag in flags(language):
        for key in ("question", "hint", "wave", "why", "say", "source"):
            assert flag[key], (flag["id"], key)
        assert len(flag["dos"]) >= 2, flag["id"]
        assert flag["question"].endswith("?") and flag["wave"].endswith("."), flag["id"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_motive_has_a_counter_question_and_a_night(language: str) -> None:
    for flag in flags(language):
        is_own = flag["group"] in ("motives", "self")
        assert ("counter" in flag) is is_own and ("night" in flag) is is_own, flag["id"]
        if is_own:
            assert flag["counter"].endswith("?"), flag["id"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_questions_hold_one_idea_in_a_few_words(language: str) -> None:
    asked = [*flags(language), *content.load("flags", language)["stretch"]["questions"]]
    for one in asked:
        assert len(one["question"].split()) <= 15, one["id"]


def test_not_daring_waves_and_everything_else_waves_on_yes() -> None:
    for flag in flags():
        firm = "no" if flag["id"].startswith("dare_") else "yes"
        assert set(flag["waves_on"]) == {firm, "bit"}, flag["id"]


def test_there_is_a_stop_where_a_boundary_is_crossed_or_something_unlawful_is_asked() -> None:
    stops = {flag["id"]: set(flag["stop_on"]) for flag in flags() if "stop_on" in flag}
    assert stops == {"ignores_boundaries": {"yes"}, "unlawful_request": {"yes", "bit"}}
    assert all(("stop" in flag) is ("stop_on" in flag) for flag in flags())
    assert all(set(flag.get("stop_on", ())) <= set(flag["waves_on"]) for flag in flags())


def test_facts_that_flags_stand_for_exist() -> None:
    known = {fact["id"] for fact in content.load("facts", "nl")["facts"]} | COMING
    assert {flag["stands_for"] for flag in flags()} - {None} <= known


@pytest.mark.parametrize("language", LANGUAGES)
def test_answers_and_results_are_those_of_the_rules(language: str) -> None:
    known = content.load("flags", language)
    assert [one["id"] for one in known["answers"]] == [*Given]
    assert [one["id"] for one in known["stretch"]["results"]] == [*Direction]
    ids = [flag["id"] for flag in known["flags"]] + [one["id"] for one in known["stretch"]["questions"]]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("language", LANGUAGES)
def test_only_the_name_of_the_other_and_the_day_are_filled_in(language: str) -> None:
    for steps, text in texts(content.load("flags", language)):
        assert placeholders(text) <= ({"day"} if steps[-1] == "night_before" else {"name"}), steps


@pytest.mark.parametrize("language", LANGUAGES)
def test_nobody_is_judged_and_nothing_is_counted(language: str) -> None:
    wrong = re.compile(r"\b(schuld|narcist\w*|toxisch\w*|punten|percentage|toxic|narciss\w*|blame)\b", re.I)
    for steps, text in texts(content.load("flags", language)):
        assert not wrong.search(text), steps
