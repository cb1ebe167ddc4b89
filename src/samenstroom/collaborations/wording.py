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
from .sentences import app_sentences
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
    return _sentence(line, actor_of(line, visit), about_of(line, visit))


def sentence_with_names(line: HistoryLine, visit: Visit) -> str:
    """The same for a reader who sits at neither side: names where the table says `Jij`."""
    actor = line.seat.first_name if line.seat else _("De app")
    names = {visit.party.pk: visit.my_name, visit.other_party.pk: visit.other_name}
    return _sentence(line, actor, names.get(line.about_party or 0, ""))


def _sentence(line: HistoryLine, actor: str, about: str) -> str:
    if line.what in NOTES:
        return {
            "note": _("%(actor)s schreef iets op."),
            "decision": _("%(actor)s noteerde een besluit."),
            "file_link": _("%(actor)s bewaarde een link."),
            "acquaintance_said": _("%(actor)s schreef op wat jullie zeiden bij de kennismaking."),
        }[line.what] % {"actor": actor}
    fact = facts().get(line.what)
    if fact is not None:
        return fact_sentence(str(fact["id"]), line.data, about or actor)
    return _app_sentence(line, actor)


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


def _app_sentence(line: HistoryLine, actor: str) -> str:
    template = app_sentences().get(line.what)
    if template is None:
        return line.what
    words = {"actor": actor, **line.data}
    words |= {key: full_date(date.fromisoformat(line.data[key]), language()) for key in DAYS if key in line.data}
    if line.what == "stage_moved":
        words["to"] = label_of("stages", line.data["to"])
    if line.what in ("rhythm_proposed", "rhythm_accepted"):
        words["rhythm"] = rhythm_in_words(int(line.data["weeks"]))
    return template % words


def is_app_kind(kind: str) -> bool:
    """Whether the app itself writes lines of this kind, about what somebody did."""
    return kind in app_sentences()


def rhythm_in_words(weeks: int) -> str:
    """`elke week`, `elke twee weken`, `elke vier weken`."""
    return {1: _("elke week"), 2: _("elke twee weken"), 4: _("elke vier weken")}[weeks]
