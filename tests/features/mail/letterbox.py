"""A mail server that keeps what it gets, for tests that hold a real SMTP conversation."""

from __future__ import annotations

import email
import socket
from email.message import EmailMessage
from email.policy import default

from aiosmtpd.smtp import SMTP, Envelope, Session


class Letterbox:
    """Keeps every message that came in through a real SMTP conversation; `answer` is what it says to each."""

    def __init__(self) -> None:
        self.messages: list[EmailMessage] = []
        self.answer = "250 OK"

    async def handle_DATA(self, _server: SMTP, _session: Session, envelope: Envelope) -> str:
        if self.answer.startswith("250"):
            content = envelope.content if isinstance(envelope.content, bytes) else str(envelope.content).encode()
            message = email.message_from_bytes(content, policy=default)
            assert isinstance(message, EmailMessage)
            self.messages.append(message)
        return self.answer

    def subjects(self) -> list[str]:
        """The subjects, in the order of arrival."""
        return [str(message["Subject"]) for message in self.messages]


def body_of(message: EmailMessage, kind: str) -> str:
    """The text (`plain` or `html`) of a message, decoded."""
    part = message.get_body((kind,))
    assert part is not None
    return str(part.get_content())


def free_port() -> int:
    """A port on which nobody listens now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
