"""What a finished scan says, in words: what waves and why, what to do with it, and what counts at the decision."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samenstroom.collaborations.visits import Visit
from samenstroom.exploring.flags import all_flags, direction_of, reading_of
from samenstroom.exploring.models import Scan
from samenstroom.exploring.queries.decisions import LessonView, lessons_alike
from samenstroom.exploring.queries.scans import newest_scan
from samenstroom.exploring.weighed import Lean, Weighed
from samenstroom.kit import clock
from samenstroom.kit.dates import full_date, long_date
from samenstroom.kit.language import language
from samenstroom.profiles.queries.boundaries import BoundaryView, boundaries_of
from samenstroom.rules.flags import FlagReading, Place, ScanReading
from samenstroom.rules.stretch import Direction

from .own_questions import own_asked
from .scan_questions import filled, scan_texts

MOST_OPEN = 3
LEANS = {
    Direction.STRETCH: Lean.FOR,
    Direction.BEND: Lean.AGAINST,
    Direction.BOTH: Lean.OPEN,
    Direction.UNCLEAR: Lean.OPEN,
}


@dataclass(frozen=True)
class Do:
    """One thing to do with a flag: ask, agree, try small or let go."""

    label: str
    words: str


@dataclass(frozen=True)
class FlagText:
    """One flag on the page of a result."""

    id: str
    title: str
    question: str
    answer: str
    note: str
    why: str
    dos: Sequence[Do]
    say: str
    counter: str
    night: str
    good: str
    source: str
    can_talk: bool
    """Whether a talk is a fitting step: not where talking is not enough."""


@dataclass(frozen=True)
class Stop:
    """Where talking is not enough: what to do first, safely."""

    title: str
    words: str
    steps: Sequence[str]


@dataclass(frozen=True)
class Part:
    """One part of the page: a heading, a sentence, and what belongs there."""

    title: str
    words: str
    flags: Sequence[FlagText] = ()


@dataclass(frozen=True)
class Night:
    """Sleep on it, with the day on which to look again; `is_over` when that day has come."""

    title: str
    words: str
    is_over: bool


@dataclass(frozen=True)
class ResultPage:
    """Everything on the page of a finished scan. No total anywhere."""

    day: date
    calm: Part | None
    stops: Sequence[Stop]
    now: Part
    watch: Part
    find_out: Part
    good: Part
    night: Night | None
    boundaries: Sequence[BoundaryView]
    lessons: Sequence[LessonView]
    stretch: Part
    cannot_see: str


def result_page(visit: Visit, scan: Scan) -> ResultPage:
    """The page of one finished scan, with her boundaries that it touches and her lessons that look alike."""
    reading = reading_of(scan)
    day = finished_on(scan)
    return ResultPage(
        day=day,
        calm=_part("calm") if not reading.waving else None,
        stops=_stops(reading, visit),
        now=_flags_at("now", reading, Place.NOW, visit),
        watch=_flags_at("watch", reading, Place.WATCH, visit),
        find_out=_flags_at("find_out", reading, Place.FIND_OUT, visit),
        good=_good(reading, visit),
        night=_night(day, visit) if reading.asks_for_a_night else None,
        boundaries=[one for one in boundaries_of(visit.person) if one.topic in reading.topics],
        lessons=lessons_alike(visit, reading.waving_ids),
        stretch=_stretch(direction_of(scan)),
        cannot_see=scan_texts()["result"]["cannot_see"],
    )


def finished_on(scan: Scan) -> date:
    """The day she finished it."""
    assert scan.finished_at is not None, "only a finished scan has a result"
    return clock.day_of(scan.finished_at)


def _part(name: str, flags: Sequence[FlagText] = ()) -> Part:
    texts = scan_texts()["result"][name]
    return Part(texts["title"], texts["words"], flags)


def _flags_at(name: str, reading: ScanReading, place: Place, visit: Visit) -> Part:
    return _part(name, [flag_text(one, visit) for one in reading.at(place)])


def _good(reading: ScanReading, visit: Visit) -> Part:
    """What does not wave and is good to hear, in the order in which it was asked."""
    asked = [flag.id for flag in all_flags()]
    fine = sorted(reading.at(Place.FINE), key=lambda one: asked.index(one.flag.id))
    texts = [flag_text(one, visit) for one in fine]
    return _part("good", [one for one in texts if one.good])


def flag_text(one: FlagReading, visit: Visit) -> FlagText:
    """One flag with her answer, in words."""
    texts = scan_texts()
    flag = next(text for text in texts["flags"] if text["id"] == one.flag.id)
    dos = {do["id"]: do["label"] for do in texts["dos"]}

    def said(key: str) -> str:
        return filled(flag.get(key, ""), visit)

    return FlagText(
        id=one.flag.id,
        title=said("wave"),
        question=said("question"),
        answer=next(given["label"] for given in texts["answers"] if given["id"] == one.answer.given.value),
        note=one.answer.note,
        why=said("why"),
        dos=[Do(dos[do["id"]], filled(do["words"], visit)) for do in flag["dos"]],
        say=said("say"),
        counter=said("counter"),
        night=said("night"),
        good=said("good"),
        source=said("source"),
        can_talk=not one.is_stop,
    )


def _stops(reading: ScanReading, visit: Visit) -> list[Stop]:
    """Each stop, with the steps that the one before did not name."""
    stops: list[Stop] = []
    for one in reading.stops:
        text = next(text for text in scan_texts()["flags"] if text["id"] == one.flag.id)["stop"]
        named = [step for stop in stops for step in stop.steps]
        steps = [step for step in (filled(step, visit) for step in text["steps"]) if step not in named]
        stops.append(Stop(text["title"], filled(text["words"], visit), steps))
    return stops


def _night(day: date, visit: Visit) -> Night:
    texts = scan_texts()["result"]
    tomorrow = day + timedelta(days=1)
    is_over = clock.day_of(visit.now) >= tomorrow
    words = (
        texts["night_after"] if is_over else filled(texts["night_before"], visit, day=long_date(tomorrow, language()))
    )
    return Night(texts["night_title"], words, is_over)


def _stretch(direction: Direction) -> Part:
    found = next(one for one in scan_texts()["stretch"]["results"] if one["id"] == direction.value)
    return Part(found["title"], found["words"])


def waving_flags(visit: Visit) -> frozenset[str]:
    """The ids of the flags that wave in her newest finished scan; none without one."""
    scan = newest_scan(visit)
    return reading_of(scan).waving_ids if scan else frozenset()


def weighed_scan(visit: Visit) -> list[Weighed]:
    """What her newest finished scan has to say when she decides; empty without one."""
    scan = newest_scan(visit)
    if scan is None:
        return []
    reading = reading_of(scan)
    parts = (("collaboration", visit.collaboration.public_id), ("scan", scan.public_id))
    source = _("Rode vlaggen, %(day)s") % {"day": full_date(finished_on(scan), language())}
    waving = [(Lean.AGAINST, flag_text(one, visit).title) for one in reading.waving]
    waving += [(Lean.AGAINST, one.asked) for one in own_asked(scan) if one.waves]
    good = [(Lean.FOR, one.good) for one in _good(reading, visit).flags]
    direction = direction_of(scan)
    stretch = [(LEANS[direction], _sentence(direction))] if direction is not Direction.UNCLEAR else []
    return [
        Weighed(lean, text, source, page="scan_result", parts=parts)
        for lean, text in (*waving, *good, *stretch, *_still_open(reading, visit))
    ]


def _sentence(direction: Direction) -> str:
    return f"{_stretch(direction).title}."


def _still_open(reading: ScanReading, visit: Visit) -> list[tuple[Lean, str]]:
    """A few questions one by one; many as one line, so that they do not drown the rest."""
    unknown = reading.at(Place.FIND_OUT)
    if len(unknown) <= MOST_OPEN:
        return [(Lean.OPEN, flag_text(one, visit).question) for one in unknown]
    line = ngettext("Je wilt nog %(count)s vraag uitzoeken.", "Je wilt nog %(count)s vragen uitzoeken.", len(unknown))
    return [(Lean.OPEN, line % {"count": len(unknown)})]
