"""What both agreed along the way: deals that were read back, extra work, and advice."""

from __future__ import annotations

from collections.abc import Mapping

from samenstroom.agreements.models import Advice, ExtraWork, ExtraWorkOffer, ReadBack
from samenstroom.agreements.queries.extra_work import extra_of
from samenstroom.agreements.queries.readbacks import readbacks_of
from samenstroom.agreements.wording.extra_work import extra_page, total_words
from samenstroom.agreements.wording.readbacks import readback_page
from samenstroom.collaborations.visits import Visit

from .kept import Kept


def _readbacks_read(visit: Visit) -> object:
    return [readback_page(visit, one) for one in readbacks_of(visit)]


def _extra_read(visit: Visit) -> object:
    views = extra_of(visit)
    return [extra_page(visit, one) for one in views], total_words([one.work for one in views])


DEALS: Mapping[str, Kept] = {
    "readbacks": Kept(
        ReadBack,
        (
            "words", "how", "agreed_on", "terms", "put_at", "noted_at", "confirmed_at", "contested_at", "contest_words",
            "withdrawn_at", "replaced_at",
        ),
        ("put_at", "pk"),
        seats=("put_by", "confirmed_by", "contested_by"),
        must_read=_readbacks_read,
    ),
    "extra_work": Kept(
        ExtraWork,
        ("what", "put_at", "noted_at", "agreed_at", "dropped_at"),
        ("put_at", "pk"),
        letter="w",
        seats=("put_by", "agreed_by", "dropped_by"),
        parties=("asked_by",),
        inside={
            "offers": Kept(
                ExtraWorkOffer,
                ("amount", "hours", "is_free", "due_on", "made_at"),
                ("made_at", "pk"),
                seats=("made_by",),
                parent="work",
            )
        },
        must_read=_extra_read,
    ),
    "advices": Kept(
        Advice,
        (
            "asked", "instead", "why", "source", "source_year", "anyway", "given_at", "choice", "answer_words",
            "answered_at", "outcome", "outcome_at", "withdrawn_at",
        ),
        ("given_at", "pk"),
        seats=("given_by", "answered_by", "outcome_by"),
        rows={"extra_work": "extra_work"},
    ),
}  # fmt: skip
