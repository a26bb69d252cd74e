"""Which drafts come first."""
