"""What comes back over her collaborations: made from cases that were read already, so without another query."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from samenstroom.adjusting.models import Talk
from samenstroom.adjusting.queries.attempts import AttemptView
from samenstroom.checkins.models import Repair
from samenstroom.exploring.flags import all_flags, reading_of
from samenstroom.exploring.models import Feeling
from samenstroom.kit import clock
from samenstroom.rules.attempts import Said as AttemptSaid
from samenstroom.rules.dimensions import Dimension
from samenstroom.rules.findings import Finding, Level, restored
from samenstroom.rules.flags import Flag, Place
from samenstroom.rules.learning.discrimination import Sign, log_ratio
from samenstroom.rules.learning.distances import Path, path_of
from samenstroom.rules.learning.endings import Label
from samenstroom.rules.learning.fates import Fate, Sighting, Tally, fate_of, tally
from samenstroom.rules.learning.first_signs import LOW, first_of
from samenstroom.rules.learning.first_signs import Sign as FirstSign
from samenstroom.rules.learning.gut import is_doubt, was_right

from .cases import Case
from .outlines import TALK


@dataclass(frozen=True)
class Waved:
    """One flag that waved at one collaboration: since when, in which scan, and what became of it."""

    case: Case
    on: date
    scan: str
    fate: Fate


@dataclass(frozen=True)
class FlagRecord:
    """One flag over all her collaborations. `sign` compares endings, `waved` is newest collaboration first."""

    flag: Flag
    waved: tuple[Waved, ...]
    sign: Sign

    @property
    def tally(self) -> Tally:
        return tally(one.fate for one in self.waved)


def flag_records(cases: Sequence[Case]) -> list[FlagRecord]:
    """Every flag that ever waved: the most often seen first, then what tells bad endings best, then as asked."""
    waved: dict[str, list[Waved]] = {}
    for case in cases:
        for flag, one in _waved_at(case):
            waved.setdefault(flag.id, []).append(one)
    scanned = [case for case in cases if case.scans]
    records = [
        FlagRecord(flag, tuple(waved[flag.id]), _sign(waved[flag.id], scanned))
        for flag in all_flags()
        if flag.id in waved
    ]
    return sorted(records, key=lambda one: (-len(one.waved), -log_ratio(one.sign)))


def _waved_at(case: Case) -> Iterator[tuple[Flag, Waved]]:
    """Each flag once, from the first scan in which it waved."""
    seen: set[str] = set()
    days = frozenset(clock.day_of(one.finished_at) for one in case.scans if one.finished_at)
    for scan in reversed(case.scans):
        assert scan.finished_at is not None, "only a finished scan says something"
        on = clock.day_of(scan.finished_at)
        for reading in reading_of(scan).waving:
            if reading.flag.id not in seen:
                seen.add(reading.flag.id)
                again = was_seen_again(case, reading.flag, since=on, apart_from=days)
                sighting = Sighting(case.label, case.said.flags.get(reading.flag.id), again)
                yield reading.flag, Waved(case, on, scan.public_id, fate_of(sighting))


def was_seen_again(case: Case, flag: Flag, *, since: date, apart_from: frozenset[date]) -> bool:
    """Whether the behaviour was seen later: noted as a dated fact, or among the facts of a signal she was shown.

    Only behaviour is seen again, a motive is not. What a scan itself brought into a signal is no news.
    """
    if flag.is_about_me or flag.stands_for is None:
        return False
    noted = [line.happened_on for line in case.lines if line.what == flag.stands_for]
    told = [fact.on for one in findings_of(case) for fact in one.evidence if fact.kind == flag.stands_for]
    return any(day > since and day not in apart_from for day in (*noted, *told))


def _sign(waved: Sequence[Waved], scanned: Sequence[Case]) -> Sign:
    seen = {one.case.key for one in waved}

    def counted(label: Label) -> tuple[int, int]:
        alike = [case for case in scanned if case.label is label]
        return sum(case.key in seen for case in alike), len(alike)

    return Sign(*counted(Label.BAD), *counted(Label.GOOD))


def findings_of(case: Case) -> list[Finding]:
    """The signals that she was shown, as they were; the good ones too."""
    return [restored(one.finding) for one in case.shown]


@dataclass(frozen=True)
class FirstGut:
    """What her gut said first about one collaboration, and whether it was right; None while that is not known."""

    case: Case
    feeling: Feeling
    right: bool | None


def first_guts(cases: Iterable[Case]) -> list[FirstGut]:
    """The first feeling of each collaboration that has one, newest collaboration first."""
    return [
        FirstGut(case, case.feelings[0], was_right(int(case.feelings[0].step), case.label))
        for case in cases
        if case.feelings
    ]


@dataclass(frozen=True)
class Sussed:
    """Collaborations where her gut said no and her head said otherwise, and what came of them."""

    cases: tuple[Case, ...]

    @property
    def gut_was_right(self) -> int:
        return sum(one.label is Label.BAD for one in self.cases)

    @property
    def head_was_right(self) -> int:
        return sum(one.label is Label.GOOD for one in self.cases)


def sussed_at(cases: Iterable[Case]) -> Sussed:
    """Where at least one of her feelings was talked away."""
    return Sussed(
        tuple(
            case for case in cases if any(one.sussed and is_doubt(int(one.step), sussed=True) for one in case.feelings)
        )
    )


def paths_of(cases: Iterable[Case]) -> list[tuple[Case, Path]]:
    """From first doubt to talk, at each collaboration where she doubted, newest collaboration first."""
    return [(case, path) for case in cases if (path := _path(case))]


def _path(case: Case) -> Path | None:
    doubts = [clock.day_of(one.felt_at) for one in case.feelings if is_doubt(int(one.step), sussed=bool(one.sussed))]
    doubts += [clock.day_of(one.finished_at) for one in case.scans if one.finished_at and reading_of(one).at(Place.NOW)]
    findings = [clock.day_of(row.shown_at) for row in case.shown if row.finding["level"] != Level.GOOD]
    talks = [one.held_on for one in case.talks if one.held_on]
    talks += [one.talked_on for one in case.shown if one.talked_on]
    talks += [line.happened_on for line in case.lines if line.what == TALK]
    return path_of(doubts, findings, talks, case.ended_on)


def firsts_of(cases: Iterable[Case]) -> list[tuple[Case, Dimension]]:
    """Where it went wrong first, at each collaboration that has a sign of it: her own word, or the earliest sign."""
    found = []
    for case in cases:
        first = first_of(_signs(case))
        if case.said.causes:
            found.append((case, case.said.causes[0]))
        elif first:
            found.append((case, first.dimension))
    return found


def _signs(case: Case) -> Iterator[FirstSign]:
    for one in findings_of(case):
        if one.dimension and one.level is not Level.GOOD:
            yield FirstSign(one.since, one.dimension)
    for on, values in case.own_answers:
        yield from (FirstSign(on, one) for one in Dimension if (values.get(one) or LOW + 1) <= LOW)


@dataclass(frozen=True)
class Remedy:
    """One kind of thing she tried, how often she said what came of it, and how often it helped, at least a bit."""

    kind: str
    told: int
    helped: int


def remedies_of(cases: Sequence[Case]) -> list[Remedy]:
    """Talks, small repairs, and attempts of both or of herself, by her own words alone; what was never tried is out."""
    yes = {Talk.Helped.YES.value, Talk.Helped.PARTLY.value, Repair.Helped.YES.value, Repair.Helped.PARTLY.value}
    flows = {AttemptSaid.FLOWS.value}
    said = {
        "talk": [*(one.helped for case in cases for one in case.talks), *_asked(cases)],
        "repair": [one.mine for case in cases for one in case.repairs],
        "attempt": [said_at(one) for case in cases for one in case.attempts],
        "own_attempt": [one.said for case in cases for one in case.own_attempts],
    }
    kept = [case.kept.told for case in cases if case.kept]
    said = {kind: [*words, *(word for told in kept for word in told.get(kind, ()))] for kind, words in said.items()}
    found = [(kind, [word for word in words if word]) for kind, words in said.items()]
    return [Remedy(kind, len(words), sum(word in yes | flows for word in words)) for kind, words in found if words]


def said_at(attempt: AttemptView) -> str:
    """What she said herself of how an attempt went."""
    return str((attempt.look.mine or {}).get("said", "")) if attempt.look else ""


def _asked(cases: Iterable[Case]) -> Iterator[str]:
    """What she said of a talk about a signal."""
    return (one.helped for case in cases for one in case.shown)


def endings_of(cases: Sequence[Case]) -> list[tuple[str, tuple[Case, ...]]]:
    """How it ended -> the collaborations that ended so, the most often first."""
    ended = [case for case in cases if case.how and case.ended_on]
    kinds = list(dict.fromkeys(case.how for case in ended))
    found = [(kind, tuple(case for case in ended if case.how == kind)) for kind in kinds]
    return sorted(found, key=lambda pair: -len(pair[1]))
