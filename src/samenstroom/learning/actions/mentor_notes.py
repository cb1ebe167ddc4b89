"""What the two write to each other. Private between them; it stays with both, also after one of them left."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from samenstroom.accounts.models import Person
from samenstroom.collaborations.actions import NotAllowedError
from samenstroom.collaborations.models import Collaboration
from samenstroom.kit import clock
from samenstroom.learning.models import MentorNote, Mentorship


@transaction.atomic
def write_note(
    *,
    mentorship: Mentorship,
    by: Person,
    words: str,
    now: datetime,
    is_question: bool = False,
    collaboration: Collaboration | None = None,
    about: Mapping[str, str] | None = None,
    answers: MentorNote | None = None,
) -> MentorNote:
    """The other of the two can read this; the same words once more about the same are one note.

    Refuses who is not one of the two, and when it is over (NotAllowedError).
    """
    held = Mentorship.objects.select_for_update().get(pk=mentorship.pk)
    if by.pk not in (held.person_id, held.mentor_id) or not held.is_on(clock.day_of(now)):
        raise NotAllowedError
    by_mentor = by.pk == held.mentor_id
    newest = MentorNote.objects.filter(mentorship=held).order_by("-written_at", "-pk").first()
    if newest and _is_same(newest, by_mentor, words, about or {}):
        return newest
    if answers is not None:
        MentorNote.objects.filter(pk=answers.pk, read_at=None).update(read_at=now)
    return MentorNote.objects.create(
        mentorship=held, person_id=held.person_id, collaboration=collaboration, by_mentor=by_mentor,
        is_question=is_question, answers=answers, name=held.name, about=dict(about or {}), words=words, written_at=now,
    )  # fmt: skip


def mark_notes_read(*, mentorship: Mentorship, by: Person, now: datetime) -> None:
    """What the other of the two wrote was on her page."""
    is_mentor = by.pk == mentorship.mentor_id
    MentorNote.objects.filter(mentorship=mentorship, by_mentor=not is_mentor, read_at=None).update(read_at=now)


def _is_same(newest: MentorNote, by_mentor: bool, words: str, about: Mapping[str, str]) -> bool:
    return newest.by_mentor == by_mentor and newest.words == words and dict(newest.about) == dict(about)
