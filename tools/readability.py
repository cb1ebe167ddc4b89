"""Prints how long the sentences of the content files are, and a hint of how easily the Dutch ones read.

    python tools/readability.py

The hint is the formula of Flesch as Douma fitted it to Dutch (1960): 206.835 - 0.93 * words per sentence - 77 *
syllables per word. Higher is easier. Syllables are counted as groups of vowels, which is off
now and then, and a formula knows nothing of meaning. It is no test of B1: read it aloud.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "src"))

from samenstroom import content
from samenstroom.content.pairs import texts

DUTCH = "nl"
ENDS = re.compile(r"(?<=[.?])\s+")
WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
# A sign with two dots begins a syllable of its own: re-ü-nie, be-ïn-vloed.
VOWELS = re.compile(r"[ëïöü]?[aeiouyáàâéèêíîóôúû]+|[ëïöü]|ij", re.IGNORECASE)


@dataclass(frozen=True)
class Line:
    """One content file in one language."""

    name: str
    language: str
    sentences: int
    mean: float
    longest: int
    ease: float | None

    def __str__(self) -> str:
        ease = "–" if self.ease is None else f"{self.ease:.0f}"
        return f"{self.name:<24}{self.language:<4}{self.sentences:>9}{self.mean:>8.1f}{self.longest:>9}{ease:>9}"


def sentences(found: Iterable[str]) -> list[list[str]]:
    """The words of every whole sentence; a label without an end is none."""
    parts = [part for text in found if text.rstrip("”").endswith((".", "?")) for part in ENDS.split(text)]
    return [words for part in parts if (words := WORD.findall(part))]


def syllables(word: str) -> int:
    """Groups of vowels, at least one."""
    return max(1, len(VOWELS.findall(word)))


def ease(said: Sequence[Sequence[str]]) -> float:
    """Flesch-Douma."""
    words = [word for sentence in said for word in sentence]
    return 206.835 - 0.93 * len(words) / len(said) - 77 * sum(map(syllables, words)) / len(words)


def measure(name: str, language: str) -> Line | None:
    """One line of the table; None for a file without whole sentences."""
    said = sentences(text for _steps, text in texts(content.load(name, language)))
    if not said:
        return None
    lengths = [len(sentence) for sentence in said]
    mean = sum(lengths) / len(lengths)
    return Line(name, language, len(said), mean, max(lengths), ease(said) if language == DUTCH else None)


def main() -> None:
    """Print the table."""
    print(f"{'file':<24}{'':<4}{'sentences':>9}{'words':>8}{'longest':>9}{'ease':>9}")
    for name in content.names():
        for language in content.languages():
            line = measure(name, language)
            if line:
                print(line)
    print("\nwords: mean per sentence. ease: Flesch-Douma for Dutch, with syllables counted as groups of vowels;")
    print("higher is easier. A hint, not a test of B1: read it aloud.")


if __name__ == "__main__":
    main()
