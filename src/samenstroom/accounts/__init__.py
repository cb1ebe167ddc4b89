"""People, practices and personal links."""
