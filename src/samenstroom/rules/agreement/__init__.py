"""The check of an agreement: rules read as data, a small grammar, and the interest on what is paid late."""
