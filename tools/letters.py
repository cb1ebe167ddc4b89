"""Read every labelled letter along and print how often that agrees with the labels, per element and per kind of tone.

Run it from the root of the project: `python -m tools.letters`, or `make letters`. It reads the first round, which is to
develop with; `--wrong` lists what differs there. `--round second` reads the round that only measures, as totals.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from samenstroom.content.reading import parse
from samenstroom.exploring.wording.letters import letter_rules
from samenstroom.rules.letters import ELEMENTS, TONES, Reading, read_along
from tests.letters.rounds import FIRST, ROUNDS, Letter, letters

FAREWELLS = Path(__file__).parents[1] / "tests" / "cases" / "farewells.yaml"
NOTE = """\
precision: of what was called there, how much is labelled there (labels partly are left out of this figure).
recall: of what is labelled there, how much was called there. three-way: there, partly and absent all agree.
Tone: a passage counts as found when one of the same kind overlaps it, whatever its exact edges.

What this does not measure: whether a reason is true, whether a letter is wise, and how it lands with somebody. One
person wrote and labelled the letters, and a few dozen letters say little about one element: a difference of one letter
moves a figure by several points."""


@dataclass(frozen=True)
class Share:
    """So many of so many."""

    part: int
    whole: int

    def __str__(self) -> str:
        return f"{100 * self.part / self.whole:3.0f} % ({self.part}/{self.whole})" if self.whole else "  - (0/0)"


@dataclass(frozen=True)
class Figures:
    """How one element or kind of tone did on some letters."""

    name: str
    precision: Share
    recall: Share
    agreement: Share | None = None


Read = Sequence[tuple[Letter, Reading]]


def read_round(name: str) -> Read:
    """Every letter of one round with its reading."""
    rules = letter_rules()
    return [(one, read_along(one.text, one.language, rules)) for one in letters(name)]


def element_figures(read: Read) -> list[Figures]:
    """Per element: there against absent, and agreement in three ways; the last line is all of them together."""
    pairs = {name: [(one.elements[name], seen.elements[name].value) for one, seen in read] for name in ELEMENTS}
    every = [pair for found in pairs.values() for pair in found]
    return [_element(name, found) for name, found in [*pairs.items(), ("all", every)]]


def tone_figures(read: Read) -> list[Figures]:
    """Per kind of tone: passages that overlap."""
    return [_tone(name, [name], read) for name in TONES] + [_tone("all", TONES, read)]


def _element(name: str, pairs: Sequence[tuple[str, str]]) -> Figures:
    both = sum(pair == ("there", "there") for pair in pairs)
    called = sum(label != "partly" and found == "there" for label, found in pairs)
    labelled = sum(label == "there" for label, _ in pairs)
    same = sum(label == found for label, found in pairs)
    return Figures(name, Share(both, called), Share(both, labelled), Share(same, len(pairs)))


def _tone(name: str, kinds: Sequence[str], read: Read) -> Figures:
    called = right = labelled = found = 0
    for letter, seen in read:
        labels = [(kind, letter.text.find(words), len(words)) for kind, words in letter.tone if kind in kinds]
        spans = [(kind, start, start + length) for kind, start, length in labels]
        told = [(one.kind, one.start, one.end) for one in seen.tone if one.kind in kinds]
        called, labelled = called + len(told), labelled + len(spans)
        right += sum(any(_overlap(one, other) for other in spans) for one in told)
        found += sum(any(_overlap(one, other) for other in told) for one in spans)
    return Figures(name, Share(right, called), Share(found, labelled))


def _overlap(one: tuple[str, int, int], other: tuple[str, int, int]) -> bool:
    return one[0] == other[0] and one[1] < other[2] and other[1] < one[2]


def _table(title: str, found: Sequence[Figures]) -> list[str]:
    head = f"{title:<20} {'precision':<16} {'recall':<16} " + ("three-way" if found[0].agreement else "")
    rows = [f"{one.name:<20} {one.precision!s:<16} {one.recall!s:<16} {one.agreement or ''}" for one in found]
    return [head.rstrip(), *(row.rstrip() for row in rows), ""]


def _round(name: str, read: Read) -> list[str]:
    count = {name: sum(one.language == name for one, _ in read) for name in ("nl", "en")}
    lines = [f"== {name} round: {len(read)} letters, {count['nl']} Dutch and {count['en']} English ==", ""]
    return [*lines, *_table("element", element_figures(read)), *_table("tone", tone_figures(read))]


def _wrong(read: Read) -> list[str]:
    """What differs from the labels, letter by letter."""
    lines: list[str] = []
    for letter, seen in read:
        for name, label in letter.elements.items():
            if seen.elements[name] != label:
                on = seen.rests_on.get(name)
                lines.append(f"{letter.id} {name}: {label}, called {seen.elements[name]} {on.text if on else ''!r}")
        labels = [(kind, letter.text.find(words), letter.text.find(words) + len(words)) for kind, words in letter.tone]
        told = [(one.kind, one.start, one.end) for one in seen.tone]
        lines += [f"{letter.id} MISSED {one[0]}: {letter.text[one[1]:one[2]]!r}" for one in labels
                  if not any(_overlap(one, other) for other in told)]  # fmt: skip
        lines += [f"{letter.id} EXTRA {one[0]}: {letter.text[one[1]:one[2]]!r}" for one in told
                  if not any(_overlap(one, other) for other in labels)]  # fmt: skip
    return lines


def _cases() -> list[str]:
    lines = ["== the two retold farewells ==", ""]
    for one in parse(FAREWELLS.read_text(encoding="utf-8")):
        lines += [one["case"], *_told(read_along(one["text"], None, letter_rules())), ""]
    return lines


def _told(seen: Reading) -> list[str]:
    groups = [f"  {level:<8}{', '.join(name for name, found in seen.elements.items() if found == level) or '-'}"
              for level in ("there", "partly", "absent")]  # fmt: skip
    return groups + [f"  {one.kind:<8}{one.passage}" for one in seen.tone]


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description="Measure reading along on the labelled letters.")
    parser.add_argument("--round", choices=ROUNDS, default=FIRST, help="which letters to read")
    parser.add_argument("--wrong", action="store_true", help="list what differs, for the first round only")
    asked = parser.parse_args()
    if asked.wrong:
        print("\n".join(_wrong(read_round(FIRST))))
    print("\n".join(_round(asked.round, read_round(asked.round))))
    print("\n".join([*_cases(), NOTE]))


if __name__ == "__main__":
    main()
