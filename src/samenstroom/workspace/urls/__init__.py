"""Addresses of a person with an account: one file per part, one list."""

from . import collaboration, explore, me, profile

app_name = "workspace"

urlpatterns = [*me.ADDRESSES, *profile.ADDRESSES, *explore.ADDRESSES, *collaboration.ADDRESSES]
