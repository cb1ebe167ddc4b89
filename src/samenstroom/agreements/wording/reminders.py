"""What she may want to think of while writing: points both laid on the table, and her own boundaries and lessons."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from samenstroom.collaborations.models import HistoryLine
from samenstroom.collaborations.visibility import lines_seen_by, shared_lines_seen_by
from samenstroom.collaborations.visits import Visit
from samenstroom.collaborations.wording import sentence
from samenstroom.exploring.flags import reading_of
from samenstroom.exploring.queries.decisions import lessons_alike
from samenstroom.exploring.queries.scans import newest_scan
from samenstroom.kit.dates import full_date
from samenstroom.kit.language import language
from samenstroom.profiles.queries.boundaries import boundaries_of

POINTS, PRICE = "point_for_agreement", "price_named"
TOUCHED = frozenset({"price", "payment", "hours", "reach", "scope", "law"})
"""Topics of boundaries that an agreement is about."""


@dataclass(frozen=True)
class Reminder:
    """Some words and where they come from."""

    words: str
    source: str


@dataclass(frozen=True)
class Reminders:
    """`points` are from both; `boundaries` and `lessons` are hers alone."""

    points: Sequence[Reminder]
    boundaries: Sequence[Reminder]
    lessons: Sequence[Reminder]


def reminders(visit: Visit, *, without: Collection[int] = ()) -> Reminders:
    """What to think of at this table. `without`: look backs of which she chose herself where their lesson returns."""
    lessons = _lessons(visit, without)
    return Reminders(points=_points(visit), boundaries=[*_price(visit), *_boundaries(visit)], lessons=lessons)


def _points(visit: Visit) -> list[Reminder]:
    lines = shared_lines_seen_by(visit.person).filter(collaboration=visit.collaboration, kind=POINTS, withdrawn_at=None)
    ordered = lines.select_related("seat").order_by("happened_on", "pk")
    return [Reminder(str(one.note), _from(one, visit)) for one in ordered if one.note]


def _from(line: HistoryLine, visit: Visit) -> str:
    who = _("Jij") if line.seat_id == visit.seat.pk else (line.seat.first_name if line.seat else visit.other_name)
    return f"{who}, {full_date(line.happened_on, language())}"


def _price(visit: Visit) -> list[Reminder]:
    """The price she named last, as she noted it."""
    rows = lines_seen_by(visit.person).filter(collaboration=visit.collaboration, author=visit.person, withdrawn_at=None)
    named = rows.filter(kind__in=(PRICE, HistoryLine.PRIVATE_KIND)).select_related("seat")
    newest = next((one for one in named.order_by("-happened_on", "-pk") if one.what == PRICE), None)
    if newest is None:
        return []
    return [Reminder(sentence(newest, visit), full_date(newest.happened_on, language()))]


def _boundaries(visit: Visit) -> list[Reminder]:
    held = [one for one in boundaries_of(visit.person) if one.topic in TOUCHED]
    return [Reminder(one.words, _("Een grens van jou")) for one in held]


def _lessons(visit: Visit, without: Collection[int]) -> list[Reminder]:
    """Her lessons from collaborations where the same flags waved as in her newest scan here."""
    scan = newest_scan(visit)
    if scan is None:
        return []
    return [
        Reminder(one.words, _("Wat je leerde bij %(name)s") % {"name": one.collaboration_name})
        if one.collaboration_name
        else Reminder(one.words, _("Wat je eerder leerde"))
        for one in lessons_alike(visit, reading_of(scan).waving_ids)
        if one.look_back not in without
    ]
