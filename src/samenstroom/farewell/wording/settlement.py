"""Words around settling: what is on the list, how it stands for each, what the logbook offers, and the closing text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from samenstroom.collaborations.visits import Visit
from samenstroom.collaborations.wording import hours_words, money
from samenstroom.farewell.models import SettlementItem
from samenstroom.farewell.queries.settlement import ItemView, Offer, StatementView
from samenstroom.kit.dates import full_date, long_date
from samenstroom.kit.language import language

from .endings import Act, ending_texts


@dataclass(frozen=True)
class ItemPage:
    """One thing to settle in words. `say` is how it stands for both; `end` what happens with data."""

    public_id: str
    kind: str
    text: str
    about: str
    say: str
    end: str
    is_data: bool
    is_done: bool
    acts: Sequence[Act]


def item_page(visit: Visit, view: ItemView, *, can_act: bool) -> ItemPage:
    """One thing to settle, for who looks."""
    item = view.item
    return ItemPage(
        public_id=item.public_id,
        kind=kind_label(item.kind),
        text=item.text,
        about=_about(visit, item),
        say=_say(visit, view),
        end=_end(item),
        is_data=item.kind == SettlementItem.Kind.DATA,
        is_done=view.is_done,
        acts=_item_acts(view) if can_act and visit.speaks else (),
    )


def kind_label(kind: str) -> str:
    """`Uren`, `Een rekening`."""
    return next((str(one["label"]) for one in ending_texts()["settlement"]["kinds"] if one["id"] == kind), kind)


def in_one_line(item: SettlementItem) -> str:
    """The thing with its amount, as it is named in the closing statement and when it is closed."""
    return f"{item.text} ({money(Decimal(item.amount))})" if item.amount else item.text


def _about(visit: Visit, item: SettlementItem) -> str:
    whose = _("voor allebei")
    if item.owner_id is not None:
        name = visit.my_name if item.owner_id == visit.party.pk else visit.other_name
        whose = _("aan %(name)s") % {"name": name}
    amount = [money(Decimal(item.amount))] if item.amount else []
    return ", ".join([*amount, whose])


def _say(visit: Visit, view: ItemView) -> str:
    name = {"name": visit.other_name, "me": visit.my_name}
    if view.is_done:
        return _("Klaar voor jullie allebei")
    if view.done_for_me and not visit.takes_part:
        return _("Klaar, genoteerd door %(me)s, niet bevestigd") % name
    if view.done_for_me:
        return _("Klaar voor jou. Voor %(name)s nog open.") % name
    if view.done_for_them:
        return _("Klaar voor %(name)s. Voor jou nog open.") % name
    return _("Nog open")


def _end(item: SettlementItem) -> str:
    if not item.end:
        return ""
    word = _("Teruggeven") if item.end == SettlementItem.End.RETURNED else _("Wissen")
    day = _("op %(day)s") % {"day": full_date(item.end_on, language())} if item.end_on else ""
    head = " ".join(part for part in (word, day) if part)
    return f"{head}. {item.end_words}" if item.end_words else f"{head}."


def _item_acts(view: ItemView) -> tuple[Act, ...]:
    tick = Act("open", _("Toch nog open"), is_main=False)
    if not view.done_for_me:
        tick = Act("done", _("Voor mij is dit klaar"), is_main=True)
    drop = (Act("drop", _("Haal van de lijst"), is_main=False),) if view.can_drop else ()
    return (tick, *drop)


@dataclass(frozen=True)
class OfferPage:
    """One offer from the logbook: a text to begin with."""

    line: str
    text: str
    is_private: bool


def offer_page(offer: Offer) -> OfferPage:
    """What could be put on the list."""
    texts = ending_texts()["settlement"]
    if offer.kind == SettlementItem.Kind.INVOICE:
        text = texts["offer_invoice"].format(day=long_date(offer.line.happened_on, language()))
    elif offer.hours:
        text = texts["offer_hours"].format(hours=hours_words(offer.hours))
    else:
        text = texts["offer_hours_plain"]
    return OfferPage(offer.line.public_id, text, offer.is_private)


@dataclass(frozen=True)
class StatementPage:
    """The closing text that lies there, and what she can do with it."""

    public_id: str
    words: str
    except_for: Sequence[str]
    title: str
    say: str
    acts: Sequence[Act]


def statement_page(visit: Visit, view: StatementView, *, can_act: bool) -> StatementPage:
    """The closing text, for who looks."""
    one = view.statement
    title, say = _statement_standing(visit, view)
    return StatementPage(
        public_id=one.public_id,
        words=one.words,
        except_for=one.except_for,
        title=title,
        say=say,
        acts=_statement_acts(visit, view) if can_act and visit.speaks else (),
    )


def _statement_standing(visit: Visit, view: StatementView) -> tuple[str, str]:
    one, name = view.statement, {"name": visit.other_name}
    if one.accepted_at:
        return _("Jullie hebben afgerekend"), _("Jullie namen deze tekst allebei aan.")
    if view.is_noted:
        noter = {"who": one.noted_by.first_name if one.noted_by else ""}
        return _("De afsluiting"), _("Genoteerd door %(who)s, niet bevestigd.") % noter
    if view.i_proposed:
        return _("De afsluiting ligt er"), _("%(name)s zegt nog ja, of verandert de tekst.") % name
    return _("Er ligt een afsluiting"), _("%(name)s stelt deze tekst voor. Klopt hij voor jou?") % name


def _statement_acts(visit: Visit, view: StatementView) -> tuple[Act, ...]:
    if view.waits_for_me:
        return (Act("accept", _("Ja, dit klopt voor mij"), is_main=True),)
    if view.i_proposed and not view.is_accepted and not view.is_noted and not visit.takes_part:
        return (Act("note", _("Noteer dit als mijn afsluiting"), is_main=True),)
    return ()
