"""JSON nodes to records, strictly: what is missing, unknown or of another type is refused with its path."""

from decimal import Decimal

from briefing.errors import InvalidBriefingError
from briefing.records.briefing import SCHEMA_VERSION, Briefing, Dropped, Fact, ModelUse, Provenance, SourceInfo
from briefing.records.checked import CheckedFigure, StageNote
from briefing.records.draft import DeclaredWorking, FactKind, Leaf, Operand
from briefing.records.findings import CheckName, Code, Finding, Status, Working
from briefing.records.json_node import Node, maybe
from briefing.records.json_write import LEAF_KEYS
from briefing.records.quantity import DateReading, Hedge, Kind, Quantity, Words
from briefing.records.spans import Evidence, MatchKind

_BRIEFING = (
    "schema_version",
    "profile",
    "engine",
    "headline",
    "facts",
    "details",
    "source_findings",
    "omitted_figures",
    "not_stated",
    "dropped",
    "counts",
    "source",
    "provenance",
)
_WORDS = ("text", "start", "end")
_QUANTITY = ("raw", "start", "end", "kind", "hedge")
_QUANTITY_OPTIONAL = (
    "low",
    "low_inclusive",
    "high",
    "high_inclusive",
    "stated",
    "precision",
    "pair",
    "unit",
    "dimension",
    "currency",
    "date",
    "core_start",
    "core_end",
    "counted",
    "head",
    "measure",
    "event",
    "period",
    "place",
)
_NO_PLACE = -1
"""Words that code composed, such as the result of a sum, may have no place in the text."""


def read_briefing(document: Node) -> Briefing:
    """The briefing. ``counts`` must be well formed, but the facts decide what they are."""
    fields = known_version(document)
    read_counts(fields["counts"])
    return Briefing(
        schema_version=fields["schema_version"].text(),
        profile=fields["profile"].text(),
        engine=fields["engine"].text(),
        headline=fields["headline"].text(),
        facts=tuple(_fact(node) for node in fields["facts"].items()),
        details=_details(fields["details"]),
        source_findings=_findings(fields["source_findings"]),
        omitted_figures=tuple(_quantity(node) for node in fields["omitted_figures"].items()),
        not_stated=_texts(fields["not_stated"]),
        dropped=tuple(_dropped(node) for node in fields["dropped"].items()),
        source=_source(fields["source"]),
        provenance=_provenance(fields["provenance"]),
    )


def known_version(document: Node) -> dict[str, Node]:
    """The members of a briefing whose version this package reads; a foreign version is named before anything else."""
    version = document.members().get("schema_version")
    if version is None:
        raise InvalidBriefingError("schema_version: expected this key, found nothing: is this a briefing?")
    if version.text() != SCHEMA_VERSION:
        raise version.refuse(f"{SCHEMA_VERSION!r}, the version that this package reads")
    return document.fields(_BRIEFING)


def read_counts(node: Node) -> dict[Status, int]:
    """Counts as they are stored, every status once."""
    fields = node.fields(tuple(status.value for status in Status))
    return {status: fields[status.value].integer() for status in Status}


def _texts(node: Node) -> tuple[str, ...]:
    return tuple(item.text() for item in node.items())


def _range(fields: dict[str, Node]) -> tuple[int, int]:
    start = fields["start"].integer(minimum=_NO_PLACE)
    return start, fields["end"].integer(minimum=start)


def _words(node: Node) -> Words:
    fields = node.fields(_WORDS)
    start, end = _range(fields)
    return Words(text=fields["text"].text(), start=start, end=end)


def _fact(node: Node) -> Fact:
    required = ("id", "kind", "statement", "status", "evidence", "figures", "findings")
    fields = node.fields(required, ("speaker", "pointers", "quotes", "history", "declared"))
    return Fact(
        id=fields["id"].text(),
        kind=fields["kind"].choice(FactKind),
        statement=fields["statement"].text(),
        status=fields["status"].choice(Status),
        evidence=_evidence_list(fields["evidence"]),
        figures=tuple(_figure(item) for item in fields["figures"].items()),
        findings=_findings(fields["findings"]),
        speaker=maybe(fields, "speaker", Node.text),
        pointers=maybe(fields, "pointers", _some_texts) or (),
        quotes=maybe(fields, "quotes", _some_texts) or (),
        history=maybe(fields, "history", _some_texts) or (),
        declared=maybe(fields, "declared", _declared),
    )


def _declared(node: Node) -> DeclaredWorking:
    fields = node.fields(("operation", "operands"))
    return DeclaredWorking(fields["operation"].text(), tuple(_operand(item) for item in fields["operands"].items()))


def _operand(node: Node) -> Operand:
    fields = node.fields(("sentence", "words"))
    return Operand(fields["sentence"].text(), fields["words"].text())


def _some_texts(node: Node) -> tuple[str, ...]:
    found = _texts(node)
    if not found:
        raise node.refuse("at least one string (an empty list is left out)")
    return found


def _evidence_list(node: Node) -> tuple[Evidence, ...]:
    return tuple(_evidence(item) for item in node.items())


def _evidence(node: Node) -> Evidence:
    fields = node.fields(("exact", "start", "end", "prefix", "suffix", "match"))
    start, end = _range(fields)
    return Evidence(
        exact=fields["exact"].text(),
        start=start,
        end=end,
        prefix=fields["prefix"].text(),
        suffix=fields["suffix"].text(),
        match=fields["match"].choice(MatchKind),
    )


def _findings(node: Node) -> tuple[Finding, ...]:
    return tuple(_finding(item) for item in node.items())


def _finding(node: Node) -> Finding:
    fields = node.fields(("check", "status", "code", "message", "evidence"), ("claim", "working"))
    return Finding(
        check=fields["check"].choice(CheckName),
        status=fields["status"].choice(Status),
        code=fields["code"].choice(Code),
        message=fields["message"].text(),
        claim=maybe(fields, "claim", _words),
        evidence=_evidence_list(fields["evidence"]),
        working=maybe(fields, "working", _working),
    )


def _working(node: Node) -> Working:
    fields = node.fields(("operation", "operands", "result", "expression", "alternatives"))
    return Working(
        operation=fields["operation"].text(),
        operands=tuple(_words(item) for item in fields["operands"].items()),
        result=_words(fields["result"]),
        expression=fields["expression"].text(),
        alternatives=fields["alternatives"].integer(),
    )


def _figure(node: Node) -> CheckedFigure:
    fields = node.fields((*_QUANTITY, "status"), _QUANTITY_OPTIONAL)
    return CheckedFigure(quantity=_quantity_of(fields), status=fields["status"].choice(Status))


def _quantity(node: Node) -> Quantity:
    return _quantity_of(node.fields(_QUANTITY, _QUANTITY_OPTIONAL))


def _quantity_of(fields: dict[str, Node]) -> Quantity:
    start, end = _range(fields)
    return Quantity(
        raw=fields["raw"].text(),
        start=start,
        end=end,
        kind=fields["kind"].choice(Kind),
        hedge=fields["hedge"].choice(Hedge),
        low=maybe(fields, "low", Node.decimal),
        high=maybe(fields, "high", Node.decimal),
        low_inclusive=_inclusive(fields, "low_inclusive"),
        high_inclusive=_inclusive(fields, "high_inclusive"),
        stated=maybe(fields, "stated", Node.decimal),
        precision=maybe(fields, "precision", Node.decimal),
        pair=maybe(fields, "pair", _pair),
        unit=maybe(fields, "unit", Node.text),
        dimension=maybe(fields, "dimension", Node.text),
        currency=maybe(fields, "currency", Node.text),
        date=maybe(fields, "date", _date_reading),
        core_start=_core(fields, "core_start"),
        core_end=_core(fields, "core_end"),
        counted=maybe(fields, "counted", _words),
        head=maybe(fields, "head", Node.text),
        measure=maybe(fields, "measure", _words),
        event=maybe(fields, "event", Node.text),
        period=maybe(fields, "period", _words),
        place=maybe(fields, "place", _words),
    )


def _inclusive(fields: dict[str, Node], key: str) -> bool:
    return fields[key].flag() if key in fields else True


def _core(fields: dict[str, Node], key: str) -> int:
    return fields[key].integer(minimum=_NO_PLACE) if key in fields else _NO_PLACE


def _pair(node: Node) -> tuple[Decimal, Decimal]:
    numbers = node.items()
    if len(numbers) != 2:
        raise InvalidBriefingError(f"{node.path}: expected two numbers, found {len(numbers)}")
    return numbers[0].decimal(), numbers[1].decimal()


def _date_reading(node: Node) -> DateReading:
    fields = node.fields(("relative", "inferred"), ("first", "last", "year", "month", "day", "weekday"))
    return DateReading(
        first=maybe(fields, "first", Node.day),
        last=maybe(fields, "last", Node.day),
        year=maybe(fields, "year", Node.integer),
        month=maybe(fields, "month", Node.integer),
        day=maybe(fields, "day", Node.integer),
        weekday=maybe(fields, "weekday", Node.integer),
        relative=fields["relative"].flag(),
        inferred=fields["inferred"].flag(),
    )


def _details(node: Node) -> tuple[Leaf, ...]:
    leaves: list[Leaf] = []
    orders: list[Node] = []
    for name, group in node.members().items():
        items = group.items()
        if not items:
            raise group.refuse("at least one leaf")
        for item in items:
            members = item.members()
            leaves.append(_leaf(name, item, members))
            if "order" in members:
                orders.append(members["order"])
    return _in_order(node, leaves, orders)


def _in_order(node: Node, leaves: list[Leaf], orders: list[Node]) -> tuple[Leaf, ...]:
    if not orders:
        return tuple(leaves)
    positions = [order.integer() for order in orders]
    if sorted(positions) != list(range(len(leaves))):
        raise InvalidBriefingError(f"{node.path}: expected an order from 0 on every leaf, each once, found {positions}")
    return tuple(leaf for _, leaf in sorted(zip(positions, leaves, strict=True), key=lambda pair: pair[0]))


def _leaf(name: str, node: Node, members: dict[str, Node]) -> Leaf:
    parts = tuple(key for key in members if key not in LEAF_KEYS)
    fields = node.fields(("text", "start", "end", "facts"), ("order", *parts))
    start, end = _range(fields)
    return Leaf(
        field=name,
        text=fields["text"].text(),
        start=start,
        end=end,
        fact_ids=_texts(fields["facts"]),
        parts=tuple((key, _words(fields[key])) for key in parts),
    )


def _dropped(node: Node) -> Dropped:
    fields = node.fields(("what", "reason"))
    return Dropped(what=fields["what"].text(), reason=fields["reason"].text())


def _source(node: Node) -> SourceInfo:
    fields = node.fields(("sha256", "title", "published_at", "language", "length"))
    title, published_at = fields["title"], fields["published_at"]
    return SourceInfo(
        sha256=fields["sha256"].text(),
        length=fields["length"].integer(),
        language=fields["language"].text(),
        title=None if title.value is None else title.text(),
        published_at=None if published_at.value is None else published_at.day(),
    )


def _provenance(node: Node) -> Provenance:
    keys = ("package_version", "schema_version", "checks_version", "engine", "stages", "warnings", "content_sha256")
    fields = node.fields(keys, ("model",))
    return Provenance(
        package_version=fields["package_version"].text(),
        schema_version=fields["schema_version"].text(),
        checks_version=fields["checks_version"].text(),
        engine=fields["engine"].text(),
        stages=tuple(_stage(item) for item in fields["stages"].items()),
        warnings=_texts(fields["warnings"]),
        model=maybe(fields, "model", _model_use),
        content_sha256=fields["content_sha256"].text(),
    )


def _model_use(node: Node) -> ModelUse:
    required = ("name", "modes", "prompts", "requests", "seconds")
    fields = node.fields(required, ("input_tokens", "output_tokens"))
    return ModelUse(
        name=fields["name"].text(),
        modes=_texts(fields["modes"]),
        prompts=_texts(fields["prompts"]),
        requests=fields["requests"].integer(),
        seconds=fields["seconds"].decimal(),
        input_tokens=maybe(fields, "input_tokens", Node.integer),
        output_tokens=maybe(fields, "output_tokens", Node.integer),
    )


def _stage(node: Node) -> StageNote:
    fields = node.fields(("stage", "outcome"))
    return StageNote(stage=fields["stage"].text(), outcome=fields["outcome"].text())
