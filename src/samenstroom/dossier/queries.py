"""Every row that one person may see of one collaboration, each through the filters of who may see what."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Model, Prefetch, QuerySet

from samenstroom.accounts.models import Person
from samenstroom.checkins.models import Answer, OwnRhythm, Repair, RepairLook, Rhythm, Round
from samenstroom.checkins.queries import answers_readable_by
from samenstroom.checkins.queries.rounds import sent_moments
from samenstroom.collaborations.models import HistoryLine, LineAnswer, OwnStage, PersonalNote, Seat
from samenstroom.collaborations.visibility import lines_seen_by, private_rows, shared_lines_seen_by, shared_rows
from samenstroom.collaborations.visits import Visit
from samenstroom.watch.models import ShownFinding

from .kept import Kept
from .models import Extra, Import
from .own_lists import OWN_LISTS
from .shared_lists import SHARED_LISTS


@dataclass(frozen=True)
class Inside:
    """Rows that stand in other rows, by primary key of the outer one; of a sealed kind only those she may read.

    `sent` (outer row, party) says of a sealed kind who sent, and when: that is known to both.
    """

    rows: Mapping[int, list[Any]]
    sent: Mapping[tuple[int, int], datetime]


@dataclass(frozen=True)
class Shared:
    """What both parties own, as this person may see it. `answers` are only those she may read."""

    seats: list[Seat]
    lines: list[HistoryLine]
    rhythms: list[Rhythm]
    rounds: list[Round]
    answers: Mapping[tuple[int, int], Answer]
    sent: Mapping[tuple[int, int], datetime]
    repairs: list[Repair]
    looks: list[RepairLook]
    lists: Mapping[str, list[Any]]
    inside: Mapping[str, Mapping[str, Inside]]
    extra: Mapping[str, Any]
    kept_keys: Mapping[str, str]


def shared_of(visit: Visit, *, only_shared: bool) -> Shared:
    """Everything of this table; with `only_shared` without her own private lines and sealed answers."""
    rounds = list(_here(Round.objects.all(), visit).order_by("number"))
    imported = import_of(visit)
    return Shared(
        seats=list(_here(Seat.objects.select_related("party"), visit).order_by("party__position", "pk")),
        lines=_lines(visit, only_shared),
        rhythms=list(_here(Rhythm.objects.all(), visit).order_by("proposed_at", "pk")),
        rounds=rounds,
        answers=_answers(visit, only_shared),
        sent=sent_moments(visit.person, rounds),
        repairs=list(_here(Repair.objects.select_related("round"), visit).order_by("proposed_at", "pk")),
        looks=list(_here(RepairLook.objects.select_related("repair"), visit).order_by("pk")),
        lists={name: _all_of(kept, visit) for name, kept in SHARED_LISTS.items()},
        inside={name: _all_inside(kept, visit, only_shared) for name, kept in SHARED_LISTS.items()},
        extra=_sections(_here(Extra.objects.filter(person=None), visit)),
        kept_keys=imported.keys if imported else {},
    )


def _here(rows: QuerySet[Any], visit: Visit) -> QuerySet[Any]:
    return shared_rows(rows.filter(collaboration=visit.collaboration), seen_by=visit.person)


def _lines(visit: Visit, only_shared: bool) -> list[HistoryLine]:
    rows = (shared_lines_seen_by if only_shared else lines_seen_by)(visit.person)
    said = Prefetch("answers", queryset=LineAnswer.objects.order_by("answered_at", "pk"))
    here = rows.filter(collaboration=visit.collaboration).prefetch_related(said)
    return list(here.order_by("happened_on", "recorded_at", "pk"))


def _all_of(kept: Kept, visit: Visit) -> list[Any]:
    return list(_here(kept.model._default_manager.all(), visit).order_by(*kept.order))


def _all_inside(kept: Kept, visit: Visit, only_shared: bool) -> dict[str, Inside]:
    return {name: _inside(kind, visit, only_shared) for name, kind in kept.inside.items()}


def _inside(kept: Kept, visit: Visit, only_shared: bool) -> Inside:
    here, outer, seal = _here(kept.model._default_manager.all(), visit), f"{kept.parent}_id", kept.seal
    rows = seal.readable(visit.person).filter(collaboration=visit.collaboration) if seal else here
    found: dict[int, list[Any]] = {}
    for row in rows.order_by(*kept.order):
        if seal is None or not only_shared or seal.is_open(row):
            found.setdefault(getattr(row, outer), []).append(row)
    sent = here.exclude(sent_at=None).values_list(outer, "party_id", "sent_at") if seal else ()
    return Inside(found, {(parent, party): moment for parent, party, moment in sent})


def _answers(visit: Visit, only_shared: bool) -> dict[tuple[int, int], Answer]:
    rows = answers_readable_by(visit.person).filter(collaboration=visit.collaboration)
    return {(one.round_id, one.party_id): one for one in rows if not only_shared or is_open(one)}


def is_open(answer: Answer) -> bool:
    """Whether both sides may read it: it opened with the round, or was freed."""
    return answer.round.revealed_at is not None or answer.freed_at is not None


@dataclass(frozen=True)
class Own:
    """What this person keeps for herself about this collaboration."""

    stage: OwnStage | None
    origin: str
    rhythm: OwnRhythm | None
    lists: Mapping[str, list[Model]]
    findings: list[ShownFinding]
    extra: Mapping[str, Any]


def own_of_person(visit: Visit) -> Own:
    """Everything of hers, and nothing of anyone else."""
    note = _mine(PersonalNote, visit).first()
    lists = {name: list(_mine(kept.model, visit).order_by(*kept.order)) for name, kept in OWN_LISTS.items()}
    return Own(
        stage=_mine(OwnStage, visit).first(),
        origin=note.origin if note else "",
        rhythm=_mine(OwnRhythm, visit).first(),
        lists=lists,
        findings=lists["findings"],
        extra=_sections(_mine(Extra, visit)),
    )


def _mine(model: type[Any], visit: Visit) -> QuerySet[Any]:
    return private_rows(model.objects.filter(collaboration=visit.collaboration), seen_by=visit.person)


def _sections(rows: QuerySet[Extra]) -> Mapping[str, Any]:
    row = rows.first()
    return row.sections if row else {}


def import_of(visit: Visit) -> Import | None:
    """When and by whom this collaboration was read in from a dossier; None for one that began here."""
    found: Import | None = _here(Import.objects.all(), visit).first()
    return found


def person_with(email: str) -> Person | None:
    """The person with this address."""
    return Person.objects.filter(email__iexact=email.strip()).first()
