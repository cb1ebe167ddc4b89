"""A house rule: about every kind of record it was decided what becomes of it when somebody is erased."""

from __future__ import annotations

import pytest
from django.apps import apps
from django.db.models import Model

from samenstroom import content
from samenstroom.accounts.models import Person
from samenstroom.collaborations.models import Collaboration
from samenstroom.kit.sealing import sealed_fields
from samenstroom.privacy.fates import AROUND, MIXED, NOBODYS, OWN, SHARED, everything

OURS = [one for one in apps.get_models() if one.__module__.startswith("samenstroom.")]


def points_at(model: type[Model], target: type[Model]) -> set[str]:
    return {one.name for one in model._meta.concrete_fields if one.is_relation and one.related_model is target}


def test_about_every_model_it_was_decided_and_about_no_model_that_is_not_there() -> None:
    assert everything() == {one._meta.label for one in OURS}


@pytest.mark.parametrize("label", [label for labels in OWN.values() for label in labels])
def test_what_is_hers_alone_has_a_person(label: str) -> None:
    assert "person" in points_at(apps.get_model(label), Person)


@pytest.mark.parametrize("label", [*(one for labels in SHARED.values() for one in labels), *MIXED])
def test_what_is_of_both_has_a_collaboration(label: str) -> None:
    model = apps.get_model(label)
    assert model is Collaboration or points_at(model, Collaboration)


def test_what_names_a_person_is_never_called_nobodys() -> None:
    assert not [label for label in NOBODYS if points_at(apps.get_model(label), Person)]


def test_what_is_sealed_is_never_left_out() -> None:
    """A sealed text is somebody's: it goes with its person, with its table, or under a row that goes."""
    sealed = {one._meta.label for one in OURS if sealed_fields(one)}
    handled = {"mail.OutgoingMail", "profiles.BoundaryVersion", "connections.Answered", "privacy.PrivacyQuestion"}
    assert sealed & {*AROUND, *NOBODYS} == handled


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_kind_has_words_on_the_page_about_what_is_kept(language: str) -> None:
    told = {one["id"] for one in content.load("kept", language)["groups"]}
    groups = {*OWN, *SHARED, *(one.group for one in MIXED.values()), "tables", "mail"} - {"wish"}
    assert groups <= told
