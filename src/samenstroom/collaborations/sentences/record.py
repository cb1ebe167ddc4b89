"""What people do with the record itself."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext as _


def sentences() -> Mapping[str, str]:
    """Kind of line -> its sentence, with `%(actor)s` for who did it."""
    return {
        "collaboration_started": _("%(actor)s begon deze samenwerking in Samenstroom."),
        "collaboration_imported": _("%(actor)s las deze samenwerking in uit een dossier."),
        "stage_moved": _("%(actor)s zette de samenwerking in de fase %(to)s."),
        "link_made": _("%(actor)s maakte een persoonlijke link voor %(for)s."),
        "link_withdrawn": _("%(actor)s trok een persoonlijke link voor %(for)s in."),
        "joined": _("%(actor)s ging aan tafel zitten."),
        "left": _("%(actor)s stopte met meedoen."),
        "shared_erased": _("Wat jullie deelden, is gewist. Dat hadden jullie afgesproken."),
        "renamed": _("%(actor)s stond hier eerst als %(before)s, en nu als %(after)s."),
        "correction": _("%(actor)s noteerde dat dit niet klopt: %(what)s."),
        "erased": _("%(actor)s stopte en liet de eigen gegevens wissen."),
        "fresh_seat": _("%(actor)s maakte een nieuwe start voor %(for)s, met een nieuwe code."),
        "colleague_added": _("%(actor)s laat collega %(name)s meelezen."),
        "colleague_removed": _("%(actor)s laat collega %(name)s niet meer meelezen."),
    }
