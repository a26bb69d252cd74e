"""Packs: from TOML on disk to checked values, and back."""
