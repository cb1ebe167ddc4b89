"""The web server: granian with one process and a few threads."""

import os
import signal
from collections.abc import Callable
from functools import partial
from importlib import import_module
from typing import Any

from django.db import connections
from granian.constants import HTTPModes, Interfaces
from granian.log import LogLevels
from granian.server import Server

from samenstroom.cli.processes import STOP_WITHIN, stop_when_parent_is_gone

APPLICATION = "samenstroom.config.wsgi"  # by name: the roof imports the doors, not the other way round
THREADS = 8


def serve_until_stopped(*, host: str, port: int, ready: Callable[[], None]) -> None:
    """Serves until SIGTERM, SIGINT or SIGHUP; calls `ready` when the port is ours."""
    server = Server(
        f"{APPLICATION}:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=1,
        blocking_threads=THREADS,
        http=HTTPModes.http1,
        websockets=False,
        log_level=LogLevels.error,  # below that it gives advice on threads at each start
        log_access=False,  # paths of personal links are nobody's business
        workers_kill_timeout=STOP_WITHIN,
    )

    @server.on_startup
    def start() -> None:
        # Granian reloads on SIGHUP; a terminal that closes should stop everything.
        if hasattr(signal, "SIGHUP"):
            signal.signal(signal.SIGHUP, server.signal_handler_interrupt)
        connections.close_all()  # a connection must not be shared with the process that is forked next
        ready()

    server.serve(target_loader=partial(_application, os.getpid()), wrap_loader=False)


def _application(parent: int) -> Callable[..., Any]:
    """Runs in the web process."""
    stop_when_parent_is_gone(parent)
    application: Callable[..., Any] = import_module(APPLICATION).application
    return application
