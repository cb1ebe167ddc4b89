"""Look for words in everything one person may see, a number of collaborations at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from samenstroom.accounts.models import Person
from samenstroom.collaborations.absent import in_one_look
from samenstroom.collaborations.queries import visits_of
from samenstroom.collaborations.visits import Visit
from samenstroom.rules.searching import Piece, folded, holds, is_enough, pieces, words_in
from samenstroom.search.wording.kinds import kind_words

from .own import OWN
from .shared import SHARED
from .source import Written
from .special import AT_TABLES, about_herself

AT_ONCE = 5
"""Collaborations read together: each lot takes a fixed number of queries."""
MOST_TEXTS = 8_000
"""After so many texts one look is over, and she can look further."""
MOST_HITS = 60


@dataclass(frozen=True)
class Hit:
    """Something that was found."""

    written: Written
    label: str
    pieces: list[Piece]


@dataclass(frozen=True)
class Found:
    """What one look gave: the newest first. `next_at` is where a next look begins, None when all was looked through."""

    words: tuple[str, ...]
    hits: list[Hit]
    looked_in: int
    of: int
    next_at: int | None
    rest: int

    @property
    def is_asked(self) -> bool:
        """Whether there was something to look for."""
        return is_enough(self.words)


def search(person: Person, asked: str, now: datetime, *, begin: int = 0) -> Found:
    """Everything she may see that holds all these words; `begin` skips collaborations that were looked through.

    Who has no account has nothing private, so nothing private is read for her.
    """
    words = words_in(asked)
    if not is_enough(words):
        return Found(words, [], 0, 0, None, 0)
    return _looked(person, words, now, begin)


@in_one_look
def _looked(person: Person, words: tuple[str, ...], now: datetime, begin: int) -> Found:
    visits = visits_of(person, now)
    hits = list(_hits(about_herself(person), words)) if person.has_account and not begin else []
    read, at = 0, min(begin, len(visits))
    while True:
        lot = visits[at : at + AT_ONCE]
        written = list(_written(person, lot, with_loose=at == 0))
        hits += _hits(written, words)
        read, at = read + len(written), at + len(lot)
        if at >= len(visits) or read >= MOST_TEXTS:
            break
    hits.sort(key=lambda hit: hit.written.on or date.min, reverse=True)
    rest = max(len(hits) - MOST_HITS, 0)
    return Found(words, hits[:MOST_HITS], at, len(visits), at if at < len(visits) else None, rest)


def _written(person: Person, lot: Sequence[Visit], *, with_loose: bool) -> Iterator[Written]:
    tables: Mapping[int, Visit] = {visit.collaboration.pk: visit for visit in lot}
    for gather in AT_TABLES:
        yield from gather(person, tables)
    for source in SHARED:
        yield from source.read(person, tables, with_loose=False)
    for source in OWN if person.has_account else ():
        yield from source.read(person, tables, with_loose=with_loose)


def _hits(written: Iterable[Written], words: Sequence[str]) -> Iterator[Hit]:
    labels = kind_words()
    beside: dict[tuple[int, str], str] = {}
    for one in written:
        key = (one.visit.collaboration.pk if one.visit else 0, one.kind)
        if key not in beside:
            around = f"{one.visit.collaboration.name} {one.visit.other.name} " if one.visit else ""
            beside[key] = folded(around + labels[one.kind])
        if holds(folded("\n".join(one.texts)), words, beside[key]):
            yield Hit(one, labels[one.kind], pieces(one.texts, words))
