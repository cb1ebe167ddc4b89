"""Reading an agreement that was made elsewhere: which clauses seem present, on which words, and which numbers it says.

It looks for words and understands nothing. What to look for is content (`content/*/agreement_reading.yaml`).
"""

from samenstroom.rules.phrases.templates import TemplateError
from samenstroom.rules.reading_agreements.reading import ClauseRead, Passage, Presence, Reading, read_agreement
from samenstroom.rules.reading_agreements.rulebook import ReadingRules, reading_rules
from samenstroom.rules.reading_agreements.terms import TermRead

__all__ = [
    "ClauseRead",
    "Passage",
    "Presence",
    "Reading",
    "ReadingRules",
    "TemplateError",
    "TermRead",
    "read_agreement",
    "reading_rules",
]
