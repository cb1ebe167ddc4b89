"""Words around the end: what was announced, what each can do now, and how it reads once it is closed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from samenstroom import content
from samenstroom.collaborations.visits import Visit
from samenstroom.farewell.models import Ending
from samenstroom.farewell.queries.endings import EndingView
from samenstroom.farewell.queries.partings import CloseView, Parting
from samenstroom.kit.dates import full_date, long_date
from samenstroom.kit.language import language
from samenstroom.rules.closing import Wait

QUIET = (Ending.How.UNSAFE, Ending.How.CONFLICT)
"""Ways of ending after which the app says no more than that it is done."""

SHARED_WAYS = (Ending.How.TOGETHER, Ending.How.RUNS_OUT)
"""Ways of ending in which nobody is left."""


def ending_texts() -> Mapping[str, Any]:
    """The words around the end."""
    return content.load("settlement", language())


@dataclass(frozen=True)
class Act:
    """One button."""

    do: str
    label: str
    is_main: bool


@dataclass(frozen=True)
class EndingPage:
    """The end on record, for who looks. `side` is whose words they are: `self` or `other`."""

    title: str
    say: str
    how: str
    words: str
    side: str
    name: str
    rows: Sequence[Mapping[str, str]]
    acts: Sequence[Act]
    can_ask_day: bool
    is_left: bool
    is_unsafe: bool


def ending_page(visit: Visit, parting: Parting) -> EndingPage:
    """The ending that stands; there has to be one."""
    view = parting.ending
    assert view is not None, "a page about an ending needs one"
    can_act = visit.speaks and not parting.is_closed
    return EndingPage(
        title=_title(visit, view),
        say=_standing(visit, parting),
        how=_how(visit, view),
        words=view.ending.words,
        side="self" if view.i_announced else "other",
        name=visit.my_name if view.i_announced else visit.other_name,
        rows=_rows(visit, view),
        acts=_acts(view) if can_act else (),
        can_ask_day=can_act and (parting.day is None or parting.day_waits),
        is_left=not view.i_announced and not parting.is_closed and way_of(view) not in SHARED_WAYS,
        is_unsafe=way_of(view) == Ending.How.UNSAFE,
    )


def way_of(view: EndingView) -> str:
    """The way it ends, as far as who looks may know: that it did not feel safe is only for who said so."""
    is_hidden = view.ending.how == Ending.How.UNSAFE and not view.i_announced
    return Ending.How.ONE_SIDE.value if is_hidden else view.ending.how


def _how(visit: Visit, view: EndingView) -> str:
    line = next((str(one["line"]) for one in ending_texts()["hows"] if one["id"] == way_of(view)), "")
    return line.format(name=visit.my_name if view.i_announced else visit.other_name)


def _title(visit: Visit, view: EndingView) -> str:
    if view.closed_on:
        return closed_words(view)
    if view.i_announced:
        return _("Jij liet weten dat het stopt")
    return _("%(name)s laat weten dat het stopt") % {"name": visit.other_name}


def closed_words(view: EndingView) -> str:
    """`Afgerond op 27 november 2026. Mooi gedaan.`; with the year, because it is read back for long."""
    if view.closed_on is None:
        return ""
    day = {"day": full_date(view.closed_on, language())}
    if way_of(view) in QUIET:
        return _("Afgerond op %(day)s.") % day
    return _("Afgerond op %(day)s. Mooi gedaan.") % day


def _standing(visit: Visit, parting: Parting) -> str:
    """Whose turn it is, in one or two calm sentences."""
    view, name = parting.ending, {"name": visit.other_name}
    assert view is not None, "somebody announced it"
    if view.closed_on:
        return _("Alles blijft leesbaar, voor jullie allebei. Meenemen kan ook.")
    if parting.day_waits:
        return _("%(name)s vraagt een andere laatste dag.") % name
    if parting.day is not None:
        return _("Jij vroeg een andere laatste dag. %(name)s zegt nog ja, of stelt iets anders voor.") % name
    if view.confirmed_on:
        return _("Jullie hebben het allebei op papier.")
    if not view.i_announced:
        return _("Zeg dat je het gelezen hebt, of vraag een andere dag. Het hoeft niet vandaag.")
    if not visit.takes_part:
        return _("%(name)s doet hier niet mee. Jij kunt gewoon verder.") % name
    return _("%(name)s heeft nog niet laten weten dat het gelezen is. Dat mag.") % name


def _rows(visit: Visit, view: EndingView) -> list[dict[str, str]]:
    ending = view.ending
    last = full_date(ending.last_on, language()) if ending.last_on else _("Nog niet afgesproken")
    announcer, other = (visit.my_name, visit.other_name) if view.i_announced else (visit.other_name, visit.my_name)
    confirmed = _("Nog niet")
    if view.confirmed_on:
        words = {"name": other, "day": full_date(view.confirmed_on, language())}
        confirmed = _("Door %(name)s, op %(day)s") % words
    told = {"name": announcer, "day": full_date(view.announced_on, language())}
    return [
        {"label": _("Laatste dag"), "text": last},
        {"label": _("Verteld"), "text": _("Door %(name)s, op %(day)s") % told},
        {"label": _("Gelezen en bevestigd"), "text": confirmed},
    ]


def _acts(view: EndingView) -> tuple[Act, ...]:
    if view.i_announced:
        return (Act("withdraw", _("Ik neem het terug"), is_main=False),)
    if view.confirmed_on:
        return ()
    return (Act("confirm", confirm_label(view), is_main=True),)


def confirm_label(view: EndingView) -> str:
    """`Ik heb dit gelezen. Het stopt op vrijdag 27 november.`"""
    if view.ending.last_on is None:
        return _("Ik heb dit gelezen. Het stopt.")
    return _("Ik heb dit gelezen. Het stopt op %(day)s.") % {"day": long_date(view.ending.last_on, language())}


def row_words(visit: Visit, parting: Parting) -> tuple[str, str]:
    """One sentence about the end on the page of the collaboration, and whose turn it is: `now` for her, else empty."""
    view, name = parting.ending, {"name": visit.other_name}
    if view is None:
        return _("Alleen als het zover is. Wie het laat weten, doet dat hier op papier."), ""
    if view.closed_on:
        return closed_words(view), ""
    if parting.day_waits:
        return _("%(name)s vraagt een andere laatste dag.") % name, "now"
    if parting.end_waits:
        return _("%(name)s laat weten dat het stopt. Lees het rustig.") % name, "now"
    if view.ending.last_on:
        return _("De laatste dag is %(day)s.") % {"day": long_date(view.ending.last_on, language())}, ""
    return _("Het stopt. Er is nog geen laatste dag."), ""


def waiting_words(visit: Visit, close: CloseView) -> str:
    """Why it cannot be closed yet, and from when it can; empty when it can be closed."""
    words = {"name": visit.other_name, "day": long_date(close.from_day, language())}
    if close.waits_for is Wait.LAST_DAY:
        return _("De laatste dag is nog niet voorbij. Afronden kan vanaf %(day)s.") % words
    if close.waits_for is Wait.ANSWER:
        return (
            _("%(name)s kan het einde nog bevestigen. Blijft het stil, dan kun je zelf afronden vanaf %(day)s.") % words
        )
    return ""
