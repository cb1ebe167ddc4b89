"""Addresses of a person with an account: one file per part, one list."""

from . import (
    acquaintance,
    agreement,
    asking,
    balance,
    collaboration,
    contact,
    decisions,
    farewell,
    feedback,
    handover,
    me,
    profile,
    readiness,
    reading,
    scan,
    start,
)

app_name = "workspace"

urlpatterns = [
    *me.ADDRESSES,
    *profile.ADDRESSES,
    *readiness.ADDRESSES,
    *scan.ADDRESSES,
    *acquaintance.ADDRESSES,
    *asking.ADDRESSES,
    *balance.ADDRESSES,
    *decisions.ADDRESSES,
    *agreement.ADDRESSES,
    *reading.ADDRESSES,
    *contact.ADDRESSES,
    *handover.ADDRESSES,
    *feedback.ADDRESSES,
    *farewell.ADDRESSES,
    *start.ADDRESSES,
    *collaboration.ADDRESSES,
]
