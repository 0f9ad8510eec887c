"""Quality of briefings on real shapes of news, with floors below which a change is refused."""
