"""Addresses of a person with an account: one file per part, one list."""

from . import collaboration, decisions, me, profile, scan

app_name = "workspace"

urlpatterns = [
    *me.ADDRESSES,
    *profile.ADDRESSES,
    *scan.ADDRESSES,
    *decisions.ADDRESSES,
    *collaboration.ADDRESSES,
]
