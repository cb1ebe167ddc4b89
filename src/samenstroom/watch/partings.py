"""What the end of a table asks of who looks, in calm words for Vandaag."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from samenstroom.collaborations.visits import Visit
from samenstroom.farewell.queries.partings import Parting


@dataclass(frozen=True)
class Ask:
    """One thing: how heavy, an icon, the three texts (title, line, act) and the page it leads to."""

    weight: int
    icon: str
    words: tuple[str, str, str]
    page: str
    is_private: bool = False


def asks_of(visit: Visit, parting: Parting) -> Iterator[Ask]:
    """A day to be in touch, and what the other laid on the table; who reads along is asked nothing of the table."""
    name = {"name": visit.other_name}
    if parting.due_touch:
        words = (
            _("Je wilde nog eens iets laten horen aan %(name)s") % name,
            _("Dit schreef je voor jezelf op. We zeggen het één keer."),
            _("Lees wat je schreef"),
        )
        yield Ask(52, "heart", words, "keep_in_touch", is_private=True)
    if visit.speaks:
        yield from _on_the_table(name, parting)


def _on_the_table(name: dict[str, str], parting: Parting) -> Iterator[Ask]:
    if parting.day_waits:
        title = _("%(name)s vraagt een andere laatste dag") % name
        yield Ask(95, "calendar", (title, _("Zeg ja, of stel iets anders voor."), _("Bekijk het")), "ending")
    elif parting.end_waits:
        title = _("%(name)s liet je iets weten") % name
        words = (title, _("Neem er de tijd voor. Je hoeft vandaag niets."), _("Lees het rustig"))
        yield Ask(96, "talk", words, "ending")
    if parting.statement_waits:
        title = _("%(name)s stelt een afsluiting voor") % name
        words = (title, _("Eén tekst. Klopt hij voor jou, dan is het rond."), _("Lees de tekst"))
        yield Ask(68, "sign", words, "settlement")
    if parting.is_asked:
        title = _("%(name)s vraagt je om een paar zinnen") % name
        yield Ask(56, "pencil", (title, _("Alleen als je wilt. Nee zeggen mag."), _("Bekijk de vraag")), "thanks")
