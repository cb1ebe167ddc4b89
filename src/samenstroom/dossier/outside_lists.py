"""People from outside: a mediator whom both asked, remarks of a lawyer that were shared, and a lawyer of her own.

What each side ticked for a mediator is in no file: a file of both may be read by both, and nobody is let in by it.
"""

from __future__ import annotations

from collections.abc import Mapping

from samenstroom.adjusting.models import (
    Mediation,
    MediationLook,
    MediationNote,
    MediationTalk,
    MediationTalkAnswer,
)
from samenstroom.adjusting.queries.mediations import mediations_of
from samenstroom.adjusting.wording.mediations import mediation_page
from samenstroom.agreements.models import LawyerLook, LawyerRemark, LawyerReview, LawyerText, SharedRemark
from samenstroom.agreements.queries.lawyers import reviews_of, shared_remarks_of
from samenstroom.agreements.wording.check import check_for_role
from samenstroom.agreements.wording.lawyers import lawyer_page, remark_row, review_row, shared_row
from samenstroom.collaborations.visits import Visit
from samenstroom.kit import clock

from .kept import Kept

OPENS = "of a link: it opens nothing after reading in, a new one is made on the page"
LINK = dict.fromkeys(("token_hash", "minted_at", "expires_at", "withdrawn_at", "claimed_at", "browser_hash"), OPENS)


def _mediations_read(visit: Visit) -> object:
    return [mediation_page(one) for one in mediations_of(visit)]


def _shared_read(visit: Visit) -> object:
    return [shared_row(visit, one) for one in shared_remarks_of(visit)]


def _lawyers_read(visit: Visit) -> object:
    pages = []
    for one in reviews_of(visit):
        page = lawyer_page(one)
        found = check_for_role(page.text.content, str(page.text.role), clock.day_of(visit.now))
        pages.append((page, found, review_row(one, visit.now), [remark_row(said) for said in one.remarks.all()]))
    return pages


OUTSIDE: Mapping[str, Kept] = {
    "shared_remarks": Kept(
        SharedRemark,
        ("version", "about", "words", "proposal", "shared_at", "withdrawn_at"),
        ("shared_at", "pk"),
        names={"seat": "by"},
        seats=("seat",),
        must_read=_shared_read,
    ),
    "mediation": Kept(
        Mediation,
        ("name", "words", "ends_on", "proposed_at", "agreed_at", "noted_at", "dropped_at", "ended_at"),
        ("proposed_at", "pk"),
        letter="m",
        seats=("proposed_by", "agreed_by", "ended_by"),
        left_out=LINK,
        inside={
            "looks": Kept(MediationLook, ("looked_at",), ("looked_at", "pk"), parent="mediation"),
            "notes": Kept(MediationNote, ("text", "written_at"), ("written_at", "pk"), parent="mediation"),
        },
        must_read=_mediations_read,
    ),
    "mediation_talks": Kept(
        MediationTalk,
        ("begins_at", "minutes", "place", "sequence", "proposed_at", "dropped_at"),
        ("proposed_at", "pk"),
        rows={"mediation": "mediation"},
        inside={
            "answers": Kept(
                MediationTalkAnswer,
                ("can", "answered_at"),
                ("answered_at", "pk"),
                names={"seat": "by"},
                seats=("seat",),
                parties=("party",),
                parent="talk",
            ),
        },
        must_read=_mediations_read,
    ),
}

OWN_OUTSIDE: Mapping[str, Kept] = {
    "lawyers": Kept(
        LawyerReview,
        ("name", "words", "days", "asked_at"),
        ("asked_at", "pk"),
        letter="j",
        left_out=LINK,
        must_read=_lawyers_read,
    ),
    "lawyer_texts": Kept(
        LawyerText,
        ("number", "version", "role", "content", "text", "given_at", "reviewed_as", "reviewed_at", "read_at"),
        ("given_at", "pk"),
        letter="y",
        rows={"review": "lawyers"},
    ),
    "lawyer_remarks": Kept(
        LawyerRemark,
        ("place", "words", "proposal", "written_at", "read_at", "taken_at"),
        ("written_at", "pk"),
        rows={"review": "lawyers", "of_text": "lawyer_texts"},
    ),
    "lawyer_looks": Kept(LawyerLook, ("looked_at",), ("looked_at", "pk"), rows={"review": "lawyers"}),
}
