"""Runs a command next to a PostgreSQL server of its own, which is gone afterwards: for tests and measurements.

    python tools/postgres.py COMMAND...

The server listens on a socket in a folder that is thrown away. It keeps nothing safe (no fsync), so it is quick. The
command finds its address in DATABASE_URL. It connects as a plain role, as an instance should: row-level security does
not bind a superuser. When DATABASE_URL is set already, that server is used and none is started.
"""

import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

ROLE = DATABASE = "samenstroom"
STARTS_WITHIN = 180  # seconds
QUICK = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "autovacuum=off", "max_connections=60")
SAFE = ("max_connections=60",)
"""As a server is by itself: for who looks at what survives."""


class NoServerError(Exception):
    """There is no PostgreSQL on this machine, or it does not start. The message says what to do."""


@dataclass
class Server:
    """A server that runs; it can be stopped and started again."""

    folder: Path
    as_owner: dict[str, Any]
    settings: tuple[str, ...]
    process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        return self.url_of(DATABASE)

    def url_of(self, database: str) -> str:
        return f"postgres://{ROLE}@{quote(str(self.folder), safe='')}/{database}"

    def start(self) -> None:
        """Start it, and wait until it answers."""
        self.process = _start(self.folder, self.as_owner, self.settings)
        _wait(self.folder, self.process, self.as_owner)

    def stop(self, how: signal.Signals = signal.SIGINT) -> None:
        """SIGINT is "fast": whoever is connected is cut off. SIGQUIT is a crash: what it wrote is put right later."""
        if self.process:
            self.process.send_signal(how)
            self.process.wait(STARTS_WITHIN)
            self.process = None

    def make_database(self, name: str) -> None:
        """An empty one of the plain role."""
        _ask(self.folder, self.as_owner, f"CREATE DATABASE {name} OWNER {ROLE}")


@contextmanager
def running(settings: tuple[str, ...] = QUICK) -> Iterator[Server]:
    """Starts a server with an empty database inside the block."""
    folder = Path(tempfile.mkdtemp(prefix="samenstroom-pg-"))
    try:
        as_owner = _owner(folder)
        _make(folder, as_owner)
        one = Server(folder, as_owner, settings)
        try:
            one.start()
            _ask(folder, as_owner, f"CREATE ROLE {ROLE} LOGIN CREATEDB")
            one.make_database(DATABASE)
            yield one
        finally:
            one.stop()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def server() -> Iterator[str]:
    """Starts a quick server with an empty database inside the block; gives its address."""
    with running() as one:
        yield one.url


def main(command: list[str]) -> int:
    """Runs the command with DATABASE_URL set; gives its exit code."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that the server is stopped then too
    if os.environ.get("DATABASE_URL"):
        return subprocess.call(command)
    try:
        with server() as url:
            return subprocess.call(command, env={**os.environ, "DATABASE_URL": url})
    except NoServerError as error:
        print(error, file=sys.stderr)
        return 2


def _program(name: str) -> str:
    """Where a program of the server is: not always on the path, and then per version."""
    if named := os.environ.get("POSTGRES_BIN"):
        return str(Path(named) / name)
    places = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda one: float(one.parent.name), reverse=True)
    found = [str(one / name) for one in places if (one / name).exists()] or [shutil.which(name)]
    if not found[0]:
        raise NoServerError(
            f"{name} was not found. Install a PostgreSQL server (14 or later), name the folder of its programs in "
            "POSTGRES_BIN, or give the address of a running one in DATABASE_URL."
        )
    return found[0]


def _owner(folder: Path) -> dict[str, Any]:
    """How to run as somebody who is not root: the server refuses root."""
    if os.geteuid() != 0:
        return {}
    for name in ("postgres", "nobody"):
        try:
            found = pwd.getpwnam(name)
        except KeyError:
            continue
        os.chown(folder, found.pw_uid, found.pw_gid)
        return {"user": found.pw_uid, "group": found.pw_gid, "extra_groups": []}
    raise NoServerError("PostgreSQL does not run as root, and there is no user postgres or nobody.")


def _make(folder: Path, as_owner: dict[str, Any]) -> None:
    made = subprocess.run(
        [_program("initdb"), "-D", str(folder / "data"), "-U", "postgres", "--auth=trust", "--encoding=UTF8",
         "--locale=C", "--no-sync"],
        capture_output=True, text=True, cwd=folder, **as_owner,
    )  # fmt: skip
    if made.returncode:
        raise NoServerError(f"initdb failed:\n{made.stderr}")


def _start(folder: Path, as_owner: dict[str, Any], chosen: tuple[str, ...]) -> subprocess.Popen[bytes]:
    settings = [part for one in chosen for part in ("-c", one)]
    with (folder / "log").open("ab") as log:
        return subprocess.Popen(
            [_program("postgres"), "-D", str(folder / "data"), "-k", str(folder), "-h", "", *settings],
            stdout=log, stderr=log, cwd=folder, start_new_session=True, **as_owner,
        )  # fmt: skip


def _wait(folder: Path, process: subprocess.Popen[bytes], as_owner: dict[str, Any]) -> None:
    """Until it answers."""
    until = time.monotonic() + STARTS_WITHIN
    while process.poll() is None and time.monotonic() < until:
        try:
            _ask(folder, as_owner, "SELECT 1")
        except subprocess.CalledProcessError:
            time.sleep(0.1)
        else:
            return
    raise NoServerError(f"The server did not start:\n{(folder / 'log').read_text(errors='replace')}")


def _ask(folder: Path, as_owner: dict[str, Any], sql: str) -> None:
    psql = [_program("psql"), "-h", str(folder), "-U", "postgres", "-v", "ON_ERROR_STOP=1", "-q", "postgres"]
    subprocess.run([*psql, "-c", sql], check=True, capture_output=True, cwd=folder, **as_owner)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:] or ["env"]))
