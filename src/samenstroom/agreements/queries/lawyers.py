"""Lawyers who read along, for who asked alone; what a lawyer holds in her hand; and remarks that were shared."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import Exists, OuterRef, Prefetch, QuerySet

from samenstroom.accounts.models import Person
from samenstroom.accounts.outside import by_token, in_browser
from samenstroom.agreements.models import LawyerLook, LawyerRemark, LawyerReview, LawyerText, SharedRemark
from samenstroom.collaborations.insiders import is_across, is_beside
from samenstroom.collaborations.visibility import private_rows, shared_rows
from samenstroom.collaborations.visits import Visit


def reviews_of(visit: Visit) -> list[LawyerReview]:
    """Whom she asked here, oldest first, with the texts and the remarks."""
    return list(_own(visit).order_by("asked_at", "pk"))


def review_by_id(visit: Visit, public_id: str) -> LawyerReview | None:
    """One of them."""
    return _own(visit).filter(public_id=public_id).first()


def _own(visit: Visit) -> QuerySet[LawyerReview]:
    rows = private_rows(LawyerReview.objects.filter(collaboration=visit.collaboration), seen_by=visit.person)
    return rows.prefetch_related(_texts(), _remarks())


def _texts() -> Prefetch[str]:
    return Prefetch("texts", LawyerText.objects.order_by("number"))


def _remarks() -> Prefetch[str]:
    return Prefetch("remarks", LawyerRemark.objects.select_related("of_text").order_by("of_text__number", "pk"))


def remark_of(review: LawyerReview, public_id: str) -> LawyerRemark | None:
    """One remark of this lawyer."""
    return next((one for one in review.remarks.all() if one.public_id == public_id), None)


def looks_of_lawyer(review: LawyerReview) -> list[LawyerLook]:
    """When the lawyer looked, newest first."""
    return list(review.looks.order_by("-looked_at"))


def reviews_by_table(person: Person, visits: Sequence[Visit]) -> dict[int, list[LawyerReview]]:
    """Collaboration id -> whom she asked there, without words but with `is_news`; one query for any number of tables.

    It is news when the lawyer wrote, or said up to where she read, since she last looked.
    """
    found: dict[int, list[LawyerReview]] = {visit.collaboration.pk: [] for visit in visits}
    if not person.has_account:
        return found
    rows = private_rows(LawyerReview.objects.filter(collaboration__in=list(found)), seen_by=person).defer("words")
    remarks = LawyerRemark.objects.filter(review=OuterRef("pk"), read_at=None)
    ticked = LawyerText.objects.filter(review=OuterRef("pk"), read_at=None).exclude(reviewed_at=None)
    for one in rows.annotate(is_news=Exists(remarks) | Exists(ticked)).order_by("asked_at", "pk"):
        found[one.collaboration_id].append(one)
    return found


def review_by_token(token: str) -> LawyerReview | None:
    """The review a link belongs to, working or not."""
    return by_token(_held(), token)


def review_in_browser(public_id: str, key: str) -> LawyerReview | None:
    """The review whose link this browser claimed, with the key it keeps."""
    return in_browser(_held(), public_id, key)


def _held() -> QuerySet[LawyerReview]:
    return LawyerReview.objects.select_related("person", "collaboration").prefetch_related(_texts(), _remarks())


def is_with_who_asked(review: LawyerReview, person: Person) -> bool:
    """She asked herself, sits beside who asked, or works in the same practice."""
    return is_beside(review.person_id, review.collaboration_id, person)


def is_across_from_who_asked(review: LawyerReview, person: Person) -> bool:
    """She sits at the same table on the other side: to her it is not there."""
    return is_across(review.person_id, review.collaboration_id, person)


def shared_remarks_of(visit: Visit) -> list[SharedRemark]:
    """Remarks of lawyers that either side shared and did not take back, newest first."""
    rows = shared_rows(SharedRemark.objects.filter(collaboration=visit.collaboration), seen_by=visit.person)
    return list(rows.filter(withdrawn_at=None).select_related("seat").order_by("-shared_at", "-pk"))


def shared_remark_by_id(visit: Visit, public_id: str) -> SharedRemark | None:
    """One of them."""
    return next((one for one in shared_remarks_of(visit) if one.public_id == public_id), None)


def shared_remarks_by_table(person: Person, visits: Sequence[Visit]) -> dict[int, list[SharedRemark]]:
    """Collaboration id -> its shared remarks, newest first, without their words; one query for any number of tables."""
    found: dict[int, list[SharedRemark]] = {visit.collaboration.pk: [] for visit in visits}
    rows = shared_rows(SharedRemark.objects.filter(collaboration__in=list(found), withdrawn_at=None), seen_by=person)
    for one in rows.select_related("seat").defer("about", "words", "proposal").order_by("-shared_at", "-pk"):
        found[one.collaboration_id].append(one)
    return found
