"""Reading along in words: what is there first, then a few suggestions, each with its reason and a way to say it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from samenstroom import content
from samenstroom.exploring.wording.letters import letter_rules
from samenstroom.kit.language import language as page_language
from samenstroom.rules.letters import LEFT_OUT, Presence, Reading, guess_language, read_along

MOST_SUGGESTIONS, MOST_TONES, MOST_PASSAGES = 3, 3, 3
LONGEST_QUOTE = 160
WEIGHTIEST_FIRST = (
    *("decision", "last_day", "reason", "thanks", "appreciation", "handover"),
    *("settlement", "talk", "perspective", "successor", "door", "request"),
)
"""Which missing element is suggested first: what the other cannot do without comes before what is kind."""


@dataclass(frozen=True)
class FindingView:
    """One finding as a person reads it: `quotes` are her own words, `words` is a way to say it."""

    id: str
    level: str
    title: str
    line: str
    suggestion: str = ""
    words: str = ""
    quotes: tuple[str, ...] = ()


@dataclass(frozen=True)
class ReadingView:
    """A letter read along: calm findings, suggestions, passages to look at again; and the words around them."""

    there: tuple[FindingView, ...]
    suggestions: tuple[FindingView, ...]
    tone: tuple[FindingView, ...]
    page: Mapping[str, str]

    @property
    def is_empty(self) -> bool:
        """Whether there was nothing to read."""
        return not (self.there or self.suggestions or self.tone)


def reading_of(text: str, language: str = "", *, how: str = "") -> ReadingView:
    """Read a letter along for a page in this language (without one: that of the page). The letter may be in another.

    `how` is the way of ending (`Ending.How`): what is not asked of such a letter is not suggested either.
    """
    spoken = language or page_language()
    words = content.load("letters", spoken)
    if not any(one.isalnum() for one in text):
        return ReadingView((), (), (), words["page"])
    rules = letter_rules()
    reading = read_along(text, guess_language(text, rules, spoken), rules)
    elements = {one["id"]: one for one in words["elements"]}
    wanted = [name for name in WEIGHTIEST_FIRST if name not in LEFT_OUT.get(how, ())]
    missing = [name for name in wanted if reading.elements[name] != Presence.THERE]
    return ReadingView(
        there=tuple(_there(elements[name]) for name, found in reading.elements.items() if found == Presence.THERE),
        suggestions=tuple(_suggestion(elements[name], reading) for name in missing[:MOST_SUGGESTIONS]),
        tone=_tones(words["tone"], reading),
        page=words["page"],
    )


def _there(element: Mapping[str, Any]) -> FindingView:
    return FindingView(element["id"], "calm", element["there_title"], element["there_line"])


def _suggestion(element: Mapping[str, Any], reading: Reading) -> FindingView:
    """What would help: for what is half there with the sentence itself, for what is absent with the reason."""
    found = reading.rests_on.get(element["id"])
    line = element["partly_line"] if found else element["why"]
    quotes = (_shortened(found.text),) if found else ()
    return FindingView(element["id"], "notice", element["name"], line, element["suggestion"], element["words"], quotes)


def _tones(tones: tuple[Mapping[str, Any], ...], reading: Reading) -> tuple[FindingView, ...]:
    """Per kind of tone its first passages; the kinds that occur most come first."""
    counts = Counter(one.kind for one in reading.tone)
    kinds = [kind for kind, _ in counts.most_common(MOST_TONES)]
    words = {one["id"]: one for one in tones}
    return tuple(_tone(words[kind], reading) for kind in kinds)


def _tone(words: Mapping[str, Any], reading: Reading) -> FindingView:
    passages = dict.fromkeys(_shortened(one.passage) for one in reading.tone if one.kind == words["id"])
    quotes = tuple(passages)[:MOST_PASSAGES]
    return FindingView(words["id"], "notice", words["name"], words["why"], words["suggestion"], words["words"], quotes)


def _shortened(passage: str) -> str:
    """A quote that fits beside a letter, on one line."""
    flat = " ".join(passage.split())
    return flat if len(flat) <= LONGEST_QUOTE else flat[:LONGEST_QUOTE].rsplit(" ", 1)[0] + "…"
