"""Addresses of reading a text made elsewhere, for oneself."""

from django.urls import URLPattern, path

from samenstroom.workspace import reading
from samenstroom.workspace.access import with_visit

_READ = "s/<slug:collaboration>/afspreken/lezen/"

ADDRESSES: list[URLPattern] = [
    path(_READ, with_visit(reading.reading), name="reading"),
    path(f"{_READ}bewaren/", with_visit(reading.keep), name="reading_keep"),
    path(f"{_READ}concept/", with_visit(reading.begin), name="reading_begin"),
    path(f"{_READ}tekst/<slug:text>/", with_visit(reading.kept), name="reading_kept"),
]
