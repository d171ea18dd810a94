"""Names of sets with different inventories, each label read as the set of our tags it allows."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from training.gazetteer import demonyms, kinds_of_place, words_of
from training.tags import ANY, SILENT, TYPES, O, begin, either, inside
from training.trees import Example

_MONTHS = words_of("january february march april may june july august september october november december")
_DAYS = words_of("monday tuesday wednesday thursday friday saturday sunday")
_TITLES = words_of(
    "president mr. mrs. ms. dr. sir minister prime king queen prince princess general gen. colonel col. lt. sgt. "
    "captain senator sen. rep. governor gov. ambassador secretary chancellor professor prof. pope imam sheikh judge "
    "justice chairman mayor vice deputy king lord lady commander admiral major sergeant mr mrs ms dr"
)
_KINDS = {
    "PER": ("PERSON",),
    "person": ("PERSON",),
    "ORG": ("ORG",),
    "corporation": ("ORG",),
    "group": ("ORG", "NORP"),
    "MISC": ("NORP", "EVENT", "WORK", "PRODUCT"),
    "creative-work": ("WORK",),
    "product": ("PRODUCT",),
}


def tag(forms: list[str], spans: Iterable[tuple[int, int, tuple[str, ...]]], outside: int) -> list[int]:
    """The allowed tags of each word: of a name inside the spans, `outside` elsewhere, sharpened by the lists."""
    names = [_outside(form, outside) for form in forms]
    capital = [form[0].isupper() and form != "I" for form in forms]
    for i, form in enumerate(forms):
        between = any(capital[max(0, i - 3) : i]) and any(capital[i + 1 : i + 4])
        if outside != O and not capital[i] and not form[0].isdigit() and form.lower() not in _MONTHS | _DAYS:
            names[i] = O | (names[i] & inside(("WORK", "EVENT", "DATE")) if between else 0)
    for first, last, kinds in spans:
        names[first:last] = [begin(kinds), *([inside(kinds)] * (last - first - 1))]
    return names


def _outside(form: str, outside: int) -> int:
    lower = form.lower()
    if outside == O or form == "I":
        return O
    if lower in demonyms() and form[0].isupper():
        return begin(("NORP",)) | inside(("ORG", "WORK", "EVENT", "PRODUCT"))
    if lower in _MONTHS or lower in _DAYS or re.fullmatch(r"(1[5-9]|20)\d\d", form):
        return outside & (O | either(("DATE",))) if lower not in ("may", "march") else outside
    if form[0].isdigit():
        return outside & (O | either(("DATE",)) | inside(TYPES))
    return outside


def sharpen(example: Example) -> list[int]:
    """The sets of a sentence whose parts of speech are known: only proper nouns and their like are in names."""
    names = []
    for form, upos, allowed in zip(example.forms, example.upos, example.names, strict=True):
        open_ = upos in ("PROPN", "NUM", "SYM", "X") or (upos == "ADJ" and form[0].isupper())
        loose = allowed & O and allowed != O and not open_
        names.append(allowed & (O | inside(("WORK", "EVENT", "DATE"))) if loose else allowed)
    return names


def _spans_of(tags: list[str]) -> Iterator[tuple[int, int, str]]:
    """Spans of IOB1 or IOB2 tags."""
    start, kind = 0, "O"
    for index, label in enumerate([*tags, "O"]):
        place, _, name = label.partition("-")
        if kind != "O" and (place != "I" or name != kind):
            yield start, index, kind
            kind = "O"
        if place != "O" and kind == "O":
            start, kind = index, name


def read_columns(path: Path, outside: int, form_column: int = 0, tag_column: int = -1) -> Iterator[Example]:
    """Sentences of a CoNLL or IOB2 file."""
    for block in re.split(r"\n\s*\n", path.read_text("utf-8").strip()):
        name, rows = "", []
        for line in block.splitlines():
            if line.startswith("# "):
                name = line.split("=", 1)[1].strip() if line.startswith("# sent_id") else name
            else:
                rows.append(line.split("\t") if "\t" in line else line.split())
        rows = [row for row in rows if len(row) > max(form_column, 1) and row[form_column].strip()]
        forms, tags = [row[form_column] for row in rows], [row[tag_column] for row in rows]
        if forms:
            yield Example(name, forms, names=tag(forms, _known(forms, tags), outside))


def _known(forms: list[str], tags: list[str]) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    for first, last, kind in _spans_of(tags):
        words = forms[first:last]
        if kind in ("LOC", "location"):
            yield first, last, kinds_of_place(words)
        elif kind == "MISC" and words[0].lower() in demonyms() and len(words) == 1:
            yield first, last, ("NORP",)
        elif kind in _KINDS:
            yield first, last, _KINDS[kind]


def read_gum_names(example: Example) -> list[int]:
    """The names among the entities of a GUM sentence: mentions whose head is a proper noun, without what hangs on it.

    Larger names are written over the smaller ones inside them, but a person's name ends where another name begins.
    """
    names = [_unnamed(form, upos) for form, upos in zip(example.forms, example.upos, strict=True)]
    for i, form in enumerate(example.forms):
        if form.lower() in demonyms() and form[0].isupper() and example.upos[i] == "ADJ":
            names[i] = begin(("NORP",))
    for first, last, kind in sorted(_mentions(example.misc), key=lambda m: m[1] - m[0]):
        heads = [i for i in range(first, last) if not first < example.heads[i] <= last]
        if kind == "time":
            if any(_dated(example.forms[i]) for i in range(first, last)):
                _put_date(example, names, first, last)
        elif len(heads) == 1 and example.upos[heads[0]] == "PROPN":
            _put(example, names, first, last, heads[0], kind)
    return names


def _put_date(example: Example, names: list[int], first: int, last: int) -> None:
    """The part of a mention of a time from the first word to the last that dates it, with the number before."""
    dated = [i for i in range(first, last) if _dated(example.forms[i]) or example.upos[i] == "NUM"]
    start, end = dated[0], dated[-1] + 1
    names[start:end] = tag(example.forms[start:end], [(0, end - start, ("DATE",))], O)


def _unnamed(form: str, upos: str) -> int:
    return ANY if upos == "PROPN" else O


def _dated(form: str) -> bool:
    return form.lower() in _MONTHS or form.lower() in _DAYS or bool(re.fullmatch(r"\d{4}s?", form))


def _put(example: Example, names: list[int], first: int, last: int, head: int, kind: str) -> None:
    start = head
    while start > first and _belongs(example, start - 1, head):
        if kind == "person" and names[start - 1] not in (O, ANY) and not names[start - 1] & begin(("PERSON",)):
            break
        start -= 1
    end = head + 1
    while end < last and (example.relations[end].startswith("flat") or example.forms[end] == "-"):
        end += 1
    kinds = _gum_kinds(kind, example.forms[start:end])
    while start < head and example.forms[start] in ("-", "'s", ".", "&", "and"):
        start += 1
    if not kinds:
        return
    if kinds == ("PERSON",):
        _put_person(example.forms, names, start, end)
        return
    names[start] = begin(kinds)
    names[start + 1 : end] = [inside(kinds)] * (end - start - 1)
    if kinds[0] in ("ORG", "FAC", "EVENT", "WORK"):
        _loosen(example, names, end, last, inside(kinds))


def _put_person(forms: list[str], names: list[int], start: int, end: int) -> None:
    """A person's name; whether titles belong to it differs between sets."""
    lead = start
    while lead < end and forms[lead].lower() in _TITLES:
        lead += 1
    if lead == end:
        names[start:end] = [O] * (end - start)
        return
    person = ("PERSON",)
    names[start:lead] = [O | either(person)] * (lead - start)
    names[lead] = begin(person) | (inside(person) if lead > start else 0)
    names[lead + 1 : end] = [inside(person)] * (end - lead - 1)


def _loosen(example: Example, names: list[int], end: int, last: int, more: int) -> None:
    """Whether "of Tianjin" belongs to "the University of Tianjin" differs between sets."""
    if end < last and example.forms[end] in ("of", "for", "on"):
        at = end
        while at < last and (example.upos[at] in ("PROPN", "ADP", "DET", "CCONJ") or example.forms[at] == "-"):
            names[at] |= more
            at += 1


def _belongs(example: Example, index: int, head: int) -> bool:
    form = example.forms[index]
    if not (form[0].isupper() or form[0].isdigit() or form in ("-", "'s", "&", ".")):
        return False
    return example.upos[index] != "DET" and example.relations[index] in (
        "compound", "flat", "amod", "nummod", "punct", "nmod:poss", "case", "nmod:desc", "nmod:unmarked", "cc", "conj"
    )  # fmt: skip


def _gum_kinds(kind: str, words: list[str]) -> tuple[str, ...]:
    place = kinds_of_place(words)
    if len(words) == 1 and words[0].lower() in demonyms():
        return ("NORP",)
    if kind == "person":
        return ("PERSON",)
    if kind == "organization":
        return ("GPE",) if place == ("GPE",) else ("ORG",)
    if kind == "place":
        return place
    if kind == "event":
        return ("EVENT",)
    return ("WORK", "PRODUCT", "EVENT") if kind in ("object", "abstract") else ()


def _mentions(misc: list[str]) -> Iterator[tuple[int, int, str]]:
    """Entity mentions as (first, last, type), from GUM's bracket notation."""
    open_: dict[str, list[tuple[int, str]]] = {}
    for index, cell in enumerate(misc):
        found = re.search(r"(?:^|\|)Entity=([^|]*)", cell)
        for opening, body, closing in re.findall(r"(\()?([^()]+)(\))?", found.group(1)) if found else ():
            parts = body.split("-")
            if opening and closing:
                yield index, index + 1, parts[1]
            elif opening:
                open_.setdefault(parts[0], []).append((index, parts[1]))
            elif open_.get(parts[0]):
                first, kind = open_[parts[0]].pop()
                yield first, index + 1, kind


def mention_kinds(example: Example) -> list[str]:
    """For each word, what the largest mention with this head speaks of ("person", "organization", "event" ...)."""
    kinds = [""] * len(example.forms)
    for first, last, kind in sorted(_mentions(example.misc), key=lambda m: m[1] - m[0]):
        heads = [i for i in range(first, last) if not first < example.heads[i] <= last]
        if heads:
            kinds[heads[0]] = kind
    return kinds


_WORDS = re.compile(r"\w+(?:\.\w+)*|[^\w\s]")


def read_re3d(folder: Path) -> Iterator[Example]:
    """Sentences of one source of re3d, whose mentions also cover descriptions; only capitalised ones are names."""
    read = (
        json.loads(line) for line in (folder / "documents.json").read_text("utf-8-sig").splitlines() if line.strip()
    )
    texts = {document["_id"]: document["text"] for document in read}
    mentions: dict[str, list[tuple[int, int, str]]] = {}
    for line in (folder / "entities.json").read_text("utf-8-sig").splitlines():
        if line.strip():
            row = json.loads(line)
            mentions.setdefault(row["documentId"], []).append((row["begin"], row["end"], row["type"]))
    for id_, text in texts.items():
        for start, end in _sentences(text):
            words = [(start + m.start(), start + m.end()) for m in _WORDS.finditer(text[start:end])]
            if words:
                forms = [text[a:b] for a, b in words]
                yield Example(id_, forms, names=_re3d(words, forms, mentions.get(id_, [])))


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for stop in re.finditer(r"(?<=[.?!”\"])\s+(?=[A-Z“\"])|\n+", text):
        yield start, stop.start()
        start = stop.end()
    yield start, len(text)


def _re3d(words: list[tuple[int, int]], forms: list[str], mentions: list[tuple[int, int, str]]) -> list[int]:
    names = [ANY if form[0].isupper() else O for form in forms]
    for a, b, label in sorted(mentions, key=lambda m: m[0] - m[1]):
        inside_ = [i for i, (s, e) in enumerate(words) if a <= s and e <= b]
        while inside_ and forms[inside_[0]].lower() in ("the", "a", "an"):
            inside_ = inside_[1:]
        if inside_ and all(forms[i][0].isupper() or forms[i] in ("of", "for", "and", "-", "the") for i in inside_):
            first, last = inside_[0], inside_[-1] + 1
            kinds = _re3d_kinds(label, forms[first:last])
            if kinds and forms[first][0].isupper() and forms[last - 1][0].isupper():
                names[first:last] = tag(forms[first:last], [(0, last - first, kinds)], O)
    return names


def _re3d_kinds(label: str, words: list[str]) -> tuple[str, ...]:
    if len(words) == 1 and words[0].lower() in demonyms():
        return ("NORP",)
    if label == "Person":
        return () if words[0].lower() in _TITLES else ("PERSON",)
    if label == "Location":
        return kinds_of_place(words)
    if label == "Organisation":
        return ("GPE",) if kinds_of_place(words) == ("GPE",) else ("ORG",)
    return {"Nationality": ("NORP",), "MilitaryPlatform": ("PRODUCT",), "Weapon": ("PRODUCT",)}.get(label, ())


__all__ = ["SILENT", "read_columns", "read_gum_names", "read_re3d", "tag"]
