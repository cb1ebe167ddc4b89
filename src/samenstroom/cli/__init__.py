"""The command line: serve, work, backup, and help for who runs the instance."""
