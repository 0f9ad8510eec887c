"""Words of English that tell rules what a sentence does: it looks ahead, reports speech, or is page furniture.

Own lists, from general knowledge of news English. A language without such lists gives fewer kinds and fields, never
wrong ones.
"""

import re

_NOT_A_STEP = "".join(rf"(?<!{noun} )" for noun in ("task", "tasks", "aim", "goal", "job", "role", "purpose"))
NEXT = re.compile(
    r"\b(?:(?:will|would(?! (?:have|like|seem|never|not|be(?! \w+ed))\b)"
    r"|shall|until further notice|intends? to|expects? to"
    r"|scheduled (?:to|for)|(?<!no )plan(?:s|ned|ning)? to|vow(?:s|ed)? to)\b"
    rf"|{_NOT_A_STEP}(?:is|are) (?:not )?(?:to|due|set to|expected|scheduled|planned|likely to)(?= \w)"
    r"|(?<!had )forecasts? (?=an? |that |more |further |rain|\d)"
    r"|due to (?:be|begin|start|arrive|appear|meet|open|close)\b)",
    re.IGNORECASE,
)
SPEECH = re.compile(
    r"\b(?:said|says|(?<!been )(?<!was )(?<!were )told"
    r"|added|warned|insisted|explained|argued|replied|tweeted|testified|commented"
    r"|predicted|according to"
    r"|(?:announced|confirmed|stated|declared|claimed|noted|acknowledged|wrote|denied|urged|admitted)"
    # These also take an object ("declared an emergency"); only what they introduce makes them speech.
    r"(?=,? [\"“]|:|,$|\.$|[^,.;]{0,30} that\b))(?!\w)",
    re.IGNORECASE,
)
QUOTED = re.compile(r"[\"“«]([^\"“”«»]{25,}?)[\"”»]")
CONDITION = re.compile(r"\b(?:if|unless|whether|provided that|in case|otherwise)\b", re.IGNORECASE)
NEGATION = re.compile(r"\b(?:not|no|never|none|neither|nor|without|nobody|hardly)\b|n['’]t\b", re.IGNORECASE)
HEARSAY = re.compile(
    r"\b(?:alleg\w+|reported(?:ly)?|apparent(?:ly)?|suspect\w*|may|might|could|rumou?r\w*)\b", re.IGNORECASE
)
EVENT = re.compile(
    r"\b(?:arrived|landed|killed|died|injured|wounded|arrested|charged|convicted|acquitted|sentenced|elected|won|lost|beat"
    r"|defeated|signed|approved|rejected|launched|opened|closed|resigned|appointed|fired|announced|agreed|attacked|bombed"
    r"|fell|rose|jumped|dropped|acquired|bought|sold|merged|collapsed|crashed|struck|hit|broke|declared|banned|passed"
    r"|voted|deployed|sent|seized|fled|kidnapped|rescued|evacuated|reported|released|cut|raised|postponed)\b"
)
BACKGROUND = re.compile(
    r"\b(?:since|founded|established|previously|earlier|last year|in recent|is part of|was part of"
    r"|context|history|used to)\b",
    re.IGNORECASE,
)
PRONOUN_START = re.compile(r"(?:[\"“]?)(?:It|He|She|They|This|That|These|Those|His|Her|Their|Its|Him|Them)\b")
FURNITURE = re.compile(
    r"(?:read (?:more|also|next)|click (?:here|to)|sign up|subscribe|follow (?:us|bbc)|share this"
    r"|advertisement\b|copyright\b"
    r"|all rights reserved|cookies?\b|we use cookies|privacy policy|terms (?:of|and)|newsletter"
    r"|image (?:caption|source|copyright)"
    r"|media caption|photo(?:graph)?(?: by|:| credit)|getty images|related (?:articles|stories|topics)"
    r"|more on this story"
    r"|last updated|updated(?: at)?:?\s|published(?: at| on)?:?\s|posted (?:on|at|by)"
    r"|by [A-Z]\w+ [A-Z]\w+$|watch:|video:|listen:"
    r"|skip to|log ?in|register now|comments? \(|leave a comment|have you got|get in touch|email us"
    r"|this (?:story|article) (?:was|has been)"
    r"|reuters?\W*$|video playback|please upgrade|javascript)",
    re.IGNORECASE,
)
FURNITURE_INSIDE = re.compile(
    r"all rights reserved|we use cookies|this video can ?not be played|your browser|sign up (?:to|for) (?:our|the)"
    r"|follow us on|click here|not responsible for the content|material may not be|\.(?:jpg|png)\b"
    r"|contributed to this (?:report|story|article)",
    re.IGNORECASE,
)
FURNITURE_LENGTH = 200
"""A longer sentence is the article's own even when it opens like page furniture."""


CROSSHEAD_LENGTH = 60
"""A short question that nobody is quoted with heads a part of the page ("Who was he?"); it states nothing."""


def is_furniture(text: str) -> bool:
    """Whether a sentence is a cookie notice, a byline, a caption or another part of the page that is not the story."""
    if len(text) > FURNITURE_LENGTH:
        return False
    if not any(letter.isalpha() for letter in text):
        return True
    crosshead = text.endswith("?") and len(text) <= CROSSHEAD_LENGTH and not any(mark in text for mark in "\"“”'‘«")
    return crosshead or FURNITURE.match(text) is not None or FURNITURE_INSIDE.search(text) is not None


OPEN_QUESTION = re.compile(
    r"\b(?:(?:not|n['’]t|never) (?:yet )?(?:known|clear|say|said|disclose[d]?|been (?:named|disclosed"
    r"|released|identified))"
    r"|unclear|unknown|declined to (?:say|comment|give)|no (?:details|word) (?:of|on|about))\b"
)
"""A sentence that says what nobody knows or tells: it states no step, and the editor should see it."""
