"""Numbers with a measure, amounts of money and days in one sentence, each with its place among the words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from samenstroom.rules.phrases.words import Sentence
from samenstroom.rules.reading_agreements.rulebook import Numbers

MONEY, DATE, PERCENT = "money", "date", "percent"
AMOUNT = r"\d{1,3}(?:[. ]\d{3})+(?:,\d{1,2})?|\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?|\d+(?:[.,]\d{1,2})?"
EUROS = re.compile(
    rf"(?:€|\beuro?s?\b)\s*(?P<after>{AMOUNT})|(?P<before>{AMOUNT})(?:,-+|,=)?\s*(?:€|\beuro?s?\b)", re.IGNORECASE
)
PERCENTS = re.compile(r"(?P<number>\d+(?:[.,]\d{1,2})?)\s*%")
FIGURES = re.compile(r"\b(?P<day>\d{1,2})[-/.](?P<month>\d{1,2})[-/.](?P<year>\d{4})\b")
ISO = re.compile(r"\b(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})\b")
MOST = Decimal(10_000_000)
BETWEEN = 2
"""Words that may stand between a number and its measure: 14 (fourteen) calendar days."""


@dataclass(frozen=True)
class Quantity:
    """A value, and the number of the word where it stands."""

    value: Decimal | date
    place: int


def quantities(text: str, sentence: Sentence, measure: str, numbers: Numbers) -> Iterator[Quantity]:
    """What this sentence says in this measure, in order."""
    piece = text[sentence.start : sentence.end]
    if measure == DATE:
        yield from _dates(piece, sentence, numbers)
        return
    if measure == MONEY:
        yield from _euros(piece, sentence)
    if measure == PERCENT:
        for match in PERCENTS.finditer(piece):
            yield Quantity(Decimal(match["number"].replace(",", ".")), _place(sentence, match.start()))
    if measure in numbers.measures:
        yield from _measured(sentence, numbers.measures[measure], numbers.words)


def _measured(sentence: Sentence, sizes: Mapping[str, int], words: Mapping[str, int]) -> Iterator[Quantity]:
    for at, word in enumerate(sentence.words):
        if word.text not in sizes:
            continue
        for before in range(at - 1, max(-1, at - 2 - BETWEEN), -1):
            number = _number(sentence.words[before].text, words)
            if number is not None:
                yield Quantity(number * sizes[word.text], before)
                break
            if sentence.words[before].text in sizes:
                break


def _number(word: str, words: Mapping[str, int]) -> Decimal | None:
    if word in words:
        return Decimal(words[word])
    return Decimal(word) if re.fullmatch(r"\d{1,4}", word) else None


def _euros(piece: str, sentence: Sentence) -> Iterator[Quantity]:
    for match in EUROS.finditer(piece):
        value = amount(match["after"] or match["before"])
        if value <= MOST:
            yield Quantity(value, _place(sentence, match.start()))


def amount(written: str) -> Decimal:
    """An amount as people write it: `1.250,50`, `1,250.50` and `1250.5` all mean what they seem to."""
    digits = written.replace(" ", "")
    cents = re.search(r"[.,](\d{1,2})$", digits)
    whole = re.sub(r"[.,]", "", digits[: cents.start()] if cents else digits)
    return Decimal(f"{whole}.{cents[1]}") if cents else Decimal(whole)


def _dates(piece: str, sentence: Sentence, numbers: Numbers) -> Iterator[Quantity]:
    names = "|".join(sorted(numbers.months, key=len, reverse=True))
    written = re.compile(
        rf"\b(?P<day>\d{{1,2}})(?:e|ste|de|st|nd|rd|th)?\s+(?:of\s+)?(?P<name>{names})\.?,?\s+(?P<year>\d{{4}})\b"
        rf"|\b(?P<name2>{names})\.?\s+(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year2>\d{{4}})\b",
        re.IGNORECASE,
    )
    found: list[tuple[int, int, int, int]] = []
    for match in (*FIGURES.finditer(piece), *ISO.finditer(piece)):
        found.append((match.start(), int(match["year"]), int(match["month"]), int(match["day"])))
    for match in written.finditer(piece):
        name = (match["name"] or match["name2"]).casefold()
        day, year = match["day"] or match["day2"], match["year"] or match["year2"]
        found.append((match.start(), int(year), numbers.months[name], int(day)))
    for start, year, month, day in sorted(found):
        try:
            yield Quantity(date(year, month, day), _place(sentence, start))
        except ValueError:
            continue


def _place(sentence: Sentence, offset: int) -> int:
    """The number of the word at this place in the sentence, or the first one after it."""
    at = sentence.start + offset
    return next((number for number, word in enumerate(sentence.words) if word.end > at), len(sentence.words) - 1)
