"""Write the words of a mail from the content files. A mail says *that* there is something, never *what*."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import translation

from samenstroom import content


@dataclass(frozen=True)
class Letter:
    """A mail ready to leave: subject, plain text written by hand, and the same in simple HTML."""

    subject: str
    text: str
    html: str


class _Words(dict[str, str]):
    """Words for the placeholders. A missing date is left out with its whole line; any other is a mistake of ours."""

    def __missing__(self, key: str) -> str:
        if key == "until":
            return ""
        raise KeyError(f"the mail needs {key}")


def compose(kind: str, language: str, words: Mapping[str, str]) -> Letter:
    """The letter of this kind. `words` fills the placeholders; `link` is the button's address.

    Raises KeyError when a placeholder has no word.
    """
    texts = content.load("mail", language)
    known = _Words({"operator": str(settings.OPERATOR_NAME), **words})
    parts = dict(texts["kinds"][kind])
    if "{until}" in parts["until"] and not words.get("until"):
        parts["until"] = texts["sign_in"]
    filled = {key: _fill(value, known) for key, value in parts.items()}
    frame = {"link_again": texts["link_again"], "sender": _fill(texts["sender"], known)}
    page = {"letter": filled, "frame": frame, "link": words.get("link", ""), "language": language}
    with translation.override(language):
        text = render_to_string("mail/letter.txt", page)
        html = render_to_string("mail/letter.html", page)
    # A name may hold a line break; a header may not (RFC 5322, 2.2).
    return Letter(subject=" ".join(str(filled["subject"]).split()), text=text, html=html)


def _fill(value: object, words: _Words) -> object:
    if isinstance(value, str):
        return value.format_map(words)
    if isinstance(value, list | tuple):
        return [_fill(part, words) for part in value]
    return value
