"""Ellen looks along with Noor: through the real actions."""

from __future__ import annotations

from samenstroom.accounts.models import Person
from samenstroom.collaborations.models import Collaboration
from samenstroom.learning.actions.mentors import begin_mentorship, invite_mentor, mint_mentor_link
from samenstroom.learning.actions.shares import show_kind
from samenstroom.learning.models import MentorShare, Mentorship
from samenstroom.learning.queries.sight import SeenTable, sight_of
from tests.people import day, with_account


def ellen() -> Person:
    """Ellen Bakker, a coach with an account of her own."""
    return with_account("Ellen Bakker", "ellen@voorbeeld.nl")


def accompanied(noor: Person, mentor: Person, *, n: int = 0, months: int = 3) -> Mentorship:
    """Noor invited the mentor on day `n`, and she came in."""
    made = invite_mentor(person=noor, name=mentor.name, months=months, now=day(n))
    mint_mentor_link(mentorship=made, now=day(n))
    begin_mentorship(mentorship=made, mentor=mentor, now=day(n))
    return again(made)


def again(made: Mentorship) -> Mentorship:
    """The same, fresh from the database."""
    return Mentorship.objects.select_related("person", "mentor").get(pk=made.pk)


def shown(
    made: Mentorship, kind: str, table: Collaboration | None = None, *, only_now: bool = False, n: int = 1
) -> MentorShare:
    """Noor shows a kind."""
    return show_kind(mentorship=made, kind=kind, collaboration=table, only_now=only_now, now=day(n))


def seen(made: Mentorship, n: int = 10) -> list[SeenTable]:
    """What the mentor sees on day `n`."""
    return sight_of(again(made), day(n))


def items(made: Mentorship, kind: str, n: int = 10) -> list[str]:
    """The titles of what she sees of one kind, over all tables."""
    return [
        one.title for table in seen(made, n) for group in table.kinds if group.kind.name == kind for one in group.items
    ]
