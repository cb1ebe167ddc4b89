"""The second wall: PostgreSQL hides what is private, also when the first wall is missing."""

import pytest
from django.apps import apps
from django.contrib.auth.models import AnonymousUser
from django.db import DatabaseError, connection, transaction
from django.db.models import Model
from django.http import HttpResponse
from django.test import RequestFactory

from samenstroom.accounts.middleware import WallMiddleware
from samenstroom.checkins.models import Answer
from samenstroom.cli.wall import EXCEPTIONS, OPEN, condition_of, policies
from samenstroom.collaborations.actions import write_line
from samenstroom.collaborations.models import HistoryLine
from samenstroom.files.models import KeptFile
from samenstroom.files.queries.kept import files_of
from samenstroom.kit import wall
from samenstroom.profiles.actions.boundaries import draw_boundary
from samenstroom.profiles.models import Boundary, BoundaryVersion
from samenstroom.rules.visibility import Circle
from tests import people
from tests.worlds import Secrets, World, build_world

on_postgres = pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has no second wall")


def test_every_table_that_names_a_person_has_a_policy_or_a_reason() -> None:
    ours = [model for model in apps.get_models() if model.__module__.startswith("samenstroom.")]
    named = {model._meta.label for model in ours if any(field.name == "person" for field in model._meta.fields)}
    walled = {model._meta.label for model in ours if condition_of(model)}
    assert named - walled == set(OPEN)
    assert set(EXCEPTIONS) <= walled


@pytest.fixture
def everything(db: None) -> World:
    """People around several tables, with something private of everybody in nearly every table of the database."""
    return build_world(Secrets(more=1, private_lines=("x",), feelings=(2,), has_draft=True), Secrets(feelings=(4,)))


@on_postgres
def test_without_the_first_wall_nobody_finds_a_private_row_of_another(everything: World) -> None:
    walled = [model for model in apps.get_models() if condition_of(model) and _names_one_person(model)]
    filled = {model._meta.label: model._base_manager.count() for model in walled}
    assert sum(count > 0 for count in filled.values()) > len(filled) / 2, filled
    for person in (everything.noor, everything.marleen, everything.karin, everything.ruben):
        with wall.for_person(person.pk):
            found = {
                model._meta.label: set(model._base_manager.values_list("person", flat=True)) - {person.pk}
                for model in walled
            }
        assert not any(found.values()), {label: people for label, people in found.items() if people}
    with wall.for_person(None):
        assert not any(model._base_manager.exists() for model in walled)
    with wall.for_person(everything.noor.pk):
        assert sum(model._base_manager.exists() for model in walled) > 10


@on_postgres
def test_what_is_shared_from_a_moment_on_stays_hidden_until_then(db: None) -> None:
    table = people.together()
    write_line(seat=table.noors_seat, kind="other", now=people.START, circle=Circle.PRIVATE, note="geheim")
    people.answer(table.round, table.noors_seat, send=False)
    draw_boundary(person=table.noor, topic="hours", words="niet na zessen", why="", now=people.START)
    with wall.for_person(table.marleen.pk):
        assert not Answer.objects.exists()
        assert not HistoryLine.objects.filter(circle="private").exists()
        assert HistoryLine.objects.exists()
        assert not BoundaryVersion.objects.exists()
    with wall.for_person(table.noor.pk):
        assert Answer.objects.exists()
        assert HistoryLine.objects.filter(circle="private").exists()
        assert BoundaryVersion.objects.exists()
    people.answer(table.round, table.noors_seat)
    with wall.for_person(table.marleen.pk):
        assert Answer.objects.get().sent_at  # that she sent is public; what is in it opens with the round


@on_postgres
def test_a_file_of_both_is_there_for_both_and_a_private_one_for_nobody_else(db: None) -> None:
    table = people.together()
    for circle in (Circle.SHARED, Circle.PRIVATE):
        KeptFile.objects.create(
            collaboration=table.collaboration, circle=circle.value, person=table.noor, seat=table.noors_seat,
            name=circle.value, media_type="text/plain", size=1, sha256="", kept_at=people.START,
        )  # fmt: skip
    with wall.for_person(table.marleen.pk):
        assert [one.name for one in files_of(table.seen_by_marleen())] == ["shared"]
        assert KeptFile.objects.count() == 1
    with wall.for_person(table.noor.pk):
        assert KeptFile.objects.count() == 2


@on_postgres
def test_nobody_writes_changes_or_throws_away_a_row_of_another(db: None) -> None:
    noor, ruben = people.noor(), people.ruben()
    boundary = draw_boundary(person=noor, topic="hours", words="niet na zessen", why="", now=people.START)
    with wall.for_person(ruben.pk):
        assert Boundary.objects.update(drawn_at=people.START) == 0
        assert Boundary.objects.all().delete() == (0, {})
        with pytest.raises(DatabaseError), transaction.atomic():
            Boundary.objects.create(person=noor, topic="hours", drawn_at=people.START)
    assert Boundary.objects.get() == boundary


@on_postgres
def test_a_rollback_does_not_leave_the_wall_of_somebody_else(db: None) -> None:
    noor, ruben = people.noor(), people.ruben()
    draw_boundary(person=noor, topic="hours", words="niet na zessen", why="", now=people.START)
    with wall.for_person(noor.pk):
        assert Boundary.objects.exists()
    with pytest.raises(ZeroDivisionError), transaction.atomic(), wall.for_person(ruben.pk):
        assert not Boundary.objects.exists()
        1 / 0  # noqa: B018
    with wall.for_person(ruben.pk):
        assert not Boundary.objects.exists()
    with wall.for_person(noor.pk):
        assert Boundary.objects.exists()


@on_postgres
def test_the_app_connects_as_a_plain_role_and_every_policy_binds_it(db: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user")
        assert cursor.fetchone() == (False,)
        cursor.execute("SELECT relname FROM pg_class WHERE relrowsecurity AND relforcerowsecurity")
        assert {name for (name,) in cursor.fetchall()} == set(policies())


def test_a_request_works_for_who_is_signed_in_and_for_nobody_else(db: None) -> None:
    noor = people.noor()
    asked: list[str] = []

    def view(_request: object) -> HttpResponse:
        asked.append(wall.works_for())
        return HttpResponse()

    guarded = WallMiddleware(view)
    for user in (noor, AnonymousUser()):
        request = RequestFactory().get("/")
        request.user = user
        guarded(request)
    assert asked == [str(noor.pk), wall.NOBODY]
    assert wall.works_for() == wall.EVERYBODY


def _names_one_person(model: type[Model]) -> bool:
    """Whether each row is of one person alone, whatever happened to it."""
    label = model._meta.label
    return label not in EXCEPTIONS and not any(field.name == "person" and field.null for field in model._meta.fields)
