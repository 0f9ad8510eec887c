"""Repair: failed facts go back to the model with the reason. Without a model they stay as they are, marked."""

from dataclasses import replace

from briefing.records.checked import Checked, StageNote

STAGE = "repair"
NO_MODEL = "skipped: no model"


def repair(checked: Checked) -> Checked:
    """``checked`` with a note that no fact was sent back; what failed stays visible."""
    return replace(checked, stages=(*checked.stages, StageNote(STAGE, NO_MODEL)))
