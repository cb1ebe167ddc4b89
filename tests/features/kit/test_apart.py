"""Work on a thread of its own."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor

import pytest

from samenstroom.kit.apart import apart


async def _alone() -> str:
    return "heard"


def test_work_that_starts_a_loop_runs_also_for_who_stands_in_one() -> None:
    async def inside() -> str:
        return apart(lambda: asyncio.run(_alone()))

    with ThreadPoolExecutor(max_workers=1) as threads:  # the browser of another test may leave a loop running here
        assert threads.submit(lambda: asyncio.run(inside())).result() == "heard"


def test_what_the_work_raises_is_raised_here() -> None:
    with pytest.raises(ZeroDivisionError):
        apart(lambda: 1 / 0)
