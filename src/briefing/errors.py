"""Every error that this package raises on purpose, as one tree.

::

    BriefingError                      catch this to catch them all
    |-- InputError                     the caller's input cannot be used (exit code 2)
    |   |-- SourceNotFoundError        the path does not exist or is not a readable file
    |   |-- SourceTooLargeError        more bytes than the limit in the settings
    |   |-- NotTextError               binary content, or an encoding that does not decode
    |   |-- EmptySourceError           nothing but white space, or no sentence
    |   |-- UnknownProfileError        a profile name that nobody ships
    |   |-- InvalidBriefingError       a file that is not a briefing of a version this package knows
    |   `-- SourceMismatchError        the briefing was made from another article
    |-- UsageError                     options that contradict each other or have no such value (exit code 2)
    |   `-- MissingExtraError          an optional part is not installed; the message says what to install
    |-- PromptError                    a prompt file is missing or malformed
    |-- ModelError                     the model path (exit code 4)
    |   |-- ModelUnavailableError      no model can be reached with these settings
    |   |-- ModelAuthenticationError   the endpoint refuses the key
    |   |-- ModelRequestError          the endpoint refuses the request as such
    |   |-- ModelRateLimitError        too many requests, also after waiting
    |   |-- ModelTimeoutError          no answer before the deadline
    |   |-- ModelConnectionError       the endpoint cannot be reached, or hung up
    |   |-- ModelServerError           the endpoint failed, also when asked again
    |   |-- ModelRefusedError          the model or a filter refused to answer; never asked again
    |   |-- ModelTruncatedError        the answer was cut off at the limit of tokens, and nothing of it could be kept
    |   |-- ModelSchemaError           no answer in the shape that was asked for, and nothing of it could be kept
    |   |-- BudgetExceededError        the limit of requests, tokens or cost was reached
    |   `-- MissingRecordingError      replay has no answer for this request
    `-- PolicyError                    policy "raise": a fact did not pass its checks
"""


class BriefingError(Exception):
    """Root of the tree; its message quotes the value, says where, and names the fix."""


class InputError(BriefingError):
    """The caller's input cannot be used as it is."""


class SourceNotFoundError(InputError):
    """The path does not exist, is a folder, or may not be read."""


class SourceTooLargeError(InputError):
    """The source has more bytes than the limit in the settings."""


class NotTextError(InputError):
    """The bytes are not text, or not in the encoding that was declared."""


class EmptySourceError(InputError):
    """The source holds no words that could be briefed."""


class UnknownProfileError(InputError):
    """No profile of that name is shipped."""


class InvalidBriefingError(InputError):
    """The data is not a briefing of a schema version that this package reads."""


class SourceMismatchError(InputError):
    """The article at hand is not the article that the briefing was made from."""


class UsageError(BriefingError):
    """Options that contradict each other, or a value that an option does not take."""


class MissingExtraError(UsageError):
    """An optional dependency is not installed."""


class PromptError(BriefingError):
    """A prompt file is missing, malformed, or not rendered completely."""


class ModelError(BriefingError):
    """Something on the way to the model or back failed."""


class ModelUnavailableError(ModelError):
    """No model can be reached with these settings."""


class ModelAuthenticationError(ModelError):
    """The endpoint refuses the key, or the key may not use the model."""


class ModelRequestError(ModelError):
    """The endpoint refuses the request as such: an unknown model, a prompt that is too long, a wrong parameter."""


class ModelRateLimitError(ModelError):
    """The endpoint asks to send less, and went on to do so while there was time to wait."""


class ModelTimeoutError(ModelError):
    """No complete answer came before the deadline."""


class ModelConnectionError(ModelError):
    """The endpoint cannot be reached, or ended the connection before the answer was complete."""


class ModelServerError(ModelError):
    """The endpoint failed, also when it was asked again."""


class ModelRefusedError(ModelError):
    """The model, or a filter in front of it, refused to answer. It is not asked again."""


class ModelTruncatedError(ModelError):
    """The answer was cut off at the limit of tokens and nothing of it could be kept."""


class ModelSchemaError(ModelError):
    """The answers did not have the shape that was asked for and nothing of them could be kept."""


class BudgetExceededError(ModelError):
    """The limit of requests, tokens or cost for this run was reached."""


class MissingRecordingError(ModelError):
    """Replay has no recorded answer for this request."""


class PolicyError(BriefingError):
    """A fact did not pass its checks and the policy is "raise"."""
