"""Starting: kick-off, action plan, working agreements, access, risks."""

from __future__ import annotations

from samenstroom.table.page import Pages

PAGES: Pages = ()
