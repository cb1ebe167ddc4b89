"""Processes that start together and stop together, also when one of them is killed."""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.core.management.base import CommandError

STOP_WITHIN = 10  # seconds that a process gets to finish what it is doing
LOOK_EVERY = 1.0  # seconds


def stop_when_parent_is_gone(parent: int) -> None:
    """Sends this process SIGTERM as soon as `parent` is not its parent any more."""
    threading.Thread(target=_watch_parent, args=(parent,), daemon=True).start()


def _watch_parent(parent: int) -> None:
    pause = threading.Event()
    while os.getppid() == parent:
        pause.wait(LOOK_EVERY)
    os.kill(os.getpid(), signal.SIGTERM)
    # Who does not listen within the time given is stopped the hard way: nobody is left to do it.
    pause.wait(STOP_WITHIN)
    os._exit(1)


class Helper:
    """A child process that is started again when it ends by itself, until it is told to stop."""

    def __init__(self, *arguments: str) -> None:
        self._command = [sys.executable, "-m", "samenstroom.config.command", *arguments]
        self._stopping = threading.Event()
        self._process = self._start()
        self._keeper = threading.Thread(target=self._keep_alive, daemon=True)
        self._keeper.start()

    def stop(self) -> None:
        """Asks the child to stop, waits, and kills it when it does not listen."""
        self._stopping.set()
        self._process.terminate()
        try:
            self._process.wait(STOP_WITHIN)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def _start(self) -> subprocess.Popen[bytes]:
        # A session of its own: Ctrl+C then reaches it once, through `stop`, and lets it finish its job.
        return subprocess.Popen(self._command, start_new_session=True)  # noqa: S603 (our own command)

    def _keep_alive(self) -> None:
        while not self._stopping.is_set():
            self._process.wait()
            if not self._stopping.wait(LOOK_EVERY):
                self._process = self._start()


@contextmanager
def only_user_of(folder: Path) -> Iterator[None]:
    """Holds the data folder inside the block; raises CommandError when another process holds it."""
    with (folder / ".lock").open("w") as file:
        if not held(file.fileno()):
            raise CommandError(f"Samenstroom is already running with the data in {folder}.")
        yield


def held(handle: int) -> bool:
    """Whether this open file is ours alone from now on, until it is closed; false when another process holds it."""
    try:
        _lock(handle)
    except OSError:
        return False
    return True


@contextmanager
def works_with(folder: Path) -> Iterator[None]:
    """Says inside the block that a worker uses the data folder; several may."""
    with (folder / ".worker").open("w") as file:
        _lock(file.fileno(), shared=True)
        yield


@contextmanager
def no_worker_with(folder: Path) -> Iterator[None]:
    """Keeps workers out inside the block; raises CommandError when one is there."""
    with (folder / ".worker").open("w") as file:
        if not held(file.fileno()):
            raise CommandError(f"A worker uses the data in {folder}. Stop it first.")
        yield


def _lock(handle: int, *, shared: bool = False) -> None:
    if sys.platform == "win32":
        import msvcrt

        if not shared:  # it knows no lock for several
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(handle, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
