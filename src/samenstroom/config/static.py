"""Where the files of the interface are."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from django.contrib.staticfiles.storage import ManifestStaticFilesStorage


class KeptAddresses(ManifestStaticFilesStorage):
    """Every page names the same ten files. Their addresses do not change while the app runs, so they are made once."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self._kept = lru_cache(maxsize=500)(super().url)

    def url(self, name: str | None, force: bool = False) -> str:
        """The address with the fingerprint of the file in it."""
        return self._kept(name, force)
