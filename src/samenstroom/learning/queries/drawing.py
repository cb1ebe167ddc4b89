"""Drawing an outline: from a case as she sees it to plain content without a name, a word, a day, or anything of the
other. What was drawn before stays in it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from samenstroom.checkins.queries import RoundView
from samenstroom.collaborations.models import HistoryLine, LineAnswer
from samenstroom.collaborations.visits import Visit
from samenstroom.exploring.flags import reading_of
from samenstroom.kit import clock
from samenstroom.rules.decisions import REFUSALS, Choice, Outcome
from samenstroom.rules.learning.endings import EndingFacts, label_of
from samenstroom.rules.learning.fates import Fate
from samenstroom.rules.learning.outlines import quarter_of, rounded
from samenstroom.rules.visibility import Circle

from .cases import Case, cases_at
from .flights import flown_of
from .outlines import TALK
from .patterns import findings_of, flag_records, said_at
from .yields import Brought, brought_by

OWN, BOTH = "own", "both"
"""The two parts: what is hers alone, and what she gave to what is of both."""
CLOSING = ("planned", "conflict", "kept", "would_again")
"""The questions at the end that are answered with a code."""
OTHERS_TOO = "values"
"""The one trait that rests on what the other answered."""
Content = dict[str, Any]


def draw(visit: Visit, parts: Collection[str], before: Mapping[str, Any]) -> Content:
    """The content of her outline here, with these parts in it and what was drawn before."""
    person = visit.person
    (case,) = cases_at(person, [visit], ())
    (flown,), brought = flown_of(person, [case]), next(iter(brought_by(person, [case])), None)
    traits = {name: value for name, value in flown.flight.traits.items() if name != OTHERS_TOO and ":" not in name}
    hers = _only_hers(case, visit)
    quarter = quarter_of(case.began_on)
    content: Content = {
        "year": quarter.year,
        "quarter": quarter.number,
        "kind": case.kind,
        "how": case.how or before.get("how", ""),
        "ended": _days(case, case.ended_on) if case.how else before.get("ended"),
        "traits": {**traits, **before.get("traits", {})},
    }
    drawn = {OWN: own_part, BOTH: both_part}
    for name, part in drawn.items():
        was = before.get(name, {})
        content[name] = _joined(was, part(hers, visit, brought)) if name in parts else was
    return content


def own_part(case: Case, visit: Visit, brought: Brought | None) -> Content:
    """What is hers alone, and what she gave that was never opened."""
    sealed = [one for one in case.rounds if not _is_open(one)]
    closing = case.closing if case.closing and not case.closing.is_revealed else None
    return _filled({
        "scans": [
            {"day": _days(case, clock.day_of(scan.finished_at)), "flags": _waving(case, scan)}
            for scan in reversed(case.scans)
            if scan.finished_at
        ],
        "fates": {
            one.flag.id: waved.fate is Fate.CAME_TRUE
            for one in flag_records([case])
            for waved in one.waved
            if waved.fate is not Fate.UNKNOWN
        },
        "feelings": [
            {"day": _days(case, clock.day_of(one.felt_at)), "step": int(one.step), "sussed": bool(one.sussed)}
            for one in case.feelings
        ],
        "findings": _findings(case),
        "talks": [
            {"day": _days(case, one.held_on), "helped": str(one.helped)}
            for one in case.talks
            if one.held_on or one.helped
        ],
        "talked": _talked(case, Circle.PRIVATE),
        "answers": [*_answers(case, sealed), *_own_checkins(case)],
        "repairs": [one.mine for one in case.repairs if one.mine and one.repair.looked_back_at is None],
        "attempts": [said_at(one) for one in case.attempts if said_at(one) and not one.is_opened],
        "own_attempts": [str(one.said) for one in case.own_attempts if one.said],
        "closing": _codes(closing.mine if closing else None),
        "said": _filled({
            "label": case.said.label.value if case.said.label else "",
            "glad": case.said.both_glad,
            "causes": [one.value for one in case.said.causes],
        }),
        "estimates": list(_estimates(case)),
        "energy": brought.energy if brought else None,
    })  # fmt: skip


def both_part(case: Case, visit: Visit, brought: Brought | None) -> Content:
    """What she gave to what is of both."""
    closing = case.closing if case.closing and case.closing.is_revealed else None
    sums = brought.sums if brought else None
    told = {"paid": sums.paid, "hours": sums.hours, "unseen": sums.unseen} if sums else {}
    return _filled({
        "answers": _answers(case, [one for one in case.rounds if _is_open(one)]),
        "talked": _talked(case, Circle.SHARED),
        "repairs": [one.mine for one in case.repairs if one.mine and one.repair.looked_back_at],
        "attempts": [said_at(one) for one in case.attempts if said_at(one) and one.is_opened],
        "closing": _codes(closing.mine if closing else None),
        "sums": {name: rounded(amount) for name, amount in told.items() if amount > Decimal()},
        "payments": [brought.payments.late, brought.payments.known] if brought and brought.payments.known else [],
    })  # fmt: skip


def _only_hers(case: Case, visit: Visit) -> Case:
    """The same case without what only the other noted or said, and with the label that it has then."""
    mine = case.closing.mine if case.closing else None
    facts = EndingFacts(how=case.how, mine=mine or {}, both_glad=case.said.both_glad, own=case.said.label)
    lines = [one for one in case.lines if _is_hers(one, visit)]
    return replace(case, label=label_of(facts), lines=lines)


def _is_hers(line: HistoryLine, visit: Visit) -> bool:
    """Her own line, or one of which she said that so it was."""
    if line.author_id == visit.person.pk:
        return True
    return any(one.seat_id == visit.seat.pk and one.stance == LineAnswer.Stance.SO.value for one in line.answers.all())


def _is_open(one: RoundView) -> bool:
    return one.is_revealed or bool(one.mine and one.mine.is_freed)


def _waving(case: Case, scan: Any) -> dict[str, str]:
    return {one.flag.id: one.answer.given.value for one in reading_of(scan).waving}


def _findings(case: Case) -> list[Content]:
    """Which signals she was shown, how heavy, and whether she talked about it: not what they rested on."""
    return [
        _filled({
            "day": _days(case, clock.day_of(row.shown_at)),
            "since": _days(case, found.since),
            "code": found.code,
            "dimension": found.dimension.value if found.dimension else "",
            "level": found.level.value,
            "talked": _days(case, row.talked_on),
            "helped": str(row.helped),
        })
        for row, found in zip(case.shown, findings_of(case), strict=True)
    ]  # fmt: skip


def _talked(case: Case, circle: Circle) -> list[int]:
    days = [_days(case, line.happened_on) for line in case.lines if line.what == TALK and line.circle == circle.value]
    return [one for one in days if one is not None]


def _answers(case: Case, rounds: Iterable[RoundView]) -> list[Content]:
    found = [(one.round.opened_on, one.mine.values) for one in rounds if one.mine and one.mine.is_sent]
    return [{"day": _days(case, on), "values": _known(values)} for on, values in sorted(found, key=lambda one: one[0])]


def _own_checkins(case: Case) -> list[Content]:
    return [
        {"day": _days(case, one.answered_on), "values": _known(one.values)}
        for one in sorted(case.own.done, key=lambda one: one.answered_on)
    ]


def _known(values: Mapping[str, int | None]) -> dict[str, int]:
    return {name: int(step) for name, step in values.items() if step}


def _codes(said: Mapping[str, Any] | None) -> dict[str, str]:
    return {name: str(said[name]) for name in CLOSING if said and said.get(name)}


def _estimates(case: Case) -> Iterable[Content]:
    """What came of it is known; a prediction is only its percentage."""
    for one in case.feelings:
        if one.prediction and one.resolved_at is not None:
            on = clock.day_of(one.resolved_at)
            yield _estimate(case, on, int(one.percent), came=bool(one.outcome), of="feeling")
    for decision in case.decisions:
        seen = decision.looked_back
        if (
            seen
            and seen.percent is not None
            and seen.outcome != Outcome.UNKNOWN
            and Choice(seen.choice) not in REFUSALS
        ):
            on = clock.day_of(seen.looked_back_at)
            yield _estimate(case, on, int(seen.percent), came=seen.outcome == Outcome.BOTH, of="decision")


def _estimate(case: Case, on: date, percent: int, *, came: bool, of: str) -> Content:
    return {"day": _days(case, on), "percent": percent, "came": came, "of": of}


def _days(case: Case, day: date | None) -> int | None:
    """How far a day lies from the beginning."""
    return None if day is None else (day - case.began_on).days


def _filled(told: Content) -> Content:
    """Without what is empty; zero days and a no are not empty."""
    return {name: value for name, value in told.items() if value not in (None, "", [], {}, ())}


def _joined(before: Mapping[str, Any], now: Content) -> Content:
    """Rows one after another, of the rest what is newest."""
    found = {**before, **now}
    for name, value in before.items():
        if isinstance(value, list) and name != "payments":
            found[name] = [*value, *now.get(name, [])]
        elif isinstance(value, dict):
            found[name] = {**value, **now.get(name, {})}
    return found
