"""What went wrong while coming in, in our own words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

EMAIL_ERRORS: Mapping[str, Any] = {
    "required": _("Vul je e-mailadres in."),
    "invalid": _("Dit lijkt geen e-mailadres. Kijk of er een @ in staat."),
}

# By the codes of allauth and Django; any other error keeps its own words.
WORDS: Mapping[str, Any] = {
    "email_password_mismatch": _("Dit adres en dit wachtwoord horen niet bij elkaar. Probeer het nog eens."),
    "too_many_login_attempts": _("Dit ging een paar keer niet goed. Wacht een kwartier en probeer het dan weer."),
    "email_taken": _("Er is al een account met dit adres. Log daar mee in."),
    "enter_current_password": _("Dit is niet je wachtwoord van nu. Probeer het nog eens."),
    "account_inactive": _("Dit account is gesloten."),
    "password_too_short": _("Dit wachtwoord is te kort. Kies minstens tien tekens."),
    "password_too_common": _("Dit wachtwoord wordt veel gebruikt. Kies iets van jezelf."),
    "password_too_similar": _("Dit wachtwoord lijkt te veel op je naam of je e-mailadres. Kies iets anders."),
}
