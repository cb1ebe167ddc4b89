"""Starts the sweeps of config/sweeps.py on time, each slot once."""

import logging
from datetime import datetime, timedelta

from apscheduler.executors.pool import ThreadPoolExecutor
from apscheduler.schedulers.background import BackgroundScheduler
from apscheduler.triggers.interval import IntervalTrigger
from django.db import connections
from django.utils.module_loading import import_string

from samenstroom.cli.models import SweepSlot
from samenstroom.kit import clock
from samenstroom.kit.slots import EPOCH, once_per_slot, slot_of

logger = logging.getLogger(__name__)

Sweep = tuple[str, str, int]  # name, path of the task, every how many minutes


def start_scheduler(sweeps: list[Sweep]) -> BackgroundScheduler:
    """Runs each sweep now and at the start of each of its slots, from a thread of its own."""
    scheduler = BackgroundScheduler(executors={"default": ThreadPoolExecutor(1)}, timezone="UTC")
    for sweep in sweeps:
        # Counted from the same moment as the slots, so that a run never falls on the edge of two.
        in_each_slot = IntervalTrigger(minutes=sweep[2], start_date=EPOCH, timezone="UTC")
        for trigger in (None, in_each_slot):  # None: at once
            scheduler.add_job(_run_from_thread, trigger, args=[sweep], coalesce=True, misfire_grace_time=None)
    scheduler.start()
    return scheduler


def enqueue_once(sweep: Sweep, *, now: datetime) -> bool:
    """Puts the sweep in line for the slot of `now`, unless that was done; says whether it did."""
    name, path, minutes = sweep
    task, slot_at = import_string(path), slot_of(now, minutes=minutes)
    # A clock that went back left slots that are still to come; kept, they would hold all work up until then.
    SweepSlot.objects.filter(name=name, slot_at__gt=slot_at + timedelta(minutes=minutes)).delete()
    return once_per_slot(SweepSlot, name=name, slot_at=slot_at, run=task.enqueue)


def _run_from_thread(sweep: Sweep) -> None:
    try:
        enqueue_once(sweep, now=clock.now())
    except Exception:
        # The next slot tries again; one bad moment must not stop the schedule.
        logger.exception("the sweep %s could not be put in line", sweep[0])
    finally:
        connections.close_all()
