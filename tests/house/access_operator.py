"""What runs without a page: commands of the operator, and sweeps. What each shows, and of whom."""

from __future__ import annotations

from collections.abc import Mapping

COMMANDS: Mapping[str, str] = {
    "serve": "operator; shows nothing of anyone",
    "work": "operator; shows nothing of anyone",
    "dossier": "operator; what both share, and with the person's own password what she may see",
    "demo": "operator; makes examples for a person or takes them away, shows nothing of anyone",
    "verify": "operator; reads a file she has; how many signed it and when, nothing of what is in it",
    "signals": "operator; reads files she has, no database",
    "agreement": "operator; reads an agreement document she has, no database; keeps nothing",
    "farewell": "operator; reads a letter she has, no database; keeps nothing",
    "backup": "operator; the database with sealed texts, without keys unless closed for who holds the key of the backup",
    "restore": "operator; puts a backup she has in a folder, shows nothing of anyone",
    "check": "operator; counts and levels, shows nothing of anyone",
    "users": "operator; ids of accounts, months of first and last sign-in, locked or not; no names, no addresses",
    "erase": "operator; erases somebody who asked, prints numbers and nothing of anyone",
    "questions": "operator; what people asked the operator herself, and nothing else",
    "mail": "operator; numbers of the outbox per kind, no address, name or text",
    "mail_test": "operator; sends one mail that says that mail works, shows nothing of anyone",
    "move": "operator; copies the whole database to PostgreSQL, sealed texts as they are; prints numbers of rows",
    "rotate_keys": "operator; shows nothing of anyone",
    "set_password": "operator; sets a password for an account that asked, shows nothing of anyone",
}

SWEEPS: Mapping[str, str] = {
    "mail": "sends what is in the outbox",
    "check-ins": "opens rounds, queues mail; writes nothing private",
    "papers": "seals papers that could not be sealed when they were signed; what is in them is of both",
    "forget": "throws away readiness tests of a year ago; shows nothing of anyone",
    "explorations": "throws away private explorations whose term is over; shows nothing of anyone",
    "erasing": "erases who asked, shared records whose day came, old mail and questions; shows nothing of anyone",
    "files": "takes away content that belongs to no row any more; shows nothing of anyone",
    "backup": "makes the nightly backup, sealed texts as they are and without keys; shows nothing of anyone",
    "tidy": "throws away finished jobs, old tries and old sessions",
}

DEVELOPMENT_ONLY = frozenset({"outbox", "outbox_letter"})
"""Mounted only with SAMENSTROOM_DEBUG and SAMENSTROOM_MAIL=preview (a test holds that)."""
