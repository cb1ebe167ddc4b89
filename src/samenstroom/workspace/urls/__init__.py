"""Addresses of a person with an account: one file per part, one list."""

from . import asking, collaboration, contact, decisions, me, profile, readiness, scan

app_name = "workspace"

urlpatterns = [
    *me.ADDRESSES,
    *profile.ADDRESSES,
    *readiness.ADDRESSES,
    *scan.ADDRESSES,
    *asking.ADDRESSES,
    *decisions.ADDRESSES,
    *contact.ADDRESSES,
    *collaboration.ADDRESSES,
]
