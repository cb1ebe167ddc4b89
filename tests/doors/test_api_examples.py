"""The examples in `docs/api.md` are run as they stand: what the page says comes back, comes back."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from samenstroom.api.problems import PROBLEMS
from samenstroom.kit import clock
from tests import people
from tests.doors.api_client import program_of

TEXT = (Path(__file__).parents[2] / "docs" / "api.md").read_text("utf-8")
EXAMPLES = re.findall(r"```http\n(.*?)```\s+```json\n(.*?)```", TEXT, re.DOTALL)
NOW = people.day(10)


@pytest.fixture
def there(db: None) -> Iterator[dict[str, str]]:
    """What the words in capitals stand for."""
    with clock.frozen(NOW):
        table = people.together(now=people.START)
        yield {"TOKEN": program_of(table.noor, NOW).token, "TABLE": table.collaboration.public_id}


def asked(example: str, there: dict[str, str]) -> Any:
    for word, value in there.items():
        example = re.sub(rf"\b{word}\b", value, example)
    head, _blank, body = example.partition("\n\n")
    first, *lines = head.strip().splitlines()
    method, address = first.split(" ")
    headers = dict(line.split(": ", 1) for line in lines)
    return Client().generic(method, address, body.strip(), content_type="application/json", headers=headers)


def same(said: Any, told: Any) -> bool:
    """`…` stands for what differs each time."""
    if said == "…":
        return bool(told)
    if isinstance(said, dict) and isinstance(told, dict):
        return said.keys() == told.keys() and all(same(said[key], told[key]) for key in said)
    if isinstance(said, list) and isinstance(told, list):
        return len(said) == len(told) and all(map(same, said, told))
    return bool(said == told)


def test_every_example_answers_as_the_page_says(there: dict[str, str]) -> None:
    assert len(EXAMPLES) == TEXT.count("```http") >= 6
    for request, answer in EXAMPLES:
        told = asked(request, there).json()
        assert same(json.loads(answer), told), f"{request}\n{json.dumps(told, indent=2, ensure_ascii=False)}"


def test_every_problem_stands_on_the_page() -> None:
    rows = re.findall(r"^\| `([a-z-]+)` \| (\d{3}) \|", TEXT, re.MULTILINE)
    assert {code: int(status) for code, status in rows} == {code: status for code, (status, _) in PROBLEMS.items()}
