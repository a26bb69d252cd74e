"""What is doubtful about a draft: its flags."""
