"""What screens are built of; a widget knows neither the app nor the learner's data."""
