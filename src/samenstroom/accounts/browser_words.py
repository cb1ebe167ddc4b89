"""A browser in plain words, as on the list of where somebody is signed in."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

SYSTEMS = {
    "iphone": gettext_lazy("een iPhone"),
    "ipad": gettext_lazy("een iPad"),
    "android": gettext_lazy("een Android-apparaat"),
    "chromebook": gettext_lazy("een Chromebook"),
    "windows": gettext_lazy("een Windows-computer"),
    "mac": gettext_lazy("een Mac"),
    "linux": gettext_lazy("een Linux-computer"),
}


def browser_words(browser: str, system: str) -> str:
    """`Firefox op een Windows-computer`; what it does not say, we do not make up."""
    where = str(SYSTEMS.get(system, ""))
    if browser and where:
        return _("%(browser)s op %(system)s") % {"browser": browser, "system": where}
    return browser or (where[:1].upper() + where[1:]) or _("Een apparaat")
