"""The name of a public page in its web address: which ones are possible, and a first idea from somebody's name."""

from __future__ import annotations

import re
import unicodedata

SHORTEST, LONGEST = 3, 40
SHAPE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")

RESERVED = frozenset({
    "aanmelden", "account", "admin", "beheer", "beheerder", "contact", "demo", "example", "gesprek", "grenzen", "help",
    "hulp", "ik", "info", "inloggen", "kant", "klaar-voor", "link", "login", "mail", "nieuw", "nieuw-adres", "noreply",
    "null", "official", "officieel", "offline", "online", "operator", "postmaster", "praktijk", "privacy", "profiel",
    "root", "ruimte", "samenstroom", "security", "static", "support", "system", "systeem", "taal", "test", "undefined",
    "vandaag", "voorbeeld", "webmaster", "welkom", "www", "zelftest", "zo-werk-ik",
})  # fmt: skip
"""Names that could be taken for the app itself, or for who runs it."""


def page_name_fault(name: str) -> str | None:
    """What is wrong with this name: `short`, `long`, `signs` or `reserved`; None when it can be used."""
    if len(name) < SHORTEST:
        return "short"
    if len(name) > LONGEST:
        return "long"
    if not SHAPE.fullmatch(name):
        return "signs"
    return "reserved" if name in RESERVED else None


def tidied(text: str) -> str:
    """What somebody typed as a name for a web address: small letters, no accents, hyphens for spaces.

    Other signs stay, so that the fault can be told instead of hidden.
    """
    plain = unicodedata.normalize("NFKD", text.strip().lower())
    letters = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return re.sub(r"-{2,}", "-", re.sub(r"[\s_]+", "-", letters))


def suggested(name: str) -> str:
    """A first idea for the address of this person's page; empty when her name gives none."""
    idea = re.sub(r"[^a-z0-9-]", "", tidied(name))[:LONGEST].strip("-")
    idea = re.sub(r"-{2,}", "-", idea)
    return "" if page_name_fault(idea) else idea
