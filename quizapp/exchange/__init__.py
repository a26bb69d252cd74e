"""Bringing packs in and out: fetched, unzipped and looked at first; handed on as one file."""
