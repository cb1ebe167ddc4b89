"""Keeping a file with a collaboration, sharing a private one, and taking it away again."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from samenstroom.collaborations.actions import NotAllowedError, write_line
from samenstroom.collaborations.models import Seat
from samenstroom.files import storage
from samenstroom.files.models import KeptFile
from samenstroom.rules.visibility import Circle


@transaction.atomic
def keep_file(*, seat: Seat, circle: Circle, name: str, media_type: str, content: bytes, now: datetime) -> KeptFile:
    """The file is kept, sealed. History: none; who calls this writes the line that tells what it is.

    The caller has checked what it is by its content and that it is not too large.
    """
    kept = KeptFile.objects.create(
        collaboration=seat.collaboration,
        circle=circle.value,
        person=seat.person,
        seat=seat,
        name=name,
        media_type=media_type,
        size=len(content),
        sha256=storage.fingerprint(content),
        kept_at=now,
    )
    storage.write(kept.public_id, content)
    return kept


@transaction.atomic
def add_file(*, seat: Seat, circle: Circle, name: str, media_type: str, content: bytes, now: datetime) -> KeptFile:
    """A file lies on the table, or in her own pocket. The same file again, in the same circle, changes nothing.

    History: that a file was shared, with its name; of a private one nothing. Nobody is told. Refuses who only reads
    along, unless it is private to her (NotAllowedError).
    """
    if circle is Circle.SHARED and seat.party.speaker_id != seat.pk:
        raise NotAllowedError
    same = same_file(seat=seat, circle=circle, content=content)
    if same is not None:
        return same
    kept = keep_file(seat=seat, circle=circle, name=name, media_type=media_type, content=content, now=now)
    if circle is Circle.SHARED:
        write_line(seat=seat, kind="file_shared", now=now, data={"file": name})
    return kept


def same_file(*, seat: Seat, circle: Circle, content: bytes) -> KeptFile | None:
    """What she kept before with exactly this content. Fingerprints are sealed, so they are compared one by one."""
    mark = storage.fingerprint(content)
    rows = KeptFile.objects.filter(collaboration=seat.collaboration, person=seat.person, removed_at=None)
    alike = rows.filter(circle=circle.value, size=len(content))
    return next((row for row in alike if row.sha256 == mark), None)


@transaction.atomic
def share_file(*, kept: KeptFile, seat: Seat, now: datetime) -> None:
    """A private file of hers lies on the table from now on. History: that a file was shared, with its name.

    For both it is kept from now: since when she kept it for herself stays hers.
    Refuses a file that is not her own, is shared already or was taken away, and who only reads along.
    """
    held = KeptFile.objects.select_for_update().get(pk=kept.pk)
    is_own = held.person_id is not None and held.person_id == seat.person_id
    is_private = held.circle == Circle.PRIVATE.value
    if not is_own or not is_private or held.removed_at or seat.party.speaker_id != seat.pk:
        raise NotAllowedError
    held.circle, held.seat, held.kept_at = Circle.SHARED.value, seat, now
    held.save(update_fields=["circle", "seat", "kept_at"])
    write_line(seat=seat, kind="file_shared", now=now, data={"file": held.name})


@transaction.atomic
def remove_file(*, kept: KeptFile, seat: Seat, now: datetime) -> None:
    """The content is gone. Of a shared file the line stays, with a second one that it was taken away; a private one
    leaves nothing.

    Refuses a file that somebody else kept. Once taken away it stays so.
    """
    held = KeptFile.objects.select_for_update().get(pk=kept.pk)
    if held.person_id is None or held.person_id != seat.person_id:
        raise NotAllowedError
    if held.removed_at:
        return
    if held.circle == Circle.PRIVATE.value:
        held.delete()
    else:
        KeptFile.objects.filter(pk=held.pk).update(removed_at=now)
        write_line(seat=seat, kind="file_removed", now=now, data={"file": held.name})
    transaction.on_commit(lambda: storage.remove(held.public_id))
