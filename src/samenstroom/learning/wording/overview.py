"""All that runs, side by side, in words. By name: nobody is ranked, and nothing is added up to one number."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samenstroom.checkins.wording import step_label
from samenstroom.collaborations.wording import hours_words, money
from samenstroom.exploring.wording.feelings import step_word
from samenstroom.exploring.wording.room import energy_steps
from samenstroom.kit.dates import full_date
from samenstroom.kit.language import language
from samenstroom.learning.queries.overview import Income, Overview, Running
from samenstroom.rules.learning.heading import Heading
from samenstroom.rules.room import Sum
from samenstroom.watch.item import Item

from .texts import Link, pattern_texts


@dataclass(frozen=True)
class RunningRow:
    """One collaboration in its own words: how it flows, what it does, what it asks, and what is next."""

    link: Link
    mine: str
    theirs: str
    heading: str
    energy: str
    feeling: str
    hours: str
    share: str
    next_up: Link | None


@dataclass(frozen=True)
class IncomeRow:
    """One bar: whose, which part, and the amount in words."""

    name: str
    part: int
    money: str


@dataclass(frozen=True)
class OverviewPage:
    """Everything on the page."""

    headline: str
    lead: Sequence[str]
    rows: Sequence[RunningRow]
    room: Sequence[str]
    income: Sequence[IncomeRow]
    caption: str
    source: str
    leans: Sequence[str]
    empty: Mapping[str, str]


def overview_page(found: Overview) -> OverviewPage:
    """All of it."""
    return OverviewPage(
        headline=overview_headline(found),
        lead=list(_lead(found)),
        rows=[_row(one) for one in found.running],
        room=list(_room(found)),
        income=[IncomeRow(one.name, one.part, money(one.money)) for one in found.income.parts],
        caption=_caption(found.income),
        source=_source(found.income),
        leans=list(_leans(found.income)),
        empty=pattern_texts()["empty"],
    )


def overview_headline(found: Overview) -> str:
    """`3 samenwerkingen lopen`; empty while nothing runs."""
    return running_words(len(found.running))


def running_words(n: int) -> str:
    """The same of a count."""
    return ngettext("%(n)s samenwerking loopt", "%(n)s samenwerkingen lopen", n) % {"n": n} if n else ""


def _lead(found: Overview) -> Iterator[str]:
    if len(found.running) == 1:
        yield _("Met één valt er nog niets naast elkaar te leggen. Wat je hier ziet, is wel van jou.")
    else:
        yield _("Naast elkaar, op naam. We tellen niets op tot één cijfer.")


def _row(one: Running) -> RunningRow:
    name = one.visit.other_name
    return RunningRow(
        link=Link("collaboration", one.name, {"collaboration": one.visit.collaboration.public_id}),
        mine=step_label(one.flow) if one.flow else "",
        theirs=_("%(name)s: %(step)s") % {"name": name, "step": step_label(one.theirs)} if one.theirs else "",
        heading=_heading(one.heading),
        energy=dict(energy_steps()).get(str(one.energy), ""),
        feeling=step_word(int(one.feeling.step)) if one.feeling else "",
        hours=_("%(hours)s per week") % {"hours": hours_words(one.hours)} if one.hours is not None else "",
        share=_("%(part)s procent") % {"part": one.share} if one.share is not None else "",
        next_up=_next(one.next_up) if one.next_up else None,
    )


def _heading(heading: Heading) -> str:
    return {
        Heading.UP: _("Je antwoorden gaan omhoog."),
        Heading.DOWN: _("Je antwoorden gaan omlaag."),
        Heading.LEVEL: _("Je antwoorden blijven gelijk."),
        Heading.UNKNOWN: "",
    }[heading]


def _next(item: Item) -> Link:
    return Link(item.page, item.title, {"collaboration": item.collaboration, **dict(item.parts)})


def _room(found: Overview) -> Iterator[str]:
    """How many hours are left for something new, and what of it is not known."""
    if not found.running and not found.room.total:
        return
    yield _hours(found.room)
    if found.unknown:
        n = len(found.unknown)
        yield ngettext(
            "Van %(n)s samenwerking is niet ingevuld hoeveel uren ze vraagt.",
            "Van %(n)s samenwerkingen is niet ingevuld hoeveel uren ze vragen.",
            n,
        ) % {"n": n}


def _hours(room: Sum) -> str:
    if room.left is None:
        return _("Vul in hoeveel uren je hebt. Dan zie je of er ruimte is voor iets nieuws.")
    words = {"left": hours_words(abs(room.left)), "have": hours_words(room.against), "asked": hours_words(room.total)}
    if room.left > 0:
        return _("Je hebt nog %(left)s per week vrij. Bezet: %(asked)s van de %(have)s.") % words
    if room.left == 0:
        return _("Je week is precies vol: %(asked)s.") % words
    return _("Wat loopt, vraagt %(left)s per week meer dan je hebt. Voor iets nieuws moet eerst iets af.") % words


def _caption(income: Income) -> str:
    if not income.parts:
        return ""
    if income.leans:
        return _("%(part)s procent van je inkomen komt van %(name)s") % {
            "part": income.leans.part,
            "name": income.leans.name,
        }
    return _("Geen enkele brengt meer dan de helft van je inkomen")


def _source(income: Income) -> str:
    if income.billed:
        since = full_date(income.since, language())
        return _("Van de rekeningen die je hier sinds %(since)s noteerde. Wat er niet bij staat, telt niet mee.") % {
            "since": since
        }
    return _("Van wat je bij je ruimte invulde. Wat er niet bij staat, telt niet mee.")


def _leans(income: Income) -> Iterator[str]:
    """Told as a fact about how things are spread, with a way on: it is nobody's fault."""
    if income.leans:
        yield _("Dat is meer dan de helft. Wat je niet kunt missen, bespreek je minder snel.")
        yield _("Een tweede bron, ook een kleine, maakt een nee makkelijker.")
