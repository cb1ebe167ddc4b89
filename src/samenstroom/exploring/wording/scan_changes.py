"""Two finished scans side by side: what is new, gone, changed, the same. Words only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from samenstroom.collaborations.visits import Visit
from samenstroom.exploring.flags import reading_of
from samenstroom.exploring.models import Scan
from samenstroom.rules.flags import Change, FlagChange, Place, compare

from .scan_questions import scan_texts
from .scans import FlagText, finished_on, flag_text


@dataclass(frozen=True)
class ChangedFlag:
    """One flag then and now. `title` is the flag as a sentence, or its question when it never waved."""

    title: str
    then: FlagText
    now: FlagText


@dataclass(frozen=True)
class ChangedPart:
    """Everything that changed in one way."""

    title: str
    words: str
    flags: Sequence[ChangedFlag]


@dataclass(frozen=True)
class ComparePage:
    """Two scans side by side."""

    then: date
    now: date
    parts: Sequence[ChangedPart]


def compare_page(visit: Visit, earlier: Scan, later: Scan) -> ComparePage:
    """The page for two finished scans of hers."""
    found = compare(reading_of(earlier), reading_of(later))
    parts = [_part(change, [one for one in found if one.change is change], visit) for change in Change]
    return ComparePage(finished_on(earlier), finished_on(later), [part for part in parts if part.flags])


def _part(change: Change, found: Sequence[FlagChange], visit: Visit) -> ChangedPart:
    texts = scan_texts()["compare"][change.value]
    return ChangedPart(texts["title"], texts["words"], [_changed(one, visit) for one in found])


def _changed(one: FlagChange, visit: Visit) -> ChangedFlag:
    then, now = flag_text(one.earlier, visit), flag_text(one.later, visit)
    never_waved = Place.FIND_OUT in (one.earlier.place, one.later.place) and not (one.earlier.waves or one.later.waves)
    return ChangedFlag(now.question if never_waved else now.title, then, now)
