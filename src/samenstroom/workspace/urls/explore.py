"""Addresses of exploring: her own, about one collaboration or over all of them."""

from django.urls import URLPattern

ADDRESSES: list[URLPattern] = []
