"""The schemas that a briefing can fill, and a light catalogue of them."""
