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
    mentoring,
    profile,
    readiness,
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
    *contact.ADDRESSES,
    *handover.ADDRESSES,
    *feedback.ADDRESSES,
    *farewell.ADDRESSES,
    *mentoring.ADDRESSES,
    *start.ADDRESSES,
    *collaboration.ADDRESSES,
]
