"""Files that were kept with a collaboration."""

from __future__ import annotations

from samenstroom.table import files
from samenstroom.table.page import Pages

PAGES: Pages = (
    ("bestanden/", files.files, "files"),
    ("bestanden/<slug:file>/", files.download, "file"),
    ("bestanden/<slug:file>/doen/", files.act, "file_act"),
)
