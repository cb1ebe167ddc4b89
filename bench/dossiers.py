"""What a dossier costs from bytes to findings, next to only decoding its JSON in the same run."""

import json
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from bench.measure import medians
from samenstroom.dossier.history import teller_of
from samenstroom.dossier.reading import read
from samenstroom.rules.dimensions import ITEMS
from samenstroom.rules.indicators import look_at

CASES = Path(__file__).parents[1] / "tests" / "cases"
FIVE_YEARS = 130
"""Rounds of two weeks."""


@dataclass(frozen=True)
class Cost:
    """One file, or all cases together: how many dossiers a second, milliseconds for one, times decoding alone."""

    name: str
    per_second: float
    milliseconds: float
    times_decoding: float


def costs(*, runs: int) -> list[Cost]:
    """The cases from practice, and one dossier of five years with facts every week."""
    cases = [path.read_bytes() for path in sorted(CASES.glob("*.json"))]
    return [_cost("cases", cases, runs), _cost("five years", [json.dumps(five_years()).encode()], runs)]


def _cost(name: str, files: list[bytes], runs: int) -> Cost:
    jobs = {"tell": lambda: [tell(raw) for raw in files], "decode": lambda: [json.loads(raw) for raw in files]}
    found = medians(jobs, runs=runs)
    one = found["tell"] / len(files)
    return Cost(name, 1 / one, one * 1000, found["tell"] / found["decode"])


def tell(raw: bytes) -> int:
    """Read, check and tell one dossier as it stands on its last day; returns how many findings there are."""
    document = read(raw)
    teller = teller_of(document, document["made_for"] or "")
    return len(look_at(teller.up_to(max(teller.days()))))


def five_years(start: date = date(2021, 1, 4)) -> dict[str, Any]:
    """A made-up dossier: a round every two weeks answered by both, and a fact every week."""
    days = [start + number * timedelta(weeks=2) for number in range(FIVE_YEARS)]
    kinds = ("hours_given", "invoice_sent", "talk_held", "extra_work_asked", "deadline_missed", "invoice_paid")
    facts = [
        {"key": f"e{number}", "kind": kinds[number % 6], "on": str(start + timedelta(weeks=number)), "by": "noor"}
        for number in range(2 * FIVE_YEARS)
    ]
    return {
        "format": "samenstroom-dossier",
        "version": 1,
        "made_at": f"{days[-1] + timedelta(days=3)}T10:00:00Z",
        "made_for": "noor",
        "collaboration": {"name": "Vijf jaar", "kind": "client_va", "country": "NL", "stage": "work"},
        "parties": [{"key": "a"}, {"key": "b"}],
        "people": [{"key": "noor", "name": "Noor", "party": "a"}, {"key": "marleen", "name": "Marleen", "party": "b"}],
        "rhythms": [{"weeks": 2, "proposed_at": f"{start}T09:00:00Z", "accepted_at": f"{start}T10:00:00Z"}],
        "entries": facts,
        "rounds": [_round(number, day) for number, day in enumerate(days, start=1)],
    }


def _round(number: int, day: date) -> dict[str, Any]:
    sent = f"{day + timedelta(days=1)}T10:00:00Z"
    answers = [
        {
            "party": party,
            "by": by,
            "sent_at": sent,
            "values": {item: 3 + (number + at + shift) % 3 for at, item in enumerate(ITEMS)},
        }
        for shift, (party, by) in enumerate((("a", "noor"), ("b", "marleen")))
    ]
    return {"number": number, "opened_on": str(day), "revealed_at": sent, "answers": answers}
