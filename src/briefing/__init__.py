"""Structured briefings of news articles in which every fact carries its proof."""

from briefing.api import asummarize, check, compare, read_quantities, summarize, verify
from briefing.briefer import Briefer
from briefing.errors import BriefingError, InputError, ModelError, PolicyError, PromptError, UsageError
from briefing.records.article import Article
from briefing.records.briefing import Briefing, Fact
from briefing.records.comparison import (
    Change,
    ChangeKind,
    Comparison,
    Currency,
    FactCurrency,
    Passage,
    Sentences,
    Subject,
)
from briefing.records.findings import Code, Finding, Status
from briefing.records.quantity import Hedge, Kind, Quantity
from briefing.records.report import Report
from briefing.records.spans import Evidence
from briefing.settings import Policy, Settings
from briefing.version import __version__

__all__ = [
    "Article",
    "Briefer",
    "Briefing",
    "BriefingError",
    "Change",
    "ChangeKind",
    "Code",
    "Comparison",
    "Currency",
    "Evidence",
    "Fact",
    "FactCurrency",
    "Finding",
    "Hedge",
    "InputError",
    "Kind",
    "ModelError",
    "Passage",
    "Policy",
    "PolicyError",
    "PromptError",
    "Quantity",
    "Report",
    "Sentences",
    "Settings",
    "Status",
    "Subject",
    "UsageError",
    "__version__",
    "asummarize",
    "check",
    "compare",
    "read_quantities",
    "summarize",
    "verify",
]
