"""How much a page takes in one request. More is refused by what the browser says beforehand, before anything is read.

`config.middleware.BodyLimit` looks at what a page says here; a page that says nothing takes `MOST_OF_ALL`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from django.http import HttpResponse

Page = TypeVar("Page", bound=Callable[..., HttpResponse])

MOST_OF_ALL = 64_000_000
"""Bytes; the largest thing anybody brings is the dossier of a long collaboration."""
AROUND = 1_000_000
"""What a form may bring around its one file."""
ATTRIBUTE = "takes_at_most"


def takes_at_most(most_bytes: int) -> Callable[[Page], Page]:
    """This page takes a file of so many bytes and no more."""

    def marked(page: Page) -> Page:
        setattr(page, ATTRIBUTE, most_bytes)
        return page

    return marked


def most_of(page: Callable[..., HttpResponse]) -> int:
    """How many bytes of a file this page takes."""
    return int(getattr(page, ATTRIBUTE, MOST_OF_ALL))
