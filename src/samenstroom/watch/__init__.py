"""Gathers facts, asks the rules, words the findings."""
