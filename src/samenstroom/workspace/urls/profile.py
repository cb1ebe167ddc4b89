"""Addresses of her profile, her boundaries and the pages she shows."""

from django.urls import URLPattern

ADDRESSES: list[URLPattern] = []
