"""The rules that make questions out of sentences."""
