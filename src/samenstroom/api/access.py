"""The only way in which this door fetches something: for the person of the token, within what she allowed it.

Each function names the scope it takes, so that nothing can be fetched without asking. A collaboration outside the
reach of a token and one that is not there are the same 404.
"""

from __future__ import annotations

from datetime import date, datetime

from django.http import HttpRequest

from samenstroom.accounts.models import Person, Practice
from samenstroom.accounts.practices import practice_of
from samenstroom.checkins.queries import RoundView, round_on
from samenstroom.collaborations.queries import visits_of
from samenstroom.collaborations.visits import Visit, visit_of
from samenstroom.connections.labels import Scope
from samenstroom.connections.models import Connection
from samenstroom.connections.queries.connections import connection_by_token
from samenstroom.exploring.models import Feeling
from samenstroom.exploring.queries.feelings import feelings_of
from samenstroom.farewell.queries.partings import closed_on
from samenstroom.kit import clock, wall
from samenstroom.planning.queries.tasks import TaskView, task_by_id

from .problems import ProblemError, needs


def connection_or_none(token: str, now: datetime) -> Connection | None:
    """The connection that this token opens; from then on the database shows the private rows of its person alone."""
    connection = connection_by_token(token, now)
    if connection is not None:
        wall.now_for_person(connection.person_id)
    return connection


def connection_of(request: HttpRequest) -> Connection:
    """The connection that this request came in by."""
    connection: Connection = request.auth  # type: ignore[attr-defined]
    return connection


def person_of(request: HttpRequest, scope: Scope | None = None) -> Person:
    """Whose connection it is; with a scope only when she allowed that."""
    connection = connection_of(request)
    if scope is not None and not connection.may(scope):
        raise needs(scope.value)
    return connection.person


def practice_there(request: HttpRequest) -> Practice | None:
    """The practice she works in."""
    return practice_of(person_of(request))


def sees_private(request: HttpRequest) -> bool:
    """Whether this connection may read what is only hers."""
    return connection_of(request).may(Scope.PRIVATE_READ)


def visits_there(request: HttpRequest, scope: Scope = Scope.SHARED_READ) -> list[Visit]:
    """Her visits to all tables that this connection reaches, newest first."""
    person, connection = person_of(request, scope), connection_of(request)
    return [one for one in visits_of(person, clock.now()) if connection.reaches(one.collaboration.public_id)]


def visit_or_404(request: HttpRequest, collaboration: str, scope: Scope = Scope.SHARED_READ) -> Visit:
    """Her visit to this table, when this connection reaches it."""
    person = person_of(request, scope)
    is_reached = connection_of(request).reaches(collaboration)
    visit = visit_of(person, collaboration, clock.now()) if is_reached else None
    if visit is None:
        raise ProblemError("not-found")
    return visit


def acting_visit(
    request: HttpRequest, collaboration: str, *, scope: Scope = Scope.SHARED_WRITE, also_after_the_end: bool = False
) -> Visit:
    """The same, to do something there: only who speaks for her side, and nothing that others see after the end."""
    visit = visit_or_404(request, collaboration, scope)
    if not visit.speaks:
        raise ProblemError("reads-along")
    if not also_after_the_end and closed_on(visit) is not None:
        raise ProblemError("closed")
    return visit


def task_or_404(visit: Visit, public_id: str) -> TaskView:
    """A task on the plan of this table."""
    found = task_by_id(visit, public_id)
    if found is None:
        raise ProblemError("not-found")
    return found


def round_or_404(visit: Visit, day: str) -> RoundView:
    """The round that opened on this day."""
    try:
        found = round_on(visit, date.fromisoformat(day))
    except ValueError:
        found = None
    if found is None:
        raise ProblemError("not-found")
    return found


def feelings_there(request: HttpRequest) -> list[Feeling]:
    """Her own feelings: about the tables that this connection reaches, and about none when it reaches them all."""
    person, connection = person_of(request, Scope.PRIVATE_READ), connection_of(request)
    rows = list(feelings_of(person))
    if connection.tables is None:
        return rows
    return [one for one in rows if one.collaboration and connection.reaches(one.collaboration.public_id)]
