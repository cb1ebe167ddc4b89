"""History lines in whole sentences, for the one who reads: `Jij` for her own side, otherwise the name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

from babel.numbers import format_currency
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samenstroom import content
from samenstroom.kit.dates import full_date
from samenstroom.kit.language import language

from .models import HistoryLine
from .visits import Visit

NOTES: tuple[str, ...] = ("note", "decision", "file_link", "acquaintance_said")
"""Lines in own words: the note is the line."""

DAYS: tuple[str, ...] = ("last_on", "until")
"""What an act keeps as a day, and a sentence says in words."""


def kinds() -> Mapping[str, Any]:
    """Kinds of collaboration, countries, stages, origins."""
    return content.load("kinds", language())


def label_of(group: str, key: str) -> str:
    """The label of one entry of kinds.yaml: group is kinds, countries, stages or origins."""
    return str(next((one["label"] for one in kinds()[group] if one["id"] == key), key))


def facts() -> Mapping[str, Mapping[str, Any]]:
    """All kinds of dated facts by id."""
    return _facts(language())


@cache
def _facts(language_code: str) -> Mapping[str, Mapping[str, Any]]:
    return {one["id"]: one for one in content.load("facts", language_code)["facts"]}


def actor_of(line: HistoryLine, visit: Visit) -> str:
    """Who did it, for who reads: `Jij`, or a first name."""
    if line.seat_id == visit.seat.pk:
        return _("Jij")
    return line.seat.first_name if line.seat else _("De app")


def about_of(line: HistoryLine, visit: Visit) -> str:
    """Whom a fact is about, for who reads."""
    if line.about_party is None:
        return ""
    return _("Jij") if line.about_party == visit.party.pk else visit.other_name


def sentence(line: HistoryLine, visit: Visit) -> str:
    """The line as one whole sentence."""
    if line.what in NOTES:
        return {
            "note": _("%(actor)s schreef iets op."),
            "decision": _("%(actor)s noteerde een besluit."),
            "file_link": _("%(actor)s bewaarde een link."),
            "acquaintance_said": _("%(actor)s schreef op wat jullie zeiden bij de kennismaking."),
        }[line.what] % {"actor": actor_of(line, visit)}
    fact = facts().get(line.what)
    if fact is not None:
        return _fact_sentence(fact, line, visit)
    return _app_sentence(line, visit)


def _fact_sentence(fact: Mapping[str, Any], line: HistoryLine, visit: Visit) -> str:
    return fact_sentence(str(fact["id"]), line.data, about_of(line, visit) or actor_of(line, visit))


def fact_sentence(kind: str, data: Mapping[str, Any], actor: str) -> str:
    """A dated fact as one whole sentence; `actor` is whom it is about, for who reads. KeyError for an unknown kind."""
    fact = facts()[kind]
    given = [field for field in fact["fields"] if data.get(field) not in (None, "")]
    template = fact["lines"].get("+".join(given)) or fact["lines"]["plain"]
    words = {field: _in_words(field, data[field]) for field in given}
    return str(template.format(actor=actor, **words))


def _in_words(field: str, value: Any) -> str:
    writers: dict[str, Callable[[Any], str]] = {
        "amount": lambda v: money(Decimal(str(v))),
        "hours": hours_words,
        "days": lambda v: ngettext("%(n)s dag", "%(n)s dagen", int(v)) % {"n": int(v)},
        "percent": lambda v: _("%(n)s %%") % {"n": int(v)},
        "due_on": lambda v: full_date(date.fromisoformat(v), language()),
    }
    return writers.get(field, str)(value)


def money(amount: Decimal) -> str:
    """`€ 1.250` without cents when there are none, `€ 1.250,50` otherwise."""
    whole = amount == amount.to_integral_value()
    locale = "en_GB" if language() == "en" else "nl_NL"
    pattern = ("¤#,##0" if language() == "en" else "¤ #,##0") + ("" if whole else ".00")
    return str(format_currency(amount, "EUR", pattern, locale=locale, currency_digits=False))


def hours_words(value: Any) -> str:
    """`12 uur`, `7,5 uur`."""
    return ngettext("%(n)s uur", "%(n)s uur", _form(value)) % {"n": _number(value)}


def _form(value: Any) -> int:
    """Which form of a word goes with a number: 1 for exactly one, 2 (the plural) for the rest."""
    return 1 if Decimal(str(value)) == 1 else 2


def _number(value: Any) -> str:
    number = Decimal(str(value)).normalize()
    text = f"{number:f}"
    return text if language() == "en" else text.replace(".", ",")


def _app_sentence(line: HistoryLine, visit: Visit) -> str:
    template = _app_templates().get(line.what)
    if template is None:
        return line.what
    words = {"actor": actor_of(line, visit), **line.data}
    words |= {key: full_date(date.fromisoformat(line.data[key]), language()) for key in DAYS if key in line.data}
    if line.what == "stage_moved":
        words["to"] = label_of("stages", line.data["to"])
    if line.what in ("rhythm_proposed", "rhythm_accepted"):
        words["rhythm"] = rhythm_in_words(int(line.data["weeks"]))
    return template % words


def is_app_kind(kind: str) -> bool:
    """Whether the app itself writes lines of this kind, about what somebody did."""
    return kind in _app_templates()


def rhythm_in_words(weeks: int) -> str:
    """`elke week`, `elke twee weken`, `elke vier weken`."""
    return {1: _("elke week"), 2: _("elke twee weken"), 4: _("elke vier weken")}[weeks]


def _app_templates() -> Mapping[str, str]:
    return {
        "collaboration_started": _("%(actor)s begon deze samenwerking in Samenstroom."),
        "collaboration_imported": _("%(actor)s las deze samenwerking in uit een dossier."),
        "stage_moved": _("%(actor)s zette de samenwerking in de fase %(to)s."),
        "link_made": _("%(actor)s maakte een persoonlijke link voor %(for)s."),
        "link_withdrawn": _("%(actor)s trok een persoonlijke link voor %(for)s in."),
        "joined": _("%(actor)s ging aan tafel zitten."),
        "end_announced": _("%(actor)s liet weten dat de samenwerking stopt."),
        "end_agreed": _("%(actor)s bevestigde het einde van de samenwerking."),
        "last_day_proposed": _("%(actor)s vroeg een andere laatste dag: %(last_on)s."),
        "last_day_agreed": _("%(actor)s zei ja tegen een andere laatste dag: %(last_on)s."),
        "end_closed": _("%(actor)s rondde de samenwerking af."),
        "settlement_added": _("%(actor)s zette iets op de lijst om af te rekenen."),
        "settlement_done": _("%(actor)s zei over iets om af te rekenen: klaar."),
        "settlement_opened": _("%(actor)s zei over iets om af te rekenen: toch nog open."),
        "settlement_dropped": _("%(actor)s haalde iets van de lijst om af te rekenen."),
        "settlement_data": _("%(actor)s koos wat er met gegevens gebeurt."),
        "statement_proposed": _("%(actor)s stelde een afsluiting voor."),
        "statement_accepted": _("%(actor)s nam de afsluiting aan."),
        "statement_noted": _("%(actor)s noteerde een afsluiting, niet bevestigd."),
        "access_named": _("%(actor)s zette een toegang op de lijst."),
        "access_back": _("%(actor)s zei dat een toegang terug is."),
        "access_confirmed": _("%(actor)s bevestigde dat een toegang terug is."),
        "access_dropped": _("%(actor)s haalde een toegang van de lijst."),
        "thanks_shared": _("%(actor)s deelde een bedankje."),
        "testimonial_asked": _("%(actor)s vroeg om een aanbeveling."),
        "testimonial_declined": _("%(actor)s zei over een aanbeveling: liever niet."),
        "testimonial_released": _("%(actor)s gaf een aanbeveling."),
        "testimonial_withdrawn": _("%(actor)s nam de aanbeveling terug."),
        "reference_allowed": _("%(actor)s zei: noem mij gerust als referentie."),
        "reference_withdrawn": _("%(actor)s zei: noem mij niet meer als referentie."),
        "term_proposed": _("%(actor)s stelde voor om dit te bewaren tot %(until)s."),
        "term_agreed": _("%(actor)s zei ja: dit blijft bewaard tot %(until)s."),
        "closing_opened": _("Jullie zeiden allebei hoe het ging. De enveloppen gingen open."),
        "end_withdrawn": _("%(actor)s nam het einde terug. De samenwerking gaat door."),
        "left": _("%(actor)s stopte met meedoen."),
        "fresh_seat": _("%(actor)s maakte een nieuwe start voor %(for)s, met een nieuwe code."),
        "colleague_added": _("%(actor)s laat collega %(name)s meelezen."),
        "colleague_removed": _("%(actor)s laat collega %(name)s niet meer meelezen."),
        "rhythm_proposed": _("%(actor)s stelde een ritme voor: %(rhythm)s een check-in."),
        "rhythm_accepted": _("%(actor)s zei ja tegen het ritme: %(rhythm)s een check-in."),
        "rhythm_stopped": _("%(actor)s stopte het ritme of het voorstel daarvoor."),
        "talk_invited": _("%(actor)s nodigde uit voor een gesprek."),
        "point_for_kickoff": _("%(actor)s legde een punt op tafel voor het startgesprek."),
        "point_for_agreement": _("%(actor)s legde een punt op tafel voor de overeenkomst."),
        "round_opened": _("De enveloppen van check-in %(number)s gingen open, voor allebei tegelijk."),
        "answer_freed": _("%(actor)s maakte het eigen antwoord op check-in %(number)s open."),
        "remark_shared": _("%(actor)s deelde alsnog een opmerking bij check-in %(number)s."),
        "repair_proposed": _("%(actor)s stelde een afspraak voor."),
        "repair_agreed": _("%(actor)s zei ja tegen een afspraak."),
        "repair_dropped": _("%(actor)s haalde een afspraak van tafel."),
        "repair_looked_back": _("Jullie keken allebei terug op een afspraak."),
        "acquaintance_proposed": _("%(actor)s stelde een kennismaking voor, met vragen voor jullie allebei."),
        "acquaintance_opened": _("De enveloppen van de kennismaking gingen open, voor allebei tegelijk."),
        "acquaintance_closed": _("%(actor)s stopte de kennismaking voordat de enveloppen opengingen."),
        "acquaintance_freed": _("%(actor)s gaf het eigen antwoord bij de kennismaking vrij."),
        "attempt_proposed": _("%(actor)s stelde een herstelpoging voor."),
        "attempt_changed": _("%(actor)s stelde iets anders voor bij de herstelpoging."),
        "attempt_agreed": _("%(actor)s zei ja tegen de herstelpoging."),
        "attempt_dropped": _("%(actor)s haalde de herstelpoging van tafel."),
        "attempt_opened": _("Jullie zeiden allebei hoe het is na de herstelpoging."),
        "pause_proposed": _("%(actor)s stelde een pauze voor."),
        "pause_accepted": _("%(actor)s zei ja tegen de pauze."),
        "pause_noted": _("%(actor)s noteerde een pauze."),
        "pause_dropped": _("%(actor)s haalde het voorstel voor een pauze van tafel."),
        "pause_ended": _("%(actor)s liet weten dat jullie weer verdergaan."),
        "handover_made": _("%(actor)s begon een lijst om over te dragen."),
        "successor_proposed": _("%(actor)s noemde een opvolger."),
        "successor_link": _("%(actor)s maakte een link voor een opvolger."),
        "successor_withdrawn": _("%(actor)s trok de link van een opvolger in."),
        "successor_opened": _("Een opvolger opende de link."),
        "trial_proposed": _("%(actor)s stelde een proefproject voor."),
        "trial_changed": _("%(actor)s stelde een ander proefproject voor."),
        "trial_accepted": _("%(actor)s zei ja tegen het proefproject."),
        "trial_noted": _("%(actor)s noteerde dat jullie het proefproject buiten de app afspraken."),
        "trial_dropped": _("%(actor)s haalde het proefproject van tafel."),
        "trial_finished": _("%(actor)s zei dat het proefproject klaar is."),
        "trial_evaluated": _("Jullie keken allebei terug op het proefproject. De enveloppen gingen open."),
    }
