"""Questions, guides, letters and explanations: files per language, each checked against a schema.

A coach can edit a question, or a lawyer a sentence, without touching code: `nl/` and `en/` hold the words,
`schemas/` says what a file must look like. `data/` holds rules, terms and rates
without words. Nothing here knows the web framework.
"""

from samenstroom.content.data_files import data_names, load_data
from samenstroom.content.files import ContentError, languages, load, names
from samenstroom.content.pairs import check_all

__all__ = ["ContentError", "check_all", "data_names", "languages", "load", "load_data", "names"]
