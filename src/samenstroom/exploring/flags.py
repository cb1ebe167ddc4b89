"""The flags and the questions about stretching, as the content files have them, for the rules to read."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from samenstroom import content
from samenstroom.exploring.models import Scan
from samenstroom.rules.dimensions import Dimension
from samenstroom.rules.flags import OPEN, Answer, Flag, Given, Group, ScanReading, read_scan
from samenstroom.rules.stretch import Direction, Pointing, read_stretch


def _settings() -> Mapping[str, Any]:
    """What code reads is the same in every language."""
    return content.load("flags", content.languages()[0])


@cache
def all_flags() -> tuple[Flag, ...]:
    """Every flag, in the order in which it is asked."""
    return tuple(
        Flag(
            id=one["id"],
            group=Group(one["group"]),
            dimension=Dimension(one["dimension"]),
            weight=one["weight"],
            waves_on=frozenset(map(Given, one["waves_on"])),
            stop_on=frozenset(map(Given, one.get("stop_on", ()))),
            touches=frozenset(one["touches"]),
            stands_for=one["stands_for"],
        )
        for one in _settings()["flags"]
    )


@cache
def pointings() -> Mapping[str, Mapping[str, Pointing]]:
    """Question about stretching -> answer -> where it points."""
    asked = _settings()["stretch"]["questions"]
    return {one["id"]: {given["id"]: Pointing(given["points_to"]) for given in one["answers"]} for one in asked}


def content_version() -> int:
    """The version of the questions."""
    return int(_settings()["version"])


def all_questions() -> tuple[str, ...]:
    """The ids of everything that is asked, in order: the flags, then stretching."""
    return (*(flag.id for flag in all_flags()), *pointings())


def is_about_stretching(question: str) -> bool:
    """Whether this question is one of those about stretching."""
    return question in pointings()


def kept(scan: Scan, question: str) -> Mapping[str, Any]:
    """What was kept for one question: `given`, `note` and `turn`; empty when she was not there yet."""
    answers = scan.stretch if is_about_stretching(question) else scan.answers
    return dict(answers.get(question, {}))


def reading_of(scan: Scan) -> ScanReading:
    """What a scan says about the flags. Words of questions that no longer exist stay in the record, unread."""
    return read_scan(all_flags(), {key: _answer(one) for key, one in scan.answers.items()})


def _answer(one: Mapping[str, Any]) -> Answer:
    return Answer(Given(one["given"]), one["note"]) if one else OPEN


def direction_of(scan: Scan) -> Direction:
    """Whether she stretches or bends, by her own answers."""
    known = pointings()
    found = [known.get(key, {}).get(one["given"], Pointing.NEITHER) for key, one in scan.stretch.items()]
    return read_stretch(found)
