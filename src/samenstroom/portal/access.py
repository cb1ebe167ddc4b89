"""The only way in which pages behind a personal link fetch something.

Someone with a claimed link sees the tables where she sits; anything else, there or not, is the same 404.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from allauth.account.adapter import get_adapter
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.cache import never_cache

from samenstroom.accounts.links import find_link
from samenstroom.accounts.models import Person, PersonalLink
from samenstroom.adjusting.models import Mediation
from samenstroom.adjusting.queries.mediations import mediation_by_token, mediation_in_browser
from samenstroom.agenda.models import CalendarFeed
from samenstroom.agenda.queries.feeds import feed_by_token
from samenstroom.agreements.models import LawyerReview
from samenstroom.agreements.queries.lawyers import review_by_token, review_in_browser
from samenstroom.collaborations.models import Seat
from samenstroom.collaborations.queries import links_of, visits_of
from samenstroom.collaborations.visits import Visit, visit_of
from samenstroom.exploring.models import ReferenceRequest
from samenstroom.exploring.queries.references import reference_by_token, reference_in_browser, subject_of
from samenstroom.farewell.models import Successor
from samenstroom.farewell.queries.successors import successor_by_token, successor_in_browser
from samenstroom.kit import clock
from samenstroom.profiles.models import ReadinessPage
from samenstroom.profiles.queries.readiness import open_readiness_page
from samenstroom.profiles.queries.work_page import PublicPage, online_page

View = Callable[..., HttpResponse]
CLAIMING = "claiming_link"
EMAIL = "claiming_email"


def with_link(view: View) -> View:
    """Only for someone who came in by a claimed link; without one the page says how to come in.

    No browser keeps such a page: after "Sluit dit apparaat" the back button shows nothing.
    """

    @never_cache
    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not request.user.is_authenticated:
            return HttpResponseRedirect(reverse("portal:closed"))
        if request.user.has_account:
            return HttpResponseRedirect(reverse("workspace:today"))
        return view(request, *args, **kwargs)

    return guarded


def with_visit(page: View) -> View:
    """Only for someone who sits at this table; the page gets her `Visit`."""

    @with_link
    @wraps(page)
    def visiting(request: HttpRequest, collaboration: str, **kwargs: Any) -> HttpResponse:
        visit = visit_of(person_of(request), collaboration, clock.now())
        if visit is None:
            raise Http404
        return page(request, visit, **kwargs)

    return visiting


def person_of(request: HttpRequest) -> Person:
    """The person behind the claimed link."""
    assert isinstance(request.user, Person)
    return request.user


def tables_of(request: HttpRequest) -> list[Visit]:
    """Her tables."""
    return visits_of(person_of(request), clock.now())


def link_of(token: str) -> PersonalLink | None:
    """The copy that belongs to a token, working or not."""
    return find_link(token)


def link_in_hand(request: HttpRequest) -> PersonalLink | None:
    """The copy she is opening right now: after the first button it lives in her session, not in the address."""
    return (
        PersonalLink.objects.select_related("invitee__person", "minted_by")
        .filter(pk=request.session.get(CLAIMING, 0))
        .first()
    )


def inviter_of(link: PersonalLink) -> Seat | Person:
    """Who speaks for the other side of the table this link leads to; of a link without a table, who made it."""
    seat = Seat.objects.select_related("collaboration").filter(invitee=link.invitee).first()
    if seat is None:
        return link.minted_by
    others = Seat.objects.filter(collaboration=seat.collaboration).exclude(party=seat.party)
    # The speaker of a party is one of its seats; a party has one from the start.
    return others.filter(pk__in=others.values("party__speaker")).first() or link.minted_by


def own_link_of(visit: Visit) -> PersonalLink | None:
    """The copy with which she last came in, working or not."""
    used = [one.link for one in links_of(visit) if one.link.invitee_id == visit.seat.invitee_id and one.link.used_at]
    return max(used, key=lambda link: link.used_at or link.minted_at, default=None)


def reference_of(token: str) -> ReferenceRequest | None:
    """The question to a referee that belongs to a token, working or not."""
    return reference_by_token(token)


def reference_with_key(public_id: str, key: str) -> ReferenceRequest | None:
    """The question that a browser claimed, with the key it keeps."""
    return reference_in_browser(public_id, key)


def successor_of(token: str) -> Successor | None:
    """The successor that a token belongs to, working or not."""
    return successor_by_token(token)


def successor_with_key(public_id: str, key: str) -> Successor | None:
    """The successor whose link a browser claimed, with the key it keeps."""
    return successor_in_browser(public_id, key)


def review_of(token: str) -> LawyerReview | None:
    """What a lawyer was asked to read, that a token belongs to, working or not."""
    return review_by_token(token)


def review_with_key(public_id: str, key: str) -> LawyerReview | None:
    """What a lawyer was asked to read, whose link a browser claimed, with the key it keeps."""
    return review_in_browser(public_id, key)


def mediation_of(token: str) -> Mediation | None:
    """The mediation that a token belongs to, working or not."""
    return mediation_by_token(token)


def mediation_with_key(public_id: str, key: str) -> Mediation | None:
    """The mediation whose link a browser claimed, with the key it keeps."""
    return mediation_in_browser(public_id, key)


def names_in(reference: ReferenceRequest) -> tuple[Seat, Person]:
    """Whom it is about, and who asks."""
    return subject_of(reference), reference.person


def readiness_page_at(slug: str) -> ReadinessPage | None:
    """The page with a readiness test at this address, while it is open."""
    return open_readiness_page(slug)


def sender_of(request: HttpRequest) -> str:
    """Where a request comes from, behind the proxies we know of; to count tries with, and kept nowhere readable."""
    return str(get_adapter().get_client_ip(request))


def public_work_page(address: str) -> PublicPage | None:
    """The page "Zo werk ik" that is online at this address; exactly what a reader sees of it."""
    return online_page(address)


def feed_with(token: str) -> CalendarFeed | None:
    """The calendar that this address reads, while it is on."""
    return feed_by_token(token)
