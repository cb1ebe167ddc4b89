"""Mentorships from either side, what is shown by them, looks and notes. Always of one of the two."""

from __future__ import annotations

from datetime import date

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from samenstroom.accounts.models import Person
from samenstroom.accounts.outside import by_token
from samenstroom.collaborations.visibility import private_rows
from samenstroom.collaborations.visits import Visit
from samenstroom.learning.models import MentorLook, MentorNote, MentorShare, Mentorship


def mentorships_of(person: Person) -> QuerySet[Mentorship]:
    """Whom she lets look along, or did; newest first."""
    rows = private_rows(Mentorship.objects.all(), seen_by=person)
    return rows.select_related("person", "mentor").order_by(F("ended_at").desc(nulls_first=True), "-asked_at", "-pk")


def mentorship_by_id(person: Person, public_id: str) -> Mentorship | None:
    """One of her own."""
    return mentorships_of(person).filter(public_id=public_id).first()


def mentored_by(mentor: Person, today: date) -> QuerySet[Mentorship]:
    """With whom this mentor looks along today, by name of nothing but when it began."""
    rows = Mentorship.objects.filter(mentor=mentor, ended_at=None, until_on__gte=today, person__is_active=True)
    return rows.select_related("person", "mentor").order_by("began_at", "pk")


def mentored_by_id(mentor: Person, public_id: str, today: date) -> Mentorship | None:
    """One of them, while it lasts."""
    return mentored_by(mentor, today).filter(public_id=public_id).first()


def mentorship_by_token(token: str) -> Mentorship | None:
    """The one a link was made for, working or not."""
    return by_token(Mentorship.objects.select_related("person"), token)


def mentorship_by_key(key: int) -> Mentorship | None:
    """The one a session holds."""
    return Mentorship.objects.select_related("person").filter(pk=key).first()


def live_shares(mentorship: Mentorship) -> list[MentorShare]:
    """What is shown by it now, newest first; one query."""
    rows = MentorShare.objects.filter(mentorship=mentorship, stopped_at=None).select_related("collaboration")
    return list(rows.order_by("-shown_at", "-pk"))


def share_by_id(mentorship: Mentorship, public_id: str) -> MentorShare | None:
    """One thing or kind that is shown by it."""
    return next((one for one in live_shares(mentorship) if one.public_id == public_id), None)


def looks_of(mentorship: Mentorship) -> list[MentorLook]:
    """When the mentor looked at what, newest first. For who let her in."""
    rows = MentorLook.objects.filter(mentorship=mentorship).select_related("collaboration")
    return list(rows.order_by("-looked_on", "-looked_at", "-pk")[:500])


def notes_of(mentorship: Mentorship) -> list[MentorNote]:
    """What the two wrote, oldest first, so that it reads as a talk."""
    rows = MentorNote.objects.filter(mentorship=mentorship).select_related("collaboration", "answers")
    return list(rows.order_by("written_at", "pk"))


def note_by_id(mentorship: Mentorship, public_id: str) -> MentorNote | None:
    """One note between the two."""
    return MentorNote.objects.filter(mentorship=mentorship, public_id=public_id).first()


def notes_read_in(person: Person) -> list[MentorNote]:
    """Notes that came along in a file: they belong to no mentorship here; oldest first."""
    rows = private_rows(MentorNote.objects.filter(mentorship=None), seen_by=person).select_related("collaboration")
    return list(rows.order_by("written_at", "pk"))


def notes_from_before(mentor: Person, today: date) -> list[MentorNote]:
    """What this mentor wrote and got where she no longer looks along, oldest first."""
    over = Q(mentorship__ended_at__isnull=False) | Q(mentorship__until_on__lt=today)
    rows = MentorNote.objects.filter(over, mentorship__mentor=mentor).select_related("mentorship__person")
    return list(rows.order_by("mentorship", "written_at", "pk"))


def shares_at(visit: Visit) -> list[MentorShare]:
    """What she showed of this collaboration to whichever mentor, also what stopped; oldest first."""
    rows = private_rows(MentorShare.objects.filter(collaboration=visit.collaboration), seen_by=visit.person)
    return list(rows.select_related("collaboration").order_by("shown_at", "pk"))


def looks_at(visit: Visit) -> list[MentorLook]:
    """Which looks of mentors there were at this collaboration of hers."""
    rows = private_rows(MentorLook.objects.filter(collaboration=visit.collaboration), seen_by=visit.person)
    return list(rows.select_related("collaboration").order_by("looked_at", "pk"))


def notes_at(visit: Visit) -> list[MentorNote]:
    """What she and her mentors wrote about this collaboration."""
    rows = private_rows(MentorNote.objects.filter(collaboration=visit.collaboration), seen_by=visit.person)
    return list(rows.order_by("written_at", "pk"))


def asking_of(person: Person, today: date) -> list[Mentorship]:
    """Where something waits for her, from either side, while it lasts; one query.

    Each has `has_question` and `has_note` (the other wrote and it was not read) and `has_new` (something was shown
    since the mentor looked).
    """
    mine = Q(person=person)
    by_other = MentorNote.objects.filter(mentorship=OuterRef("pk"), read_at=None).filter(
        Q(by_mentor=True, mentorship__person=person) | Q(by_mentor=False, mentorship__mentor=person)
    )
    shown = MentorShare.objects.filter(mentorship=OuterRef("pk"), stopped_at=None)
    since = Q(shown_at__gt=OuterRef("looked_at")) | Q(mentorship__looked_at=None)
    rows = Mentorship.objects.filter(
        mine | Q(mentor=person), ended_at=None, until_on__gte=today, person__is_active=True
    )
    rows = rows.exclude(mentor=None).select_related("person", "mentor").order_by("began_at", "pk")
    return list(
        rows.annotate(
            has_question=Exists(by_other.filter(is_question=True)),
            has_note=Exists(by_other),
            has_new=Exists(shown.filter(since)),
        )
    )


def companion_of(mentorship: Mentorship, visit: Visit) -> str:
    """The public id of what both were asked for this mentor at this table; empty for nothing."""
    return str(mentorship.tables.get(visit.collaboration.public_id, {}).get("companion", ""))
