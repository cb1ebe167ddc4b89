"""The people of an instance that will be broken: made through the real actions, in its own database."""

from __future__ import annotations

import logging
import os
import time
from dataclasses import dataclass
from datetime import datetime

from tools.faults.client import Hand
from tools.faults.running import Instance

TABLES = 3


@dataclass(frozen=True)
class World:
    """Who writes, and where somebody could look who should see nothing."""

    hands: list[Hand]
    eyes: list[tuple[str, str]]
    """Sessions of the other side with the page of a round that she has not answered."""
    own: tuple[str, str]
    """Her own session and a page of hers."""


def enter(instance: Instance) -> None:
    """This process sees the database of the instance from now on."""
    for name in [name for name in os.environ if name.startswith(("SAMENSTROOM_", "DJANGO_"))]:
        del os.environ[name]
    os.environ.update(
        SAMENSTROOM_DATA=str(instance.data),
        SAMENSTROOM_SMTP_URL=f"smtp://127.0.0.1:{instance.sink.port}?tls=none",
        DJANGO_SETTINGS_MODULE="samenstroom.config.settings",
    )
    os.environ.pop("DATABASE_URL", None)
    if instance.database:
        os.environ["DATABASE_URL"] = instance.database
    import django

    django.setup()
    from samenstroom.kit import wall

    wall.rest_for(wall.EVERYBODY)  # it makes the data of both sides
    logging.getLogger("mail.log").setLevel(logging.WARNING)


def lay_tables() -> None:
    """The tables of this version, from the models at once: the migrations have tests of their own and take a minute."""
    from django.core.management import call_command
    from django.db import connection
    from django.db.migrations.loader import MigrationLoader
    from django.db.migrations.recorder import MigrationRecorder
    from django.test import override_settings

    known = MigrationLoader(None).disk_migrations
    with override_settings(MIGRATION_MODULES=dict.fromkeys({app for app, _name in known})):
        call_command("migrate", run_syncdb=True, verbosity=0)
    recorder = MigrationRecorder(connection)
    recorder.ensure_schema()
    recorder.migration_qs.bulk_create([recorder.Migration(app=app, name=name) for app, name in known])
    call_command("createcachetable", verbosity=0)


def make_world() -> World:
    """Noor with three clients behind a link. Her answers are sealed: none of them has sent theirs."""
    from samenstroom.kit import clock
    from tests import people

    now = clock.now()
    noor = people.noor(now=now)
    mine, hands, eyes = session_of(noor), [], []
    for number in range(TABLES):
        table = people.started(noor, now=now, name=f"Tafel {number}")
        together = people.Together(table, noor, people.marleen_at(table, now=now))
        people.agree_on_rhythm(together, weeks=4, now=now)
        people.answer(together.round, together.noors_seat, now=now)
        hers, here, day = session_of(together.marleen), table.public_id, together.round.opened_on.isoformat()
        written = {"happened_on": day, "circle": "shared"}
        hands += [
            Hand("note", mine, f"/s/{here}/logboek/nieuw/note/", written, "note"),
            Hand("reply", hers, f"/kant/{here}/logboek/nieuw/note/", written, "note"),
            Hand(
                f"sealed{number}", mine, f"/s/{here}/samenwerken/check-in/{day}/3/", {"remark_choice": "mine"}, "remark"
            ),
        ]
        eyes.append((hers, f"/kant/{here}/samenwerken/check-in/{day}/"))
    hands.append(Hand("feeling", mine, "/gevoel/", {"step": "2"}, "words"))
    close_database()
    hands.append(Hand("file", mine, f"/s/{here}/bestanden/", {"circle": "private"}, "file", pause=2))
    return World(hands, eyes, (mine, "/gevoel/"))


def session_of(person: object) -> str:
    """The cookie of somebody who signed in."""
    from django.test import Client

    client = Client()
    client.force_login(person)  # type: ignore[arg-type]
    return client.cookies["samenstroom_session"].value


def queue_mails(prefix: str, count: int) -> None:
    """So many mails in the outbox, from this process while the others run."""
    from samenstroom.kit import clock
    from samenstroom.mail.outbox import queue_mail

    for number in range(count):
        queue_mail(
            kind="invitation", to_email=f"{prefix}{number}@voorbeeld.nl", language="nl", unique_key=f"{prefix}{number}",
            words={"name": "Marleen", "other": "Noor", "until": "maandag"}, now=clock.now(),
            secret={"link": "http://127.0.0.1/l/x/"},
        )  # fmt: skip
    close_database()


def deliver_now() -> None:
    """A round of mail at once, instead of at the next whole minute."""
    from samenstroom.mail.tasks import deliver

    deliver.enqueue()
    close_database()


def workers_busy_with(jobs: int, since: datetime) -> int:
    """Puts so many rounds of mail in line, and says how many workers have taken one since then."""
    from django.utils import timezone
    from django_tasks_db.models import DBTaskResult

    from samenstroom.mail.tasks import deliver

    for _ in range(jobs):
        deliver.enqueue()
    # Not after now: a clock that was ahead left jobs that are still to come.
    lately = DBTaskResult.objects.filter(started_at__gt=since, started_at__lte=timezone.now())
    found = {worker for workers in lately.values_list("worker_ids", flat=True) for worker in workers}
    close_database()
    time.sleep(1)
    return len(found)


def close_database() -> None:
    """Let go of the database.

    This process also reads its files, to search them. Closing a file gives up every lock that a process has on it
    (POSIX), so an open connection here would then stand unprotected and the database would break by our own hand.
    """
    from django.db import connections

    connections.close_all()
