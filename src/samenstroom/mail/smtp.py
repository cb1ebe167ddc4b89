"""A conversation with the mail server, step by step, so that it is known how far a mail came.

Until the content is handed over nothing has happened and trying again is safe. From the first byte of the content until
the server says that it took the mail, nobody can know. That moment is told to the caller (`may_send`) just before.
"""

from __future__ import annotations

import re
import smtplib
import socket
import ssl
from collections.abc import Callable
from dataclasses import dataclass, field
from email.utils import parseaddr
from enum import StrEnum
from types import TracebackType
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.mail.message import sanitize_address

REPLY_TIMEOUT = 120
"""Seconds a server gets to take a whole mail: it may look for viruses first."""
SERVER_ERRORS = (OSError, smtplib.SMTPException)


class Step(StrEnum):
    """How far the conversation came."""

    DNS = "dns"
    CONNECT = "connect"
    TLS = "tls"
    LOGIN = "login"
    SENDER = "sender"
    RECIPIENT = "recipient"
    DATA = "data"
    CONTENT = "content"


OF_THE_SERVER = frozenset({Step.DNS, Step.CONNECT, Step.TLS, Step.LOGIN, Step.SENDER})
"""Trouble at these steps says nothing about the mail: the server or our settings are at fault."""


class Outcome(StrEnum):
    """What became of a mail that was not taken."""

    LATER = "later"
    REFUSED = "refused"
    UNCERTAIN = "uncertain"


class HandoverError(Exception):
    """The mail was not taken, or nobody knows. `detail` is a number or the kind of error, never a server's own words:
    those may quote an address or a link."""

    def __init__(self, outcome: Outcome, step: Step, detail: str, said: str = "") -> None:
        super().__init__(f"{step} {detail}")
        self.outcome, self.step, self.detail, self.said = outcome, step, detail, said

    @property
    def is_of_the_server(self) -> bool:
        """Whether the next mail would meet the same."""
        return self.step in OF_THE_SERVER


class NotAllowedToSendError(Exception):
    """Between claiming and handing over the mail was taken back, or somebody else has it."""


@dataclass(frozen=True)
class Parcel:
    """What is handed over: bare addresses, and the whole message."""

    sender: str
    to: str
    content: bytes

    @classmethod
    def of(cls, message: EmailMessage) -> Parcel:
        """A message to one person, as it travels. Raises ValueError for an address that no server would take."""
        whole: Any = message.message()
        sender = sanitize_address(parseaddr(str(message.from_email))[1], "utf-8")
        return cls(sender, sanitize_address(message.to[0], "utf-8"), whole.as_bytes(linesep="\r\n"))


@dataclass(frozen=True)
class Server:
    """Where the mail goes, from the settings."""

    host: str
    port: int
    tls: str
    user: str = ""
    password: str = field(default="", repr=False)
    timeout: float = 20

    @classmethod
    def from_settings(cls) -> Server:
        """The server of this instance."""
        tls = "ssl" if settings.EMAIL_USE_SSL else "starttls" if settings.EMAIL_USE_TLS else "none"
        return cls(
            host=settings.EMAIL_HOST, port=settings.EMAIL_PORT, tls=tls, user=settings.EMAIL_HOST_USER,
            password=settings.EMAIL_HOST_PASSWORD, timeout=settings.EMAIL_TIMEOUT or 20,
        )  # fmt: skip


class Postman:
    """Brings mails to the server: one connection for as many as it takes, a new one when it broke.

    `tell` hears each step that went well.
    """

    def __init__(self, server: Server, tell: Callable[[Step], None] = lambda step: None) -> None:
        self._server, self._tell = server, tell
        self._line: smtplib.SMTP | None = None

    def __enter__(self) -> Postman:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        if self._line is not None:
            try:
                self._line.quit()
            except SERVER_ERRORS:
                self._hang_up()

    def hand_over(self, parcel: Parcel, may_send: Callable[[], bool]) -> None:
        """The server took it. Raises HandoverError, or NotAllowedToSendError when `may_send` says no.

        A connection that was used before may have been closed by the server; then it is tried once more on a new one,
        which is safe as long as no content was handed over.
        """
        was_used = self._line is not None
        try:
            self._converse(parcel, may_send)
        except HandoverError as error:
            is_closed = error.detail == "421" or not error.detail.isdigit()
            if not (was_used and is_closed and error.outcome is Outcome.LATER):
                raise
            self._converse(parcel, may_send)

    def _converse(self, parcel: Parcel, may_send: Callable[[], bool]) -> None:
        line = self._line = self._line or self._opened()
        try:
            self._say(line, Step.SENDER, f"MAIL FROM:<{parcel.sender}>", 250)
            self._say(line, Step.RECIPIENT, f"RCPT TO:<{parcel.to}>", 250, 251)
            self._say(line, Step.DATA, "DATA", 354)
            if not may_send():
                raise NotAllowedToSendError
            self._send(line, parcel.content)
        except BaseException:
            # A half conversation is not worth mending.
            self._hang_up()
            raise

    def _say(self, line: smtplib.SMTP, step: Step, command: str, *good: int) -> None:
        try:
            code, said = line.docmd(command)
        except SERVER_ERRORS as error:
            raise HandoverError(Outcome.LATER, step, _kind_of(error)) from None
        if code not in good:
            is_final = code >= 500 and step not in OF_THE_SERVER
            raise HandoverError(Outcome.REFUSED if is_final else Outcome.LATER, step, str(code), _text(said))
        self._tell(step)

    def _send(self, line: smtplib.SMTP, content: bytes) -> None:
        """From here on a broken line means that nobody knows."""
        try:
            if line.sock is not None:
                line.sock.settimeout(max(self._server.timeout, REPLY_TIMEOUT))
            line.send(_with_dots(content))
            code, said = line.getreply()
            if line.sock is not None:
                line.sock.settimeout(self._server.timeout)
        except SERVER_ERRORS as error:
            raise HandoverError(Outcome.UNCERTAIN, Step.CONTENT, _kind_of(error)) from None
        if not 200 <= code < 300:
            outcome = Outcome.REFUSED if code >= 500 else Outcome.LATER if code >= 400 else Outcome.UNCERTAIN
            raise HandoverError(outcome, Step.CONTENT, str(code), _text(said))
        self._tell(Step.CONTENT)

    def _opened(self) -> smtplib.SMTP:
        """A new line: found, connected, safe if asked, signed in if asked."""
        server = self._server
        with _at(Step.DNS):
            socket.getaddrinfo(server.host, server.port, type=socket.SOCK_STREAM)
        self._tell(Step.DNS)
        with _at(Step.CONNECT):
            line = self._connected()
        self._tell(Step.CONNECT)
        with _at(Step.TLS):
            line.ehlo_or_helo_if_needed()
            if server.tls == "starttls":
                line.starttls(context=ssl.create_default_context())
                line.ehlo_or_helo_if_needed()
        if server.tls != "none":
            self._tell(Step.TLS)
        if server.user and server.password:
            with _at(Step.LOGIN):
                line.login(server.user, server.password)
            self._tell(Step.LOGIN)
        return line

    def _connected(self) -> smtplib.SMTP:
        server, name = self._server, settings.MAIL_DOMAIN
        if server.tls == "ssl":
            context = ssl.create_default_context()
            return smtplib.SMTP_SSL(server.host, server.port, name, timeout=server.timeout, context=context)
        return smtplib.SMTP(server.host, server.port, name, timeout=server.timeout)

    def _hang_up(self) -> None:
        if self._line is not None:
            self._line.close()
            self._line = None


class _at:
    """Turns trouble inside the block into a HandoverError at this step. Trouble with a certificate is always TLS."""

    def __init__(self, step: Step) -> None:
        self._step = step

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: object, error: BaseException | None, _trace: object) -> None:
        if isinstance(error, SERVER_ERRORS):
            step = Step.TLS if isinstance(error, ssl.SSLError) else self._step
            code = getattr(error, "smtp_code", None)
            said = _text(getattr(error, "smtp_error", b"")) or str(getattr(error, "verify_message", ""))
            raise HandoverError(Outcome.LATER, step, str(code or _kind_of(error)), said) from None


def _kind_of(error: Exception) -> str:
    return type(error).__name__


def _text(said: bytes | str) -> str:
    return said.decode("utf-8", "replace") if isinstance(said, bytes) else said


def _with_dots(content: bytes) -> bytes:
    """The content as it travels: a line that begins with a dot gets one more, and a dot of its own ends it."""
    ending = b"" if content.endswith(b"\r\n") else b"\r\n"
    return re.sub(rb"(?m)^\.", b"..", content) + ending + b".\r\n"
