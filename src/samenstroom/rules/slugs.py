"""The last part of an address that somebody chooses herself, such as `/klaar-voor/noor-de-wit/`.

Only lower-case ascii letters, digits and single hyphens: it can be said aloud, and nobody is led elsewhere by a letter
that only looks like another one.
"""

import re
import unicodedata

SHORTEST, LONGEST = 3, 60

RESERVED: frozenset[str] = frozenset(
    {
        "account",
        "admin",
        "api",
        "beheer",
        "bezig",
        "binnen",
        "de",
        "delen",
        "en",
        "healthz",
        "help",
        "hulp",
        "ik",
        "index",
        "inloggen",
        "kant",
        "klaar",
        "klaar-voor",
        "login",
        "logout",
        "media",
        "nieuw",
        "nl",
        "null",
        "post",
        "privacy",
        "robots",
        "samenstroom",
        "samenwerkingen",
        "static",
        "taal",
        "test",
        "uitloggen",
        "undefined",
        "vandaag",
        "versturen",
        "weg",
        "www",
        "zelftest",
        "zo-werk-ik",
    }
)
"""Words that are, or may become, part of an address of our own, or that would look as if we speak."""

_ALLOWED = re.compile(r"[a-z0-9-]*")
_SAME = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ł": "l", "&": " en "})


def slug_from(text: str) -> str:
    """Make a slug from a name: `Noor de Wit` gives `noor-de-wit`. Empty when nothing usable is left.

    It proposes; it does not judge. What comes out may still be too short or reserved: ask `fault_of_slug`.
    """
    plain = unicodedata.normalize("NFKD", text[: LONGEST * 4].lower().translate(_SAME))
    letters = "".join(one for one in plain if not unicodedata.combining(one))
    return re.sub(r"[^a-z0-9]+", "-", letters).strip("-")[:LONGEST].rstrip("-")


def fault_of_slug(slug: str) -> str | None:
    """Return what is wrong with a slug, or None when it may be used.

    `empty`, `characters` (something else than a-z, 0-9 and hyphens), `hyphens` (at an end, or two in a row), `short`,
    `long`, `reserved`. In this order, so that the first thing to mend is said first.
    """
    if not slug:
        return "empty"
    if not _ALLOWED.fullmatch(slug):
        return "characters"
    if slug.startswith("-") or slug.endswith("-") or "--" in slug:
        return "hyphens"
    if len(slug) < SHORTEST:
        return "short"
    if len(slug) > LONGEST:
        return "long"
    return "reserved" if slug in RESERVED else None
