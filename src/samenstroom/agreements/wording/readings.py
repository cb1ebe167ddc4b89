"""What was read in a text made elsewhere, in words: which clauses seem there, on which words, and which numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from samenstroom import content
from samenstroom.agreements.models import KeptText
from samenstroom.agreements.reading_terms import SIGN, read_value
from samenstroom.agreements.rulebook import all_terms
from samenstroom.agreements.wording.reading_rules import agreement_rules
from samenstroom.agreements.wording.terms import clause_words, label_of, value_words
from samenstroom.kit import clock
from samenstroom.kit.dates import full_date
from samenstroom.kit.language import language
from samenstroom.rules.reading_agreements import ClauseRead, Presence, Reading, read_agreement

LONGEST_QUOTE, LONGEST_TITLE = 280, 70


@dataclass(frozen=True)
class ClauseRow:
    """One clause: what it settles, the words it rests on, and what to ask when it is not clear."""

    code: str
    name: str
    settles: str
    quote: str
    ask: str


@dataclass(frozen=True)
class TermRow:
    """One value that was read: what a form sends to take it over, and the words it was read from."""

    sent: str
    label: str
    words: str
    quote: str


@dataclass(frozen=True)
class ReadingPage:
    """One text, read. `often_absent`: clauses that many agreements do without."""

    summary: str
    language: str
    present: Sequence[ClauseRow]
    unclear: Sequence[ClauseRow]
    absent: Sequence[ClauseRow]
    often_absent: Sequence[ClauseRow]
    terms: Sequence[TermRow]


@dataclass(frozen=True)
class KeptRow:
    """One text she keeps: its first words and the day."""

    public_id: str
    title: str
    day: str


def reading_page(text: str) -> ReadingPage:
    """Read this text and put what was found in words."""
    reading = read_agreement(text, None, agreement_rules())
    rows = {level: [_row(one) for one in reading.clauses if one.presence is level] for level in Presence}
    often = _often_absent()
    return ReadingPage(
        summary=_summary(rows),
        language=reading.language,
        present=rows[Presence.PRESENT],
        unclear=rows[Presence.UNCLEAR],
        absent=[one for one in rows[Presence.ABSENT] if one.code not in often],
        often_absent=[one for one in rows[Presence.ABSENT] if one.code in often],
        terms=_terms(text, reading),
    )


def kept_row(kept: KeptText) -> KeptRow:
    """A kept text by its first words."""
    first = next((line.strip() for line in str(kept.text).split("\n") if line.strip()), "")
    return KeptRow(kept.public_id, _short(first, LONGEST_TITLE), full_date(clock.day_of(kept.kept_at), language()))


def _summary(rows: dict[Presence, list[ClauseRow]]) -> str:
    counts = {level.value: len(found) for level, found in rows.items()}
    said = _(
        "Van de 36 bepalingen die wij kennen, lijken er %(present)s in te staan. "
        "Bij %(unclear)s is het niet duidelijk. %(absent)s zagen we niet."
    )
    return said % counts


def _row(one: ClauseRead) -> ClauseRow:
    words = clause_words(language())[one.code]
    asks = {rule["id"]: rule["ask"] for rule in content.load("agreement_reading", language())["clauses"]}
    quote = _short(one.passage.text, LONGEST_QUOTE) if one.passage else ""
    return ClauseRow(one.code, str(words["name"]), str(words["settles"]), quote, str(asks[one.code]))


def _often_absent() -> frozenset[str]:
    known = content.load_data("agreement_clauses")["clauses"]
    return frozenset(one["code"] for one in known if not one["in_new_agreement"])


def _terms(text: str, reading: Reading) -> list[TermRow]:
    rows: list[TermRow] = []
    for one in reading.terms:
        value = read_value(one.name, one.value)
        if value is not None:
            words = value_words(one.name, value, language())
            quote = _short(text[one.start : one.end], LONGEST_QUOTE)
            rows.append(TermRow(f"{one.name}{SIGN}{one.value}", _about(one.name), words, quote))
    return rows


def _about(name: str) -> str:
    """What a term is called, with its clause in front: on its own "how many months" says little."""
    code, label = all_terms()[name].clause, label_of(name, language())
    asked = label if label.endswith("?") else f"{label}:"
    return f"{clause_words(language())[code]['name']}. {asked}" if code else asked


def _short(text: str, longest: int) -> str:
    line = " ".join(text.split())
    return line if len(line) <= longest else line[:longest].rsplit(" ", 1)[0] + " …"
