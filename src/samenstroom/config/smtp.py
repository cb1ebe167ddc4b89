"""Reads the address of a mail server."""

from dataclasses import dataclass, field
from urllib.parse import SplitResult, parse_qs, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

EXPECTED = "smtp://user:password@host:587?tls=starttls"
TLS_BY_PORT = {465: "ssl", 587: "starttls"}


@dataclass(frozen=True)
class SmtpServer:
    """How to reach a mail server; `tls` is "starttls", "ssl" or "none"."""

    host: str
    port: int
    user: str
    password: str = field(repr=False)
    tls: str


def read_smtp_url(url: str) -> SmtpServer:
    """The server in `url`. Without `tls` the port decides: 465 ssl, 587 starttls, other none.

    Raises ImproperlyConfigured without showing the address, which may hold a password.
    """
    parts = urlsplit(url)
    try:
        port = parts.port or 587
    except ValueError:
        port = 0
    if parts.scheme != "smtp" or not parts.hostname or not port:
        raise ImproperlyConfigured(f"SAMENSTROOM_SMTP_URL must look like {EXPECTED}")
    return SmtpServer(
        host=parts.hostname,
        port=port,
        user=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
        tls=_tls_of(parts, port),
    )


def _tls_of(parts: SplitResult, port: int) -> str:
    tls = parse_qs(parts.query).get("tls", [TLS_BY_PORT.get(port, "none")])[0]
    if tls not in {"starttls", "ssl", "none"}:
        raise ImproperlyConfigured("tls in SAMENSTROOM_SMTP_URL must be starttls, ssl or none")
    return tls
