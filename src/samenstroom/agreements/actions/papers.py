"""Making the sealed paper of a version that every side signed."""

from __future__ import annotations

import hashlib
from datetime import datetime

from django.db import transaction

from samenstroom import content
from samenstroom.agreements.models import AgreementVersion, ListedPaper, SealedPaper, TrailEvent
from samenstroom.agreements.paper import paper_of
from samenstroom.agreements.seal import put_seal
from samenstroom.collaborations.models import Collaboration
from samenstroom.files.actions.keep import keep_file
from samenstroom.rules.visibility import Circle

from .trail import add_link

MEDIA_TYPE = "application/pdf"


class NotSignedError(Exception):
    """Not every side signed, so there is nothing to seal."""


@transaction.atomic
def seal_paper(*, version: AgreementVersion, now: datetime) -> SealedPaper:
    """The paper is made, sealed and kept with the collaboration, for both; once.

    History: none, the act was signing; the trail gets its last link. Refuses a version that was not signed here by
    every side (NotSignedError).
    """
    Collaboration.objects.select_for_update().get(pk=version.collaboration_id)
    earlier = SealedPaper.objects.filter(version=version).first()
    if earlier:
        return earlier
    held = AgreementVersion.objects.select_related("provider").get(pk=version.pk)
    last = held.signatures.select_related("seat__collaboration", "seat__person").order_by("-position").first()
    if held.signed_at is None or held.is_read_in or last is None or last.seat is None:
        raise NotSignedError
    reason = content.load("signing", str(held.text["language"]))["acts"]["sealed"]
    sealed = put_seal(paper_of(held), reason=reason)
    sha256, signatures = hashlib.sha256(sealed).hexdigest(), held.signatures.count()
    kept = keep_file(
        seat=last.seat,
        circle=Circle.SHARED,
        name=file_name(held),
        media_type=MEDIA_TYPE,
        content=sealed,
        now=now,
    )
    add_link(version=held, kind=TrailEvent.Kind.SEALED.value, said={"sha256": sha256, "order": signatures}, at=now)
    return SealedPaper.objects.create(
        collaboration=held.collaboration, version=held, file=kept, sha256=sha256, signatures=signatures, sealed_at=now
    )


def seal_and_list(*, paper: bytes, kind: ListedPaper.Kind, reason: str, now: datetime) -> bytes:
    """A paper that nobody signs is sealed and goes to who made it; only its hash is kept. History: none."""
    sealed = put_seal(paper, reason=reason)
    ListedPaper.objects.create(sha256=hashlib.sha256(sealed).hexdigest(), kind=kind.value, sealed_at=now)
    return sealed


def file_name(version: AgreementVersion) -> str:
    """How the file is called when somebody keeps it."""
    whole, part = ("agreement", "addendum") if version.text.get("language") == "en" else ("overeenkomst", "aanvulling")
    word = part if version.is_addendum else whole
    return f"{word}-{version.number}.pdf"
