"""The parts of an agreement: lines that are a heading, and titles in front of a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

WRAPPED = 55
"""From this many characters a line without a full stop was probably broken by a page."""
MOST_WORDS, MOST_LETTERS = 9, 70

MARKS = r"[\s#*_>•·▪-]*"
NUMBER = (
    r"(?:(?i:artikel|article|art\.?|clause|section|§)\s*)?(?:\d{1,2}(?:\.\d{1,2}){0,2}|[IVX]{1,4}|[A-H])"
    r"(?:[.):]|\s*[–—-]|(?=\s))"
)
NUMBERED = re.compile(rf"{MARKS}(?P<number>{NUMBER})?\s*(?P<rest>.*)")
TITLED = re.compile(r"(?P<title>[^.:;,\n]{2,60}?)\s*(?P<mark>[:.]|\s[–—-])\s*[*_]*\s+\S")
SIGNS = {"€": "ɛ", "%": "ɸ"}
"""Signs that count as words when we look: the templates write them so."""
SENTENCE_END = re.compile(r"[.;,:!?…]$")
ITEM = re.compile(rf"\s*(?:[-*•·▪]|{NUMBER})\s+")


@dataclass(frozen=True)
class Head:
    """A title, where it stands (`text[start:end]`), and whether it has its line to itself."""

    title: str
    start: int
    end: int
    is_line: bool


def unwrapped(text: str) -> str:
    """The same text, of the same length, in which lines that a page broke are one line again, and signs are words."""
    lines = text.translate({ord(sign): word for sign, word in SIGNS.items()}).split("\n")
    joined: list[str] = []
    for at, line in enumerate(lines):
        following = lines[at + 1] if at + 1 < len(lines) else ""
        goes_on = (
            len(line) >= WRAPPED
            and not SENTENCE_END.search(line.rstrip())
            and following.strip()
            and not ITEM.match(following)
        )
        joined.append(line + (" " if goes_on else "\n"))
    return "".join(joined)[: len(text)]


def heads(text: str) -> tuple[Head, ...]:
    """The titles in this text, in order."""
    return tuple(_heads(text))


def _heads(text: str) -> Iterator[Head]:
    start, after_blank = 0, True
    for line in text.split("\n"):
        found = _head(line, start, after_blank=after_blank)
        if found:
            yield found
        after_blank = not line.strip()
        start += len(line) + 1


def _head(line: str, start: int, *, after_blank: bool) -> Head | None:
    match = NUMBERED.fullmatch(line)
    if match is None or not match["rest"].strip():
        return None
    rest, is_numbered = match["rest"], bool(match["number"])
    begin = start + match.start("rest")
    bare = rest.strip(" *_#:.")
    ends_open = not re.search(r"[.;,!?…]$", rest.strip(" *_")) or (is_numbered and len(bare.split()) <= 2)
    is_short = len(bare.split()) <= MOST_WORDS and len(bare) <= MOST_LETTERS
    looks_titled = is_numbered or after_blank or bare.isupper() or rest.rstrip(" *_").endswith(":") or "**" in line
    if is_short and ends_open and looks_titled and bare[:1].isupper() and ":" not in bare:
        return Head(bare, begin, begin + len(rest), is_line=True)
    titled = TITLED.match(rest)
    if titled is None or len(titled["title"].split()) > 6 or not titled["title"].lstrip("*_")[:1].isupper():
        return None
    if titled["mark"] == "." and not is_numbered:
        return None
    return Head(titled["title"].strip(" *_"), begin, begin + titled.end("mark"), is_line=False)
