"""Addresses of a lawyer who reads along, for who asked."""

from django.urls import URLPattern, path

from samenstroom.workspace import lawyer_remark, lawyers
from samenstroom.workspace.access import with_visit

_HERE = "s/<slug:collaboration>/afspreken/jurist/"

ADDRESSES: list[URLPattern] = [
    path(_HERE, with_visit(lawyers.lawyers), name="lawyers"),
    path(f"{_HERE}<slug:review>/", with_visit(lawyers.lawyer), name="lawyer"),
    path(f"{_HERE}<slug:review>/link/", with_visit(lawyers.make_link), name="lawyer_link"),
    path(f"{_HERE}<slug:review>/<slug:remark>/", with_visit(lawyer_remark.remark), name="lawyer_remark"),
]
