"""The roof: settings, urls, and the ways in."""
