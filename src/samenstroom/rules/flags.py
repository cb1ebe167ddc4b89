"""Which flags wave, what asks something now, and what changed between two scans. Words, never a total.

An answer waves when the flag says so: for "dare I give my price?" it is *no* that waves. What comes of it depends on
how heavy the flag is and how firmly it was answered. What she does not know yet is neither good nor bad: it is to be
found out.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from samenstroom.rules.dimensions import Dimension


class Group(StrEnum):
    """The parts of a scan, in the order in which they are asked."""

    MOTIVES = "motives"
    SELF = "self"
    OTHER = "other"
    MIXED = "mixed"


class Given(StrEnum):
    """What she can answer. Not answered is the same as not knowing yet."""

    YES = "yes"
    BIT = "bit"
    NO = "no"
    OPEN = "open"


class Place(StrEnum):
    """Where a flag stands on the page: asks something now, to be watched, to be found out, or fine."""

    NOW = "now"
    WATCH = "watch"
    FIND_OUT = "find_out"
    FINE = "fine"


HEAVY = 3
LIGHT = 1


@dataclass(frozen=True)
class Flag:
    """One flag: which answers make it wave, on which it is time to stop, and which boundaries it touches.

    `weight` runs from 1 to 3 and only decides the place and the order; nobody is shown it and nothing adds it up.
    """

    id: str
    group: Group
    dimension: Dimension
    weight: int
    waves_on: frozenset[Given]
    stop_on: frozenset[Given] = frozenset()
    touches: frozenset[str] = frozenset()
    stands_for: str | None = None

    @property
    def is_about_me(self) -> bool:
        """Whether it is about her own motives or about being herself: then a night's sleep helps."""
        return self.group in (Group.MOTIVES, Group.SELF)


@dataclass(frozen=True)
class Answer:
    """What she answered to one flag, with her own words."""

    given: Given
    note: str = ""


OPEN = Answer(Given.OPEN)


@dataclass(frozen=True)
class FlagReading:
    """One flag with its answer, and the place that follows from the two."""

    flag: Flag
    answer: Answer
    place: Place

    @property
    def waves(self) -> bool:
        return self.place in (Place.NOW, Place.WATCH)

    @property
    def is_stop(self) -> bool:
        """Whether talking is not enough here."""
        return self.answer.given in self.flag.stop_on


@dataclass(frozen=True)
class ScanReading:
    """Everything a scan says, heaviest first within each place."""

    flags: tuple[FlagReading, ...]

    def at(self, place: Place) -> tuple[FlagReading, ...]:
        """The flags of one place."""
        return tuple(one for one in self.flags if one.place is place)

    @property
    def waving(self) -> tuple[FlagReading, ...]:
        """Every flag that waves, what asks something now first."""
        return (*self.at(Place.NOW), *self.at(Place.WATCH))

    @property
    def stops(self) -> tuple[FlagReading, ...]:
        """Where talking is not enough."""
        return tuple(one for one in self.flags if one.is_stop)

    @property
    def waving_ids(self) -> frozenset[str]:
        return frozenset(one.flag.id for one in self.waving)

    @property
    def topics(self) -> frozenset[str]:
        """Topics of boundaries that a waving flag touches."""
        return frozenset(topic for one in self.waving for topic in one.flag.touches)

    @property
    def asks_for_a_night(self) -> bool:
        """Whether one of her own motives, or not being herself, waves."""
        return any(one.flag.is_about_me for one in self.waving)


def place_of(flag: Flag, given: Given) -> Place:
    """Where a flag belongs: a stop and a heavy flag ask something now, so does a firm answer of middle weight."""
    if given is Given.OPEN:
        return Place.FIND_OUT
    if given in flag.stop_on:
        return Place.NOW
    if given not in flag.waves_on:
        return Place.FINE
    if flag.weight >= HEAVY or (flag.weight > LIGHT and given is not Given.BIT):
        return Place.NOW
    return Place.WATCH


def read_scan(flags: Iterable[Flag], answers: Mapping[str, Answer]) -> ScanReading:
    """Read all answers; a flag without one is still to be found out. Stops first, then by weight, then as asked."""
    readings = []
    for flag in flags:
        answer = answers.get(flag.id, OPEN)
        readings.append(FlagReading(flag, answer, place_of(flag, answer.given)))
    return ScanReading(tuple(sorted(readings, key=_heaviest_first)))


def _heaviest_first(one: FlagReading) -> tuple[bool, int, bool]:
    return (not one.is_stop, -one.flag.weight, one.answer.given is Given.BIT)


class Change(StrEnum):
    """What became of a flag between two scans."""

    NEW = "new"
    GONE = "gone"
    CHANGED = "changed"
    SAME = "same"


@dataclass(frozen=True)
class FlagChange:
    """One flag in both scans."""

    earlier: FlagReading
    later: FlagReading
    change: Change


def compare(earlier: ScanReading, later: ScanReading) -> tuple[FlagChange, ...]:
    """What changed, as asked in the later scan; flags that were fine both times are left out, and so is one that only
    one of the two scans knew."""
    then = {one.flag.id: one for one in earlier.flags}
    pairs = [(then[one.flag.id], one) for one in later.flags if one.flag.id in then]
    return tuple(FlagChange(was, now, _change(was, now)) for was, now in pairs if not _is_fine_twice(was, now))


def _is_fine_twice(was: FlagReading, now: FlagReading) -> bool:
    return was.place is now.place is Place.FINE


def _change(was: FlagReading, now: FlagReading) -> Change:
    if now.waves and not was.waves:
        return Change.NEW
    if was.waves and now.place is Place.FINE:
        return Change.GONE
    return Change.SAME if was.answer.given is now.answer.given else Change.CHANGED


def first_open(asked: Sequence[str], answered: Iterable[str]) -> int:
    """The number (from 1) of the first question without an answer; one past the last when there is none."""
    known = set(answered)
    return next((number for number, one in enumerate(asked, start=1) if one not in known), len(asked) + 1)


def merge_notes(stored: str, given: str, *, is_stale: bool) -> str:
    """Her note after she sent one. From a page that is older than what was kept, nothing is lost: both stay."""
    if not is_stale or stored in given:
        return given
    return stored if given in stored else f"{stored}\n\n{given}"
