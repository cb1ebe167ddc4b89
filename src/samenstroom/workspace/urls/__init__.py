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
    lawyers,
    learn,
    me,
    mentoring,
    profile,
    readiness,
    reading,
    retrospective,
    scan,
    start,
)

app_name = "workspace"

urlpatterns = [
    *me.ADDRESSES,
    *profile.ADDRESSES,
    *readiness.ADDRESSES,
    *retrospective.ADDRESSES,
    *scan.ADDRESSES,
    *acquaintance.ADDRESSES,
    *asking.ADDRESSES,
    *balance.ADDRESSES,
    *decisions.ADDRESSES,
    *agreement.ADDRESSES,
    *lawyers.ADDRESSES,
    *reading.ADDRESSES,
    *contact.ADDRESSES,
    *handover.ADDRESSES,
    *feedback.ADDRESSES,
    *farewell.ADDRESSES,
    *mentoring.ADDRESSES,
    *start.ADDRESSES,
    *learn.ADDRESSES,
    *collaboration.ADDRESSES,
]
