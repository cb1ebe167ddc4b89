"""Working: feedback, decisions, appreciation."""

from __future__ import annotations

from samenstroom.table.page import Pages

PAGES: Pages = ()
