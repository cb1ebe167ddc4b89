"""Reading along with farewell letters: what is recognised, in which words, and what never goes wrong."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samenstroom import content
from samenstroom.content.reading import parse
from samenstroom.exploring.wording.letters import letter_rules
from samenstroom.rules.letters import ELEMENTS, TONES, Presence, Reading, read_along, tone
from samenstroom.rules.letters.reading import WEIGHT
from samenstroom.rules.phrases.matching import Walk
from tests.letters.rounds import FIRST, letters
from tools.letters import element_figures, read_round, tone_figures

OWN: Mapping[str, Any] = parse((Path(__file__).parent / "letters_sentences.yaml").read_text(encoding="utf-8"))
PHRASES: Mapping[str, Any] = parse((Path(__file__).parent / "letters_phrases.yaml").read_text(encoding="utf-8"))
FRESH: Mapping[str, Any] = parse((Path(__file__).parent / "letters_fresh.yaml").read_text(encoding="utf-8"))
FAREWELLS = parse((Path(__file__).parents[1] / "cases" / "farewells.yaml").read_text(encoding="utf-8"))
LANGUAGES = ("nl", "en")
THANKS = {"nl": "Dank je wel voor de samenwerking.", "en": "Thank you for working with me."}
LETTER = (
    "Beste Joris,\n\n"
    "Jij gaf me vertrouwen toen ik net begon. Ik heb besloten om te stoppen. "
    "Mijn laatste werkdag is vrijdag 27 november.\n"
    "Ik wil de avonden thuis zijn bij mijn kinderen. Tot die dag verandert er niets. "
    "Alle wachtwoorden zet ik op jouw naam.\n\nDank je wel voor twee mooie jaren.\n"
)

pieces = st.sampled_from(
    ["Ik stop per 1 maart. ", "sorry ", "niet ", "nooit ", "Dank je wel. ", "we zien wel ", "I'm leaving ", "thank you ",
     "- ", "🌸", "\n", "\n\n", "…", "a.s. ", "31/12 ", "مرحبا بك ", "<script>alert(1)</script>", "'", "’s ", "É", "e\u0301"]
)  # fmt: skip
texts = st.one_of(st.text(max_size=300), st.lists(pieces, max_size=40).map("".join))


def read(text: str, language: str | None = "nl") -> Reading:
    return read_along(text, language, letter_rules())


def sentences(language: str) -> list[tuple[str, str, str]]:
    """Element, what it must be, and the sentence: our own and those in the content file."""
    own = [(name, OWN[language][name]) for name in ELEMENTS]
    written = [(one["id"], one["examples"]) for one in content.load("letters", language)["elements"]]
    return [(name, want, text) for name, groups in [*own, *written] for want in groups for text in groups[want]]


def passages(language: str) -> list[tuple[str, bool, str]]:
    own = [(name, OWN["tone"][language][name]) for name in TONES]
    written = [(one["id"], one["examples"]) for one in content.load("letters", language)["tone"]]
    return [
        (kind, want == "found", text) for kind, groups in [*own, *written] for want in groups for text in groups[want]
    ]


# Sentences


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_of_our_own_is_read_as_it_was_meant(language: str) -> None:
    wrong = [
        (name, want, read(text, language).elements[name].value, text)
        for name, want, text in sentences(language)
        if read(text, language).elements[name] != want
    ]
    assert not wrong


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_passage_of_our_own_is_heard_as_it_was_meant(language: str) -> None:
    rules = letter_rules()[language]
    assert not [(kind, text) for kind, hurts, text in passages(language) if bool(tone(text, rules, {kind})) != hurts]


@pytest.mark.parametrize("language", LANGUAGES)
def test_nearly_every_phrase_is_recognised(language: str) -> None:
    rules = letter_rules()[language]
    phrases = [(name, text) for name, told in PHRASES[language].items() for text in told]
    missed = [
        (name, text)
        for name, text in phrases
        if not (tone(text, rules, {name}) if name in TONES else name in read(text, language).rests_on)
    ]
    assert len(missed) <= 0.05 * len(phrases), missed


@pytest.mark.parametrize("language", LANGUAGES)
def test_most_sentences_made_up_beforehand_are_recognised(language: str) -> None:
    rules = letter_rules()[language]
    made_up = [(name, text) for name, told in FRESH[language].items() if name != "plain" for text in told]
    missed = [
        (name, text)
        for name, text in made_up
        if not (tone(text, rules, {name}) if name in TONES else name in read(text, language).rests_on)
    ]
    assert len(missed) <= 0.1 * len(made_up), missed


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_plain_sentence_accuses_nobody(language: str) -> None:
    assert not [text for text in FRESH[language]["plain"] if tone(text, letter_rules()[language])]


@pytest.mark.parametrize(
    ("text", "element"),
    [
        ("Ik heb besloetn om te stoppen.", "decision"),
        ("Alle wachtworden zet ik op een lijst.", "handover"),
        ("Mijn laaatste werkdag is 3 mei.", "last_day"),
    ],
)
def test_a_slip_of_the_pen_is_read_as_it_was_meant(text: str, element: str) -> None:
    assert read(text).elements[element] == Presence.THERE


@pytest.mark.parametrize("language", LANGUAGES)
def test_ordinary_work_mail_is_no_farewell(language: str) -> None:
    for text in OWN["no_farewell"][language]:
        assert read(text, language).elements["decision"] == Presence.ABSENT, text


def test_the_files_know_the_elements_and_kinds_of_the_rules() -> None:
    for language in LANGUAGES:
        written = content.load("letters", language)
        assert tuple(one["id"] for one in written["elements"]) == ELEMENTS
        assert tuple(one["id"] for one in written["tone"]) == TONES


# Letters


def test_a_whole_letter_tells_which_sentence_each_element_rests_on() -> None:
    found = read(LETTER)
    assert found.rests_on["last_day"].text == "Mijn laatste werkdag is vrijdag 27 november."
    there = {name for name, presence in found.elements.items() if presence == Presence.THERE}
    assert there >= {"appreciation", "decision", "last_day", "reason", "perspective", "handover", "thanks"}
    assert not found.tone


@pytest.mark.parametrize(
    "text",
    [
        "hoi ik stop ermee per 1 maart de wachtwoorden stuur ik je morgen dank je wel voor de mooie tijd",
        "Ik stop ermee 🌸 Per 1 maart 🙈 De wachtwoorden stuur ik je morgen 🗂️ Dank je wel voor de mooie tijd 💛",
        "- Ik stop ermee\n- per 1 maart\n- de wachtwoorden stuur ik je morgen\n- dank je wel voor de mooie tijd",
        "IK STOP ERMEE!! PER 1 MAART!! DE WACHTWOORDEN STUUR IK JE MORGEN!! DANK JE WEL VOOR DE MOOIE TIJD!!",
    ],
)
def test_the_way_it_is_typed_does_not_matter(text: str) -> None:
    found = read(text).elements
    assert {found[name] for name in ("decision", "handover", "thanks")} == {Presence.THERE}


def test_a_line_that_a_mail_program_broke_is_one_sentence() -> None:
    text = (
        "Omdat ik meer tijd met mijn gezin wil doorbrengen heb ik na lang nadenken\nbesloten om te stoppen per 1 maart."
    )
    assert read(text).rests_on["decision"].text == text


def test_praise_that_stings_is_no_praise() -> None:
    found = read("Bedankt voor niets.")
    assert found.elements["thanks"] == Presence.ABSENT
    assert [one.kind for one in found.tone] == ["sarcasm"]


def test_one_sorry_is_warm_and_three_are_told() -> None:
    once = "Sorry dat ik dit per mail vertel."
    assert not tone(once, letter_rules()["nl"], {"over_apology"})
    often = f"{once} Sorry voor het late bericht. Nogmaals mijn excuses."
    assert len(tone(often, letter_rules()["nl"], {"over_apology"})) == 3


@pytest.mark.parametrize("told", FAREWELLS, ids=lambda told: told["case"])
def test_the_retold_farewells_hold_what_is_asked(told: Mapping[str, Any]) -> None:
    found = read(told["text"], None)
    assert {name for name in told["there"] if found.elements[name] == Presence.ABSENT} == set()
    assert {name for name in told["absent"] if found.elements[name] == Presence.THERE} == set()


# What never goes wrong


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", "…!?", "🌸🌸", "123", "شكرا جزيلا لك", "<script>alert('ik stop')</script>"]
)
def test_odd_texts_are_read_in_peace(text: str) -> None:
    found = read(text, None)
    assert set(found.elements) == set(ELEMENTS)
    assert found.language in LANGUAGES


@pytest.mark.parametrize(
    ("text", "language"),
    [("Ik stop ermee en dank je wel voor alles", "nl"), ("I am leaving and thank you for it all", "en"), ("", "nl")],
)
def test_the_language_is_guessed_from_common_words(text: str, language: str) -> None:
    assert read(text, None).language == language


@given(texts, st.sampled_from(LANGUAGES))
def test_passages_are_exact_pieces_of_the_text(text: str, language: str) -> None:
    found = read(text, language)
    for one in [*found.tone, *found.rests_on.values()]:
        words = one.passage if hasattr(one, "passage") else one.text
        assert words and words == text[one.start : one.end]
    assert {name for name, presence in found.elements.items() if presence != Presence.ABSENT} == set(found.rests_on)
    assert read(text, language) == found


@given(texts, st.sampled_from(LANGUAGES))
def test_a_word_of_thanks_takes_nothing_away(text: str, language: str) -> None:
    before, after = read(text, language), read(f"{text}\n\n{THANKS[language]}", language)
    assert all(WEIGHT[after.elements[name]] >= WEIGHT[before.elements[name]] for name in ELEMENTS)


@settings(deadline=None, max_examples=5)
@given(st.sampled_from(["dank ", "niet ", "ik stop ", "aaaaaaaaaa", "! ", "\n", "sorry, ", "1 maart ", "🌸", "-’-’"]))
def test_work_grows_with_the_length_and_no_faster(piece: str) -> None:
    short, long = (steps_for(piece * (size // len(piece))) for size in (25_000, 50_000))
    assert long <= 2.2 * short + 1000


def steps_for(text: str) -> int:
    """How many steps of templates are taken for a text: counted, so that a slow machine does not matter."""
    count = 0
    after = Walk._after

    def counted(walk: Walk, *rest: Any) -> Any:
        nonlocal count
        count += 1
        return after(walk, *rest)

    with patch.object(Walk, "_after", counted):
        read(text)
    return count


# The labelled letters


def test_the_first_round_is_read_no_worse_than_before() -> None:
    read_first = read_round(FIRST)
    assert len(letters(FIRST)) == len(read_first) == 64
    every, tones = element_figures(read_first)[-1], tone_figures(read_first)[-1]
    assert every.precision.part >= 0.94 * every.precision.whole
    assert every.recall.part >= 0.93 * every.recall.whole
    assert tones.precision.part >= 0.92 * tones.precision.whole
    assert tones.recall.part >= 0.82 * tones.recall.whole
