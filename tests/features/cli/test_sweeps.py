"""Periodic work: each slot once, nothing stuck, nothing kept for ever."""

from datetime import UTC, datetime, timedelta

import pytest
from django.conf import settings
from django.utils.module_loading import import_string
from django_tasks import TaskResultStatus
from django_tasks.base import Task
from django_tasks_db.models import DBTaskResult

from samenstroom.cli.housekeeping import forget_old_runs, free_stuck_jobs
from samenstroom.cli.models import SweepSlot
from samenstroom.cli.scheduling import enqueue_once
from samenstroom.kit.slots import once_per_slot, slot_of

NOW = datetime(2026, 3, 2, 9, 7, 30, tzinfo=UTC)
SWEEP = ("count", "tests.features.cli.dummy_tasks.count", 5)


@pytest.mark.parametrize(("minutes", "expected"), [(1, NOW.replace(second=0)), (5, NOW.replace(minute=5, second=0))])
def test_slot_starts_at_a_whole_number_of_its_length(minutes: int, expected: datetime) -> None:
    assert slot_of(NOW, minutes=minutes) == expected


@pytest.mark.django_db
def test_two_schedulers_start_a_slot_once() -> None:
    assert enqueue_once(SWEEP, now=NOW)
    assert not enqueue_once(SWEEP, now=NOW + timedelta(minutes=2))
    assert enqueue_once(SWEEP, now=NOW + timedelta(minutes=3))
    assert DBTaskResult.objects.count() == SweepSlot.objects.count() == 2


@pytest.mark.django_db
def test_slot_is_free_again_when_its_work_could_not_be_put_in_line() -> None:
    def fail() -> None:
        raise RuntimeError

    with pytest.raises(RuntimeError):
        once_per_slot(SweepSlot, name="count", slot_at=NOW, run=fail)
    assert once_per_slot(SweepSlot, name="count", slot_at=NOW, run=lambda: None)


@pytest.mark.django_db
def test_job_that_a_kill_left_running_is_put_back_in_line() -> None:
    enqueue_once(SWEEP, now=NOW)
    DBTaskResult.objects.update(status=TaskResultStatus.RUNNING, started_at=NOW)
    assert free_stuck_jobs(now=NOW + timedelta(minutes=14)) == 0
    assert free_stuck_jobs(now=NOW + timedelta(minutes=15)) == 1
    assert DBTaskResult.objects.get().status == TaskResultStatus.READY


@pytest.mark.django_db
def test_a_clock_that_went_back_holds_nothing_up() -> None:
    enqueue_once(SWEEP, now=NOW + timedelta(days=40))
    DBTaskResult.objects.update(status=TaskResultStatus.RUNNING, started_at=NOW + timedelta(days=40))
    assert free_stuck_jobs(now=NOW) == 1
    assert enqueue_once(SWEEP, now=NOW)
    assert SweepSlot.objects.get().slot_at < NOW


@pytest.mark.django_db
def test_finished_jobs_and_used_slots_go_after_a_week() -> None:
    enqueue_once(SWEEP, now=NOW)
    DBTaskResult.objects.update(status=TaskResultStatus.SUCCESSFUL, finished_at=NOW)
    forget_old_runs(now=NOW + timedelta(days=6))
    assert DBTaskResult.objects.count() == SweepSlot.objects.count() == 1
    forget_old_runs(now=NOW + timedelta(days=8))
    assert DBTaskResult.objects.count() == SweepSlot.objects.count() == 0


@pytest.mark.parametrize("sweep", settings.SWEEPS, ids=lambda sweep: sweep[0])
def test_every_registered_sweep_is_a_task(sweep: tuple[str, str, int]) -> None:
    assert isinstance(import_string(sweep[1]), Task)
    assert sweep[2] >= 1
