"""The door of a person with a personal link."""
