"""Mail that sign-in needs: a new password, a confirmed address."""

from __future__ import annotations

from typing import Any

from samenstroom.kit import clock
from samenstroom.kit.language import language
from samenstroom.kit.tokens import token_hash

from .outbox import queue_mail

KINDS = {
    "account/email/password_reset_key": ("password_reset", "password_reset_url"),
}


def queue_account_mail(template_prefix: str, email: str, context: dict[str, Any]) -> None:
    """Put a mail of allauth in the outbox, in our words. Kinds without a letter of ours are not sent."""
    if template_prefix not in KINDS:
        return
    kind, url_key = KINDS[template_prefix]
    user, url = context.get("user"), str(context.get(url_key, ""))
    now = clock.now()
    queue_mail(
        kind=kind,
        to_email=email,
        language=language(),
        words={"name": user.first_name if user else ""},
        secret={"link": url},
        unique_key=f"{kind}:{token_hash(email + url)[:40]}",
        now=now,
    )
