"""What pages around a mentor fetch: her own mentorships, and what is shown to her by those of others."""

from __future__ import annotations

from django.http import Http404, HttpRequest

from samenstroom.accounts.models import Person
from samenstroom.kit import clock
from samenstroom.learning.models import MentorNote, MentorShare, Mentorship
from samenstroom.learning.queries import mentors as mentor_queries
from samenstroom.learning.queries.sight import SeenTable, sight_of, tables_to_show
from samenstroom.learning.showing import BY_NAME, Kind, Reading, Shown

MENTORING = "becoming_mentor"


def mentorship_or_404(person: Person, public_id: str) -> Mentorship:
    """Somebody she lets look along, or did."""
    found = mentor_queries.mentorship_by_id(person, public_id)
    if found is None:
        raise Http404
    return found


def share_or_404(mentorship: Mentorship, public_id: str) -> MentorShare:
    """Something that is shown by this mentorship now."""
    found = mentor_queries.share_by_id(mentorship, public_id)
    if found is None:
        raise Http404
    return found


def table_to_show_or_404(mentorship: Mentorship, collaboration: str) -> Reading:
    """One of her own tables of which she may show something, as this mentor would read it."""
    found = tables_to_show(mentorship, clock.now())
    table = next((one for one in found if one.collaboration.public_id == collaboration), None)
    if table is None:
        raise Http404
    return table


def mentee_or_404(mentor: Person, public_id: str) -> Mentorship:
    """Somebody with whom she looks along today."""
    found = mentor_queries.mentored_by_id(mentor, public_id, clock.day_of(clock.now()))
    if found is None:
        raise Http404
    return found


def seen_table_or_404(mentorship: Mentorship, collaboration: str) -> SeenTable:
    """A table of which something is shown to her; not there and not shown are the same."""
    found = next((one for one in sight_of(mentorship, clock.now()) if one.public_id == collaboration), None)
    if found is None:
        raise Http404
    return found


def seen_item_or_404(table: SeenTable, kind: str, item: str) -> Shown:
    """One thing that is shown to her."""
    found = table.find(kind, item)
    if found is None:
        raise Http404
    return found


def note_between(mentorship: Mentorship, public_id: str) -> MentorNote | None:
    """A note the two wrote, when there is one."""
    return mentor_queries.note_by_id(mentorship, public_id) if public_id else None


def mentorship_or_none(token: str) -> Mentorship | None:
    """The mentorship that this link begins, while it works."""
    return _beginning(mentor_queries.mentorship_by_token(token))


def mentorship_in_hand(request: HttpRequest) -> Mentorship | None:
    """The mentorship she is about to begin: after the first button it lives in her session, not in the address."""
    return _beginning(mentor_queries.mentorship_by_key(request.session.get(MENTORING, 0)))


def _beginning(found: Mentorship | None) -> Mentorship | None:
    now = clock.now()
    if found is None or found.mentor_id or found.ended_at or clock.day_of(now) > found.until_on:
        return None
    return found if found.link_works_at(now) else None


def kind_or_404(name: str) -> Kind:
    """A kind of things that can be shown."""
    if name not in BY_NAME:
        raise Http404
    return BY_NAME[name]
