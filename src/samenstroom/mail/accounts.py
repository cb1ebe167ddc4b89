"""Mail that sign-in needs: a new password, a code to come in with."""

from __future__ import annotations

from typing import Any

from django.conf import settings

from samenstroom.accounts.models import Person, normal_email
from samenstroom.kit import clock
from samenstroom.kit.language import language
from samenstroom.kit.sealing import unseal
from samenstroom.kit.tokens import token_hash

from .outbox import queue_mail


def queue_account_mail(template_prefix: str, email: str, context: dict[str, Any]) -> None:
    """Put a mail of allauth in the outbox, in our words. Kinds without a letter of ours are not sent."""
    if template_prefix == "account/email/password_reset_key":
        url = str(context.get("password_reset_url", ""))
        user = context.get("user")
        _queue("password_reset", email, {"name": user.first_name if user else ""}, {"link": url})
    elif template_prefix == "account/email/login_code":
        person = Person.objects.filter(email=normal_email(email)).first()
        words = {
            "name": person.first_name if person else "",
            "minutes": str(settings.ACCOUNT_LOGIN_BY_CODE_TIMEOUT // 60),
        }
        _queue("sign_in_code", email, words, {"code": unseal(context["code"])}, str(context["code"]))


def _queue(kind: str, email: str, words: dict[str, str], secret: dict[str, str], once: str = "") -> None:
    queue_mail(
        kind=kind,
        to_email=email,
        language=language(),
        words=words,
        secret=secret,
        unique_key=f"{kind}:{token_hash(email + (once or secret['link']))[:40]}",
        now=clock.now(),
    )
