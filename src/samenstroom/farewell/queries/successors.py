"""Successors of a table as both see them; and the dossier as the successor herself sees it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from samenstroom.accounts.models import Person
from samenstroom.accounts.outside import by_token, in_browser
from samenstroom.collaborations.insiders import is_at_table
from samenstroom.collaborations.models import Party, Seat
from samenstroom.collaborations.visibility import shared_rows
from samenstroom.collaborations.visits import Visit
from samenstroom.farewell.models import (
    HandoverItem,
    HandoverRelease,
    Successor,
    SuccessorAnswer,
    SuccessorQuestion,
    WorkInSession,
)
from samenstroom.rules.handover import in_dossier


@dataclass(frozen=True)
class Released:
    """Who lets the successor read one item as it reads now; `stale` when the words changed since one of them did."""

    item: HandoverItem
    by_party: frozenset[int]
    stale: frozenset[int]
    is_open: bool


@dataclass(frozen=True)
class Dossier:
    """What the successor sees, no more: items both released, with her ticks, questions and sessions."""

    items: Sequence[HandoverItem]
    ticked: frozenset[int]
    questions: Sequence[SuccessorQuestion]
    sessions: Sequence[WorkInSession]


def successors_of(visit: Visit) -> QuerySet[Successor]:
    """Who was proposed at this table, oldest first, also when her link was taken back."""
    rows = Successor.objects.filter(collaboration=visit.collaboration).select_related("proposed_by", "minted_by")
    return shared_rows(rows, seen_by=visit.person).order_by("proposed_at", "pk")


def successor_by_id(visit: Visit, public_id: str) -> Successor | None:
    """One of them."""
    return successors_of(visit).filter(public_id=public_id).first()


def looks_of(visit: Visit, successor: Successor) -> list[datetime]:
    """When she looked, newest first; both sides see the same."""
    return list(successor.looks.order_by("-looked_at").values_list("looked_at", flat=True))


def releases_of(successor: Successor, items: Sequence[HandoverItem]) -> list[Released]:
    """For each of these items who released it."""
    given: dict[int, dict[int, object]] = {}
    for one in HandoverRelease.objects.filter(successor=successor, item__in=items):
        given.setdefault(one.item_id, {})[one.party_id] = one.text
    parties = list(Party.objects.filter(collaboration=successor.collaboration_id).order_by("position"))
    return [_released(item, given.get(item.pk, {}), parties) for item in items]


def _released(item: HandoverItem, given: dict[int, object], parties: Sequence[Party]) -> Released:
    first, second = (given.get(party.pk) for party in parties)
    return Released(
        item=item,
        by_party=frozenset(key for key, text in given.items() if text == item.text),
        stale=frozenset(key for key, text in given.items() if text != item.text),
        is_open=in_dossier(first, second, item.text),
    )


def dossier_of(successor: Successor) -> Dossier:
    """Exactly what both sides released to her. What only one ticked, or what changed since, is not in it."""
    rows = HandoverItem.objects.filter(releases__successor=successor, dropped_at=None).exclude(tabled_at=None)
    items = list(rows.distinct().order_by("tabled_at", "pk"))
    sessions = WorkInSession.objects.filter(successor=successor, dropped_at=None).exclude(agreed_at=None)
    return Dossier(
        items=[one.item for one in releases_of(successor, items) if one.is_open],
        ticked=frozenset(successor.ticks.values_list("item", flat=True)),
        questions=questions_of(successor),
        sessions=list(sessions.order_by("begins_at", "pk")),
    )


def questions_of(successor: Successor) -> list[SuccessorQuestion]:
    """What she asked, oldest first, with the answers."""
    rows = SuccessorQuestion.objects.filter(successor=successor).order_by("asked_at", "pk")
    return list(rows.prefetch_related("answers__seat__person", "answers__seat__invitee"))


def question_by_id(successor: Successor, public_id: str) -> SuccessorQuestion | None:
    """One question of hers."""
    return SuccessorQuestion.objects.filter(successor=successor, public_id=public_id).first()


def unanswered_by_table(person: Person, visits: Sequence[Visit]) -> dict[int, Successor]:
    """Collaboration id -> a successor with a question that nobody answered; one query for any number of tables."""
    keys = [visit.collaboration.pk for visit in visits]
    rows = shared_rows(Successor.objects.filter(collaboration__in=keys, withdrawn_at=None), seen_by=person)
    answered = SuccessorAnswer.objects.values("question")
    waiting = SuccessorQuestion.objects.exclude(pk__in=answered).values("successor")
    return {one.collaboration_id: one for one in rows.filter(pk__in=waiting).order_by("-pk")}


def successor_by_token(token: str) -> Successor | None:
    """The successor a link belongs to, working or not."""
    return by_token(_held(), token)


def successor_in_browser(public_id: str, key: str) -> Successor | None:
    """The successor whose link this browser claimed, with the key it keeps."""
    return in_browser(_held(), public_id, key)


def _held() -> QuerySet[Successor]:
    return Successor.objects.select_related("collaboration", "minted_by__person", "minted_by__invitee")


def is_inside(successor: Successor, person: Person) -> bool:
    """She sits at this table herself, on either side, or works in a practice that does."""
    return is_at_table(successor.collaboration_id, person)


def speakers_of(successor: Successor) -> list[Seat]:
    """Who speaks for each of the two sides, in the order of the table."""
    parties = Party.objects.filter(collaboration=successor.collaboration_id).order_by("position")
    return [
        one.speaker
        for one in parties.select_related("speaker__party", "speaker__person", "speaker__invitee")
        if one.speaker
    ]
