"""Contact files, vCard 2.1, 3.0 and 4.0, read leniently: no card is lost over a line that is not as it should be."""

import base64
import binascii
import quopri
import re
from collections.abc import Iterator

from msgspec import Struct, field

from coordinator_app.core.errors import BadFile
from coordinator_app.core.importing.found import Found, FoundOrganisation, FoundPerson, Guess, Remark, Unread
from coordinator_app.core.kinds import ContactKind, PersonRole
from coordinator_app.core.people.names import split_name
from coordinator_app.core.people.values import GivenContact
from coordinator_app.core.texts import lines, one_line
from coordinator_app.exchange.encodings import Decoded, old_windows
from coordinator_app.exchange.vocabulary import role_of
from coordinator_app.i18n import N_

FORM = "vCard"
SOURCE = "vcard"
_DROPPED = {"PHOTO", "LOGO", "SOUND", "KEY", "AGENT", "X-MS-CARDPICTURE", "X-MS-OL-DESIGN"}
_KNOWN = {
    "ADR", "AGENT", "ANNIVERSARY", "BDAY", "BEGIN", "CALADRURI", "CALURI", "CATEGORIES", "CLASS", "CLIENTPIDMAP", "DEATHDATE",
    "EMAIL", "END", "FBURL", "FN", "GENDER", "GEO", "IMPP", "KEY", "KIND", "LABEL", "LANG", "LOGO", "MAILER", "MEMBER", "N", "NAME",
    "NICKNAME", "NOTE", "ORG", "PHOTO", "PRODID", "PROFILE", "RELATED", "REV", "ROLE", "SORT-STRING", "SOUND", "SOURCE", "TEL",
    "TITLE", "TZ", "UID", "URL", "VERSION", "XML",
}  # fmt: skip
# A line that begins no property goes on with one of these, whose writer forgot to fold it.
_LONG = {"NOTE", "ADR", "LABEL"}
_HEAD = re.compile(r"(?:[\w-]{1,40}\.)?([A-Za-z][\w-]{0,60})((?:;[^:;\"]*(?:\"[^\"]*\"[^:;\"]*)*)*):", re.ASCII)
_GROUP = re.compile(r"([\w-]{1,40})\.", re.ASCII)
_APPLE_LABEL = re.compile(r"_\$!<(.*)>!\$_")
_LABELS = ("FAX", "PAGER", "CELL", "WORK", "HOME")
_MOST_CARDS = 50_000
_LONGEST = 100_000


class _Line(Struct):
    """One property: its name in capitals, its parameters in capitals with their values, its decoded text."""

    name: str
    group: str
    params: dict[str, list[str]]
    value: str

    def types(self) -> set[str]:
        return {each.upper() for each in self.params.get("TYPE", [])}


class _Card(Struct):
    number: int
    whole: bool = True
    lines: list[_Line] = field(default_factory=list)

    def every(self, name: str) -> list[_Line]:
        """The properties of that name, the preferred first."""
        mine = [line for line in self.lines if line.name == name and line.value.strip()]
        return sorted(mine, key=lambda line: "PREF" not in line.types() and "PREF" not in line.params)

    def text(self, name: str) -> str | None:
        return next((one_line(unescaped(line.value)) for line in self.every(name)), None)

    def parts(self, name: str) -> list[str]:
        return next((split(line.value) for line in self.every(name)), [])


def read(decoded: Decoded, file: str) -> Found:
    """The people and organisations of the file. Raises `BadFile` when there is no card in it."""
    people: list[FoundPerson] = []
    organisations: list[FoundOrganisation] = []
    unread: list[Unread] = []
    versions: dict[str, None] = {}
    for card in _cards(decoded.text):
        if card.number > _MOST_CARDS:
            raise BadFile(N_("{file} holds more cards than can be taken in at once. Divide it and take in the parts."), file=file)
        versions[card.text("VERSION") or "?"] = None
        match _said(card):
            case FoundPerson() as person:
                people.append(person)
            case FoundOrganisation() as organisation:
                organisations.append(organisation)
            case Remark() as why:
                unread.append(Unread(str(card.number), why))
    if not (people or organisations or unread):
        raise BadFile(N_("{file} begins as a contact file but holds no card. Export the contacts again and try once more."), file=file)
    guesses = (Guess(N_("Character set"), decoded.encoding), Guess(N_("Version"), ", ".join(versions)))
    return Found(file, FORM, people=tuple(people), organisations=tuple(organisations), unread=tuple(unread), guesses=guesses)


def _said(card: _Card) -> FoundPerson | FoundOrganisation | Remark:
    kind = (card.text("KIND") or card.text("X-ADDRESSBOOKSERVER-KIND") or "").casefold()
    if kind == "group":
        return Remark(N_("It is a list of contacts, not a person."))
    organisation = next((part for part in card.parts("ORG") if part), None)
    given, family, name = _names(card)
    contacts = _contacts(card)
    remarks = () if card.whole else (Remark(N_("The card has no end; what was there has been read.")),)
    if len(card.every("ADR")) > 1:
        remarks = (*remarks, Remark(N_("Only the first of its addresses was read.")))
    if organisation and (kind == "org" or card.text("X-ABSHOWAS") == "COMPANY" or name in (None, organisation)):
        return FoundOrganisation(
            str(card.number), SOURCE, card.text("UID"), organisation, contacts=contacts, address=_address(card), web=card.text("URL"),
            note=_note(card), remarks=remarks,
        )  # fmt: skip
    if name is None:
        name = next((each.value for kind in (ContactKind.EMAIL, ContactKind.PHONE) for each in contacts if each.kind is kind), None)
    if name is None:
        return Remark(N_("It has no name, phone or e-mail."))
    return FoundPerson(
        where=str(card.number),
        source=SOURCE,
        source_id=card.text("UID"),
        name=name,
        given=given,
        family=family,
        contacts=contacts,
        organisation=organisation,
        title=card.text("TITLE") or card.text("ROLE"),
        address=_address(card),
        web=card.text("URL"),
        language=(card.text("LANG") or "")[:2].lower() or None,
        note=_note(card),
        roles=_roles(card),
        remarks=remarks,
    )


def _names(card: _Card) -> tuple[str | None, str | None, str | None]:
    """Given name, family name, and the name as shown, in whatever the card has of them."""
    parts = [one_line(part) for part in card.parts("N")]
    family, given, middle = (*parts, None, None, None)[:3]
    shown = card.text("FN") or " ".join(part for part in (given, middle, family) if part) or card.text("NICKNAME")
    if shown is None:
        return None, None, None
    if not (given and family):
        given, family = split_name(shown)
    return given, family, shown


def _contacts(card: _Card) -> tuple[GivenContact, ...]:
    labels = {line.group: line.value for line in card.lines if line.name == "X-ABLABEL" and line.group}
    found = []
    for kind, name, prefix in ((ContactKind.PHONE, "TEL", "tel:"), (ContactKind.EMAIL, "EMAIL", "mailto:")):
        for line in card.every(name):
            value = one_line(unescaped(line.value)) or ""
            value = value[len(prefix) :] if value.lower().startswith(prefix) else value
            label = next((each.lower() for each in _LABELS if each in line.types()), None)
            own = _APPLE_LABEL.sub(r"\1", unescaped(labels.get(line.group, ""))) if line.group else ""
            found.append(GivenContact(kind, value.split(";ext=")[0], one_line(own) or label))
    return tuple(found)


def _address(card: _Card) -> str | None:
    box, extra, street, city, region, postcode, country = (*(lines(part) for part in card.parts("ADR")), *[None] * 7)[:7]
    rows = (box, extra, street, " ".join(part for part in (postcode, city) if part), region, country)
    return lines("\n".join(row for row in rows if row))


def _note(card: _Card) -> str | None:
    return lines("\n\n".join(dict.fromkeys(lines(unescaped(line.value)) or "" for line in card.every("NOTE"))))


def _roles(card: _Card) -> tuple[PersonRole, ...]:
    named = (role_of(word) for line in card.every("CATEGORIES") for word in line.value.split(","))
    return tuple(dict.fromkeys(role for role in named if role))


def _cards(text: str) -> Iterator[_Card]:
    card: _Card | None = None
    number = nested = 0
    for line in _logical(text):
        word = line.strip().upper()
        if word == "BEGIN:VCARD":
            if card and card.lines and card.lines[-1].name == "AGENT":
                nested += 1
                continue
            if card:
                card.whole = False
                yield card
            number += 1
            card = _Card(number)
        elif word == "END:VCARD" and nested:
            nested -= 1
        elif word == "END:VCARD" and card:
            yield card
            card = None
        elif card and not nested and (said := _line(line)):
            card.lines.append(said)
    if card:
        card.whole = False
        yield card


def _logical(text: str) -> Iterator[str]:
    """The lines as they were before they were folded or softly broken; what a picture is made of is left out."""
    current, name, quoted = "", "", False
    for line in (each[:_LONGEST] for each in text.replace("\r\n", "\n").replace("\r", "\n").split("\n")):
        bound = line.strip().upper() in ("BEGIN:VCARD", "END:VCARD")
        if bound or not (current or name) or _begins(line):
            yield current
            head = _HEAD.match(line)
            name = head[1].upper() if head else ""
            quoted = head is not None and "QUOTED-PRINTABLE" in head[2].upper()
            current = line if name not in _DROPPED else f"{name}:" if name == "AGENT" else ""
        elif name in _DROPPED or len(current) > _LONGEST:
            continue
        elif quoted and current.endswith("="):
            current = current[:-1] + line
        elif line[:1] in (" ", "\t"):
            current += line[1:]
        elif name in _LONG and line.strip():
            current += "\\n" + line
    yield current


def _begins(line: str) -> bool:
    head = _HEAD.match(line[:2_000])
    return head is not None and (head[1].upper() in _KNOWN or head[1].upper().startswith("X-"))


def _line(line: str) -> _Line | None:
    head = _HEAD.match(line)
    if head is None:
        return None
    group = _GROUP.match(line)
    params: dict[str, list[str]] = {}
    for each in head[2].split(";")[1:]:
        key, equals, value = each.partition("=")
        # Version 2.1 writes a bare `HOME` where later ones write `TYPE=HOME`.
        name = key.strip().upper() if equals else ("ENCODING" if key.strip().upper() in ("QUOTED-PRINTABLE", "BASE64") else "TYPE")
        params.setdefault(name, []).extend((value if equals else key).replace('"', "").split(","))
    return _Line(head[1].upper(), group[1] if group else "", params, _decoded(line[head.end() :], params))


def _decoded(value: str, params: dict[str, list[str]]) -> str:
    encoding = (params.get("ENCODING") or [""])[0].upper()
    charset = (params.get("CHARSET") or ["utf-8"])[0]
    try:
        if encoding == "QUOTED-PRINTABLE":
            return _letters(quopri.decodestring(value.encode()), charset)
        if encoding in ("B", "BASE64"):
            return _letters(base64.b64decode(value), charset)
    except (binascii.Error, ValueError):
        return value
    return value


def _letters(data: bytes, charset: str) -> str:
    for codec in (charset, "utf-8"):
        try:
            return data.decode(codec)
        except (LookupError, ValueError):
            continue
    return old_windows(data)


def unescaped(value: str) -> str:
    """A text value as it was before commas, semicolons and line breaks were escaped."""
    return re.sub(r"\\(.)", lambda match: "\n" if match[1] in "nN" else match[1], value)


def split(value: str) -> list[str]:
    """The parts of a structured value, unescaped; several values of one part are joined by spaces."""
    parts = re.findall(r"((?:\\.|[^\\;])*)(?:;|$)", value, re.DOTALL)
    return [unescaped(re.sub(r"(?<!\\),", " ", part)) for part in parts[:8]]
