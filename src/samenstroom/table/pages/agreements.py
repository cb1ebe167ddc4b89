"""Agreeing: the agreement, its versions, signing, what was agreed along the way."""

from __future__ import annotations

from samenstroom.table.page import Pages

PAGES: Pages = ()
