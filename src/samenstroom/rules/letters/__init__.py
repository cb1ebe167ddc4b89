"""Reading along with a letter: sentences, a small language of patterns, elements and tone. Pure, as all rules.

The patterns are content (`content/*/letters.yaml`); a `Rulebook` is what this package makes of them.
"""

from samenstroom.rules.letters.reading import LEFT_OUT, Passage, Presence, Reading, guess_language, read_along
from samenstroom.rules.letters.rulebook import ELEMENTS, TONES, Rulebook, rulebook
from samenstroom.rules.letters.tone import ToneProblem, tone
from samenstroom.rules.phrases.templates import TemplateError

__all__ = [
    "ELEMENTS",
    "LEFT_OUT",
    "TONES",
    "Passage",
    "Presence",
    "Reading",
    "Rulebook",
    "TemplateError",
    "ToneProblem",
    "guess_language",
    "read_along",
    "rulebook",
    "tone",
]
