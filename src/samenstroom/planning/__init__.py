"""Planning: kick-off, tasks, working agreements, access and risks."""
