"""Farewell: end well, without drama or shame, with care for the other."""
