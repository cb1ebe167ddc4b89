"""The hint of how easily words read: counts we can check by hand."""

import pytest

from tools.readability import ease, measure, sentences, syllables


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("ja", 1),
        ("nee", 1),
        ("vlag", 1),
        ("twijfel", 2),
        ("gevoel", 2),
        ("samenwerking", 4),
        ("beïnvloed", 3),
        ("pst", 1),
    ],
)
def test_syllables_are_groups_of_vowels(word: str, count: int) -> None:
    assert syllables(word) == count


def test_labels_are_no_sentences() -> None:
    assert sentences(["Vraag", "Je zei nee. Het ging door.", "Past dat?"]) == [
        ["Je", "zei", "nee"], ["Het", "ging", "door"], ["Past", "dat"],
    ]  # fmt: skip


def test_short_words_in_short_sentences_are_easier() -> None:
    short, long = sentences(["Je mag nee."]), sentences(["Samenwerkingsovereenkomsten veronderstellen wederkerigheid."])
    assert ease(short) == pytest.approx(206.835 - 0.93 * 3 - 77 * 1)
    assert ease(short) > ease(long)


def test_every_language_has_lengths_and_only_dutch_the_hint() -> None:
    dutch, english = measure("flags", "nl"), measure("flags", "en")
    assert dutch and english and dutch.longest <= 20 and english.longest <= 20
    assert dutch.ease and dutch.ease > 65 and english.ease is None
