"""The door of a person with an account."""
