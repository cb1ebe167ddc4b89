"""Mediators of a table as both see them, the ticks of one's own side, and what the mediator holds in her hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Prefetch, QuerySet

from samenstroom.accounts.models import Person
from samenstroom.accounts.outside import by_token, in_browser
from samenstroom.adjusting.models import Mediation, MediationNote, MediationTalk, MediationTalkAnswer, MediationTick
from samenstroom.collaborations.insiders import is_at_table
from samenstroom.collaborations.models import Party, Seat
from samenstroom.collaborations.visibility import shared_rows
from samenstroom.collaborations.visits import Visit, make_visit


@dataclass(frozen=True)
class MediationView:
    """One mediator as this visit sees it."""

    mediation: Mediation
    visit: Visit

    @property
    def i_proposed(self) -> bool:
        by = self.mediation.proposed_by
        return by is not None and by.party_id == self.visit.party.pk

    @property
    def is_on(self) -> bool:
        return self.mediation.is_on(self.visit.now)

    @property
    def is_proposed(self) -> bool:
        """It lies on the table and was not answered."""
        one = self.mediation
        return one.agreed_at is None and one.noted_at is None and one.dropped_at is None

    @property
    def waits_for_yes(self) -> bool:
        """The other proposed it."""
        return self.is_proposed and not self.i_proposed

    @property
    def is_over(self) -> bool:
        return self.mediation.agreed_at is not None and not self.is_on


def mediations_of(visit: Visit) -> list[MediationView]:
    """Who was proposed here, newest first; what was taken off the table is left out."""
    return mediations_by_table(visit.person, [visit])[visit.collaboration.pk]


def mediation_by_id(visit: Visit, public_id: str) -> MediationView | None:
    """One of them."""
    return next((one for one in mediations_of(visit) if one.mediation.public_id == public_id), None)


def mediations_by_table(person: Person, visits: Sequence[Visit]) -> dict[int, list[MediationView]]:
    """Collaboration id -> its mediators, newest first; one query where there are none, four at most."""
    tables = {visit.collaboration.pk: visit for visit in visits}
    rows = shared_rows(Mediation.objects.filter(collaboration__in=tables, dropped_at=None), seen_by=person)
    found: dict[int, list[MediationView]] = {key: [] for key in tables}
    for one in _told(rows.select_related("proposed_by", "agreed_by", "ended_by")).order_by("-proposed_at", "-pk"):
        found[one.collaboration_id].append(MediationView(one, tables[one.collaboration_id]))
    return found


def _told(rows: QuerySet[Mediation]) -> QuerySet[Mediation]:
    answers = Prefetch("answers", MediationTalkAnswer.objects.select_related("seat"))
    talks = MediationTalk.objects.filter(dropped_at=None).prefetch_related(answers).order_by("-proposed_at", "-pk")
    notes = MediationNote.objects.order_by("-written_at", "-pk")
    return rows.prefetch_related(Prefetch("talks", talks), Prefetch("notes", notes))


def looks_of_mediator(mediation: Mediation) -> list[datetime]:
    """When she looked, newest first; both sides see the same."""
    return list(mediation.looks.order_by("-looked_at").values_list("looked_at", flat=True))


def talk_of(mediation: Mediation) -> MediationTalk | None:
    """The moment that lies before both."""
    return next(iter(mediation.talks.all()), None)


def names_in_calendars(talks: Sequence[MediationTalk]) -> dict[int, tuple[str, int]]:
    """Talk -> the name under which calendars know it, and how often it changed; `talks` of one mediation, oldest first.

    A moment that made room before it was held gives its name to the next, so that a calendar moves it. What was held
    keeps its place.
    """
    found: dict[int, tuple[str, int]] = {}
    before: MediationTalk | None = None
    for one in talks:
        is_moved = before is not None and before.dropped_at is not None and before.ends_at > one.proposed_at
        name, times = found[before.pk] if before else (one.public_id, 0)
        found[one.pk] = (name, times + 1 + one.sequence) if is_moved else (one.public_id, one.sequence)
        before = one
    return found


def name_in_calendars(talk: MediationTalk) -> tuple[str, int]:
    """The same for one talk. One query: what was read of a mediation before leaves out what made room."""
    rows = MediationTalk.objects.filter(mediation=talk.mediation_id).defer("place")
    return names_in_calendars(list(rows.order_by("proposed_at", "pk")))[talk.pk]


def suits_both(talk: MediationTalk) -> bool:
    """Whether both said that they can."""
    return sum(one.can == MediationTalkAnswer.Can.YES for one in talk.answers.all()) > 1


def talk_now(talk: MediationTalk) -> MediationTalk:
    """The same moment, fresh, with the answers."""
    rows = MediationTalk.objects.select_related("mediation__collaboration").prefetch_related("answers")
    return rows.get(pk=talk.pk)


def own_ticks(visit: Visit, mediation: Mediation) -> Mapping[str, str]:
    """Item -> how it read when her own side ticked it. Never what the other side ticked."""
    return _ticks(mediation, visit.party.pk)


def both_ticked(mediation: Mediation) -> Mapping[str, str]:
    """Item -> its mark, for what both sides ticked as it read then. Only the page of the mediator asks this."""
    parties = list(Party.objects.filter(collaboration=mediation.collaboration_id).order_by("position"))
    first, *others = (_ticks(mediation, party.pk) for party in parties)
    return {item: mark for item, mark in first.items() if all(one.get(item) == mark for one in others)}


def _ticks(mediation: Mediation, party: int) -> dict[str, str]:
    rows = MediationTick.objects.filter(mediation=mediation, party=party)
    return {str(one.item): str(one.mark) for one in rows}


def mediation_by_token(token: str) -> Mediation | None:
    """The mediation a link belongs to, working or not."""
    return by_token(_held(), token)


def mediation_in_browser(public_id: str, key: str) -> Mediation | None:
    """The mediation whose link this browser claimed, with the key it keeps."""
    return in_browser(_held(), public_id, key)


def _held() -> QuerySet[Mediation]:
    people = ("proposed_by__person", "agreed_by__person", "collaboration")
    return _told(Mediation.objects.select_related(*people))


def is_of_the_two(mediation: Mediation, person: Person) -> bool:
    """She sits at this table herself, on either side, or works in a practice that does."""
    return is_at_table(mediation.collaboration_id, person)


def table_of(mediation: Mediation, now: datetime) -> Visit:
    """The table as both see it, to read from what both share: through the seat of who agreed, or who proposed."""
    seats = list(
        Seat.objects.filter(collaboration=mediation.collaboration_id)
        .select_related("person", "invitee", "party__speaker__invitee", "party__speaker__person")
        .order_by("pk")
    )
    taken = next(one for one in seats if one.person_id is not None)
    assert taken.person is not None
    return make_visit(taken.person, mediation.collaboration, seats, now)
