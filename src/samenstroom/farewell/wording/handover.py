"""A handover in words: where it stands, each item for who looks, and what she can do with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samenstroom import content
from samenstroom.collaborations.models import Seat
from samenstroom.collaborations.visits import Visit
from samenstroom.farewell.models import HandoverItem
from samenstroom.farewell.queries.handover import HandoverView, ItemView
from samenstroom.kit import clock
from samenstroom.kit.dates import full_date
from samenstroom.kit.language import language
from samenstroom.rules.handover import BOTH, ItemWords, Kind

COMMON = "everybody"


def handover_texts() -> Mapping[str, Any]:
    """What is said around handing over."""
    return content.load("handover", language())


def kind_words(kind: str) -> str:
    """`Lopende taak`, `Toegang`..."""
    if kind == Kind.WORDS.value:
        return _("Woorden van jullie")
    return next((str(one["label"]) for one in handover_texts()["kinds"] if one["id"] == kind), kind)


def ideas_for(kind: str, taken: Sequence[str]) -> list[ItemWords]:
    """What often comes up in this kind of collaboration and does not lie there yet."""
    groups = [one for one in handover_texts()["groups"] if one["id"] in (COMMON, kind)]
    found = [
        ItemWords(idea["kind"], idea["text"], source=f"idea:{group['id']}:{idea['id']}")
        for group in groups
        for idea in group["ideas"]
    ]
    return [one for one in found if one.source not in taken]


def who_words(visit: Visit, who: str) -> str:
    """Who does it, for who looks; empty while nobody said."""
    if who == BOTH:
        return _("Jullie allebei")
    if not who:
        return ""
    return _("Jij") if who == str(visit.party.position) else visit.other_name


def actor_words(visit: Visit, seat: Seat | None) -> str:
    """Who ticked, for who looks."""
    if seat is None:
        return _("iemand")
    return _("jou") if seat.pk == visit.seat.pk else seat.first_name


@dataclass(frozen=True)
class ItemRow:
    """One item for who looks. `acts` are what a button does with it; the first one is the main act."""

    public_id: str
    kind: str
    title: str
    where: str
    facts: tuple[str, ...]
    state: str
    tone: str
    acts: tuple[tuple[str, str], ...]
    may_change: bool
    mark: str = ""


def item_row(visit: Visit, view: ItemView) -> ItemRow:
    """Put one item in words."""
    one = view.item
    state, tone = _state(visit, view)
    return ItemRow(
        public_id=one.public_id,
        kind=kind_words(one.kind),
        title=str(one.title),
        where=str(one.where),
        facts=tuple(text for text in (*item_facts(visit, one), *_ticked(visit, view)) if text),
        state=state,
        tone=tone,
        acts=_acts(visit, view),
        may_change=view.may_change,
        mark=one.mark,
    )


def item_facts(visit: Visit, item: HandoverItem) -> list[str]:
    """Who does it and until when."""
    who = who_words(visit, str(item.who))
    return [
        _("Wie: %(who)s") % {"who": who} if who else "",
        _("Tot en met %(day)s") % {"day": full_date(item.until_on, language())} if item.until_on else "",
    ]


def _ticked(visit: Visit, view: ItemView) -> list[str]:
    """Who ticked and when. Alone at the table it is what she noted herself."""
    one = view.item
    done = _("Klaar volgens %(who)s, %(day)s") if visit.takes_part else _("Klaar, genoteerd door %(who)s op %(day)s")
    return [
        _tick(visit, one.done_by, one.done_at, done),
        _tick(visit, one.seen_by, one.seen_at, _("Gezien door %(who)s, %(day)s")),
    ]


def _tick(visit: Visit, seat: Seat | None, moment: datetime | None, words: str) -> str:
    return words % {"who": actor_words(visit, seat), "day": _day(clock.day_of(moment))} if moment else ""


def _day(day: date) -> str:
    return full_date(day, language())


def _state(visit: Visit, view: ItemView) -> tuple[str, str]:
    name = {"name": visit.other_name}
    if view.item.dropped_at:
        return _("Van de lijst"), "plain"
    if view.is_finished:
        return _("Klaar"), "calm"
    if view.may_say_seen:
        return _("Kijk jij mee?"), "now"
    if view.ticks.done_by is not None:
        return _("Wacht op %(name)s") % name, "plain"
    return (_("Nu aan de beurt"), "now") if view.is_due else (_("Nog open"), "plain")


def _acts(visit: Visit, view: ItemView) -> tuple[tuple[str, str], ...]:
    if not view.speaks:
        return ()
    if view.item.dropped_at:
        return (("back", _("Zet terug op de lijst")),)
    acts = []
    if view.may_say_seen:
        acts.append(("seen", _("Ik heb het gezien")))
    if view.may_say_done:
        acts.append(("done", _("Dit is klaar")))
    if view.may_undo:
        acts.append(("undo", _("Toch nog niet")))
    return tuple(acts)


def draft_row(visit: Visit, one: HandoverItem) -> ItemRow:
    """One thing she keeps for herself, exactly as it will read on the table."""
    facts = tuple(text for text in item_facts(visit, one) if text)
    kind = kind_words(one.kind)
    return ItemRow(
        one.public_id, kind, str(one.title), str(one.where), facts, "", "plain", (), may_change=True, mark=one.mark
    )


@dataclass(frozen=True)
class OfferRow:
    """Something that runs already and may come along."""

    key: str
    title: str
    facts: tuple[str, ...]


def offer_row(visit: Visit, one: ItemWords) -> OfferRow:
    """Put one offer in words."""
    who = who_words(visit, one.who)
    facts = (
        kind_words(one.kind),
        _("Wie: %(who)s") % {"who": who} if who else "",
        _("Tot en met %(day)s") % {"day": _day(one.until_on)} if one.until_on else "",
    )
    return OfferRow(one.source, one.title, tuple(text for text in facts if text))


def progress(visit: Visit, view: HandoverView) -> str:
    """Where it stands, in one or two sentences; never a percentage."""
    if not view.items:
        return _("De lijst is nog leeg.")
    if view.is_finished:
        return _("Alles is overgedragen. Mooi gedaan.")
    left = ngettext("Nog %(n)s ding staat open.", "Nog %(n)s dingen staan open.", len(view.open))
    said = [left % {"n": len(view.open)}]
    if view.finished:
        done = ngettext("%(n)s is klaar.", "%(n)s zijn klaar.", len(view.finished))
        said.append(done % {"n": len(view.finished)})
    if view.waiting:
        ask = ngettext(
            "%(name)s zegt van %(n)s ding dat het klaar is. Kijk jij mee?",
            "%(name)s zegt van %(n)s dingen dat ze klaar zijn. Kijk jij mee?",
            len(view.waiting),
        )
        said.append(ask % {"name": visit.other_name, "n": len(view.waiting)})
    return " ".join(said)


def handover_row(visit: Visit, view: HandoverView) -> tuple[str, str]:
    """A hint and a state (empty when nothing waits for her) for the page of the collaboration."""
    if not view.is_begun:
        return _("Wat loopt er, waar staat het en wie pakt het op?"), ""
    return progress(visit, view), _("Nu jij") if view.waiting or view.due else ""
