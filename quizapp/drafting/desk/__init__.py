"""Checking drafts by hand: the drafts file, the pack file, and the steps between them."""
