"""Lessons in words: where they came from, where they come back, and what a rule of her own says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from samenstroom import content
from samenstroom.agreements.terms import typed
from samenstroom.agreements.wording.terms import value_words
from samenstroom.checkins.wording import dimension
from samenstroom.collaborations.visits import Visit
from samenstroom.kit.dates import full_date
from samenstroom.kit.language import language
from samenstroom.learning.queries.lessons import LessonView, Returning, returning
from samenstroom.rules.dimensions import Dimension
from samenstroom.rules.lessons import Bound, OwnRule, Place, Verdict, Why, judge, own_rule_from

from .retrospectives import retrospective_texts


def dimension_choices() -> list[tuple[str, str]]:
    """The seven, and none."""
    return [("", _("Iets anders")), *((one.value, str(dimension(one.value)["name"])) for one in Dimension)]


def flag_choices() -> list[tuple[str, str]]:
    """Every flag as a sentence about anybody, and none."""
    return [
        ("", _("Geen")),
        *((one["id"], flag_words(one["id"])) for one in content.load("flags", language())["flags"]),
    ]


def flag_words(flag: str) -> str:
    """One flag as a sentence about anybody; empty for one that is gone."""
    waves = (one["wave"] for one in content.load("flags", language())["flags"] if one["id"] == flag)
    return capfirst(next(waves, "").replace("{name}", _("de ander")))


def origin_words(view: LessonView) -> str:
    """Where and when she learned it, as one line."""
    words = {"name": view.name, "day": full_date(view.when, language())}
    if view.name:
        return _("Geleerd bij %(name)s, %(day)s") % words
    return _("Geleerd op %(day)s") % words


def about_words(view: LessonView) -> list[str]:
    """What it is about, as short lines."""
    seven = [str(dimension(view.learned.dimension)["name"])] if view.learned.dimension else []
    flag = view.kept.about.get("flag", "") if view.kept else ""
    return [*seven, *filter(None, [flag_words(flag)])]


@dataclass(frozen=True)
class PlaceView:
    """One place where a lesson may come back, whether it does, and how."""

    id: str
    title: str
    hint: str
    is_on: bool
    how: str


def places_of(view: LessonView) -> list[PlaceView]:
    """All places, with what she agreed with herself there."""
    return [
        PlaceView(one["id"], one["title"], one["hint"], view.comes_back(Place(one["id"])), _how(view, Place(one["id"])))
        for one in retrospective_texts()["places"]
    ]


def place_title(place: Place) -> str:
    """What a place is called."""
    return next(str(one["title"]) for one in retrospective_texts()["places"] if one["id"] == place.value)


def _how(view: LessonView, place: Place) -> str:
    terms = view.returns.get(place.value)
    if terms is None:
        return ""
    said = {Place.SCAN: terms.get("question", ""), Place.AGREEMENT: rule_words(terms)}.get(place, "")
    where = _("Bij elke samenwerking.") if terms.get("everywhere") else _("Als een samenwerking erop lijkt.")
    return " ".join(filter(None, (str(said), where)))


def term_choices() -> list[tuple[str, str]]:
    """The terms she can set a limit to."""
    return [(one["id"], one["short"]) for one in retrospective_texts()["rule_terms"]]


def rule_words(terms: Mapping[str, Any]) -> str:
    """`Betaaltermijn: hoogstens 14 dagen.`; empty for a rule that cannot be read."""
    try:
        rule = own_rule_from(terms)
    except (KeyError, ValueError, ArithmeticError):
        return ""
    words = {"term": dict(term_choices()).get(rule.term, rule.term), "limit": _value(rule.term, rule.limit)}
    if rule.bound is Bound.AT_MOST:
        return _("%(term)s: hoogstens %(limit)s.") % words
    return _("%(term)s: minstens %(limit)s.") % words


def _value(term: str, value: Decimal) -> str:
    return value_words(term, typed(term, f"{value:f}") or value, language())


def why_words(one: Returning) -> str:
    """Why it comes back here."""
    return {
        Why.FLAG: _("Dezelfde vlag waait hier."),
        Why.DIMENSION: _("Hier speelt hetzelfde onderwerp."),
        Why.KIND: _("Dit is net zo’n samenwerking."),
        Why.EVERYWHERE: _("Jij wilde dit altijd terugzien."),
    }[one.why]


@dataclass(frozen=True)
class Shown:
    """A lesson as it stands at a place where it comes back. `found` says what a rule of her own found."""

    key: str
    place: str
    words: str
    origin: str
    why: str
    found: str = ""


def shown_at(visit: Visit, place: Place) -> list[Shown]:
    """Her lessons that come back here, each with its origin."""
    return [_shown(one, place) for one in returning(visit, place)]


def _shown(one: Returning, place: Place, found: str = "") -> Shown:
    return Shown(one.lesson.key, place.value, one.lesson.words, origin_words(one.lesson), why_words(one), found)


def own_rules_at(visit: Visit, document: Mapping[str, Any]) -> list[Shown]:
    """Her own rules that this document does not keep to; those it keeps to are silent. For her alone."""
    found = []
    for one in returning(visit, Place.AGREEMENT):
        try:
            rule = own_rule_from(one.terms)
        except (KeyError, ValueError, ArithmeticError):
            continue
        value = value_in(document, rule.term)
        verdict = judge(rule, value)
        if verdict is not None:
            found.append(_shown(one, Place.AGREEMENT, _found(one.terms, rule, value, verdict)))
    return found


def value_in(document: Mapping[str, Any], term: str) -> Decimal | None:
    """What a document says about one term, as a number; None when it stays open or is not in it."""
    values: Sequence[Any] = [one["terms"][term] for one in document.get("clauses", ()) if term in one["terms"]]
    try:
        return Decimal(str(values[0])) if values and values[0] is not None else None
    except InvalidOperation:
        return None


def _found(terms: Mapping[str, Any], rule: OwnRule, value: Decimal | None, verdict: Verdict) -> str:
    said = {"rule": rule_words(terms), "value": _value(rule.term, value) if value is not None else ""}
    if verdict is Verdict.OPEN:
        return _("Je eigen regel: %(rule)s In deze tekst is dat nog open.") % said
    return _("Je eigen regel: %(rule)s In deze tekst staat %(value)s.") % said
