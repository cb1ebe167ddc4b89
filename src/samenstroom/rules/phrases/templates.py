"""The little language in which a coach writes what to look for, made into steps that are followed word by word.

    ik stop                 these words, next to each other
    stop*  *factuur         every word that begins, or ends, like this
    dank|bedankt            one of these; one that is several words is tied with _: laten_vallen|verlaten
    graag?                  may be left out
    draag ..6 over          at most six words in between (`..` alone: four)
    <month>                 one of a list in the same file; a list may hold other lists
    #number #nth #date      a number, a number with an ending (5th, 30e), a date in figures
    ^ hallo   doei $        at the beginning, at the end of a sentence
    ^ kun je ..9 ?          the sentence ends here and is a question
    ik stop & <date>        both in one sentence, in any order
    ik stop & !misschien    the first, and not the second, in one sentence
    <work> ~ <give>         near each other in any order: at most `NEAR` words apart, in the same clause or the next

Nothing in it is a regular expression, so nothing a person writes here can make reading slow: the places reached so far
are a set, every step makes the next set, and a gap is at most `WIDEST` words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from samenstroom.rules.phrases.words import WORD, plain

GAP, WIDEST, NEAR = 4, 12, 8
KINDS: Mapping[str, re.Pattern[str]] = {
    "number": re.compile(r"\d+(?:[.:]\d+)?"),
    "nth": re.compile(r"\d{1,2}(?:e|de|ste|st|nd|rd|th)"),
    "date": re.compile(r"(?!24/7$)\d{1,2}[/-]\d{1,2}(?:[/-]\d{2,4})?|\d{4}-\d{2}-\d{2}|\d{1,2}\.\d{1,2}\.\d{2,4}"),
}


class TemplateError(ValueError):
    """A pattern that cannot be read; the message names the pattern and what is wrong with it."""


@dataclass(frozen=True)
class Step:
    """One place in a template: words, beginnings, words in a row, kinds of number or lists that fit there."""

    words: frozenset[str] = frozenset()
    beginnings: tuple[str, ...] = ()
    endings: tuple[str, ...] = ()
    phrases: tuple[tuple[str, ...], ...] = ()
    kinds: tuple[str, ...] = ()
    lists: tuple[str, ...] = ()
    is_optional: bool = False


@dataclass(frozen=True)
class Gap:
    """At most so many words that may be anything."""

    most: int


@dataclass(frozen=True)
class Edge:
    """The beginning (`^`) or the end (`$`) of the sentence, or the end of a question (`?`)."""

    mark: str


Part = Step | Gap | Edge


@dataclass(frozen=True)
class Sequence:
    """Steps that follow each other."""

    source: str
    parts: tuple[Part, ...]


Group = tuple[Sequence, ...]
"""One sequence, or several that stand near each other."""


@dataclass(frozen=True)
class Template:
    """What a coach wrote on one line: everything in `all_of` and nothing of `none_of`, in one sentence."""

    source: str
    all_of: tuple[Group, ...]
    none_of: tuple[Group, ...]

    @property
    def sequences(self) -> tuple[Sequence, ...]:
        """Every sequence that is looked for."""
        return tuple(one for group in (*self.all_of, *self.none_of) for one in group)


Lists = Mapping[str, tuple[Sequence, ...]]


def template(source: str) -> Template:
    """Read one line. Raises TemplateError."""
    pieces = [piece.strip() for piece in source.split(" & ")]
    wanted = tuple(_group(piece) for piece in pieces if not piece.startswith("!"))
    unwanted = tuple(_group(piece[1:]) for piece in pieces if piece.startswith("!"))
    if not wanted:
        raise TemplateError(f"{source!r}: says only what may not be there")
    return Template(source, wanted, unwanted)


def _group(source: str) -> Group:
    return tuple(sequence(piece.strip()) for piece in source.split(" ~ "))


def sequence(source: str) -> Sequence:
    """Read steps that follow each other. Raises TemplateError."""
    parts = tuple(_part(piece, source) for piece in source.split())
    inner = [part for part in parts if not isinstance(part, Edge)]
    if not inner or isinstance(inner[0], Gap) or isinstance(parts[-1], Gap):
        raise TemplateError(f"{source!r}: begins or ends with a gap, or is empty")
    if all(isinstance(part, Gap) or part.is_optional for part in inner):
        raise TemplateError(f"{source!r}: everything in it may be left out")
    return Sequence(source, parts)


def lists(written: Mapping[str, Iterable[str]]) -> dict[str, tuple[Sequence, ...]]:
    """The named lists. Raises TemplateError for a list that does not exist or holds itself."""
    found = {name: tuple(sequence(line) for line in lines) for name, lines in written.items()}
    for name in found:
        _check(name, found, ())
    return found


def names_in(sequences: Iterable[Sequence]) -> set[str]:
    """The lists that these steps ask for."""
    return {name for one in sequences for part in one.parts if isinstance(part, Step) for name in part.lists}


def _check(name: str, known: Lists, above: tuple[str, ...]) -> None:
    if name in above:
        raise TemplateError(f"<{name}>: holds itself")
    if name not in known:
        raise TemplateError(f"<{name}>: there is no such list")
    for inner in names_in(known[name]):
        _check(inner, known, (*above, name))


def _part(piece: str, source: str) -> Part:
    if piece in ("^", "$", "?"):
        return Edge(piece)
    if piece.startswith(".."):
        if piece[2:] and not (piece[2:].isdigit() and 1 <= int(piece[2:]) <= WIDEST):
            raise TemplateError(f"{source!r}: {piece} is no gap; write ..1 to ..{WIDEST}")
        return Gap(int(piece[2:] or GAP))
    bare = piece.removesuffix("?")
    return _step(bare.split("|"), source, is_optional=bare != piece)


def _step(choices: list[str], source: str, *, is_optional: bool) -> Step:
    names = tuple(one[1:-1] for one in choices if one.startswith("<") and one.endswith(">"))
    kinds = tuple(one[1:] for one in choices if one.startswith("#"))
    texts = [one for one in choices if one[:1] not in "<#"]
    phrases = tuple(tuple(plain(word) for word in one.split("_")) for one in texts if "_" in one)
    plain_ones = [one for one in texts if "_" not in one]
    if "" in choices or set(kinds) - set(KINDS) or not _are_words(plain_ones, phrases):
        raise TemplateError(f"{source!r}: {'|'.join(choices)} cannot be read")
    words = frozenset(plain(one) for one in plain_ones if "*" not in one)
    beginnings = tuple(plain(one[:-1]) for one in plain_ones if one.endswith("*"))
    endings = tuple(plain(one[1:]) for one in plain_ones if one.startswith("*"))
    return Step(words, beginnings, endings, phrases, kinds, names, is_optional)


def _are_words(choices: Iterable[str], phrases: Iterable[tuple[str, ...]]) -> bool:
    every = [*(plain(_bare(one)) for one in choices), *(word for phrase in phrases for word in phrase)]
    return all(WORD.fullmatch(word) for word in every)


def _bare(choice: str) -> str:
    """Without its one star."""
    return choice[1:] if choice.startswith("*") else choice.removesuffix("*")
