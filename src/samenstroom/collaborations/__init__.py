"""The record itself: parties, seats, stage, history and who may see what."""
