"""Engines that turn a reading into a draft; what they write is untrusted until it is grounded and verified."""
