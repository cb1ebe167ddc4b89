"""The page "Zo werk ik": what she is putting together, and what stands online."""

from __future__ import annotations

from django.db import models

from samenstroom.accounts.models import Person
from samenstroom.kit.sealing import SealedJSONField, SealedTextField


class WorkPage(models.Model):
    """One page per person: a draft that is hers alone, and a snapshot that others read while it is online.

    `chosen` are ids of parts (`vision`) and boundaries (`boundary:<public id>`). `wordings` maps such an id to
    `{"text": ..., "source": ...}`: her text for the page, and what the profile said when she wrote it.
    `snapshot` is the text as it was put online, `sources` what the profile said at that moment.
    `findable`: search engines may find it, once it is public.
    A page has one address at a time: `slug` when it is public, else the token behind `link_hash`.
    """

    class Reach(models.TextChoices):
        LINK = "link"
        PUBLIC = "public"

    person = models.OneToOneField(Person, models.CASCADE, related_name="work_page")
    name = SealedTextField(blank=True, default="")
    introduction = SealedTextField(blank=True, default="")
    chosen = SealedJSONField(default=list, blank=True)
    wordings = SealedJSONField(default=dict, blank=True)
    language = models.CharField(max_length=2, default="nl")
    reach = models.CharField(max_length=6, choices=Reach, default=Reach.LINK)
    slug = models.CharField(max_length=40, unique=True, null=True, blank=True)
    link_hash = models.CharField(max_length=64, unique=True, null=True, blank=True)
    link_token = SealedTextField(blank=True, default="")
    findable = SealedJSONField(default=False)
    snapshot = SealedJSONField(default=dict, blank=True)
    sources = SealedJSONField(default=dict, blank=True)
    published_at = models.DateTimeField(null=True, blank=True)
    offline_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"work page of {self.person_id}"

    @property
    def is_online(self) -> bool:
        """Whether others can read it now."""
        return self.published_at is not None and self.offline_at is None

    @property
    def address(self) -> str:
        """The last part of its web address; empty when it never had one."""
        return str((self.slug or "") if self.reach == self.Reach.PUBLIC else self.link_token)
