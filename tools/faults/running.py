"""One instance: its folder, its processes, its port, its mail server."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

MOVED = Path(__file__).parent / "moved"
COMMAND = [sys.executable, "-m", "samenstroom.config.command"]
PATIENCE = 240  # seconds; a busy machine takes a minute to start everything


def free_port() -> int:
    """A port of this machine on which nobody listens now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Sink:
    """A mail server that counts; it can be down."""

    def __init__(self) -> None:
        self.port = free_port()
        self.arrived: list[str] = []
        self.people: list[str] = []
        """To whom each mail that arrived went."""
        self._server: Controller | None = None

    async def handle_DATA(self, _server: SMTP, _session: Session, envelope: Envelope) -> str:
        content = envelope.content if isinstance(envelope.content, bytes) else b""
        headers = content.split(b"\r\n\r\n")[0].decode("utf-8", "replace").replace("\r\n ", " ").split("\r\n")
        self.arrived += [line.partition(":")[2].strip() for line in headers if line.lower().startswith("message-id:")]
        self.people += envelope.rcpt_tos
        return "250 OK"

    def count_to(self, prefix: str) -> int:
        """How many people whose address begins so have mail."""
        return len({one for one in self.people if one.startswith(prefix)})

    def up(self) -> None:
        self._server = Controller(self, hostname="127.0.0.1", port=self.port)
        self._server.start()

    def down(self) -> None:
        if self._server:
            self._server.stop()
            self._server = None


class Instance:
    """The app in a folder; started, killed and asked from outside.

    With more than one server each has a port and a data folder of its own; keys and kept files are the same for all.
    """

    def __init__(self, folder: Path, *, database: str = "", servers: int = 1) -> None:
        self.folder, self.data, self.backups = folder, folder / "data", folder / "backups"
        self.ports = [free_port() for _ in range(servers)]
        self.sink, self.log, self.database = Sink(), folder / "server.log", database
        self.clock = 0
        self.most_of_a_file: int | None = None
        self._servers: list[subprocess.Popen[bytes]] = []
        self._workers: list[subprocess.Popen[bytes]] = []

    def environment(self, number: int = 0, database: str = "") -> dict[str, str]:
        """What its processes know: nothing of another instance on this machine."""
        ours = {name: value for name, value in os.environ.items() if not name.startswith(("SAMENSTROOM_", "DJANGO_"))}
        ours.pop("DATABASE_URL", None)
        if database or self.database:
            ours["DATABASE_URL"] = database or self.database
        return {
            **ours,
            "PYTHONPATH": os.pathsep.join([str(MOVED), *[path for path in sys.path if path]]),
            "SAMENSTROOM_DATA": str(self._data_of(number)),
            "SAMENSTROOM_SMTP_URL": f"smtp://127.0.0.1:{self.sink.port}?tls=none",
            "SAMENSTROOM_FAULTS_CLOCK": str(self.clock),
            "SAMENSTROOM_FAULTS_FOLDER": str(self.folder),
            "PORT": str(self.ports[number]),
        }

    def _data_of(self, number: int) -> Path:
        if number == 0:
            return self.data
        own = self.folder / f"data{number}"
        if not own.exists():
            own.mkdir()
            for name in ("keys", "files"):
                (self.data / name).mkdir(exist_ok=True)
                (own / name).symlink_to(self.data / name)
        return own

    def start(self) -> None:
        """Start everything, each server with a worker, and wait until all say they are well."""
        with self.log.open("ab") as log:
            self._servers = [
                subprocess.Popen(
                    [*COMMAND, "serve"], env=self.environment(number), stdout=log, stderr=log, start_new_session=True,
                    preexec_fn=self._limit,
                )
                for number in range(len(self.ports))
            ]  # fmt: skip
        until(self.is_well, "the app does not start", self.log)

    def _limit(self) -> None:
        if self.most_of_a_file:
            import resource

            resource.setrlimit(resource.RLIMIT_FSIZE, (self.most_of_a_file, self.most_of_a_file))

    def is_well(self) -> bool:
        return all(_is_well(port) for port in self.ports)

    def more_workers(self, count: int) -> None:
        """Workers beside the one that the server has."""
        with self.log.open("ab") as log:
            self._workers += [
                subprocess.Popen([*COMMAND, "work"], env=self.environment(), stdout=log, stderr=log)
                for _ in range(count)
            ]

    def kill(self) -> None:
        """SIGKILL to every process of it at once: nobody gets to finish anything."""
        for process in self.family():
            with contextlib.suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)
        self._reap()

    def kill_one(self, word: str) -> None:
        """SIGKILL to the web process or to the worker; what is left has to deal with it."""
        for process in self.family():
            with contextlib.suppress(OSError):
                line = Path(f"/proc/{process}/cmdline").read_bytes()
                if word.encode() in line:
                    os.kill(process, signal.SIGKILL)

    def stop(self) -> None:
        """Ask it to stop, and see that it does."""
        for process in [*self._workers, *self._servers]:
            process.terminate()
        until(lambda: not self.family(), "the app does not stop", self.log)
        self._reap()

    def _reap(self) -> None:
        for process in [*self._workers, *self._servers]:
            process.wait(PATIENCE)
        self._servers, self._workers = [], []

    def family(self) -> list[int]:
        """Every process that works in this folder, found by what it was started with."""
        mark, found = f"SAMENSTROOM_FAULTS_FOLDER={self.folder}\0".encode(), []
        for about in Path("/proc").glob("[0-9]*/environ"):
            with contextlib.suppress(OSError):
                is_alive = (about.parent / "stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
                if is_alive and mark in about.read_bytes():
                    found.append(int(about.parent.name))
        return [one for one in found if one != os.getpid()]

    def cpu_seconds(self) -> float:
        """What its processes used until now."""
        found = 0
        for process in self.family():
            with contextlib.suppress(OSError):
                numbers = Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()
                found += int(numbers[11]) + int(numbers[12])
        return found / os.sysconf("SC_CLK_TCK")

    def run(self, *arguments: object, database: str = "") -> tuple[int, str]:
        """One command of the app, to its end."""
        done = subprocess.run(
            [*COMMAND, *map(str, arguments)], env=self.environment(database=database), capture_output=True, text=True,
            check=False,
        )  # fmt: skip
        return done.returncode, done.stdout + done.stderr


def _is_well(port: int) -> bool:
    address = f"http://127.0.0.1:{port}/healthz"
    with contextlib.suppress(OSError), urllib.request.urlopen(address, timeout=5) as response:
        return bool(response.read() == b"ok")
    return False


class TooLateError(Exception):
    """Something did not come about within the time given."""


def until(is_true: Callable[[], bool], why: str, log: Path | None = None) -> None:
    """Wait for something, not for ever."""
    deadline = time.monotonic() + PATIENCE
    while not is_true():
        if time.monotonic() > deadline:
            said = log.read_text(errors="replace")[-600:] if log and log.exists() else ""
            raise TooLateError(f"{why} {said}".strip())
        time.sleep(0.1)


@contextlib.contextmanager
def small_disk(folder: Path, megabytes: int) -> Iterator[bool]:
    """A disk of this size at `folder`, when this machine lets us make one; says whether it is there."""
    folder.mkdir(parents=True)
    mount = shutil.which("mount")
    given = [str(mount), "-t", "tmpfs", "-o", f"size={megabytes}m,mode=700", "none", str(folder)]
    is_there = bool(mount) and subprocess.run(given, capture_output=True, check=False).returncode == 0
    try:
        yield is_there
    finally:
        if is_there:
            subprocess.run(["umount", "-l", str(folder)], check=False)
