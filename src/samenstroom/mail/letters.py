"""Write the words of a mail from the content files. A mail says *that* there is something, never *what*."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import translation

from samenstroom import content

from .choices import DIGEST

TO_HER = "{name}, "
"""How a subject begins; without it, it is a line among others."""


@dataclass(frozen=True)
class Letter:
    """A mail ready to leave: subject, plain text written by hand, and the same in simple HTML."""

    subject: str
    text: str
    html: str


@dataclass(frozen=True)
class Lead:
    """One of several that are gathered in one mail."""

    kind: str
    words: Mapping[str, str]


class _Words(dict[str, str]):
    """Words for the placeholders. A missing date is left out with its whole line; any other is a mistake of ours."""

    def __missing__(self, key: str) -> str:
        if key == "until":
            return ""
        raise KeyError(f"the mail needs {key}")


def compose(
    kind: str, language: str, words: Mapping[str, str], *, choices: str = "", lines: Sequence[str] = ()
) -> Letter:
    """The letter of this kind. `words` fills the placeholders; `link` is the button's address.

    `choices` is where she sets when she is mailed; `lines` is what is gathered in it. Raises KeyError when a
    placeholder has no word.
    """
    texts = content.load("mail", language)
    known = _Words({"operator": str(settings.OPERATOR_NAME), **words})
    parts = dict(texts["kinds"][kind])
    if "{until}" in parts["until"] and not words.get("until"):
        parts["until"] = texts["sign_in"]
    filled = {key: _fill(value, known) for key, value in parts.items()}
    frame = {
        "link_again": texts["link_again"],
        "sender": _fill(texts["sender"], known),
        "settings": texts["settings"],
        "choices": choices,
    }
    page = {"letter": filled, "frame": frame, "link": words.get("link", ""), "language": language, "lines": lines}
    with translation.override(language):
        text = render_to_string("mail/letter.txt", page)
        html = render_to_string("mail/letter.html", page)
    return Letter(subject=_one_line(str(filled["subject"])), text=text, html=html)


def subject_line(kind: str, language: str, words: Mapping[str, str]) -> str:
    """The subject of this kind."""
    return _one_line(str(_fill(content.load("mail", language)["kinds"][kind]["subject"], _Words(words))))


def compose_digest(language: str, gathered: Sequence[Lead], *, choices: str = "") -> Letter:
    """One mail that says of several things that they are there: a line each, and the way in of the newest.

    Each line is the subject of the mail it stands for, so it tells no more than that mail would have.
    """
    kinds = content.load("mail", language)["kinds"]
    lines = dict.fromkeys(_line(kinds[one.kind], one.words) for one in gathered)
    newest = gathered[-1].words
    words = {key: newest[key] for key in ("name", "link", "until") if key in newest}
    return compose(DIGEST, language, words, choices=choices, lines=list(lines))


def _line(texts: Mapping[str, Any], words: Mapping[str, str]) -> str:
    said = _one_line(str(_fill(str(texts["subject"]).removeprefix(TO_HER), _Words(words))))
    return said[:1].upper() + said[1:]


def _one_line(text: str) -> str:
    """A name may hold a line break; a header may not (RFC 5322, 2.2)."""
    return " ".join(text.split())


def _fill(value: object, words: _Words) -> object:
    if isinstance(value, str):
        return value.format_map(words)
    if isinstance(value, list | tuple):
        return [_fill(part, words) for part in value]
    return value
