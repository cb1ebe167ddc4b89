"""Working: hours, balance, invoices."""

from __future__ import annotations

from samenstroom.table.page import Pages

PAGES: Pages = ()
