"""The words of an agreement and of its check: complete, in every filling a whole text, and the same for both."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from samenstroom import content
from samenstroom.content.pairs import placeholders
from samenstroom.rules.agreement.grammar import parse

DATA = Path(content.__file__).parent / "data"
CLAUSES = yaml.safe_load((DATA / "agreement_clauses.yaml").read_text(encoding="utf-8"))
RULES = yaml.safe_load((DATA / "agreement_rules.yaml").read_text(encoding="utf-8"))["rules"]
TERMS = {one["name"]: one for one in CLAUSES["facts"]}
TERMS |= {one["name"]: one for clause in CLAUSES["clauses"] for one in clause["terms"]}
CODES = frozenset(one["code"] for one in CLAUSES["clauses"])
LANGUAGES = ("nl", "en")
ROLES = frozenset({"provider", "client", "Provider", "Client"})
Values = dict[str, Any]
reading = cache(parse)


def choices(name: str) -> tuple[str, ...]:
    """The choices of a fact or term; none when it is no choice."""
    return tuple(TERMS[name].get("options", ()))


def fillings(name: str) -> tuple[Any, ...]:
    """What a person may fill in here that can change a sentence, nothing included."""
    if choices(name):
        return (None, *choices(name))
    of_type = {
        "bool": (None, False, True),
        "int": (None, Decimal(0), Decimal(1), Decimal(45)),
        "decimal": (None, Decimal(45)),
        "date": (None, date(2027, 6, 30)),
    }
    return of_type.get(TERMS[name]["type"], (None, "filled"))


def in_force(clause: Mapping[str, Any]) -> Sequence[str]:
    """The terms of a clause, with what its conditions read from elsewhere."""
    own = [one["name"] for one in clause["terms"]]
    read = " ".join(str(one["when"]) for one in (*words_of(clause["code"])["text"], *words_of(clause["code"])["plain"]))
    elsewhere = [name for name in TERMS if name not in own and re.search(rf"\b{name}\b", read)]
    return [*own, *elsewhere]


def words_of(code: str, language: str = "nl") -> Mapping[str, Any]:
    return next(one for one in content.load("clauses", language)["clauses"] if one["id"] == code)


def pairwise(names: Sequence[str]) -> Iterator[Values]:
    """Every filling of every two terms together, the others empty or as they are first filled."""
    for base in ("empty", "filled"):
        rest = {name: None if base == "empty" else fillings(name)[-1] for name in names}
        for one, two in itertools.combinations(names, 2):
            for first, second in itertools.product(fillings(one), fillings(two)):
                yield rest | {one: first, two: second}


def documents(clause: Mapping[str, Any]) -> Iterator[Values]:
    """Fillings of a clause in both countries and in every kind it is for."""
    names = [name for name in in_force(clause) if name not in ("jurisdiction", "kind")]
    kinds = clause["applies_to"]
    sort = {kind in ("partner", "cofounder"): kind for kind in kinds}
    for jurisdiction, kind in itertools.product(("NL", "BE"), sort.values()):
        fixed = {"jurisdiction": jurisdiction, "kind": kind}
        yield from (filling | fixed for filling in pairwise(names))
        yield from ({name: value} | fixed for name in names for value in fillings(name))


def shown(sentences: Sequence[Mapping[str, Any]], values: Values) -> list[Mapping[str, Any]]:
    known = {name: values.get(name) for name in TERMS}
    return [one for one in sentences if one["when"] is None or reading(one["when"]).holds(known, CODES)]


def test_every_fact_that_is_asked_has_words() -> None:
    asked = [one["name"] for one in CLAUSES["facts"] if not one.get("derived")]
    assert [one["id"] for one in content.load("clauses", "nl")["facts"]] == asked


def test_every_clause_and_term_has_words_in_its_order() -> None:
    there = {one["id"]: [term["id"] for term in one["terms"]] for one in content.load("clauses", "nl")["clauses"]}
    assert list(there) == [one["code"] for one in CLAUSES["clauses"]]
    assert there == {one["code"]: [term["name"] for term in one["terms"]] for one in CLAUSES["clauses"]}


def test_every_choice_has_a_label_and_nothing_else_has() -> None:
    words = content.load("clauses", "nl")
    asked = [*words["facts"], *(term for clause in words["clauses"] for term in clause["terms"])]
    assert {one["id"]: tuple(option["id"] for option in one["options"]) for one in asked} == {
        one["id"]: choices(one["id"]) for one in asked
    }


@pytest.mark.parametrize("clause", CLAUSES["clauses"], ids=lambda one: str(one["code"]))
def test_every_filling_of_a_clause_reads_as_a_text(clause: Mapping[str, Any]) -> None:
    words = words_of(clause["code"])
    for values in documents(clause):
        for part in ("text", "plain"):
            said = shown(words[part], values)
            assert said, (part, values)
            for one in said:
                used = placeholders(one["text"]) | placeholders(one.get("text_be") or "")
                empty = {name for name in used - ROLES if values.get(name) is None}
                assert not empty, (one["text"], values)


@pytest.mark.parametrize("clause", CLAUSES["clauses"], ids=lambda one: str(one["code"]))
def test_a_choice_says_something_of_its_own(clause: Mapping[str, Any]) -> None:
    """Each choice of a term changes the legal text in a way of its own."""
    words = words_of(clause["code"])["text"]
    base: Values = {name: fillings(name)[-1] for name in in_force(clause)}
    base |= {"jurisdiction": "NL", "kind": clause["applies_to"][0]}
    base |= {"fee_model": "bundle"} if clause["code"] == "fee" else {}
    read = " ".join(str(one["when"]) for one in words)
    for name in (one["name"] for one in clause["terms"]):
        if choices(name) and re.search(rf"\b{name}\b", read):
            said = {tuple(one["text"] for one in shown(words, base | {name: choice})) for choice in choices(name)}
            assert len(said) == len(choices(name)), name


@pytest.mark.parametrize("jurisdiction", ["NL", "BE"])
def test_a_new_agreement_is_told_in_a_few_plain_lines(jurisdiction: str) -> None:
    values = {name: started(one, jurisdiction) for name, one in TERMS.items()} | {"jurisdiction": jurisdiction}
    for clause in content.load("clauses", "nl")["clauses"]:
        assert 1 <= len(shown(clause["plain"], values)) <= 4, clause["id"]


def started(term: Mapping[str, Any], jurisdiction: str) -> Any:
    """What a new agreement starts with."""
    value = term.get("default_be", term["default"]) if jurisdiction == "BE" else term["default"]
    is_number = term["type"] in ("int", "decimal") and value is not None
    return Decimal(str(value)) if is_number else value


@pytest.mark.parametrize("language", LANGUAGES)
def test_only_terms_and_the_two_roles_stand_in_curly_brackets(language: str) -> None:
    for clause in content.load("clauses", language)["clauses"]:
        known = ROLES | set(TERMS)
        for one in (*clause["text"], *clause["plain"]):
            assert placeholders(one["text"]) | placeholders(one.get("text_be") or "") <= known, one


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_role_that_begins_a_sentence_has_its_capital(language: str) -> None:
    begins = re.compile(r"(?:^|[.?:;] )\{(provider|client)\}")
    ends = re.compile(r"(?<![.?:;])\s\{(Provider|Client)\}")
    for clause in content.load("clauses", language)["clauses"]:
        for one in (*clause["text"], *clause["plain"]):
            for text in filter(None, (one["text"], one.get("text_be"))):
                assert not begins.search(text.replace("; {", " {")), text
                assert not ends.search(text), text


def test_flemish_words_stand_in_the_belgian_text() -> None:
    """Where Belgium has a word of its own, the sentence for Belgium uses it."""
    dutch_only = re.compile(
        r"\b(KvK|opzegtermijn|datalek|mediat(?:ion|or)|incassokosten|controlespoor|Auteurswet)\b", re.I
    )
    for clause in content.load("clauses", "nl")["clauses"]:
        for one in clause["text"]:
            if "jurisdiction == 'NL'" not in str(one["when"]):
                assert not dutch_only.search(one["text_be"] or one["text"]), one


def test_every_rule_has_its_words_in_its_order() -> None:
    words = content.load("agreement_rules", "nl")["rules"]
    assert [one["id"] for one in words] == [one["id"] for one in RULES]


def test_a_rule_has_a_button_when_it_has_a_fix() -> None:
    has_fix = {one["id"]: bool(one["fix"]) for one in RULES}
    for language in LANGUAGES:
        assert {
            one["id"]: one["fix"] is not None for one in content.load("agreement_rules", language)["rules"]
        } == has_fix


def test_a_private_rule_says_nothing_to_the_other() -> None:
    private = {one["id"] for one in RULES if one.get("audience") == "provider"}
    for language in LANGUAGES:
        words = content.load("agreement_rules", language)["rules"]
        assert {one["id"] for one in words if one["client"] is None} == private


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_role_hears_its_own_story(language: str) -> None:
    for one in content.load("agreement_rules", language)["rules"]:
        assert one["provider"] != one["client"], one["id"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_message_informs_and_never_commands(language: str) -> None:
    commands = re.compile(r"\b(je moet|moet je|jij moet|you must|you have to|you should)\b", re.I)
    for one in content.load("agreement_rules", language)["rules"]:
        for text in filter(None, (one["provider"], one["client"])):
            assert not commands.search(text), one["id"]
            assert len(re.findall(r"[.?](?:\s|$)", text)) <= 3, one["id"]


def test_a_doubt_sounds_like_one() -> None:
    doubt = re.compile(r"\b(misschien|waarschijnlijk|twijfel|nog geen bron|nog zonder bron|nog een bron|kan)\b", re.I)
    unsure = {one["id"] for one in RULES if one["certainty"] == "low" or "unsourced" in str(one["source"])}
    for one in content.load("agreement_rules", "nl")["rules"]:
        if one["id"] in unsure:
            assert doubt.search(one["provider"]), one["id"]
            assert one["client"] is None or doubt.search(one["client"]), one["id"]
