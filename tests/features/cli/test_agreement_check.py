"""`samenstroom agreement check`: one document in, what stands out with its source, without a database."""

from __future__ import annotations

import io
import json
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command

from samenstroom.agreements.documents import (
    MOST_BYTES,
    AgreementError,
    as_data,
    language_of,
    parse_document,
    read_document,
)
from samenstroom.agreements.wording.faults import FAULTS

EXAMPLE = Path(__file__).resolve().parents[3] / "docs" / "examples" / "agreement.json"


def example() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(EXAMPLE.read_text("utf-8"))
    return found


def with_days(days: object) -> dict[str, Any]:
    data = example()
    next(one for one in data["clauses"] if one["code"] == "invoicing")["terms"]["payment_term_days"] = days
    return data


def checked(folder: Path, content: bytes | dict[str, Any], *options: str) -> tuple[int, str, str]:
    path = folder / "agreement.json"
    path.write_bytes(content if isinstance(content, bytes) else json.dumps(content).encode())
    out, err, code = io.StringIO(), io.StringIO(), 0
    try:
        call_command("agreement", "check", str(path), *options, stdout=out, stderr=err)
    except SystemExit as error:
        code = int(str(error.code))
    return code, out.getvalue(), err.getvalue()


def test_says_what_stands_out_with_source_and_certainty(tmp_path: Path) -> None:
    code, out, _err = checked(tmp_path, EXAMPLE.read_bytes())
    assert code == 1
    assert "NL-PAY-02" in out and "art. 6:119a lid 5 BW" in out and "Zekerheid: redelijk." in out
    assert "Kijk of dit nog klopt." in out
    assert "Informatie, geen juridisch advies." in out


def test_nothing_stands_out(tmp_path: Path) -> None:
    code, out, _err = checked(tmp_path, with_days(14), "--role", "client")
    assert (code, "Er valt niets op." in out) == (0, True)


def test_as_json(tmp_path: Path) -> None:
    code, out, _err = checked(tmp_path, with_days(75), "--json", "--lang", "en")
    found = json.loads(out)
    assert code == 1
    assert [(one["rule"], one["level"]) for one in found["findings"]] == [("NL-PAY-02", "error")]
    assert found["rules_version"] >= 1
    assert "not legal advice" in found["note"]


def test_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="2"):
        call_command("agreement", "check", str(tmp_path / "none.json"), stderr=io.StringIO())


BAD: dict[str, bytes | dict[str, Any]] = {
    "no_json": b"{",
    "too_large": b" " * (MOST_BYTES + 1),
    "twice": b'{"format": 1, "format": 2}',
    "not_ours": {"format": "other"},
    "other_version": example() | {"version": 2},
    "wrong_shape": example() | {"clauses": "none"},
    "says_two_things": example() | {"facts": {"kind": "supplier"}},
    "unknown_clause": example() | {"clauses": [{"code": "magic"}]},
    "unknown_term": example() | {"facts": {"statutory_interest_percent": "1"}},
    "private": example() | {"facts": {"share_of_income_percent": 80}},
    "not_a_number": with_days("veertien"),
    "not_whole": with_days("14.5"),
    "not_yes_or_no": example() | {"facts": {"client_is_business": "ja"}},
    "not_an_option": example() | {"facts": {"client_size": "huge"}},
}


@pytest.mark.parametrize("code", BAD)
def test_bad_file_is_refused_in_words(code: str, tmp_path: Path) -> None:
    content = BAD[code]
    with pytest.raises(AgreementError) as refused:
        parse_document(content if isinstance(content, bytes) else json.dumps(content).encode())
    assert refused.value.code == code
    found = checked(tmp_path, content)
    assert found[0] == 2
    assert str(FAULTS[code]) in found[2]


def test_nested_too_deep_and_nan_are_no_json() -> None:
    for raw in (b"[" * 100_000, b'{"a": NaN}', b"\xff\xfe"):
        with pytest.raises(AgreementError, match="no_json"):
            parse_document(raw)


def test_place_of_what_is_wrong() -> None:
    with pytest.raises(AgreementError) as refused:
        read_document(with_days(True))
    assert refused.value.place.endswith("/terms/payment_term_days")


def test_written_and_read_again_it_is_the_same() -> None:
    data = example()
    again = as_data(read_document(deepcopy(data)), language="nl", parties=data["parties"], charter=data["charter"])
    assert again == data


def test_language_we_do_not_write_becomes_dutch() -> None:
    assert [language_of({"language": one}) for one in ("en", "fr", "")] == ["en", "nl", "nl"]
