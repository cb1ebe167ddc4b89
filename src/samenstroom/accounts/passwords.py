"""Passwords that whoever knows this place or this person would try first."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from .models import Person

SHORTEST_WORD = 4
LEAST_ELSE = 6
"""So many characters have to be left when the words that lie at hand are taken out."""
ALWAYS = ("samenstroom", "wachtwoord", "password", "welkom", "welcome")


class WordsAtHand:
    """Refuses a password that is little more than the name of the app, this place, or the person."""

    def validate(self, password: str, user: Person | None = None) -> None:
        """Raises ValidationError."""
        left = password.casefold()
        for word in sorted(_words(user), key=len, reverse=True):
            left = left.replace(word, "")
        if len(left) < LEAST_ELSE and left != password.casefold():
            raise ValidationError(
                _("Dit wachtwoord is te raden voor wie jou of deze plek kent. Kies iets anders."), "password_at_hand"
            )

    def get_help_text(self) -> str:
        """Said beforehand with the other rules."""
        return _("Niet alleen je naam, je adres of de naam van deze plek.")


def _words(user: Person | None) -> set[str]:
    """Of the app, of the address and the operator of this instance, and of her own name and address."""
    told = [str(urlsplit(settings.PUBLIC_URL).hostname or ""), str(settings.OPERATOR_NAME)]
    if user is not None:
        told += [str(getattr(user, "name", "") or ""), str(getattr(user, "email", "") or "")]
    found = {word for text in told for word in re.split(r"[\W_]+", text.casefold())}
    return {word for word in found if len(word) >= SHORTEST_WORD} | set(ALWAYS)
