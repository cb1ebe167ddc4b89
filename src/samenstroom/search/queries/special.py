"""What follows a rule of its own: names, the logbook, check-ins and other envelopes, files, and what is of no table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from samenstroom.accounts.models import Person
from samenstroom.checkins.queries import answers_readable_by
from samenstroom.checkins.queries.rounds import read_answer
from samenstroom.collaborations.models import HistoryLine
from samenstroom.collaborations.visibility import lines_seen_by
from samenstroom.collaborations.visits import Visit
from samenstroom.exchanges.models import ExchangeAnswer
from samenstroom.exchanges.queries import exchange_answers_readable_by
from samenstroom.files.queries.kept import files_readable_by
from samenstroom.kit import clock
from samenstroom.profiles.models import BoundaryVersion, Profile
from samenstroom.rules.visibility import Circle
from samenstroom.search.wording.kinds import line_words

from .source import Written, texts_in

PAGES = {
    "acquaintance": "acquaintance",
    "kickoff": "kickoff",
    "trial": "trial",
    "balance": "balance",
    "priorities": "priorities",
    "repair_attempt": "repair_attempt",
    "conflict": "conflicts",
    "closing": "ending_questions",
    "retrospective": "retrospective_together",
}
"""Purpose of an envelope -> the page about it."""

PRIVATE = HistoryLine.PRIVATE_KIND
Tables = Mapping[int, Visit]


def names(_person: Person, tables: Tables) -> Iterator[Written]:
    """The collaborations themselves, and who sits there. No query."""
    for visit in tables.values():
        one = visit.collaboration
        texts = (one.name, visit.other.name)
        yield Written("collaboration", "shared", visit, clock.day_of(one.created_at), texts, "collaboration")


def lines(person: Person, tables: Tables) -> Iterator[Written]:
    """The logbook: what somebody wrote, and what kind of line it is. Numbers and names in a line are not opened."""
    rows = lines_seen_by(person).filter(collaboration__in=tables, withdrawn_at=None)
    columns = ("collaboration", "happened_on", "public_id", "note")
    for table, on, key, note, kind in rows.exclude(kind=PRIVATE).order_by("pk").values_list(*columns, "kind"):
        yield _line("shared", tables[table], on, key, note, kind)
    for table, on, key, note, own in rows.filter(kind=PRIVATE).order_by("pk").values_list(*columns, "own"):
        yield _line("private", tables[table], on, key, note, str(own["kind"]))


def _line(circle: str, visit: Visit, on: date, key: str, note: str, kind: str) -> Written:
    texts = (str(note), line_words(kind)) if note else (line_words(kind),)
    return Written("logbook", circle, visit, on, texts, "log_line", {"line": key})


def checkins(person: Person, tables: Tables) -> Iterator[Written]:
    """Words in a check-in: her own, and of the other what was shared and opened."""
    rows = answers_readable_by(person).filter(collaboration__in=tables).defer("values", "guess")
    for one in rows.order_by("pk"):
        told = read_answer(one, person)
        texts = tuple(text for text in (told.appreciation, told.remark) if text)
        is_open = one.round.revealed_at is not None or one.freed_at is not None
        if texts:
            yield Written(
                "checkin", "shared" if is_open else "sealed", tables[one.collaboration_id], one.round.opened_on, texts,
                "checkin_reveal", {"day": one.round.opened_on},
            )  # fmt: skip


def envelopes(person: Person, tables: Tables) -> Iterator[Written]:
    """Answers that were given apart: her own, and those of both once they opened."""
    for one in exchange_answers_readable_by(person).filter(collaboration__in=tables).order_by("pk"):
        texts, page = tuple(texts_in(one.answers)), PAGES.get(one.exchange.purpose)
        if texts and page:
            yield Written(
                one.exchange.purpose, "shared" if _is_open(one) else "sealed", tables[one.collaboration_id],
                clock.day_of(one.sent_at or one.exchange.started_at), texts, page,
            )  # fmt: skip


def _is_open(one: ExchangeAnswer) -> bool:
    return one.exchange.revealed_at is not None or one.freed_at is not None


def files(person: Person, tables: Tables) -> Iterator[Written]:
    """Names of files; what is in them stays closed."""
    rows = files_readable_by(person).filter(collaboration__in=tables).order_by("pk")
    for table, circle, kept_at, key, name in rows.values_list(
        "collaboration", "circle", "kept_at", "public_id", "name"
    ):
        which = "private" if circle == Circle.PRIVATE.value else "shared"
        yield Written("file", which, tables[table], clock.day_of(kept_at), (str(name),), "file", {"file": key})


def about_herself(person: Person) -> Iterator[Written]:
    """Her profile and her boundaries, which belong to no collaboration. Two queries."""
    rows = BoundaryVersion.objects.filter(boundary__person=person, until_at=None).select_related("boundary")
    for one in rows.order_by("pk"):
        texts = tuple(str(text) for text in (one.words, one.why) if text)
        yield Written("boundary", "private", None, clock.day_of(one.since_at), texts, "boundaries")
    for profile in Profile.objects.filter(person=person):
        told: list[Any] = [getattr(profile, name) for name in PROFILE]
        day = clock.day_of(profile.changed_at) if profile.changed_at else None
        yield Written("profile", "private", None, day, tuple(str(one) for one in told if one), "profile")


PROFILE = ("flourish", "ideal_client", "vision", "expertise", "left_to_others", "channels", "response_time",
           "working_hours", "rates")  # fmt: skip
AT_TABLES = (names, lines, checkins, envelopes, files)
