"""``python -m briefing`` is the command line."""

import sys

from briefing.cli.main import main

sys.exit(main())
