"""Erasing a person: what is hers alone goes, what is of both stays with the other, and a table of nobody goes too."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import datetime

from django.contrib.sessions.models import Session
from django.db import transaction
from django.db.models import Model, QuerySet
from django.db.models.fields.reverse_related import ForeignObjectRel

from samenstroom.accounts.models import Invitee, Person, PersonalLink, Practice, PracticeInvitation
from samenstroom.checkins.models import Answer
from samenstroom.collaborations.actions import write_line
from samenstroom.collaborations.models import Collaboration, Seat
from samenstroom.files import storage
from samenstroom.files.models import KeptFile
from samenstroom.learning.models import Mentorship
from samenstroom.mail.forgetting import erase_mail_of
from samenstroom.privacy.fates import mixed_models, own_models

Gone = Counter[str]
"""Group -> how many rows of it went."""


@transaction.atomic
def erase_person(*, person: Person, now: datetime) -> Gone:
    """What is hers alone is gone: texts, drafts, sealed answers, profile, mail, links, sessions, her address.

    At a table where somebody else sits, what is of both stays, with her name as it stood there. A table where nobody
    sits any more goes as a whole. When nothing of anybody else points at her any more she is gone; otherwise a record
    without a name, an address or a way in stays behind. History: one line at each table that stays. Who runs this
    sees numbers only. Doing it twice changes nothing.
    """
    held = Person.objects.select_for_update().get(pk=person.pk)
    gone: Gone = Counter()
    tables = list(Collaboration.objects.filter(seats__person=held).values_list("pk", flat=True))
    _leave(held, gone, now)
    _erase_own(held, gone)
    _erase_ways_in(held, gone, now)
    _erase_tables_of_nobody(tables, gone)
    _empty(held, now)
    return gone


def _erase_own(person: Person, gone: Gone) -> None:
    """What she alone could read. Of what is of both stays what both could read."""
    for mixed, model in mixed_models():
        rows = model._default_manager.filter(**{mixed.owner: person})
        shared = rows.filter(mixed.is_shared)
        gone[mixed.group] += take_away(rows.exclude(pk__in=shared.values("pk")))
        if mixed.emptied:
            shared.update(**mixed.emptied)
    for answer in Answer.objects.filter(person=person):
        empty_answer(answer)
    for group, model in own_models():
        gone[group] += take_away(model._default_manager.filter(person=person))


def take_away(rows: QuerySet[Model]) -> int:
    """Take the rows away, and of a file what stands on disk."""
    if rows.model is KeptFile:
        names = list(rows.values_list("public_id", flat=True))
        transaction.on_commit(lambda: storage.remove_all(names))
    count = rows.count()
    rows.delete()
    return count


def empty_answer(answer: Answer) -> None:
    """Of an opened answer her guess and a remark that she did not share were for her alone."""
    shared = answer.remark_choice == Answer.RaiseChoice.NOW or answer.remark_shared_at is not None
    answer.guess = None
    if not shared:
        answer.remark, answer.remark_choice = "", ""
    answer.save(update_fields=["guess", "remark", "remark_choice"])


def _leave(person: Person, gone: Gone, now: datetime) -> None:
    """Her places are free. The line says that she ended her account, and nothing else."""
    for seat in Seat.objects.filter(person=person).select_related("collaboration", "party"):
        write_line(seat=seat, kind="erased", now=now)
        old = seat.invitee_id
        speaks = seat.party.speaker_id == seat.pk
        seat.person, seat.joined_at = None, None
        seat.invitee = Invitee.objects.create(name=seat.name, created_at=now) if speaks else None
        seat.save(update_fields=["person", "joined_at", "invitee"])
        gone["links"] += PersonalLink.objects.filter(invitee=old).count() if old else 0
        Invitee.objects.filter(pk=old or 0).delete()


def _erase_ways_in(person: Person, gone: Gone, now: datetime) -> None:
    """Links, sessions, memberships, mail, whatever a library keeps of her account, and looking along with others."""
    gone["links"] += PersonalLink.objects.filter(invitee__person=person).count()
    Invitee.objects.filter(person=person).delete()
    PracticeInvitation.objects.filter(invited_by=person).delete()
    practices = list(person.memberships.values_list("practice", flat=True))
    person.memberships.all().delete()
    Practice.objects.filter(pk__in=practices, memberships=None).delete()
    Mentorship.objects.filter(mentor=person, ended_at=None).update(ended_at=now)
    gone["mail"] += erase_mail_of(person)
    for session in _sessions_of(person):
        session.delete()
        gone["sessions"] += 1
    for rows, relation in _pointing_at(person):
        if not relation.related_model.__module__.startswith("samenstroom."):
            rows.delete()


def _sessions_of(person: Person) -> Iterator[Session]:
    for session in Session.objects.iterator(chunk_size=200):
        if session.get_decoded().get("_auth_user_id") == str(person.pk):
            yield session


def _erase_tables_of_nobody(tables: list[int], gone: Gone) -> None:
    """A table where nobody sits any more can be read by nobody."""
    empty = Collaboration.objects.filter(pk__in=tables).exclude(seats__person__isnull=False)
    gone["tables"] += erase_whole(empty)


@transaction.atomic
def erase_whole(tables: QuerySet[Collaboration]) -> int:
    """These collaborations are gone with everything in them, the invitations to them, and the files on disk."""
    keys = list(tables.values_list("pk", flat=True))
    names = list(KeptFile.objects.filter(collaboration__in=keys).values_list("public_id", flat=True))
    invitees = list(Seat.objects.filter(collaboration__in=keys).exclude(invitee=None).values_list("invitee", flat=True))
    Collaboration.objects.filter(pk__in=keys).delete()
    Invitee.objects.filter(pk__in=invitees, person=None).delete()
    transaction.on_commit(lambda: storage.remove_all(names))
    return len(keys)


def _empty(person: Person, now: datetime) -> None:
    """Nothing of hers is left in her record; it goes when nothing of anybody else points at it."""
    person.name, person.email, person.email_confirmed_at, person.account_since = "", None, None, None
    person.theme, person.language, person.is_active, person.last_login = "", "nl", False, None
    person.erased_at = person.erased_at or now
    person.set_unusable_password()
    person.save()
    for rows, relation in _pointing_at(person):
        if relation.field.null:
            rows.update(**{relation.field.name: None})
    if not any(rows.exists() for rows, _relation in _pointing_at(person)):
        person.delete()


def _pointing_at(person: Person) -> Iterator[tuple[QuerySet[Model], ForeignObjectRel]]:
    """Every kind of row that may point at her, with those that do; also where nothing leads back from her."""
    for relation in person._meta.get_fields(include_hidden=True):
        if not isinstance(relation, ForeignObjectRel) or relation.field.many_to_many:
            continue
        rows = relation.related_model._base_manager.filter(**{relation.field.name: person})
        yield rows, relation
