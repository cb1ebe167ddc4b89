"""Repairs in words: what both agreed on after a check-in, who does it, and what each can do with it now."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from samenstroom.checkins.queries import RepairView
from samenstroom.collaborations.visits import Visit


@dataclass(frozen=True)
class Act:
    """One button under a repair."""

    do: str
    label: str
    is_main: bool


@dataclass(frozen=True)
class RepairRow:
    """One repair on the page after the envelopes."""

    public_id: str
    text: str
    owner: str
    look_back_on: date
    self_agrees: bool
    other_agrees: bool
    words: str
    say: str
    acts: tuple[Act, ...]
    look: str


def repair_row(visit: Visit, view: RepairView) -> RepairRow:
    """Put one repair in words for who looks."""
    words, say = _agreed(visit, view)
    return RepairRow(
        public_id=view.repair.public_id,
        text=view.repair.text,
        owner=_owner(visit, view),
        look_back_on=view.repair.look_back_on,
        self_agrees=view.is_agreed or view.i_proposed,
        other_agrees=view.is_agreed or not view.i_proposed,
        words=words,
        say=say,
        acts=_acts(view) if visit.speaks else (),
        look=_look(view),
    )


def _owner(visit: Visit, view: RepairView) -> str:
    if view.repair.owner_id is None:
        return _("Wie: allebei")
    if view.owner_is_me:
        return _("Wie: jij")
    return _("Wie: %(name)s") % {"name": visit.other_name}


def _agreed(visit: Visit, view: RepairView) -> tuple[str, str]:
    """The same twice: for a screen reader, and beside the two initials."""
    name = {"name": visit.other_name}
    if view.is_agreed:
        return _("Jullie zijn allebei akkoord"), _("Allebei akkoord")
    if view.i_proposed:
        return _("Jij bent akkoord, %(name)s nog niet") % name, _("%(name)s nog niet") % name
    return _("%(name)s is akkoord, jij nog niet") % name, _("Jij nog niet")


def _acts(view: RepairView) -> tuple[Act, ...]:
    """Say yes to what the other proposed, or take it off the table; nothing once both looked back."""
    if view.repair.looked_back_at:
        return ()
    if view.is_agreed or view.i_proposed:
        return (Act("drop", _("Haal van tafel"), is_main=False),)
    return Act("agree", _("Ja, dit spreken we af"), is_main=True), Act("drop", _("Liever niet"), is_main=False)


def _look(view: RepairView) -> str:
    if not view.is_agreed:
        return ""
    if view.repair.looked_back_at:
        return _("Lees wat jullie ervan vonden")
    return _("Bekijk je antwoord") if view.mine else _("Kijk terug: hielp het?")


@dataclass(frozen=True)
class Look:
    """The page on which each says whether it helped; closed until both did."""

    mine: str
    theirs: str
    lead: str
    is_open: bool


def look_page(visit: Visit, view: RepairView) -> Look:
    """What both said, or who still may."""
    said = {
        "yes": _("Ja, het helpt"), "partly": _("Een beetje"), "no": _("Nog niet"),
    }  # fmt: skip
    name = {"name": visit.other_name}
    if view.repair.looked_back_at:
        lead = _("Jullie hebben het allebei gezegd.")
    elif view.mine:
        lead = _("Jouw antwoord is bewaard en nog dicht. %(name)s heeft het nog niet gezegd. Dat mag.") % name
    elif view.they_said:
        lead = _("%(name)s heeft het al gezegd. Zodra jij kiest, zien jullie het allebei.") % name
    else:
        lead = _("Eén vraag. Jullie zien elkaars antwoord als jullie het allebei hebben gezegd.")
    return Look(
        mine=said.get(view.mine, ""), theirs=said.get(view.theirs, ""), lead=lead,
        is_open=view.repair.looked_back_at is not None,
    )  # fmt: skip
