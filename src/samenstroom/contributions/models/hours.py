"""What each side agreed to bring in, and what it brought in, day by day."""

from __future__ import annotations

from decimal import Decimal
from typing import ClassVar

from django.db import models

from samenstroom.collaborations.models import Collaboration, Party, Seat
from samenstroom.kit.sealing import SealedJSONField, SealedTextField
from samenstroom.kit.tokens import public_id
from samenstroom.rules.balance import Period, Plan, Unused


class AgreedContribution(models.Model):
    """What one side brings in. Proposed by one and agreed by the other, or noted by who is alone at the table.

    `terms`: hours (a decimal as text) a period (week, month, bundle), valid_months and unused for a bundle; and in
    words money, goods, network, other. The newest that counts holds for its party.
    """

    public_id = models.CharField(max_length=20, unique=True, default=public_id, editable=False)
    collaboration = models.ForeignKey(Collaboration, models.CASCADE, related_name="agreed_contributions")
    party = models.ForeignKey(Party, models.CASCADE, related_name="+")
    starts_on = models.DateField()
    terms = SealedJSONField(default=dict)
    proposed_by = models.ForeignKey(Seat, models.SET_NULL, null=True, related_name="+")
    proposed_at = models.DateTimeField()
    agreed_by = models.ForeignKey(Seat, models.SET_NULL, null=True, blank=True, related_name="+")
    agreed_at = models.DateTimeField(null=True, blank=True)
    noted_at = models.DateTimeField(null=True, blank=True)
    dropped_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return self.public_id

    @property
    def counts(self) -> bool:
        """Both agreed, or it was noted by one who is alone at the table."""
        return self.dropped_at is None and (self.agreed_at is not None or self.noted_at is not None)

    @property
    def plan(self) -> Plan | None:
        """The hours of it; None when it names none."""
        if not self.terms.get("hours"):
            return None
        months = self.terms.get("valid_months")
        return Plan(
            hours=Decimal(self.terms["hours"]),
            period=Period(self.terms.get("period") or Period.WEEK),
            starts_on=self.starts_on,
            valid_months=int(months) if months else None,
            unused=Unused(self.terms.get("unused") or Unused.EXPIRE),
        )


class Contribution(models.Model):
    """What one side brought in on one day: hours, money or something else, in a few words.

    `amount` is a decimal as text (hours, or euro for money, empty for something else). `work` names work that is
    seldom seen. `external_key` is a keyed mark of the row of an export it came from, so that the same row comes once.
    Its writer may change it until the other confirmed it; what was taken away stays as a line.
    """

    public_id = models.CharField(max_length=20, unique=True, default=public_id, editable=False)
    collaboration = models.ForeignKey(Collaboration, models.CASCADE, related_name="contributions")
    party = models.ForeignKey(Party, models.CASCADE, related_name="+")
    seat = models.ForeignKey(Seat, models.SET_NULL, null=True, related_name="+")
    on = models.DateField()
    kind = SealedTextField(default="hours")
    amount = SealedTextField(blank=True, default="")
    what = SealedTextField()
    work = SealedTextField(blank=True, default="")
    source = models.CharField(max_length=10, default="manual")
    external_key = models.CharField(max_length=64, blank=True, default="")
    added_at = models.DateTimeField()
    changed_at = models.DateTimeField(null=True, blank=True)
    confirmed_by = models.ForeignKey(Seat, models.SET_NULL, null=True, blank=True, related_name="+")
    confirmed_at = models.DateTimeField(null=True, blank=True)
    otherwise = SealedTextField(blank=True, default="")
    otherwise_by = models.ForeignKey(Seat, models.SET_NULL, null=True, blank=True, related_name="+")
    otherwise_at = models.DateTimeField(null=True, blank=True)
    removed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["collaboration", "on"])]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["collaboration", "party", "external_key"],
                condition=~models.Q(external_key=""),
                name="one_contribution_per_imported_row",
            )
        ]

    def __str__(self) -> str:
        return self.public_id

    @property
    def hours(self) -> Decimal:
        """Its hours; nought for money, something else, and what was taken away."""
        is_hours = self.kind == "hours" and self.removed_at is None
        return Decimal(self.amount or "0") if is_hours else Decimal(0)

    @property
    def waits(self) -> bool:
        """The other side has not said how it was."""
        return self.confirmed_at is None and self.otherwise_at is None and self.removed_at is None

    @property
    def can_change(self) -> bool:
        """Neither confirmed nor taken away."""
        return self.confirmed_at is None and self.removed_at is None

    @property
    def stamp(self) -> str:
        """Which wording this is: another one after each change."""
        return self.changed_at.isoformat() if self.changed_at else "first"
