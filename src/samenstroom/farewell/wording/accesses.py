"""Words around access that is taken back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from samenstroom.collaborations.visits import Visit
from samenstroom.farewell.queries.accesses import AccessView
from samenstroom.kit import clock
from samenstroom.kit.dates import long_date
from samenstroom.kit.language import language

from .endings import Act


@dataclass(frozen=True)
class AccessPage:
    """One access in words, with what she can do now."""

    public_id: str
    text: str
    about: str
    say: str
    is_done: bool
    acts: Sequence[Act]


def access_page(visit: Visit, view: AccessView, *, can_act: bool) -> AccessPage:
    """One access, for who looks."""
    return AccessPage(
        public_id=view.access.public_id,
        text=view.access.text,
        about=_about(visit, view),
        say=_say(visit, view),
        is_done=view.is_done,
        acts=_acts(view) if can_act and visit.speaks else (),
    )


def _about(visit: Visit, view: AccessView) -> str:
    if view.access.taker_id is None:
        return _("Jullie nemen dit allebei terug")
    name = visit.my_name if view.access.taker_id == visit.party.pk else visit.other_name
    return _("%(name)s neemt dit terug") % {"name": name}


def _say(visit: Visit, view: AccessView) -> str:
    access = view.access
    if access.done_at is None:
        return _("Nog niet terug")
    words = {
        "who": visit.my_name if view.i_did else visit.other_name,
        "other": visit.other_name if view.i_did else visit.my_name,
        "day": long_date(clock.day_of(access.done_at), language()),
    }
    if view.is_confirmed:
        return _("Terug op %(day)s, en bevestigd door %(other)s") % words
    if not visit.takes_part:
        return _("Terug op %(day)s, genoteerd door %(who)s, niet bevestigd") % words
    return _("Terug op %(day)s, door %(who)s. %(other)s bevestigt het nog.") % words


def _acts(view: AccessView) -> tuple[Act, ...]:
    if view.is_confirmed:
        return ()
    if view.waits_for_me:
        return (Act("confirm", _("Ja, dat klopt"), is_main=True),)
    if view.is_done:
        return ()
    drop = (Act("drop", _("Haal van de lijst"), is_main=False),) if view.can_drop else ()
    return (Act("done", _("Dit is terug"), is_main=True), *drop)
