"""Keeping a file with a collaboration, and taking it away again."""

from __future__ import annotations

import hashlib
from datetime import datetime

from django.db import transaction

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
        sha256=hashlib.sha256(content).hexdigest(),
        kept_at=now,
    )
    storage.write(kept.public_id, content)
    return kept
