"""Files that anybody may have made: what is refused, where, and in which words."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from samenstroom import content
from samenstroom.dossier.checking import first_fault, schema
from samenstroom.dossier.problem import DossierError, pointer
from samenstroom.dossier.reading import MOST_BYTES, MOST_PARTS, parse, read
from samenstroom.dossier.wording import fault, fault_in

Change = Callable[[dict[str, Any]], object]


def dossier(**sections: Any) -> dict[str, Any]:
    """Noor and Marleen, with one round that opened."""
    answers = [
        {"party": side, "by": who, "sent_at": "2026-01-05", "values": {"flow": 4}}
        for side, who in (("a", "noor"), ("b", "marleen"))
    ]
    return {
        "format": "samenstroom-dossier",
        "version": 1,
        "made_at": "2026-03-01T09:00:00Z",
        "made_for": "noor",
        "collaboration": {"name": "Winkel Linde", "kind": "client_va", "stage": "work"},
        "parties": [{"key": "a", "speaker": "noor"}, {"key": "b"}],
        "people": [{"key": "noor", "name": "Noor", "party": "a"}, {"key": "marleen", "name": "Marleen", "party": "b"}],
        "entries": [{"key": "e1", "kind": "talk_held", "on": "2026-01-02", "by": "noor"}],
        "rounds": [{"number": 1, "opened_on": "2026-01-05", "revealed_at": "2026-01-06", "answers": answers}],
        "repairs": [{"key": "r1", "round": 1, "text": "Bellen", "look_back_on": "2026-02-01", "proposed_at": "2026-01-07"}],
        **sections,
    }  # fmt: skip


def as_bytes(document: Any) -> bytes:
    return json.dumps(document).encode()


def refused(raw: bytes) -> DossierError:
    with pytest.raises(DossierError) as caught:
        read(raw)
    return caught.value


def test_the_plain_dossier_is_read() -> None:
    assert read(as_bytes(dossier()))["collaboration"]["name"] == "Winkel Linde"
    assert read(b"\xef\xbb\xbf" + as_bytes(dossier()))["version"] == 1


ENTRY = {"kind": "talk_held", "on": "2026-01-02", "by": "noor"}

HOSTILE: tuple[tuple[str, bytes, str, str], ...] = (
    ("nothing", b"", "not_json", ""),
    ("a picture", b"\x89PNG\r\n\x1a\n\xff", "not_text", ""),
    ("half a file", b'{"format": "samenstroom-dossier", ', "not_json", ""),
    ("a list", b"[]", "other_format", ""),
    ("another format", b'{"format": "ical"}', "other_format", ""),
    ("a field twice", b'{"format": "samenstroom-dossier", "own": {"a": 1, "a": 2}}', "twice", "/own"),
    ("not a number", b'{"a": [1, NaN]}', "number", "/a/1"),
    ("infinity", b'{"a": -Infinity}', "number", "/a"),
    ("a number that becomes infinity", b'{"a": 1e999}', "number", "/a"),
    ("thousands of digits", b'{"a": ' + b"9" * 5000 + b"}", "number", ""),
    ("twenty digits", b'{"a": 99999999999999999999}', "number", "/a"),
    ("a tower of lists", b"[" * 200_000, "too_deep", ""),
    ("a well of objects", b'{"a":' * 40 + b"1" + b"}" * 40, "too_deep", "/a/a/a"),
    ("too many parts", b"[" + b"1," * MOST_PARTS + b"1]", "too_many_parts", ""),
    ("NUL in a text", b'{"a": "x\\u0000"}', "odd_sign", "/a"),
    ("half a character", b'{"a": {"b": "\\ud800"}}', "odd_sign", "/a/b"),
    ("NUL in a name", b'{"a\\u0000": 1}', "odd_sign", ""),
    ("an endless text", b'{"a": "' + b"x" * 20_001 + b'"}', "too_long", "/a"),
)


@pytest.mark.parametrize(("name", "raw", "code", "place"), HOSTILE, ids=[one[0] for one in HOSTILE])
def test_a_hostile_file_is_refused_with_its_place(name: str, raw: bytes, code: str, place: str) -> None:
    error = refused(raw)
    assert (error.code, pointer(error.place)) == (code, place)


def test_a_file_that_is_too_large_is_not_even_parsed() -> None:
    assert refused(b" " * (MOST_BYTES + 1)).code == "too_large"


WRONG: tuple[tuple[str, Change, str, str], ...] = (
    ("a later version", lambda d: d.update(version=2), "newer_version", "/version"),
    ("no date", lambda d: d.pop("made_at"), "missing", ""),
    ("a stage of our own", lambda d: d["collaboration"].update(stage="samen"), "choice", "/collaboration/stage"),
    ("the thirtieth of February", lambda d: d["entries"][0].update(on="2026-02-30"), "date", "/entries/0/on"),
    ("the year 1", lambda d: d["entries"][0].update(on="0001-01-01"), "date", "/entries/0/on"),
    ("a date with a line after it", lambda d: d["entries"][0].update(on="2026-01-01\n"), "date", "/entries/0/on"),
    ("a moment elsewhere", lambda d: d.update(made_at="2026-01-01T10:00:00+02:00"), "moment", "/made_at"),
    ("six steps", lambda d: d["rounds"][0]["answers"][0]["values"].update(flow=6), "too_big", "/rounds/0/answers/0/values/flow"),
    ("yes for a number", lambda d: d["rounds"][0].update(number=True), "type_integer", "/rounds/0/number"),
    ("one party", lambda d: d["parties"].pop(), "too_few", "/parties"),
    ("a stranger", lambda d: d["entries"][0].update(by="ruben"), "no_people", "/entries/0/by"),
    ("a third party", lambda d: d["entries"][0].update(about="c"), "no_parties", "/entries/0/about"),
    ("a field from nowhere", lambda d: d["entries"][0].update(kleur="rood"), "unknown", "/entries/0"),
    ("a list inside data", lambda d: d["entries"][0].update(data={"x": [1]}), "type_string", "/entries/0/data/x"),
    ("an amount in words", lambda d: d["entries"][0].update(data={"amount": "veel"}), "shape", "/entries/0/data/amount"),
    ("two rounds with one number", lambda d: d["rounds"].append({"number": 1, "opened_on": "2026-02-02"}), "not_once", "/rounds/1/number"),
    ("two entries with one key", lambda d: d["entries"].append({**ENTRY, "key": "e1"}), "not_once", "/entries/1/key"),
    ("answered twice", lambda d: d["rounds"][0]["answers"][1].update(party="a", by="noor"), "not_once", "/rounds/0/answers/1/party"),
    ("opened by one", lambda d: d["rounds"][0]["answers"].pop(), "opened_alone", "/rounds/0/revealed_at"),
    ("sealed with content", lambda d: d["rounds"][0].pop("revealed_at"), "sealed_content", "/rounds/0/answers/1"),
    ("for the wrong side", lambda d: d["rounds"][0]["answers"][0].update(by="marleen"), "other_party", "/rounds/0/answers/0/by"),
    ("a repair from nowhere", lambda d: d["repairs"][0].update(round=9), "no_round", "/repairs/0/round"),
    ("private of the other", lambda d: d["entries"].append({**ENTRY, "by": "marleen", "circle": "private"}), "private_of_other", "/entries/1"),
    ("private of nobody", lambda d: d.update(made_for=None, own={}), "private_of_nobody", "/own"),
    ("an answer twice", lambda d: d["entries"][0].update(answers=[{"by": "marleen", "stance": "so", "answered_at": "2026-01-03"}] * 2), "not_once", "/entries/0/answers/1/by"),
)  # fmt: skip


@pytest.mark.parametrize(("name", "change", "code", "place"), WRONG, ids=[one[0] for one in WRONG])
def test_what_cannot_be_is_refused_with_its_place(name: str, change: Change, code: str, place: str) -> None:
    document = dossier()
    change(document)
    error = refused(as_bytes(document))
    assert (error.code, pointer(error.place)) == (code, place)


@pytest.mark.parametrize(("name", "change", "code", "place"), WRONG, ids=[one[0] for one in WRONG])
def test_our_check_and_a_full_validator_agree(name: str, change: Change, code: str, place: str) -> None:
    document = dossier()
    change(document)
    ours = first_fault(document)
    if ours is None or ours.code in ("no_people", "no_parties", "date"):  # what the schema itself cannot say
        return
    assert not Draft202012Validator(schema()).is_valid(document)


def test_unknown_sections_and_kinds_are_let_through() -> None:
    document = dossier(from_later={"any": [1, {"thing": None}]}, own={"also_later": []})
    document["entries"].append({**ENTRY, "kind": "something_new", "data": {"iets": 1}})
    assert read(as_bytes(document)) == document


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_fault_has_words_that_take_its_data(language: str) -> None:
    documents = []
    for _name, change, _code, _place in WRONG:
        documents.append(copy.deepcopy(dossier()))
        change(documents[-1])
    for raw in [one[1] for one in HOSTILE] + [as_bytes(one) for one in documents]:
        told = fault(refused(raw), language)
        assert told.endswith(".") and "{" not in told and "  " not in told


def test_the_place_is_told_as_a_person_counts() -> None:
    error = DossierError("date", ("entries", 2, "on"))
    assert fault_in("noor.json", error, "nl") == (
        "noor.json: Hier hoort een datum te staan, zoals 2026-10-14. Plaats: entries, nummer 3, on."
    )
    assert fault_in("noor.json", error, "en") == (
        "noor.json: A date belongs here, such as 2026-10-14. Place: entries, number 3, on."
    )


def test_words_exist_for_every_code_in_the_table() -> None:
    known = {one["code"] for one in content.load("dossier", "nl")["faults"]}
    assert {code for _n, _r, code, _p in HOSTILE} | {code for _n, _c, code, _p in WRONG} <= known


def properties(part: Any) -> Iterator[tuple[str, Mapping[str, Any]]]:
    if isinstance(part, dict):
        yield from part.get("properties", {}).items()
        for inner in part.values():
            yield from properties(inner)
    elif isinstance(part, list):
        for inner in part:
            yield from properties(inner)


def test_the_published_schema_is_valid_and_says_what_every_field_is() -> None:
    Draft202012Validator.check_schema(schema())
    silent = [name for name, one in properties(schema()) if len(one.get("description", "")) < 3]
    assert silent == []


def test_parsing_keeps_text_numbers_and_order() -> None:
    assert parse('{"b": "één", "a": [1, 2.5, null, true]}'.encode()) == {"b": "één", "a": [1, 2.5, None, True]}
