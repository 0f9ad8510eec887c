"""The command line: reads options, calls the library, writes what comes back. No logic of its own."""
