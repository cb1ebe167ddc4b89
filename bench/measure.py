"""Measures CPU time in turns: every round each thing once, so that a slow moment of the machine hits all alike."""

import time
from collections.abc import Callable, Mapping
from statistics import median

Job = Callable[[], object]
AT_LEAST = 0.004  # seconds per sample; what is quicker is done several times, or the clock is too coarse


def medians(jobs: Mapping[str, Job], *, runs: int) -> dict[str, float]:
    """CPU seconds of one go of each job, as the median of `runs` samples."""
    times = {name: _how_often(job) for name, job in jobs.items()}
    samples: dict[str, list[float]] = {name: [] for name in jobs}
    for _ in range(runs):
        for name, job in jobs.items():
            samples[name].append(_cost(job, times[name]))
    return {name: median(found) for name, found in samples.items()}


def _how_often(job: Job) -> int:
    """How many goes fill one sample. These first goes also warm up templates and caches."""
    _cost(job, 2)
    once = _cost(job, 1)
    return max(1, min(500, round(AT_LEAST / max(once, 1e-6))))


def _cost(job: Job, goes: int) -> float:
    start = time.process_time()
    for _ in range(goes):
        job()
    return (time.process_time() - start) / goes
