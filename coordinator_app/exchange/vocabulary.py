"""The words that tables and contact files use, in Finnish, Swedish and English: column headings, weekdays, roles, ways to take part."""

import re
from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from typing import TypeVar

from msgspec import Struct

from coordinator_app.core import catalogue
from coordinator_app.core.importing.found import Subject
from coordinator_app.core.kinds import Mode, OrganisationKind, PersonRole
from coordinator_app.core.texts import fold
from coordinator_app.i18n import N_, Language

E = TypeVar("E", bound=StrEnum)


class Column(StrEnum):
    """What a column of a table can mean; the value is what the user is told."""

    GROUP = N_("Group")
    WEEKDAY = N_("Weekday")
    STARTS = N_("Starts")
    ENDS = N_("Ends")
    MINUTES = N_("Minutes")
    PLACE = N_("Place")
    ADDRESS = N_("Address")
    POSTCODE = N_("Postcode")
    TOWN = N_("Town")
    MODE = N_("How to take part")
    SERVICE = N_("Service")
    LABEL = N_("Belongs to")
    LINK = N_("Link")
    NOTE = N_("Note")
    NAME = N_("Name")
    GIVEN = N_("First name")
    FAMILY = N_("Last name")
    PHONE = N_("Phone")
    EMAIL = N_("E-mail")
    CONTACT = N_("Contact")
    ORGANISATION = N_("Organisation")
    KIND = N_("Kind")
    TITLE = N_("Title")
    ROLE = N_("Role")
    WEB = N_("Web page")
    LANGUAGE = N_("Language")
    MARK = N_("Mark of the source")
    DATE = N_("Date")
    HEADCOUNT = N_("Participants")
    NEWCOMERS = N_("New participants")
    REMOTE = N_("Took part remotely")
    CHILDREN = N_("Children")


_HEADINGS: Mapping[Column, str] = {
    Column.GROUP: "ryhmä|ryhmän nimi|vertaisryhmä|ryhmät|grupp|gruppens namn|gruppnamn|kamratstödsgrupp|group|group name|groups|meeting",
    Column.WEEKDAY: "viikonpäivä|viikonpv|kokoontumispäivä|päivä|vko päivä|veckodag|dag|weekday|day|day of week",
    Column.STARTS: "klo|kello|kellonaika|aika|alkaa|alkamisaika|alku|kl|klockan|tid|klockslag|börjar|start|time|starts|start time|begins",
    Column.ENDS: "päättyy|loppuu|loppu|päättymisaika|slutar|slut|sluttid|ends|end|end time",
    Column.MINUTES: "kesto|kesto min|minuuttia|minuutit|längd|minuter|duration|minutes|length",
    Column.PLACE: "paikka|kokoontumispaikka|tila|plats|lokal|mötesplats|place|location|venue",
    Column.ADDRESS: "osoite|katuosoite|lähiosoite|postiosoite|adress|gatuadress|postadress|address|street|street address|formatted address",
    Column.POSTCODE: "postinumero|postnro|postnummer|postcode|zip|postal code",
    Column.TOWN: "postitoimipaikka|kaupunki|kunta|paikkakunta|ort|postort|stad|kommun|town|city",
    Column.MODE: "osallistumistapa|tapa|toteutus|toteutustapa|form|deltagande|mode|attendance option|how",
    Column.SERVICE: "palvelu|palvelumuoto|toimintamuoto|tjänst|service",
    Column.LABEL: "kuuluu|sarja|tillhör|belongs to|label",
    Column.LINK: "linkki|etälinkki|liittymislinkki|länk|link|conference url",
    Column.NOTE: "huomautus|huom|huomio|huomautukset|lisätiedot|lisätieto|muistiinpano|kommentti|anmärkning|anteckning|obs|"
    "kommentar|note|notes|"
    "comment|comments|remarks",
    Column.NAME: "nimi|koko nimi|henkilö|henkilön nimi|namn|hela namnet|person|name|full name|display name",
    Column.GIVEN: "etunimi|etunimet|förnamn|first name|given name|forename|given",
    Column.FAMILY: "sukunimi|efternamn|last name|surname|family name|family",
    Column.PHONE: "puhelin|puhelinnumero|puh|gsm|matkapuhelin|kännykkä|numero|telefon|telefonnummer|tel|mobil|mobiltelefon|phone|"
    "phone number|"
    "mobile|mobile phone|cell|telephone|phone 1|phone 2|puhelin 1|puhelin 2|home phone|work phone|työpuhelin|kotipuhelin",
    Column.EMAIL: "sähköposti|sähköpostiosoite|s posti|sposti|e posti|e post|epost|e postadress|mejl|mail|email|e mail|"
    "email address|e mail address|"
    "email 1|email 2",
    Column.CONTACT: "yhteyshenkilö|yhteystieto|kontaktperson|contact|contact person",
    Column.ORGANISATION: "organisaatio|yhdistys|järjestö|yritys|työnantaja|organisation|förening|företag|organization|company|"
    "association|employer",
    Column.KIND: "laji|tyyppi|luokka|typ|slag|kind|type|category",
    Column.TITLE: "titteli|ammatti|tehtävänimike|titel|yrke|title|job title",
    Column.ROLE: "rooli|tehtävä|roolit|roll|uppgift|role|roles",
    Column.WEB: "verkkosivu|verkkosivut|kotisivu|kotisivut|www|nettisivu|nettisivut|webbplats|hemsida|web|website|url|homepage|web page",
    Column.LANGUAGE: "kieli|äidinkieli|asiointikieli|språk|modersmål|language",
    Column.MARK: "id|tunnus|tunniste|slug|uid|identifierare",
    Column.DATE: "pvm|päivämäärä|pv|ajankohta|kokoontumispvm|datum|date|held on|meeting date",
    Column.HEADCOUNT: "osallistujat|osallistujia|osallistujamäärä|läsnä|lukumäärä|lkm|määrä|kävijät|kävijöitä|miehiä|deltagare|"
    "antal|antal deltagare|"
    "närvarande|participants|headcount|attendance|count|number|present|total",
    Column.NEWCOMERS: "uusia|uudet|uudet osallistujat|uusia osallistujia|nya|nya deltagare|new|newcomers|first time",
    Column.REMOTE: "etänä|etäosallistujat|etäosallistujia|på distans|distans|remote|online",
    Column.CHILDREN: "lapsia|lapset|barn|children",
}
_WEEKDAYS = (
    ("ma", "maanantai", "må", "mån", "måndag", "mon", "monday"),
    ("ti", "tiistai", "tis", "tisdag", "tue", "tues", "tuesday"),
    ("ke", "keskiviikko", "ons", "onsdag", "wed", "wednesday"),
    ("to", "torstai", "tor", "tors", "torsdag", "thu", "thur", "thurs", "thursday"),
    ("pe", "perjantai", "fr", "fre", "fredag", "fri", "friday"),
    ("la", "lauantai", "lö", "lör", "lördag", "sat", "saturday"),
    ("su", "sunnuntai", "sö", "sön", "söndag", "sun", "sunday"),
)
_MODES: Mapping[Mode, str] = {
    Mode.IN_PERSON: "lähi|läsnä|paikan päällä|lähitapaaminen|kasvokkain|på plats|närträff|in person|in_person|onsite|live",
    Mode.REMOTE: "etä|etänä|verkossa|netissä|teams|zoom|distans|på distans|online|remote|virtual",
    Mode.HYBRID: "hybridi|hybrid|molemmat|båda|both",
}
_ROLES: Mapping[PersonRole, str] = {
    PersonRole.PARTICIPANT: "osallistuja|osallistujat|kävijä|asiakas|deltagare|participant|participants|member|members|jäsen",
    PersonRole.COUNSELLOR: "ohjaaja|ohjaajat|vertaisohjaaja|vertaisohjaajat|vetäjä|handledare|kamrathandledare|ledare|counsellor|"
    "leader|facilitator",
    PersonRole.VOLUNTEER: "vapaaehtoinen|vapaaehtoiset|frivillig|frivilliga|volontär|volunteer|volunteers",
    PersonRole.CONTACT_MAN: "yhdysmies|yhdysmiehet|kontaktman|contact man|coordinator",
    PersonRole.PARTNER: "kumppani|kumppanit|yhteistyökumppani|partner|samarbetspartner|partners",
    PersonRole.JOURNALIST: "toimittaja|toimittajat|media|journalist|redaktör|journalists|press",
    PersonRole.PROFESSIONAL: "ammattilainen|ammattilaiset|työntekijä|yrkesperson|professionell|fackman|professional|professionals",
}
_KINDS: Mapping[OrganisationKind, str] = {
    OrganisationKind.SERVICE: "palvelu|palvelut|tjänst|service|services",
    OrganisationKind.MEDIA: "media|lehti|paikallislehti|radio|tidning|medier|newspaper",
    OrganisationKind.PARTNER: "kumppani|yhteistyökumppani|partner|samarbetspartner",
    OrganisationKind.CLIENT: "asiakas|tilaaja|kund|client|customer",
    OrganisationKind.OTHER: "muu|annan|other",
}


class WeekdayRule(Struct, frozen=True):
    """A weekday as a table writes it: 0 = Monday, every so many weeks, or the n-th of the month (-1 the last)."""

    weekday: int
    interval: int = 1
    nth: int | None = None


def column_of(heading: str) -> Column | None:
    """What a heading means, if it is known."""
    return _lookup_columns().get(bare(heading))


def weekday_of(text: str) -> WeekdayRule | None:
    """`ti`, `tiistaisin`, `joka toinen tiistai`, `kuukauden 1. tiistai`, `varannan tisdag`, `last Tuesday`; None for anything else."""
    words = bare(text).split()
    days = [number for word in words if (number := _weekday_word(word)) is not None]
    if len(days) != 1:
        return None
    said = " ".join(words)
    if re.search(r"joka toinen|joka 2|varannan|every other|every second|every 2", said):
        return WeekdayRule(days[0], interval=2)
    for nth, pattern in ((-1, "viimeinen|sista|last"), (1, "ensimmainen|1|forsta|first|1st"), (2, "toinen|2|andra|second|2nd"),
                         (3, "kolmas|3|tredje|third|3rd"), (4, "neljas|4|fjarde|fourth|4th")):  # fmt: skip
        if re.search(rf"\b({pattern})\b", said):
            return WeekdayRule(days[0], nth=nth)
    return WeekdayRule(days[0])


def mode_of(text: str) -> Mode | None:
    """How men take part, as a table writes it."""
    return _lookup(_MODES, text)


def role_of(text: str) -> PersonRole | None:
    """The role that a word names."""
    return _lookup(_ROLES, text)


def kind_of(text: str) -> OrganisationKind | None:
    """The kind of organisation that a word names."""
    return _lookup(_KINDS, text)


def service_of(text: str) -> str | None:
    """The code of a service, from the code or its name in any of the three languages."""
    return _services().get(fold(text.strip()))


def bare(text: str) -> str:
    """A heading or word without case, accents and signs."""
    return " ".join(re.sub(r"[^0-9a-z]+", " ", fold(text)).split())


_WHO = frozenset(
    {Column.NAME, Column.PHONE, Column.EMAIL, Column.ADDRESS, Column.POSTCODE, Column.TOWN, Column.WEB, Column.NOTE, Column.MARK}
)
SUBJECTS: Mapping[Subject, frozenset[Column]] = {
    Subject.ATTENDANCE: frozenset({Column.DATE, Column.GROUP, Column.HEADCOUNT, Column.NEWCOMERS, Column.REMOTE, Column.CHILDREN}),
    Subject.GROUP: _WHO
    | {Column.GROUP, Column.WEEKDAY, Column.STARTS, Column.ENDS, Column.MINUTES, Column.PLACE, Column.MODE}
    | {Column.SERVICE, Column.LABEL, Column.LINK, Column.CONTACT},
    Subject.PERSON: _WHO | {Column.GIVEN, Column.FAMILY, Column.ORGANISATION, Column.TITLE, Column.ROLE, Column.GROUP, Column.LANGUAGE},
    Subject.ORGANISATION: _WHO | {Column.ORGANISATION, Column.KIND},
}


def _weekday_word(word: str) -> int | None:
    for number, names in enumerate(_WEEKDAYS):
        for name in map(bare, names):
            # Finnish says "every Tuesday" with an ending, Swedish and English with a plural.
            if word == name or (len(name) > 4 and word.startswith(name) and word[len(name) :] in ("sin", "na", "ar", "en", "arna", "s")):
                return number
    return 2 if word == "keskiviikkoisin" else None


def _lookup(table: Mapping[E, str], text: str) -> E | None:
    said = bare(text)
    return next(
        (code for code, names in table.items() if said == bare(code.value) or said in {bare(name) for name in names.split("|")}), None
    )


@cache
def _lookup_columns() -> Mapping[str, Column]:
    return {bare(name): column for column, names in _HEADINGS.items() for name in names.split("|")}


@cache
def _services() -> Mapping[str, str]:
    services = catalogue.shipped().services
    return {fold(name): each.code for each in services for name in (each.code, *(each.name.said(language) for language in Language))}
