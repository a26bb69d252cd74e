"""Pack format 1: what a pack file may say, and how its mistakes are told."""
