"""Addresses of her own side of one collaboration, and of what is left of those she erased."""

from django.urls import path

from samenstroom.accounts.proven import recently_proven
from samenstroom.workspace import outlines, own_side
from samenstroom.workspace.access import with_visit

_MINE = "s/<slug:collaboration>/van-mij/"

ADDRESSES = [
    path(_MINE, with_visit(own_side.own_side), name="own_side"),
    path(f"{_MINE}wissen/", with_visit(recently_proven(own_side.erase)), name="own_side_erase"),
    path("instellingen/privacy/omtrekken/", outlines.outlines, name="outlines"),
    path("instellingen/privacy/omtrekken/<slug:outline>/", outlines.outline, name="outline"),
]
