"""Facts and terms in words: their labels and choices from the content files, and their values as people write them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

from babel.numbers import format_decimal
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samenstroom import content
from samenstroom.agreements.terms import unit_of
from samenstroom.kit.dates import full_date

Words = Mapping[str, Any]


@dataclass(frozen=True)
class Asked:
    """A fact or term as it is asked: `type` is bool, enum, int, decimal, date, string or text."""

    name: str
    type: str
    label: str
    hint: str = ""
    options: tuple[tuple[str, str], ...] = ()


def clause_words(language: str) -> Mapping[str, Words]:
    """The texts of every clause by its code."""
    return _by_id("clauses", language)


def fact_words(language: str) -> Mapping[str, Words]:
    """The question of every fact by its name."""
    return _by_id("facts", language)


def term_words(language: str) -> Mapping[str, Words]:
    """The label of every term by its name."""
    return _terms(language)


def charter_words(language: str) -> tuple[str, ...]:
    """Sentences to choose from for how they want to treat each other."""
    return tuple(str(one) for one in content.load("clauses", language)["charter"])


@cache
def _by_id(part: str, language: str) -> Mapping[str, Words]:
    return {str(one["id"]): one for one in content.load("clauses", language)[part]}


@cache
def _terms(language: str) -> Mapping[str, Words]:
    clauses = content.load("clauses", language)["clauses"]
    return {str(term["id"]): term for clause in clauses for term in clause["terms"]}


def label_of(name: str, language: str) -> str:
    """What a fact or term is called."""
    term, fact = term_words(language).get(name), fact_words(language).get(name)
    if term:
        return str(term["label"])
    return str(fact["question"]) if fact else name


def options_of(name: str, language: str) -> list[tuple[str, str]]:
    """The choices of a fact or term, with their labels."""
    words = term_words(language).get(name) or fact_words(language).get(name) or {}
    return [(str(one["id"]), str(one["label"])) for one in words.get("options") or ()]


def value_words(name: str, value: Any, language: str) -> str:
    """A value as it stands in a sentence: `14 dagen`, `€ 62,50`, `2 november 2026`, a choice; empty for none."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return _("ja") if value else _("nee")
    if isinstance(value, date):
        return full_date(value, language)
    if isinstance(value, int | Decimal):
        return _with_unit(Decimal(value), unit_of(name), language)
    return dict(options_of(name, language)).get(str(value), str(value))


def _with_unit(number: Decimal, unit: str, language: str) -> str:
    is_money = unit == "eur"
    words = {"n": _number(number, language, is_money=is_money)}
    form = 1 if number == 1 else 2
    if is_money:
        return ("€" if language == "en" else "€ ") + words["n"]
    if unit.startswith("percent"):
        return _("%(n)s %%") % words
    if "hours" in unit:
        return ngettext("%(n)s uur", "%(n)s uur", form) % words
    if unit == "days":
        return ngettext("%(n)s dag", "%(n)s dagen", form) % words
    if unit == "weeks":
        return ngettext("%(n)s week", "%(n)s weken", form) % words
    if unit == "months":
        return ngettext("%(n)s maand", "%(n)s maanden", form) % words
    return words["n"]


def _number(number: Decimal, language: str, *, is_money: bool) -> str:
    is_whole = number == number.to_integral_value()
    pattern = "#,##0" if is_whole else ("#,##0.00" if is_money else "#,##0.##")
    return str(format_decimal(number, format=pattern, locale="en_GB" if language == "en" else "nl_NL"))
