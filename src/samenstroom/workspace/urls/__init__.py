"""Addresses of a person with an account: one file per part, one list."""

from . import asking, collaboration, decisions, me, profile, scan

app_name = "workspace"

urlpatterns = [
    *me.ADDRESSES,
    *profile.ADDRESSES,
    *scan.ADDRESSES,
    *asking.ADDRESSES,
    *decisions.ADDRESSES,
    *collaboration.ADDRESSES,
]
