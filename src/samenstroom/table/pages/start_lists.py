"""Starting: who can get in where, what has to be ready, and risks."""

from __future__ import annotations

from samenstroom.table.page import Pages
from samenstroom.table.start_lists import item_page, list_page

PAGES: Pages = (
    ("starten/toegang/", list_page("access"), "accesses_register"),
    ("starten/toegang/<slug:entry>/", item_page("access"), "accesses_register_item"),
    ("starten/klaarzetten/", list_page("ready"), "onboarding"),
    ("starten/klaarzetten/<slug:entry>/", item_page("ready"), "onboarding_item"),
    ("starten/risicos/", list_page("risk"), "risks"),
    ("starten/risicos/<slug:entry>/", item_page("risk"), "risks_item"),
)
