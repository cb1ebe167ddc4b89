"""The three lists of a start: access, what has to be ready, and risks. What they tell, what never belongs in them."""

import re
from enum import StrEnum


class StartList(StrEnum):
    """Which list an entry is on."""

    ACCESS = "access"
    READY = "ready"
    RISK = "risk"


class Holder(StrEnum):
    """Who can get in."""

    PROVIDER = "first"
    OTHER = "second"
    BOTH = "both"


SECRET = re.compile(
    r"(?i)\b(?:wachtwoord|wachtwoorden|password|passwd|pincode|pin|code|sleutel|token|secret|api[- ]?key)\b"
    r"\s*(?:is|zijn|=|:)\s*\S*\d\S*"
)
"""A word for a secret, and then something with a digit in it: a secret itself, and not where it is kept."""

RUN = r"[A-Za-z0-9_\-+/=]"
LONG_SECRET = re.compile(rf"(?<![\w/.@-])(?={RUN}*\d)(?={RUN}*[A-Z])(?={RUN}*[a-z]){RUN}{{20,}}(?![\w/.@-])")
"""A long run of letters and digits without a dot: a key more often than an address."""


def looks_like_a_secret(text: str) -> bool:
    """Tell whether a text seems to hold a secret itself. A hint that asks, by what is written; it cannot know."""
    return bool(SECRET.search(text) or LONG_SECRET.search(text))


def is_held_alone(holder: str, backup: str) -> bool:
    """Tell whether one side alone can get in, and nobody was named who steps in at illness."""
    return holder in (Holder.PROVIDER, Holder.OTHER) and not backup.strip()
