"""The only way in which pages of a signed-in person fetch something.

A person with an account sees her own tables; anything else, there or not, is the same 404. Someone who only has a
personal link stays behind her own door.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import wraps
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.cache import never_cache

from samenstroom.accounts.models import Membership, Person, PersonalLink, Practice, PracticeInvitation
from samenstroom.accounts.practices import find_invitation, members_of, practice_of
from samenstroom.adjusting.models import OwnAttempt, Talk
from samenstroom.adjusting.queries.attempts import own_attempt_by_id
from samenstroom.adjusting.queries.talks import talk_by_id
from samenstroom.agreements.models import AgreementVersion, KeptText, LawyerRemark, LawyerReview
from samenstroom.agreements.queries.lawyers import remark_of, review_by_id
from samenstroom.agreements.queries.readings import kept_text_by_id
from samenstroom.agreements.queries.versions import version_by_number, versions_of
from samenstroom.agreements.wording.versions import current_version
from samenstroom.collaborations.models import Seat
from samenstroom.collaborations.queries import colleagues_at, link_by_id
from samenstroom.collaborations.visits import Visit, visit_of
from samenstroom.connections.models import Connection
from samenstroom.connections.queries.connections import connection_by_id
from samenstroom.exploring.models import Decision, Feeling, ReadinessAnswer, ReferenceRequest, Scan
from samenstroom.exploring.queries.decisions import decision_by_id
from samenstroom.exploring.queries.feelings import feeling_by_id
from samenstroom.exploring.queries.readiness import readiness_by_id
from samenstroom.exploring.queries.references import reference_by_id
from samenstroom.exploring.queries.scans import scan_by_id
from samenstroom.farewell.models import HandoverItem
from samenstroom.farewell.queries.handover import draft_by_id
from samenstroom.feedback.models import FeedbackDraft
from samenstroom.feedback.queries.feedback import draft_by_id as feedback_draft_by_id
from samenstroom.kit import clock
from samenstroom.learning.models import Outline
from samenstroom.learning.queries.lessons import LessonView, lesson_by_key
from samenstroom.learning.queries.outlines import outline_by_id
from samenstroom.privacy.queries import wishes
from samenstroom.profiles.models import Boundary
from samenstroom.profiles.queries.boundaries import boundary_by_id

JOINING = "joining_practice"
View = Callable[..., HttpResponse]


def with_account(view: View) -> View:
    """Only for someone with an account; others go to sign in, link holders to their own door.

    No browser and no proxy keeps such a page: after signing out the back button shows nothing.
    """

    @never_cache
    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        if not request.user.has_account:
            return HttpResponseRedirect(reverse("portal:tables"))
        return view(request, *args, **kwargs)

    return guarded


def with_visit(page: View) -> View:
    """Only for someone who sits at this table; the page gets her `Visit`."""

    @with_account
    @wraps(page)
    def visiting(request: HttpRequest, collaboration: str, **kwargs: Any) -> HttpResponse:
        return page(request, visit_or_404(person_of(request), collaboration), **kwargs)

    return visiting


def person_of(request: HttpRequest) -> Person:
    """The person who is signed in."""
    assert isinstance(request.user, Person)
    return request.user


def erase_day_of(person: Person) -> date | None:
    """The day on which everything of hers is erased, when she asked for it."""
    return wishes.erase_day_of(person)


def visit_or_404(person: Person, collaboration: str) -> Visit:
    """Her visit to this table."""
    visit = visit_of(person, collaboration, clock.now())
    if visit is None:
        raise Http404
    return visit


def practice_or_404(person: Person) -> Practice:
    """The practice she works in."""
    practice = practice_of(person)
    if practice is None:
        raise Http404
    return practice


def colleague_or_404(visit: Visit, public_id: str) -> Person:
    """Someone who works in the practice of this side."""
    membership: Membership | None = None
    if visit.party.practice is not None:
        members = members_of(visit.party.practice, seen_by=visit.person)
        membership = members.filter(person__public_id=public_id).first()
    if membership is None:
        raise Http404
    return membership.person


def link_or_404(visit: Visit, public_id: str) -> PersonalLink:
    """A copy of the other side's link, made for this table."""
    link = link_by_id(visit, public_id)
    if link is None:
        raise Http404
    return link


def invitation_or_none(token: str) -> PracticeInvitation | None:
    """The invitation to a practice that this token opens, while it works."""
    return find_invitation(token, clock.now())


def feeling_or_404(person: Person, public_id: str) -> Feeling:
    """A feeling of her own."""
    feeling = feeling_by_id(person, public_id)
    if feeling is None:
        raise Http404
    return feeling


def readiness_or_404(person: Person, public_id: str) -> ReadinessAnswer:
    """A readiness test that was sent to her."""
    answer = readiness_by_id(person, public_id)
    if answer is None:
        raise Http404
    return answer


def connection_or_404(person: Person, public_id: str) -> Connection:
    """A connection of her own."""
    found = connection_by_id(person, public_id)
    if found is None:
        raise Http404
    return found


def boundary_or_404(person: Person, public_id: str) -> Boundary:
    """A boundary of her own."""
    boundary = boundary_by_id(person, public_id)
    if boundary is None:
        raise Http404
    return boundary


def scan_or_404(visit: Visit, public_id: str, *, or_draft: bool = False) -> Scan:
    """A finished scan of hers; also the one she is filling in when `or_draft`."""
    scan = scan_by_id(visit, public_id)
    if scan is None or (scan.finished_at is None and not or_draft):
        raise Http404
    return scan


def decision_or_404(visit: Visit, public_id: str) -> Decision:
    """A decision she made here."""
    decision = decision_by_id(visit, public_id)
    if decision is None:
        raise Http404
    return decision


def talk_or_404(visit: Visit, public_id: str) -> Talk:
    """A talk she prepares."""
    talk = talk_by_id(visit, public_id)
    if talk is None:
        raise Http404
    return talk


def own_attempt_or_404(visit: Visit, public_id: str) -> OwnAttempt:
    """An attempt of her own."""
    found = own_attempt_by_id(visit, public_id)
    if found is None:
        raise Http404
    return found


def version_to_begin_from(visit: Visit, number: str) -> AgreementVersion | None:
    """The version of this table with this number; without a number the one that counts now, if there is a text."""
    if number:
        return version_by_number(visit, int(number)) if number.isdecimal() and len(number) < 6 else None
    found = current_version(versions_of(visit))
    return found if found and found.way == AgreementVersion.Way.MADE.value else None


def handover_draft_or_404(visit: Visit, public_id: str) -> HandoverItem:
    """A thing to hand over that she keeps for herself."""
    draft = draft_by_id(visit, public_id)
    if draft is None:
        raise Http404
    return draft


def reference_or_404(visit: Visit, public_id: str) -> ReferenceRequest:
    """A reference she asked."""
    reference = reference_by_id(visit, public_id)
    if reference is None:
        raise Http404
    return reference


def colleague_seat_or_404(visit: Visit, public_id: str) -> Seat:
    """The seat of someone of her own side who reads along."""
    seat = next((one for one in colleagues_at(visit) if one.public_id == public_id), None)
    if seat is None:
        raise Http404
    return seat


def invitation_in_hand(request: HttpRequest) -> PracticeInvitation | None:
    """The invitation she is accepting: after the first button it lives in her session, not in the address."""
    found = PracticeInvitation.objects.select_related("practice", "invited_by").filter(
        pk=request.session.get(JOINING, 0), accepted_at=None, withdrawn_at=None, expires_at__gt=clock.now()
    )
    return found.first()


def feedback_draft_or_404(visit: Visit, public_id: str) -> FeedbackDraft:
    """Feedback she is still writing."""
    found = feedback_draft_by_id(visit, public_id)
    if found is None:
        raise Http404
    return found


def review_or_404(visit: Visit, public_id: str) -> LawyerReview:
    """A lawyer whom she asked to read along here."""
    found = review_by_id(visit, public_id)
    if found is None:
        raise Http404
    return found


def lawyer_remark_or_404(visit: Visit, review: str, remark: str) -> LawyerRemark:
    """A remark of a lawyer whom she asked here."""
    found = remark_of(review_or_404(visit, review), remark)
    if found is None:
        raise Http404
    return found


def outline_or_404(person: Person, public_id: str) -> Outline:
    """What is left of a collaboration that she erased."""
    outline = outline_by_id(person, public_id)
    if outline is None:
        raise Http404
    return outline


def lesson_or_404(person: Person, key: str) -> LessonView:
    """A lesson of her own."""
    found = lesson_by_key(person, key)
    if found is None:
        raise Http404
    return found


def kept_text_or_404(visit: Visit, public_id: str) -> KeptText:
    """A text of an agreement she keeps here."""
    found = kept_text_by_id(visit, public_id)
    if found is None:
        raise Http404
    return found
