"""Read every labelled agreement and print how often that agrees with the labels, per clause.

Run it from the root of the project: `python -m tools.reading`, or `make reading`. It reads the agreements that only
measure (`tests/readings/`); nobody who writes rules opens those. `--own` reads the few to develop with
(`tests/readings_own/`), and `--own --wrong` lists what differs there.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from samenstroom.agreements.rulebook import clause_codes
from samenstroom.agreements.wording.reading_rules import agreement_rules
from samenstroom.content.reading import parse
from samenstroom.rules.reading_agreements import Reading, read_agreement
from tools.letters import Share

TESTS = Path(__file__).parents[1] / "tests"
FROZEN, OWN = TESTS / "readings", TESTS / "readings_own"
LEVELS = ("present", "unclear", "absent")
NOTE = """\
precision: of what was called present, how much is labelled present. recall: of what is labelled present, how much was
called present. three-way: present, unclear and absent all agree. seen: of what is labelled present, how much was called
present or unclear, so that a person is led to it.

What this does not measure: whether a clause is good, fair or lawful, and whether it says what both meant. A few dozen
agreements, most of them written for this, say little about one clause: one agreement more or less moves a figure by
many points."""


@dataclass(frozen=True)
class Agreement:
    """One agreement with its labels."""

    id: str
    language: str
    text: str
    clauses: dict[str, str]


@dataclass(frozen=True)
class Figures:
    """How one clause did on some agreements."""

    name: str
    labelled: int
    precision: Share
    recall: Share
    seen: Share
    agreement: Share


Read = Sequence[tuple[Agreement, Reading]]


def agreements(folder: Path) -> tuple[Agreement, ...]:
    """The agreements in a folder, in order of their names."""
    return tuple(_agreement(file) for file in sorted(folder.glob("*.yaml")))


def _agreement(file: Path) -> Agreement:
    found = parse(file.read_text(encoding="utf-8"))
    return Agreement(found["id"], found["language"], found["text"], found["clauses"])


def read_all(folder: Path) -> Read:
    """Every agreement with what was read in it; the language is guessed, as on the page."""
    return [(one, read_agreement(one.text, None, agreement_rules())) for one in agreements(folder)]


def figures(read: Read) -> list[Figures]:
    """Per clause, and all of them together on the last line."""
    pairs = {code: [(one.clauses[code], _called(seen)[code]) for one, seen in read] for code in clause_codes()}
    every = [pair for found in pairs.values() for pair in found]
    return [_figures(name, found) for name, found in [*pairs.items(), ("all", every)]]


def _called(seen: Reading) -> dict[str, str]:
    return {one.code: one.presence.value for one in seen.clauses}


def _figures(name: str, pairs: Sequence[tuple[str, str]]) -> Figures:
    labelled = sum(label == "present" for label, _ in pairs)
    called = sum(found == "present" for _, found in pairs)
    both = sum(pair == ("present", "present") for pair in pairs)
    seen = sum(label == "present" and found != "absent" for label, found in pairs)
    same = sum(label == found for label, found in pairs)
    return Figures(
        name, labelled, Share(both, called), Share(both, labelled), Share(seen, labelled), Share(same, len(pairs))
    )


def _table(title: str, found: Sequence[Figures]) -> list[str]:
    rows = [f"{title:<22} {'precision':<18} {'recall':<18} {'seen':<18} three-way"]
    rows += [
        f"{one.name:<22} {one.precision!s:<18} {one.recall!s:<18} {one.seen!s:<18} {one.agreement}" for one in found
    ]
    return [*rows, ""]


def _confusion(read: Read) -> list[str]:
    """How the labels were called, as counts."""
    counts = {
        (label, found): sum(
            one.clauses[code] == label and called == found
            for one, seen in read
            for code, called in _called(seen).items()
        )
        for label in LEVELS
        for found in LEVELS
    }
    head = f"{'labelled':<12}" + "".join(f"{'called ' + level:<18}" for level in LEVELS)
    rows = [f"{label:<12}" + "".join(f"{counts[label, found]:<18}" for found in LEVELS) for label in LEVELS]
    return [head.rstrip(), *(row.rstrip() for row in rows), ""]


def _wrong(read: Read) -> list[str]:
    lines: list[str] = []
    for one, seen in read:
        for clause in seen.clauses:
            if clause.presence != one.clauses[clause.code]:
                words = clause.passage.text[:90] if clause.passage else ""
                lines.append(f"{one.id} {clause.code}: {one.clauses[clause.code]}, called {clause.presence} {words!r}")
        lines += [
            f"{one.id}   {term.name} = {term.value}  {one.text[term.start : term.end][:80]!r}" for term in seen.terms
        ]
    return lines


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description="Measure the reading of agreements on labelled ones.")
    parser.add_argument("--own", action="store_true", help="read the few to develop with")
    parser.add_argument("--wrong", action="store_true", help="list what differs, for those to develop with only")
    asked = parser.parse_args()
    folder = OWN if asked.own else FROZEN
    read = read_all(folder)
    if asked.wrong and asked.own:
        print("\n".join(_wrong(read)) + "\n")
    count = {name: sum(one.language == name for one, _ in read) for name in ("nl", "en")}
    print(f"== {folder.name}: {len(read)} agreements, {count['nl']} Dutch and {count['en']} English ==\n")
    print("\n".join([*_table("clause", figures(read)), *_confusion(read), NOTE]))


if __name__ == "__main__":
    main()
