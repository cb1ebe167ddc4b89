"""Vandaag: what needs attention now, over all collaborations, in order of importance, three at most."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from django.utils.translation import gettext as _

from samenstroom.exchanges.queries import ExchangeView
from samenstroom.exploring.wording.acquaintance import way_in
from samenstroom.rules.findings import Level

from .attention_adjusting import adjusting_items, checkins_rest
from .attention_farewell import farewell_items
from .item import Item, item_of
from .overview import Table
from .partings import asks_of

MOST = 3
AFTER_THE_END = frozenset({"thanks", "links", "dossier"})


def attention(tables: Sequence[Table], today: date, beside: Sequence[Item] = ()) -> list[Item]:
    """Everything that asks attention, heaviest first. The page shows the first three and says what rests.

    `beside` is what lies on no table. What is only an example never takes the place of something real.
    """
    items = [(table.visit.collaboration.is_demo, item) for table in tables for item in _items(table, today)]
    items += [(False, item) for item in beside]
    items.sort(key=lambda found: (found[0], -found[1].weight))
    return [item for _is_demo, item in items]


def _items(table: Table, today: date) -> Iterator[Item]:
    """What one table asks. Of a closed one only what is her own is left, and what was asked of her as a goodbye."""
    found = _all_items(table, today)
    if table.parting.is_closed:
        return iter([one for one in found if one.is_private or one.page in AFTER_THE_END])
    return found


def _all_items(table: Table, today: date) -> Iterator[Item]:
    yield from _ending(table)
    yield from _findings(table)
    yield from _link_request(table)
    yield from _talked(table)
    yield from _due_talk(table)
    yield from _due_decision(table)
    yield from _rhythm(table)
    yield from adjusting_items(table)
    yield from farewell_items(table)
    yield from _acquaintance(table)
    yield from _trial(table)
    yield from _heard(table)
    yield from _shelves(table)
    yield from _reveal(table)
    if checkins_rest(table):
        return
    yield from _checkin(table)
    yield from _repairs(table, today)
    yield from _own(table, today)
    yield from _how_it_ended(table)


def _shelves(table: Table) -> Iterator[Item]:
    for ask in table.asks:
        words = (ask.title, ask.line, ask.act)
        yield item_of(table, ask.weight, ask.icon, words, ask.page, is_private=ask.is_private, **ask.parts)


def _findings(table: Table) -> Iterator[Item]:
    weights = {Level.ALARM.value: 100, Level.CONCERN.value: 90, Level.NOTICE.value: 70, Level.GOOD.value: 10}
    for page in table.findings[:1]:
        words = (page.title, page.line, _("Bekijk het signaal"))
        yield item_of(
            table, weights[page.level], "flag", words, "finding", mark=page.fingerprint, is_private=page.is_private
        )


def _talked(table: Table) -> Iterator[Item]:
    if table.talked_about:
        words = (
            _("Hielp het gesprek met %(name)s?") % {"name": table.visit.other_name},
            _("Jullie hadden het erover. Eén tik, alleen voor jou."),
            _("Kijk terug"),
        )
        yield item_of(table, 55, "talk", words, "finding", mark=table.talked_about.fingerprint, is_private=True)


def _due_talk(table: Table) -> Iterator[Item]:
    if table.due_talk:
        words = (
            _("Kijk terug op je gesprek met %(name)s") % {"name": table.visit.other_name},
            _("Eén vraag: hielp het? Alleen jij ziet je antwoord."),
            _("Kijk terug"),
        )
        yield item_of(table, 54, "talk", words, "talk_look", talk=table.due_talk.public_id, is_private=True)


def _due_decision(table: Table) -> Iterator[Item]:
    if table.due_decision:
        words = (
            _("Kijk terug op je besluit over %(name)s") % {"name": table.visit.other_name},
            _("Wat kwam ervan, en wat leerde je? Alleen jij ziet je antwoord."),
            _("Kijk terug"),
        )
        yield item_of(
            table, 53, "heart", words, "decision_look", decision=table.due_decision.public_id, is_private=True
        )


def _link_request(table: Table) -> Iterator[Item]:
    if table.asks_link:
        name = table.visit.other_name
        words = (
            _("%(name)s vraagt een nieuwe link") % {"name": name},
            _("De oude werkt niet meer. Een nieuwe maken is één tik."),
            _("Maak een nieuwe link"),
        )
        yield item_of(table, 85, "link", words, "links")


def _rhythm(table: Table) -> Iterator[Item]:
    rhythm = table.rhythm
    if rhythm.proposed and not rhythm.proposed_by_me:
        words = (
            _("%(name)s stelt een ritme voor") % {"name": table.visit.other_name},
            _("Zeg ja, of stel iets anders voor."),
            _("Bekijk het voorstel"),
        )
        yield item_of(table, 80, "calendar", words, "rhythm")


def _reveal(table: Table) -> Iterator[Item]:
    view = table.fresh_reveal
    if view:
        words = (
            _("De enveloppen met %(name)s zijn open") % {"name": table.visit.other_name},
            _("Lees wat jullie allebei schreven. Neem er vijf minuten voor."),
            _("Bekijk jullie antwoorden"),
        )
        yield item_of(table, 75, "opened", words, "checkin_reveal", day=view.round.opened_on)


def _checkin(table: Table) -> Iterator[Item]:
    view, visit = table.open_round, table.visit
    if view is None or view.i_sent or not visit.speaks:
        return
    if view.they_sent:
        words = (
            _("%(name)s heeft de check-in beantwoord") % {"name": visit.other_name},
            _("Zodra jij klaar bent, gaan jullie antwoorden tegelijk open."),
            _("Beantwoord de check-in"),
        )
    else:
        words = (
            _("Er staat een check-in met %(name)s klaar") % {"name": visit.other_name},
            _("Ongeveer een minuut. Alles mag open blijven."),
            _("Beantwoord de check-in"),
        )
    yield item_of(
        table,
        72 if view.they_sent else 60,
        "sealed",
        words,
        "checkin_step",
        day=view.round.opened_on,
        number=1,
    )


def _repairs(table: Table, today: date) -> Iterator[Item]:
    name = table.visit.other_name
    for view in table.repairs:
        if not view.is_agreed and not view.i_proposed:
            words = (
                _("%(name)s stelt een afspraak voor") % {"name": name},
                _("Lees hem en zeg of het zo past."),
                _("Bekijk de afspraak"),
            )
            yield item_of(table, 65, "talk", words, "checkin_reveal", day=view.repair.round.opened_on)
        elif view.is_due(today):
            words = (
                _("Kijk terug op jullie afspraak"),
                _("Eén vraag: hielp het?"),
                _("Kijk terug"),
            )
            yield item_of(table, 62, "clock", words, "repair_look", repair=view.repair.public_id)


def _acquaintance(table: Table) -> Iterator[Item]:
    view, visit = table.acquaintance, table.visit
    if view is None or not (table.fresh_acquaintance or (view.waits_for_me and visit.speaks)):
        return
    weight, icon, words = _acquaintance_words(table, view)
    page, parts = way_in(visit, view)
    yield item_of(table, weight, icon, words, page, **parts)


def _acquaintance_words(table: Table, view: ExchangeView) -> tuple[int, str, tuple[str, str, str]]:
    name = {"name": table.visit.other_name}
    if view.is_revealed:
        line = _("Lees wat jullie allebei schreven, met vragen om over te praten.")
        return 74, "opened", (_("Je kennismaking met %(name)s ligt open") % name, line, _("Lees jullie antwoorden"))
    if view.they_sent:
        line = _("Zodra jij klaar bent, gaan jullie antwoorden tegelijk open.")
        return 71, "sealed", (_("%(name)s is klaar met de kennismaking") % name, line, _("Beantwoord de vragen"))
    line = _("Vijf korte delen. Alles mag open blijven.")
    return 59, "sealed", (_("De kennismaking met %(name)s staat klaar") % name, line, _("Beantwoord de vragen"))


def _trial(table: Table) -> Iterator[Item]:
    view, visit = table.trial, table.visit
    if view is None or not visit.speaks:
        return
    if view.waits_for_yes:
        words = (
            _("%(name)s stelt een proefproject voor") % {"name": visit.other_name},
            _("Lees het, zeg ja of stel iets anders voor."),
            _("Bekijk het voorstel"),
        )
        yield item_of(table, 66, "route", words, "trial")
    elif view.waits_for_look_back:
        words = (
            _("Het proefproject met %(name)s is klaar") % {"name": visit.other_name},
            _("Kijk terug: hoe ging het? Drie korte stappen."),
            _("Kijk terug"),
        )
        yield item_of(table, 61, "clock", words, "trial_step", trial=view.trial.public_id, number=1)


def _heard(table: Table) -> Iterator[Item]:
    if table.heard:
        words = (
            _("%(name)s heeft je vragen beantwoord") % {"name": table.heard.first_name},
            _("Alleen jij leest wat er staat."),
            _("Lees het antwoord"),
        )
        yield item_of(table, 58, "sealed", words, "reference", reference=table.heard.public_id, is_private=True)


def _own(table: Table, today: date) -> Iterator[Item]:
    name = table.visit.other_name
    if table.own.is_due(today):
        words = (
            _("Tijd voor je eigen check-in over %(name)s") % {"name": name},
            _("Alleen voor jou. Ongeveer een minuut."),
            _("Vul hem in"),
        )
        yield item_of(table, 50, "pencil", words, "own_step", number=1, is_private=True)
    if table.asks_carrying_on:
        words = (
            _("Eén vraag voor jezelf over %(name)s") % {"name": name},
            _("Eens per maand. Eén tik, en niemand ziet het."),
            _("Beantwoord de vraag"),
        )
        yield item_of(table, 30, "heart", words, "carrying_on", is_private=True)


def _how_it_ended(table: Table) -> Iterator[Item]:
    """A month after the last day, once."""
    if table.asks_how_it_ended:
        words = (
            _("Hoe eindigde het met %(name)s?") % {"name": table.visit.other_name},
            _("Eén woord en één les. Alleen voor jou, en het hoeft niet."),
            _("Kijk terug"),
        )
        yield item_of(table, 28, "heart", words, "farewell_lesson", is_private=True)


def _ending(table: Table) -> Iterator[Item]:
    for ask in asks_of(table.visit, table.parting):
        yield item_of(table, ask.weight, ask.icon, ask.words, ask.page, is_private=ask.is_private)
