"""The steps of the flow; each takes the type that the step before gives, and none imports another."""
