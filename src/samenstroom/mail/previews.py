"""Every mail in each language with made-up words, for who edits the texts or runs this place. Nobody's data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from samenstroom import content
from samenstroom.kit.dates import long_date
from samenstroom.rules.mail_subjects import ALWAYS, Subject, subject_of

from .choices import DIGEST
from .letters import Lead, Letter, compose, compose_digest, subject_line

LANGUAGES = ("nl", "en")
AN_ADDRESS = "https://samenstroom.example/l/voorbeeld/"
GATHERED = ("checkin_invitation", "rhythm_proposed", "feedback_given")


@dataclass(frozen=True)
class Preview:
    """One kind of mail in one language, as it would leave."""

    kind: str
    language: str
    preheader: str
    letter: Letter


def kinds() -> list[tuple[Subject | None, list[str]]]:
    """Every kind, under what it is about; first what leaves at once for everybody (None)."""
    known = list(content.load("mail", LANGUAGES[0])["kinds"])
    at_once = [kind for kind in known if kind in ALWAYS or kind == DIGEST]
    others = [
        (subject, [kind for kind in known if kind not in at_once and subject_of(kind) is subject])
        for subject in Subject
    ]
    return [(None, at_once), *((subject, found) for subject, found in others if found)]


def subjects(kind: str) -> list[tuple[str, str]]:
    """The subject of this kind, per language."""
    return [(language, subject_line(kind, language, _words(language))) for language in LANGUAGES]


def preview(kind: str, language: str) -> Preview | None:
    """One kind as it would leave; None when there is no such kind or language."""
    if language not in LANGUAGES or kind not in content.load("mail", language)["kinds"]:
        return None
    letter = _letter(kind, language)
    return Preview(kind, language, content.load("mail", language)["kinds"][kind]["preheader"], letter)


def _letter(kind: str, language: str) -> Letter:
    words = _words(language)
    if kind == DIGEST:
        return compose_digest(language, [Lead(one, words) for one in GATHERED], choices=AN_ADDRESS)
    if kind in ("email_code", "password_reset"):
        words.pop("link" if kind == "email_code" else "until")
    return compose(kind, language, words, choices=AN_ADDRESS)


def _words(language: str) -> dict[str, str]:
    return {
        "name": "Marleen", "other": "Noor", "code": "012345", "minutes": "20", "link": AN_ADDRESS,
        "date": long_date(date(2026, 10, 14), language), "until": long_date(date(2026, 10, 28), language),
    }  # fmt: skip
