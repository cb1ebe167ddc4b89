"""The words: every file fits its schema, both languages say the same, and the tone is ours."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from samenstroom import content
from samenstroom.content.files import LANGUAGES, place, read, schema
from samenstroom.content.pairs import first_difference, placeholders, texts
from samenstroom.rules.dimensions import FLOW, ITEMS, STEPS, Dimension
from samenstroom.rules.indicators import apart, changed, quiet
from samenstroom.rules.remedies import MEASURES, REMEDIES, TALK

NAMES = content.names()
MAILS = content.load("mail", "nl")["kinds"]
LONG_NAME = "Alexandra"
FORBIDDEN_NL = re.compile(r"\b(helaas|oeps|klant\w*|contract\w*|lead|deal|uw|score|alert|opslaan|clausule)\b", re.I)
FORBIDDEN_EN = re.compile(r"\b(unfortunately|oops|failed|score|churn|utiliz\w*|customer\w*)\b", re.I)

KNOWN_WORDS = {
    "checkin": {"name", "since", "guess", "theirs"},
    "gaps": {"name", "mine", "theirs"},
    "facts": {"actor", "amount", "hours", "due_on", "days", "person_name", "percent"},
    "kinds": set[str](),
    "privacy": {"name", "operator", "operator_email"},
    "mail": {"name", "other", "date", "until", "code", "minutes", "operator"},
    "readiness": {"name"},
}


def said(name: str, language: str) -> Iterator[tuple[str, str]]:
    """Every text of a file with its place."""
    for steps, text in texts(content.load(name, language)):
        yield place(steps), text


def sentences(text: str) -> list[str]:
    """The sentences of a text; a colon and a placeholder do not end one."""
    return [part for part in re.split(r"(?<=[.?])\s+", text) if part]


def facts(language: str) -> tuple[Mapping[str, Any], ...]:
    found: tuple[Mapping[str, Any], ...] = content.load("facts", language)["facts"]
    return found


def test_everything_is_in_order() -> None:
    content.check_all()
    assert {"checkin", "facts", "findings", "gaps", "kinds", "mail", "privacy"} < set(NAMES)
    assert content.languages() == ("nl", "en")


@pytest.mark.parametrize("name", NAMES)
def test_schema_is_valid_and_strict(name: str) -> None:
    Draft202012Validator.check_schema(schema(name))

    def objects(part: Any) -> Iterator[Mapping[str, Any]]:
        if isinstance(part, Mapping):
            if part.get("type") == "object":
                yield part
            for inner in part.values():
                yield from objects(inner)
        elif isinstance(part, list):
            for inner in part:
                yield from objects(inner)

    assert all("additionalProperties" in one for one in objects(schema(name)))


@pytest.mark.parametrize("name", NAMES)
def test_languages_have_same_keys_settings_and_placeholders(name: str) -> None:
    assert first_difference(content.load(name, "nl"), content.load(name, "en")) is None


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_tone_is_ours(name: str, language: str) -> None:
    forbidden = FORBIDDEN_NL if language == "nl" else FORBIDDEN_EN
    for where, text in said(name, language):
        assert "!" not in text, where
        assert not forbidden.search(text), (where, text)
        assert "  " not in text and '"' not in text, where


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_sentences_are_short(name: str, language: str) -> None:
    for steps, text in texts(content.load(name, language)):
        for sentence in sentences(text):
            most = 29 if is_legal(name, steps) else 22 if "{" in sentence else 20
            assert len(sentence.split()) <= most, (place(steps), sentence)


def is_legal(name: str, steps: tuple[str | int, ...]) -> bool:
    """A sentence that must hold in court may be longer; beside it stands the same in plain words."""
    return name == "clauses" and steps[0] == "clauses" and steps[2] == "text"


@pytest.mark.parametrize("language", LANGUAGES)
def test_questions_hold_one_idea_in_a_few_words(language: str) -> None:
    checkin = content.load("checkin", language)
    asked = [one["question"] for one in checkin["dimensions"]]
    asked += [checkin[part]["question"] for part in ("flow", "guess", "carrying_on", "solo")]
    for question in asked:
        assert question.endswith("?")
        assert len(question.split()) <= 15, question


@pytest.mark.parametrize("name", KNOWN_WORDS)
def test_only_known_words_stand_in_curly_brackets(name: str) -> None:
    for where, text in said(name, "nl"):
        assert placeholders(text) <= KNOWN_WORDS[name], where


@pytest.mark.parametrize("language", LANGUAGES)
def test_check_in_asks_what_the_rules_know(language: str) -> None:
    checkin = content.load("checkin", language)
    assert (FLOW, *(one["id"] for one in checkin["dimensions"])) == ITEMS
    assert tuple(one["value"] for one in checkin["scale"]) == STEPS
    assert tuple(one["id"] for one in content.load("gaps", language)["topics"]) == ITEMS


@pytest.mark.parametrize("rule", [changed, quiet, apart])
@pytest.mark.parametrize("language", LANGUAGES)
def test_rule_in_plain_words_takes_its_numbers_from_the_rule(rule: Any, language: str) -> None:
    found = {one["code"]: one for one in content.load("findings", language)["findings"]}[rule.CODE]
    numbers = asdict(rule.DEFAULTS)
    assert placeholders(found["rule"]) <= numbers.keys()
    assert not re.search(r"\d", found["rule"])
    assert found["rule"].format(**numbers)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_remedy_of_the_rules_has_words(language: str) -> None:
    told = [one["id"] for one in content.load("findings", language)["remedies"]]
    assert told == [TALK, *(code for dimension in Dimension for code in REMEDIES[dimension]), *MEASURES]


@pytest.mark.parametrize("language", LANGUAGES)
def test_finding_never_says_who_is_to_blame(language: str) -> None:
    blame = re.compile(r"\b(altijd|nooit|schuld|fout van|always|never|fault|blame)\b", re.I)
    for one in content.load("findings", language)["findings"]:
        told = [text for step in ("next_step", "next_step_self") for text in one[step]["script"].values()]
        told += [text for variant in one["variants"].values() for text in variant.values()]
        assert not [text for text in told if blame.search(text)]


def test_facts_have_ids_of_their_own() -> None:
    ids = [fact["id"] for fact in facts("nl")]
    assert len(ids) == len(set(ids))
    assert set(content.load("facts", "nl")["often"]) <= set(ids)


@pytest.mark.parametrize("language", LANGUAGES)
def test_fact_has_one_whole_sentence_for_each_case(language: str) -> None:
    for fact in facts(language):
        cases = {"plain", *fact["fields"], *(["+".join(fact["fields"])] if len(fact["fields"]) == 2 else [])}
        assert set(fact["lines"]) == cases, fact["id"]
        for case, line in fact["lines"].items():
            used = placeholders(line) - {"actor"}
            assert used == (set() if case == "plain" else set(case.split("+"))), (fact["id"], case)
            assert line.endswith("."), fact["id"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_line_reads_well_with_a_name_and_with_you(language: str) -> None:
    """Both "Jij stuurde" and "Noor stuurde" are right; a reflexive or "was" would not be."""
    wrong = re.compile(r"^\{actor\} (heeft|hebt|is|bent|was|were|have|has) | zich |\b(je|jouw|your)\b")
    for fact in facts(language):
        for line in fact["lines"].values():
            if fact["about"] == "party":
                assert line.startswith("{actor} "), fact["id"]
            if "{actor}" in line:
                assert line.startswith("{actor} ") and line.count("{actor}") == 1
                assert not wrong.search(line)


def test_doubts_and_own_side_begin_private() -> None:
    circle = {fact["id"]: fact["default_circle"] for fact in facts("nl")}
    own = ("complaint_kept_inside", "own_rule_dropped", "predecessors_failed", "identity_unchecked")
    assert {circle[one] for one in own} == {"private"}
    assert circle["invoice_sent"] == circle["promise_kept"] == "shared"
    assert all(fact["default_circle"] == "private" for fact in facts("nl") if fact["group"] == "person")


def test_nobody_is_at_fault_for_illness_rules_and_insolvency() -> None:
    no_fault = {fact["id"] for fact in facts("nl") if fact["no_fault"]}
    assert no_fault >= {"illness", "rule_changed", "insolvency"}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", MAILS)
def test_subject_is_short_and_holds_no_content(kind: str, language: str) -> None:
    subject = content.load("mail", language)["kinds"][kind]["subject"]
    assert len(subject.format(name=LONG_NAME, other=LONG_NAME)) <= 50
    assert placeholders(subject) <= {"name", "other"}


@pytest.mark.parametrize("kind", ["checkin_invitation", "checkin_reminder", "reveal"])
def test_mail_about_a_round_needs_only_what_is_at_hand(kind: str) -> None:
    used = {word for _, text in texts(MAILS[kind]) for word in placeholders(text)}
    assert used <= {"name", "other", "date", "until"}


def test_mail_about_a_password_needs_no_name() -> None:
    assert not {word for _, text in texts(MAILS["password_reset"]) for word in placeholders(text)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_address_stands_in_a_paragraph_that_can_be_left_out(language: str) -> None:
    for _, text in said("privacy", language):
        if "operator_email" in text:
            assert placeholders(text) == {"operator_email"}


def test_loaded_content_cannot_be_changed() -> None:
    checkin: Any = content.load("checkin", "nl")
    assert checkin is content.load("checkin", "nl")
    with pytest.raises(TypeError):
        checkin["flow"]["question"] = "Anders"
    assert isinstance(checkin["dimensions"], tuple)


@pytest.mark.parametrize("asked", [("nothing", "nl"), ("checkin", "de"), ("../nl/checkin", "nl")])
def test_unknown_file_is_refused(asked: tuple[str, str]) -> None:
    with pytest.raises(content.ContentError, match="no content file"):
        content.load(*asked)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("label: Ja\nparts:\n  - {id: a}\n  - {id: 4}\n", r"line 4, parts > 2 > id: 4 is not of type"),
        ("label: Ja\nextra: iets\n", r"line 1, top: .*'extra'"),
        ("label: Ja\nlabel: Nee\n", r"label stands here twice"),
        ("label: [\n", r"nl/small.yaml: "),
    ],
)
def test_fault_names_file_and_place(tmp_path: Path, text: str, told: str) -> None:
    part = {"type": "object", "properties": {"id": {"type": "string"}}}
    rules = {
        "type": "object",
        "additionalProperties": False,
        "properties": {"label": {"type": "string"}, "parts": {"type": "array", "items": part}},
    }
    path = tmp_path / "nl" / "small.yaml"
    path.parent.mkdir()
    path.write_text(text, encoding="utf-8")
    with pytest.raises(content.ContentError, match=told):
        read(path, rules)


def test_no_and_dates_stay_text_and_true_is_true(tmp_path: Path) -> None:
    path = tmp_path / "small.yaml"
    path.write_text("label: No\nday: 2026-10-14\nno_fault: true\nquoted: 'true'\n", encoding="utf-8")
    expected = {"label": "No", "day": "2026-10-14", "no_fault": True, "quoted": "true"}
    assert dict(read(path, {})) == expected


@pytest.mark.parametrize(
    ("other", "told"),
    [
        ({"a": "Hello {name}", "b": ()}, "b: 1 against 0"),
        ({"a": "Hello {who}", "b": ({"id": "x"},)}, "a: other words"),
        ({"a": "Hello {name}", "b": ({"id": "y"},)}, "b > 1 > id: 'x' against 'y'"),
        ({"b": ({"id": "x"},), "a": "Hello {name}"}, "top: other keys"),
    ],
)
def test_difference_between_languages_is_named(other: Mapping[str, Any], told: str) -> None:
    found = first_difference({"a": "Dag {name}", "b": ({"id": "x"},)}, other)
    assert found and told in found
