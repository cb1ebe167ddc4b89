"""A yes is to what was read: a form carries a mark of what stood on its page, and says no to what stands there now.

Rows that are replaced when they change need no mark: their address names what was read. Whatever is changed in place,
or is "the one that lies here now", does.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, is_dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpRequest
from django.utils.translation import gettext as _


def mark_of(*said: Any) -> str:
    """The same for what reads the same."""
    return hashlib.sha256(json.dumps(said, sort_keys=True, default=_plain).encode()).hexdigest()[:32]


def reads_otherwise_now(request: HttpRequest, mark: str) -> bool:
    """Whether what she says yes to is not what she read. Then the page says so, and she reads it again."""
    if request.POST.get("read", mark) == mark:
        return False
    messages.info(request, _("Dit is intussen veranderd. Lees het nog één keer."))
    return True


def _plain(value: Any) -> Any:
    return asdict(value) if is_dataclass(value) and not isinstance(value, type) else str(value)
