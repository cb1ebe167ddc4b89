"""Exploring: hear your own doubt, before a yes and at any moment after."""
