"""Adjusting: bring it up in time, with care. First: preparing a difficult talk."""
