"""Files that were kept with a collaboration."""

from __future__ import annotations

from samenstroom.table.page import Pages

PAGES: Pages = ()
