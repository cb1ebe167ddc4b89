"""A mail server on this machine, and the settings that lead to it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from aiosmtpd.controller import Controller

from tests.features.mail.letterbox import Letterbox, free_port


@pytest.fixture
def by_smtp(settings: Any) -> Any:
    """Mail goes out by SMTP; nobody listens yet at the port."""
    settings.MAIL_MODE = "smtp"
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", free_port()
    settings.EMAIL_HOST_USER = settings.EMAIL_HOST_PASSWORD = ""
    settings.EMAIL_USE_TLS = settings.EMAIL_USE_SSL = False
    return settings


@pytest.fixture
def letterbox(by_smtp: Any) -> Iterator[Letterbox]:
    """The server is up and takes everything."""
    box = Letterbox()
    controller = Controller(box, hostname="127.0.0.1", port=by_smtp.EMAIL_PORT)
    controller.start()
    yield box
    controller.stop()
