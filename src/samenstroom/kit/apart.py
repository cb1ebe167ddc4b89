"""Run a piece of work on a thread of its own.

Some libraries start an event loop for themselves and refuse when the caller stands in one already, as it does behind
an asynchronous server. On a fresh thread there is none.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

Answer = TypeVar("Answer")


def apart(work: Callable[[], Answer]) -> Answer:
    """What `work` answers, run on a thread without an event loop; what it raises, is raised here.

    It may not use the database: a connection belongs to the thread that opened it.
    """
    with ThreadPoolExecutor(max_workers=1) as threads:
        return threads.submit(work).result()
