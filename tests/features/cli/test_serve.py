"""One command starts everything, and stopping it leaves nothing behind."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

PATIENCE = 120  # seconds; a busy machine is slow, and none of this is about speed
is_linux = pytest.mark.skipif(not Path("/proc/self/environ").exists(), reason="looks for processes in /proc")


@pytest.fixture
def port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def environment_of(folder: Path) -> dict[str, str]:
    """What a process of the app knows: this folder, and nothing of another instance."""
    keep = {key: value for key, value in os.environ.items() if not key.startswith(("SAMENSTROOM_", "DJANGO_"))}
    keep.pop("DATABASE_URL", None)
    return {**keep, "SAMENSTROOM_DATA": str(folder), "PYTHONPATH": os.pathsep.join(sys.path)}


@pytest.fixture(scope="module")
def laid(tmp_path_factory: Any) -> Path:
    """A data folder with its tables, so that no server has to make them: `test_migrations.py` holds that they come."""
    folder = Path(tmp_path_factory.mktemp("laid"))
    act = "import django; django.setup(); from tools.faults.world import lay_tables; lay_tables()"
    settings = {"DJANGO_SETTINGS_MODULE": "samenstroom.config.settings"}
    subprocess.run([sys.executable, "-c", act], env={**environment_of(folder), **settings}, check=True)
    return folder


@pytest.fixture
def ready(tmp_path: Path, laid: Path) -> None:
    """This test begins with tables."""
    shutil.copytree(laid, tmp_path, dirs_exist_ok=True)


@pytest.fixture
def start(tmp_path: Path, port: int) -> Iterator[Callable[[], subprocess.Popen[str]]]:
    """Starts a server of the test's own, and clears away what is left of it afterwards."""
    environment = {**environment_of(tmp_path), "PORT": str(port)}

    def begin() -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, "-m", "samenstroom.config.command"],
            env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        )  # fmt: skip

    yield begin
    for process in family(tmp_path):
        os.kill(process, signal.SIGKILL)


def family(folder: Path) -> list[int]:
    """The processes that work in this data folder."""
    mark = f"SAMENSTROOM_DATA={folder}\0".encode()
    found = []
    for about in Path("/proc").glob("[0-9]*/environ"):
        try:
            alive = (about.parent / "stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
            if mark in about.read_bytes() and alive:
                found.append(int(about.parent.name))
        except OSError:
            continue  # it ended while we looked, or is not ours
    return found


def until(is_true: Callable[[], Any]) -> bool:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if is_true():
            return True
        time.sleep(0.05)
    return False


def is_healthy(port: int) -> bool:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=5) as response:
            return bool(response.read() == b"ok")
    except (urllib.error.URLError, OSError):
        return False


@is_linux
def test_server_starts_with_its_worker_and_stops_with_it(tmp_path: Path, port: int, start: Any, ready: None) -> None:
    server = start()
    assert until(lambda: is_healthy(port))
    assert until(lambda: len(family(tmp_path)) == 3)  # itself, the web process, the worker
    server.send_signal(signal.SIGTERM)
    said, _ = server.communicate(timeout=PATIENCE)
    assert f"http://localhost:{port}" in said
    assert str(tmp_path) in said
    assert server.returncode == 0
    assert not family(tmp_path)


@is_linux
def test_nothing_outlives_a_server_that_is_killed(tmp_path: Path, port: int, start: Any, ready: None) -> None:
    server = start()
    assert until(lambda: is_healthy(port) and len(family(tmp_path)) == 3)
    server.kill()
    assert until(lambda: not family(tmp_path))
    server.stdout.close()
    server.wait()


@is_linux
def test_worker_that_ends_by_itself_comes_back(tmp_path: Path, port: int, start: Any, ready: None) -> None:
    server = start()
    assert until(lambda: is_healthy(port) and len(family(tmp_path)) == 3)
    before = set(family(tmp_path))
    worker = next(one for one in before if b"work\0" in Path(f"/proc/{one}/cmdline").read_bytes())
    os.kill(worker, signal.SIGKILL)
    assert until(lambda: len(family(tmp_path)) == 3 and worker not in family(tmp_path))
    server.send_signal(signal.SIGINT)
    server.communicate(timeout=PATIENCE)
    assert not family(tmp_path)


@is_linux
def test_second_server_on_the_same_data_is_refused(tmp_path: Path, port: int, start: Any, ready: None) -> None:
    first = start()
    assert until(lambda: is_healthy(port))
    said, _ = start().communicate(timeout=PATIENCE)
    assert "already running" in said
    first.terminate()
    first.communicate(timeout=PATIENCE)
