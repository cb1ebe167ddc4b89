"""Handing over: one item per line, two ticks, what both released, and a text that looks like a password."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise

MOST_LINES = 40
TITLE_MAX = 300
MANY_CHANGES = 5


class Kind(StrEnum):
    """What can be handed over. WORDS are for the successor and are ticked by nobody."""

    TASK = "task"
    ACCESS = "access"
    DOCUMENT = "document"
    CONTACT = "contact"
    ROUTINE = "routine"
    OTHER = "other"
    WORDS = "words"


KINDS = tuple(one for one in Kind if one is not Kind.WORDS)

BOTH = "both"
"""Who does it: both. Otherwise the position of a party as text, or empty while nobody said."""


@dataclass(frozen=True)
class ItemWords:
    """What an item says, and what it came from."""

    kind: str
    title: str
    where: str = ""
    who: str = ""
    until_on: date | None = None
    source: str = ""


_BULLET = re.compile(r"^\s*(?:[-*•·–]|\d{1,2}[.)])\s+")


def lines_of(text: str) -> list[str]:
    """One item per line: without empty lines, list marks and what stands there twice."""
    lines = (_BULLET.sub("", line).strip() for line in text.splitlines())
    return list(dict.fromkeys(line for line in lines if line))


@dataclass(frozen=True)
class Ticks:
    """The two ticks of an item, by position of a party: who does it says done, the other says seen."""

    doer: str
    done_by: int | None = None
    seen_by: int | None = None

    def may_say_done(self, side: int, *, other_takes_part: bool) -> bool:
        """Who does it; anybody when both do it or nobody was named, and one who is alone at the table."""
        return self.done_by is None and (self.doer in ("", BOTH, str(side)) or not other_takes_part)

    def may_say_seen(self, side: int) -> bool:
        """The side that did not say done."""
        return self.done_by is not None and self.done_by != side and self.seen_by is None

    def may_undo(self, side: int) -> bool:
        """One's own tick: done as long as the other has not seen it, seen always."""
        return self.seen_by == side or (self.done_by == side and self.seen_by is None)

    def is_finished(self, *, other_takes_part: bool) -> bool:
        """Both ticked; alone at the table one tick is all there can be."""
        return self.done_by is not None and (self.seen_by is not None or not other_takes_part)


def order_of(*, is_finished: bool, until_on: date | None) -> tuple[bool, bool, date]:
    """Open first, by day; without a day after those with one."""
    return is_finished, until_on is None, until_on or date.max


def in_dossier(mine: object, theirs: object, now: object) -> bool:
    """Whether the successor sees it: both released it, and exactly as it reads now."""
    return mine is not None and mine == theirs == now


@dataclass(frozen=True)
class Dated:
    """A fact about something that can stay open: which kind, about whom (None: nobody)."""

    key: str
    kind: str
    about: int | None


def still_open(facts: Sequence[Dated], opens: str, closes: Iterable[str]) -> list[str]:
    """Keys of what was opened and not closed, oldest first; each close ends the oldest one about the same side."""
    ends, found = frozenset(closes), list[Dated]()
    for fact in facts:
        if fact.kind == opens:
            found.append(fact)
        elif fact.kind in ends:
            oldest = next((one for one in found if one.about in (fact.about, None) or fact.about is None), None)
            if oldest:
                found.remove(oldest)
    return [one.key for one in found]


_NAMED = re.compile(
    r"\b(?:wachtwoord|password|passwd|passphrase|wachtzin|pincode|pin|toegangscode|inlogcode|ww|pw|code)\b"
    r"\s*(?:is|=|:|→|->)\s*(?P<word>\S+)",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\b(?:pincode|pin|toegangscode|inlogcode)\s+(?P<word>\d{4,8})\b", re.IGNORECASE)
_ORDINARY = re.compile(
    r"(?:in|op|bij|de|het|een|staat|bekend|nog|niet|geen|at|on|the|a|an|in|with|kept|known|not|stored|see|zie|via|"
    r"https?://\S+)[.,;]?",
    re.IGNORECASE,
)
_PLAIN_TOKEN = re.compile(r"https?://|www\.|^[\w.+-]+@[\w-]+(?:\.[\w-]+)+[.,;]?$|/")


def looks_like_password(text: str) -> bool:
    """Whether a secret itself seems to stand here, and not where it is kept. A hint for the writer, never a refusal."""
    named = [*_NAMED.finditer(text), *_NUMBER.finditer(text)]
    if any(not _ORDINARY.fullmatch(one["word"]) for one in named):
        return True
    return any(_is_like_secret(token) for token in text.split())


def _is_like_secret(token: str) -> bool:
    """One word of letters and digits with a sign in it, or with many changes between them: nobody writes that so."""
    word = token.strip(".,;:()\"'‘’“”")
    if len(word) < 8 or _PLAIN_TOKEN.search(token):
        return False
    kinds = [_kind_of(char) for char in word]
    has_sign = any(not char.isalnum() and char not in "-_'’." for char in token.rstrip(".,;:)"))
    changes = sum(one != other for one, other in pairwise(kinds))
    return {"lower", "digit"} <= set(kinds) and (has_sign or (changes >= MANY_CHANGES and "upper" in kinds))


def _kind_of(char: str) -> str:
    if char.isdigit():
        return "digit"
    return "upper" if char.isupper() else "lower" if char.islower() else "sign"
