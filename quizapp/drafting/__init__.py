"""From a saved article to draft questions, and from drafts to a pack checked by hand."""
