"""The letters to measure with, both rounds: complete, within the agreed words, and every passage really stands in its letter."""

import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from samenstroom.content.reading import parse

FOLDER = Path(__file__).parents[1] / "letters"
FIRST = sorted(FOLDER.glob("*.yaml"))
SECOND = sorted((FOLDER / "round-2").glob("*.yaml"))
FILES = FIRST + SECOND
KEYS = ["id", "language", "country", "style", "channel", "writer", "situation", "text", "elements", "tone"]
ELEMENTS = [
    *("appreciation", "decision", "reason", "last_day", "perspective", "handover"),
    *("successor", "talk", "settlement", "thanks", "door", "request"),
]
VALUES = {"there", "partly", "absent"}
TONES = {"blame", "drama", "vague", "over_apology", "unkeepable_promise", "cold", "threat", "sarcasm"}
STYLES = {
    *("good", "plain", "cold", "formal", "legalistic", "blaming", "angry", "vague", "over_apologising", "dramatic"),
    *("passive_aggressive", "sarcastic", "promise_heavy", "very_short", "very_long", "chaotic", "typos", "emoji"),
    *("bullet_list", "mutual", "illness", "insolvency", "after_conflict", "unsafe", "no_reply", "runs_out", "answer"),
    *("unusual_words", "half_there", "tricky_negatives", "not_a_farewell"),
}


def letter(file: Path) -> dict[str, Any]:
    """One labelled letter."""
    found: dict[str, Any] = parse(file.read_text(encoding="utf-8"))
    return found


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_letter_is_complete_and_uses_the_agreed_words(file: Path) -> None:
    told = letter(file)
    assert list(told) == KEYS
    assert told["id"] == file.stem
    assert told["id"].startswith(f"{told['language']}-")
    assert told["country"] in {"NL", "BE", "other"}
    assert told["channel"] in {"app", "mail"}
    assert told["style"] in STYLES
    assert all(str(told[key]).strip() for key in ("writer", "situation", "text"))
    assert list(told["elements"]) == ELEMENTS
    assert set(told["elements"].values()) <= VALUES


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_passage_stands_once_in_its_letter(file: Path) -> None:
    told = letter(file)
    for problem in told["tone"]:
        assert list(problem) == ["kind", "passage"]
        assert problem["kind"] in TONES
        assert told["text"].count(problem["passage"]) == 1, problem["passage"]


@pytest.mark.parametrize(
    ("files", "numbers", "languages"),
    [(FIRST, range(1, 65), {"nl": 44, "en": 20}), (SECOND, range(101, 141), {"nl": 28, "en": 12})],
    ids=["first round", "second round"],
)
def test_the_numbers_run_through_and_both_languages_are_there(
    files: list[Path], numbers: range, languages: dict[str, int]
) -> None:
    told = [letter(file) for file in files]
    assert sorted(int(one["id"].split("-")[1]) for one in told) == list(numbers)
    assert Counter(one["language"] for one in told) == languages


def test_no_letter_stands_there_twice() -> None:
    texts = [letter(file)["text"] for file in FILES]
    assert len(set(texts)) == len(texts)


def runs_of_words(text: str) -> set[tuple[str, ...]]:
    """Every five words that follow one another in a text."""
    words = re.findall(r"[\w']+", text.lower())
    return {tuple(words[at : at + 5]) for at in range(len(words) - 4)}


def test_no_five_words_of_the_first_round_come_back_in_the_second() -> None:
    used = set[tuple[str, ...]]().union(*(runs_of_words(letter(file)["text"]) for file in FIRST))
    again = {file.stem: found for file in SECOND if (found := runs_of_words(letter(file)["text"]) & used)}
    assert not again


@pytest.mark.parametrize("files", [FIRST, SECOND], ids=["first round", "second round"])
def test_every_style_element_value_and_tone_occurs(files: list[Path]) -> None:
    told = [letter(file) for file in files]
    assert {one["style"] for one in told} == STYLES
    assert {problem["kind"] for one in told for problem in one["tone"]} == TONES
    for element in ELEMENTS:
        assert {one["elements"][element] for one in told} == VALUES


def test_good_letters_have_no_tone_problem() -> None:
    spoiled = {one["id"] for one in map(letter, FILES) if one["style"] == "good" and one["tone"]}
    assert not spoiled
