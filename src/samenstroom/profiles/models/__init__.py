"""Who she is, what her boundaries are, and the pages she shows: one file per noun."""
