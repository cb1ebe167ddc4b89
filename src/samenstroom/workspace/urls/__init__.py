"""Addresses of a person with an account: one file per part, one list."""

from . import acquaintance, collaboration, decisions, me, profile, scan

app_name = "workspace"

urlpatterns = [
    *me.ADDRESSES,
    *profile.ADDRESSES,
    *scan.ADDRESSES,
    *acquaintance.ADDRESSES,
    *decisions.ADDRESSES,
    *collaboration.ADDRESSES,
]
