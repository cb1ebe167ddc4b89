"""A sender beside the tests, to be killed: for each moment it reads, a fork of it delivers what is due.

Started once, because starting the app takes seconds. It says the number of each fork, and how it ended.
"""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import quote

from django.conf import settings
from django.db import connection


class Sender:
    """The process, and the way to talk to it."""

    def __init__(self, port: int) -> None:
        environment = {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "samenstroom.config.settings",
            "SAMENSTROOM_DATA": str(settings.DATA_DIR),
            "SAMENSTROOM_SMTP_URL": f"smtp://127.0.0.1:{port}?tls=none",
            "DATABASE_URL": _database_url(connection.settings_dict),
        }
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.features.mail.sender"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            env=environment, cwd=Path(__file__).parents[3], text=True,
        )  # fmt: skip

    def start(self, now: datetime) -> int:
        """It begins to deliver what is due at this moment; returns the number of the process that does."""
        assert self._process.stdin and self._process.stdout
        self._process.stdin.write(f"{now.isoformat()}\n")
        self._process.stdin.flush()
        return int(self._process.stdout.readline())

    def ended_by(self) -> int:
        """Waits until it ended; the signal that killed it, or 0."""
        assert self._process.stdout
        return int(self._process.stdout.readline())

    def stop(self) -> None:
        """No more."""
        assert self._process.stdin
        self._process.stdin.close()
        self._process.wait(timeout=10)


def _database_url(database: dict[str, Any]) -> str:
    if "sqlite" in database["ENGINE"]:
        return f"sqlite:///{database['NAME']}"
    who, where = (
        f"{database['USER']}:{database['PASSWORD']}",
        f"{quote(database['HOST'], safe='')}:{database['PORT'] or 5432}",
    )
    return f"postgres://{who}@{where}/{database['NAME']}"


def main() -> None:
    import django

    django.setup()
    from samenstroom.mail.delivery import deliver_due
    from samenstroom.mail.letters import compose

    words = {"name": "Marleen", "other": "Noor", "until": "morgen"}
    compose("invitation", "nl", words)  # templates and texts are read once, before the forks
    for line in sys.stdin:
        pid = os.fork()
        if not pid:
            deliver_due(now=datetime.fromisoformat(line.strip()))
            os._exit(0)
        _say(pid)
        _pid, status = os.waitpid(pid, 0)
        _say(os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0)


def _say(number: int) -> None:
    sys.stdout.write(f"{number}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
