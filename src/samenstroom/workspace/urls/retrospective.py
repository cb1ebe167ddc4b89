"""Addresses of looking back, and of lessons."""

from django.urls import URLPattern, path

from samenstroom.workspace import lessons, retrospective
from samenstroom.workspace.access import with_visit

_BACK = "leren/terugblik/<slug:collaboration>/"
_LESSONS = "leren/lessen/"
_LESSON = f"{_LESSONS}<slug:lesson>/"

ADDRESSES: list[URLPattern] = [
    path(_BACK, with_visit(retrospective.retrospective), name="retrospective"),
    path(f"{_BACK}tijdlijn/", with_visit(retrospective.timeline), name="retrospective_timeline"),
    path(f"{_BACK}nakijken/", with_visit(retrospective.check), name="retrospective_check"),
    path(f"{_BACK}weggooien/", with_visit(retrospective.throw_away), name="retrospective_throw_away"),
    path(f"{_BACK}vraag/<slug:step>/", with_visit(retrospective.step), name="retrospective_step"),
    path(_LESSONS, lessons.lessons, name="lessons"),
    path(f"{_LESSONS}nieuw/", lessons.new, name="lesson_new"),
    path(_LESSON, lessons.lesson, name="lesson"),
    path(f"{_LESSON}oppakken/", lessons.take_up, name="lesson_take_up"),
    path(f"{_LESSON}weggooien/", lessons.forget, name="lesson_forget"),
    path(f"{_LESSON}terug/<slug:place>/", lessons.place, name="lesson_place"),
    path(f"{_LESSON}opzij/<slug:collaboration>/<slug:place>/", with_visit(lessons.aside), name="lesson_aside"),
]
