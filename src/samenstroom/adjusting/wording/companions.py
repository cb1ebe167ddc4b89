"""Who looks along with both, in words."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from samenstroom.adjusting.queries.companions import CompanionView
from samenstroom.adjusting.wording.attempts import Act
from samenstroom.collaborations.visits import Visit
from samenstroom.kit.dates import full_date
from samenstroom.kit.language import language


@dataclass(frozen=True)
class CompanionPage:
    """One of them for who looks."""

    public_id: str
    title: str
    say: str
    acts: tuple[Act, ...]


def companion_page(visit: Visit, view: CompanionView) -> CompanionPage:
    """Put it in words: what is asked, or how it stands, and what she can do."""
    words = {
        "who": view.companion.name,
        "name": visit.other_name,
        "day": full_date(view.companion.until_on, language()),
    }
    title, say = _standing(view)
    acts = _acts(view) if visit.speaks else ()
    return CompanionPage(view.companion.public_id, title % words, say % words, acts)


def what_it_means(name: str) -> tuple[str, ...]:
    """What somebody who looks along with both may read, and what not. The same for both."""
    return (
        _("%(who)s mag lezen wat jullie allebei zien: het logboek, geopende check-ins en feedback.") % {"who": name},
        _("%(who)s leest alleen mee en verandert niets.") % {"who": name},
        _("Wat van een van jullie alleen is, valt hier niet onder."),
        _("Ieder van jullie stopt dit met één tik. Dan is het meteen dicht."),
    )


def _standing(view: CompanionView) -> tuple[str, str]:
    if view.waits_for_yes:
        return _("%(name)s vraagt of %(who)s met jullie mag meekijken"), _(
            "Tot en met %(day)s. Ja en nee zijn allebei goed. Je hoeft niets uit te leggen."
        )
    if view.is_proposed:
        return _("Je vroeg of %(who)s met jullie mag meekijken"), _(
            "%(name)s heeft nog niet geantwoord. Dat mag. Tot dan ziet %(who)s geen woord van %(name)s."
        )
    if view.counts:
        return _("%(who)s kijkt mee met jullie"), _("Jullie zeiden allebei ja. Tot en met %(day)s.")
    return _("%(who)s keek mee met jullie"), _("Dat is voorbij. %(who)s ziet niets meer van jullie samen.")


def _acts(view: CompanionView) -> tuple[Act, ...]:
    if view.waits_for_yes:
        return (Act("agree", _("Ja, dat mag"), is_main=True), Act("drop", _("Liever niet")))
    if view.is_proposed:
        return (Act("drop", _("Haal van tafel")),)
    return (Act("end", _("Stop met meekijken")),) if view.counts else ()
