"""Cross-check: a second, blind reading of the facts by a model. Without a model it says that it did not happen."""

from dataclasses import replace

from briefing.records.checked import Checked, StageNote

STAGE = "crosscheck"
NO_MODEL = "skipped: no model"


def crosscheck(checked: Checked) -> Checked:
    """``checked`` with a note that no second reading took place; nothing counts as confirmed by it."""
    return replace(checked, stages=(*checked.stages, StageNote(STAGE, NO_MODEL)))
