"""The user-data file: one SQLite file that keeps every reply."""
