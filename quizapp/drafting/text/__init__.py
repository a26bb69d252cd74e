"""An article to draft from: read, cleaned of its page, cut into paragraphs and sentences."""
