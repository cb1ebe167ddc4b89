"""Reading along with a message: which phrases might land differently than meant. A hint, never a verdict."""

import re
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Watched:
    """One thing to look for: phrases, and from how many of them on it is worth a word."""

    id: str
    phrases: tuple[str, ...]
    at_least: int = 1


@dataclass(frozen=True)
class Found:
    """What was found, in the words of the writer, each phrase once and in the order of the text."""

    id: str
    words: tuple[str, ...]


def read_along(text: str, watched: Sequence[Watched]) -> list[Found]:
    """Everything in the text that is worth a word, in the order of what was watched for."""
    return [found for one in watched if (found := _found(text, one)) is not None]


def _found(text: str, one: Watched) -> Found | None:
    pattern = "|".join(re.escape(phrase) for phrase in sorted(one.phrases, key=len, reverse=True))
    hits = re.findall(rf"(?<!\w)(?:{pattern})(?!\w)", text, re.IGNORECASE) if pattern else []
    if len(hits) < one.at_least:
        return None
    return Found(one.id, tuple({hit.lower(): hit for hit in reversed(hits)}.values())[::-1])
