"""Addresses of the red-flag scan."""

from django.urls import URLPattern, path

from samenstroom.workspace import scan, scan_own
from samenstroom.workspace.access import with_visit

FLAGS = "s/<slug:collaboration>/verkennen/rode-vlaggen/"

ADDRESSES: list[URLPattern] = [
    path(FLAGS, with_visit(scan.scan), name="scan"),
    path(f"{FLAGS}<int:number>/", with_visit(scan.step), name="scan_step"),
    path(f"{FLAGS}eigen/<slug:lesson>/", with_visit(scan_own.own), name="scan_own"),
    path(f"{FLAGS}nakijken/", with_visit(scan.check), name="scan_check"),
    path(f"{FLAGS}uitslag/<slug:scan>/", with_visit(scan.result), name="scan_result"),
    path(f"{FLAGS}uitslag/<slug:scan>/naast/<slug:earlier>/", with_visit(scan.compare), name="scan_compare"),
    path(f"{FLAGS}uitslag/<slug:scan>/gesprek/<slug:flag>/", with_visit(scan.talk), name="scan_talk"),
    path(f"{FLAGS}uitslag/<slug:scan>/weggooien/", with_visit(scan.discard), name="scan_discard"),
]
