"""Deciding and telling it: dates, terms, and reading along."""

from datetime import date

import pytest

from samenstroom import content
from samenstroom.rules.decisions import (
    ESTIMATES,
    KEEP_MONTHS,
    KEEP_STANDARD,
    Choice,
    is_past,
    keep_until,
    months_after,
    needs_estimate,
)
from samenstroom.rules.reading_along import Watched, read_along

BLAME = Watched("blame", ("altijd", "jouw schuld"))
SORRY = Watched("sorry", ("sorry", "spijt"), at_least=2)


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        (date(2026, 1, 5), 6, date(2026, 7, 5)),
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2027, 8, 31), 6, date(2028, 2, 29)),
        (date(2026, 12, 31), 24, date(2028, 12, 31)),
    ],
)
def test_months_go_by_the_calendar(start: date, months: int, end: date) -> None:
    assert months_after(start, months) == end


def test_an_exploration_is_kept_until_she_could_look_back() -> None:
    decided = date(2026, 1, 5)
    assert keep_until(decided, 24, date(2026, 7, 5)) == date(2028, 1, 5)
    assert keep_until(decided, 12, date(2027, 6, 1)) == date(2027, 7, 1)
    assert keep_until(decided, 12, None) == date(2027, 1, 5)


def test_the_last_day_still_counts() -> None:
    assert not is_past(date(2028, 1, 5), date(2028, 1, 5))
    assert is_past(date(2028, 1, 5), date(2028, 1, 6))
    assert not is_past(None, date(2028, 1, 6))


def test_only_who_begins_something_has_to_estimate() -> None:
    assert [choice for choice in Choice if needs_estimate(choice)] == [Choice.GO, Choice.TRIAL]
    assert ESTIMATES == (0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_page_about_writing_names_the_standard_term_of_the_rule(language: str) -> None:
    sections = {one["id"]: one for one in content.load("explore_privacy", language)["writing"]["sections"]}
    assert str(KEEP_STANDARD) in " ".join(sections["how_long"]["paragraphs"])
    assert KEEP_STANDARD in KEEP_MONTHS


def test_reading_along_names_the_words_of_the_writer_once() -> None:
    (found,) = read_along("Altijd laat. Het is altijd zo, en JOUW SCHULD.", [BLAME])
    assert (found.id, found.words) == ("blame", ("Altijd", "JOUW SCHULD"))


def test_reading_along_looks_at_whole_words() -> None:
    assert read_along("Altijdgroen staat in de tuin.", [BLAME]) == []


def test_one_sorry_is_warm_and_two_are_worth_a_word() -> None:
    assert read_along("Sorry dat ik je laat wachten.", [SORRY]) == []
    assert read_along("Sorry. Het spijt me echt.", [SORRY])[0].words == ("Sorry", "spijt")


@pytest.mark.parametrize("text", ["", "   ", "مرحبا 🙂 <script>", "x" * 50_000])
def test_reading_along_can_read_anything(text: str) -> None:
    assert read_along(text, [BLAME, SORRY]) == []


@pytest.mark.parametrize("language", ["nl", "en"])
def test_our_own_examples_give_no_hints(language: str) -> None:
    words = content.load("decline", language)
    watched = [Watched(one["id"], tuple(one["phrases"].split("|")), one["at_least"]) for one in words["hints"]]
    own = [one["example"] for one in words["talk"]] + [one["hint"] for one in words["prompts"]]
    own += [one["suggestion"] for one in words["hints"]] + [
        lead for v in words["versions"] for lead in v["lead"].values()
    ]
    assert read_along("\n".join(own), watched) == []
