"""A mail with a personal link that did not arrive: told to who sent it, with the way to hand over the link herself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from django.utils.translation import gettext as _

from samenstroom.accounts.models import Person
from samenstroom.collaborations.link_mails import Fate, fates_by_table
from samenstroom.collaborations.visits import Visit

from .shelf import Ask, Shelf


def gather(person: Person, visits: Sequence[Visit]) -> Mapping[int, Fate | None]:
    """What became of the newest copy that she mailed herself, per table, when something is wrong with it."""
    return fates_by_table(person, visits)


def asks(visit: Visit, fate: Fate | None) -> Iterable[Ask]:
    """For her alone, as long as the other needs a link and no newer copy was made."""
    if fate is None or not visit.speaks or not visit.needs_link:
        return ()
    words = {"name": visit.other_name}
    title = {
        Fate.FAILED: _("De mail aan %(name)s kwam niet aan"),
        Fate.UNCERTAIN: _("Het is niet zeker of de mail aan %(name)s aankwam"),
    }[fate] % words
    line = _("Kopieer de link en stuur hem zelf, bijvoorbeeld via WhatsApp.")
    return (Ask(75, "nomail", title, line, _("Naar de link"), "links", is_private=True),)


SHELF = Shelf("link_mails", gather, asks=asks)
