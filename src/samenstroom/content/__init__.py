"""Questions, guides, letters and explanations: files per language, each checked against a schema.

A coach can edit a question, or a lawyer a sentence, without touching code: `nl/` and `en/` hold the words,
`schemas/` says what a file must look like. Nothing here knows the web framework.
"""

from samenstroom.content.files import ContentError, languages, load, names
from samenstroom.content.pairs import check_all

__all__ = ["ContentError", "check_all", "languages", "load", "names"]
