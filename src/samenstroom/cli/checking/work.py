"""What an instance does by itself: the worker, mail, backups."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import Max, Min
from django_tasks_db.models import DBTaskResult

from samenstroom.cli.backups.policy import record
from samenstroom.cli.checking.told import Told, fault, mind, ok
from samenstroom.cli.models import SweepSlot
from samenstroom.mail.delivery import STUCK_AFTER, unsettled
from samenstroom.mail.models import IS_WAITING, OutgoingMail

SILENT = timedelta(minutes=3)
BEHIND = timedelta(minutes=10)
A_NIGHT_AND_MORE = timedelta(hours=27)
EACH_DAY = timedelta(days=1)


def worker(now: datetime) -> Iterator[Told]:
    """It starts a sweep each minute, and does what is in line."""
    last = SweepSlot.objects.aggregate(last=Max("slot_at"))["last"]
    waits = DBTaskResult.objects.ready().aggregate(since=Min("enqueued_at"))["since"]
    if last is None or now - last > SILENT:
        since = f"since {last:%Y-%m-%d %H:%M} UTC" if last else "yet"
        yield fault("worker", f"Nothing was started {since}. Is `samenstroom serve` or `samenstroom work` running?")
    elif waits and now - waits > BEHIND:
        yield fault("worker", f"Work has been waiting since {waits:%Y-%m-%d %H:%M} UTC. Look in its log.")
    else:
        yield ok("worker", f"Busy; the last round began {last:%H:%M} UTC.")


def mail(now: datetime) -> Iterator[Told]:
    """How many wait, and how many did not leave; never to whom."""
    if settings.MAIL_MODE == "off":
        yield ok("mail", "Off; everything works by link.")
        return
    left = OutgoingMail.objects.filter(IS_WAITING)
    unsure = unsettled(OutgoingMail.objects.all())
    failed, uncertain = unsure.exclude(failed_at=None).count(), unsure.exclude(uncertain_at=None).count()
    trying = left.filter(tries__gt=0)
    kinds = sorted(set(trying.exclude(last_error="").values_list("last_error", flat=True)))
    late = left.filter(tries=0, gathered_at=None, not_before__lt=now - STUCK_AFTER).count()
    if failed:
        yield fault("mail", f"{failed} did not leave. Try `samenstroom mail-test`, and see `samenstroom mail`.")
    if uncertain:
        yield mind("mail", f"{uncertain} were handed over without an answer. Whoever asked for them sees that too.")
    if trying.exists():
        yield mind("mail", f"{trying.count()} are tried again ({', '.join(kinds) or 'no reason kept'}).")
    if late:
        yield mind("mail", f"{late} should have left a quarter of an hour ago.")
    if not (failed or uncertain or late or trying.exists()):
        yield ok("mail", f"{left.count()} wait for their time, none failed.")


def backup(now: datetime) -> Iterator[Told]:
    """When the last one was made, and what went wrong since."""
    about = record()
    if about.fault:
        yield fault("backup", f"The try of {about.tried_at} failed: {about.fault}")
    if about.made is None:
        level = fault if settings.BACKUP_DIR and not about.fault else mind
        yield level("backup", "None was made here yet. Set SAMENSTROOM_BACKUP_DIR for one each night.")
    elif settings.BACKUP_DIR is None and now - about.made > EACH_DAY:
        yield mind("backup", f"The last is of {about.made_at}. Set SAMENSTROOM_BACKUP_DIR for one each night.")
    elif now - about.made > A_NIGHT_AND_MORE:
        yield fault("backup", f"The last is of {about.made_at}, and there should be one each night.")
    else:
        yield ok("backup", f"The last is of {about.made_at}, checked by restoring: {about.path}")
