"""Addresses of a person with an account: one file per part, one list."""

from samenstroom.kit.routes import by_part

from . import (
    acquaintance,
    agreement,
    asking,
    balance,
    collaboration,
    connections,
    contact,
    decisions,
    exit_plan,
    farewell,
    feedback,
    handover,
    lawyers,
    learn,
    me,
    mentoring,
    own_side,
    profile,
    readiness,
    reading,
    retrospective,
    scan,
    settings,
    sign_in,
    start,
)

app_name = "workspace"

addresses = [
    *me.ADDRESSES,
    *profile.ADDRESSES,
    *readiness.ADDRESSES,
    *retrospective.ADDRESSES,
    *scan.ADDRESSES,
    *acquaintance.ADDRESSES,
    *asking.ADDRESSES,
    *balance.ADDRESSES,
    *exit_plan.ADDRESSES,
    *decisions.ADDRESSES,
    *agreement.ADDRESSES,
    *lawyers.ADDRESSES,
    *reading.ADDRESSES,
    *contact.ADDRESSES,
    *handover.ADDRESSES,
    *feedback.ADDRESSES,
    *farewell.ADDRESSES,
    *mentoring.ADDRESSES,
    *own_side.ADDRESSES,
    *settings.ADDRESSES,
    *connections.ADDRESSES,
    *sign_in.ADDRESSES,
    *start.ADDRESSES,
    *learn.ADDRESSES,
    *collaboration.ADDRESSES,
]

urlpatterns = by_part(addresses)
