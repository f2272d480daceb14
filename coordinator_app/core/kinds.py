"""The closed sets of the work. What the office may add to (services, activity kinds, choices) are codes in the catalogue instead."""

from enum import StrEnum


class ReporterType(StrEnum):
    """Who sends summaries."""

    LOCALITY = "locality"
    UNIT = "unit"


class Mode(StrEnum):
    """How men take part in a meeting."""

    IN_PERSON = "in_person"
    REMOTE = "remote"
    HYBRID = "hybrid"


class Rule(StrEnum):
    """How a slot repeats."""

    WEEKLY = "weekly"
    EVERY_N_WEEKS = "every_n_weeks"
    MONTHLY = "monthly"
    DATES = "dates"


class NamesKept(StrEnum):
    """What a group writes down of the men who come."""

    HEADCOUNT = "headcount"
    FIRST_NAMES = "first_names"
    NAMED = "named"


class MeetingState(StrEnum):
    """What is said of a meeting or an activity. A planned one whose day has come is due, and not recorded until it is something else."""

    PLANNED = "planned"
    COUNTED = "counted"
    NOT_COUNTED = "not_counted"
    CANCELLED = "cancelled"


class Content(StrEnum):
    """What a group's meeting was about."""

    TALK = "talk"
    EXERCISE = "exercise"
    CULTURE = "culture"
    OTHER = "other"


class MemberRole(StrEnum):
    """What a person is to a group."""

    MEMBER = "member"
    COUNSELLOR = "counsellor"
    WAITING = "waiting"


class PersonRole(StrEnum):
    """What a person is to the locality's work; the roles decide the legal basis and how long he is kept."""

    PARTICIPANT = "participant"
    COUNSELLOR = "counsellor"
    VOLUNTEER = "volunteer"
    CONTACT_MAN = "contact_man"
    PARTNER = "partner"
    JOURNALIST = "journalist"
    PROFESSIONAL = "professional"


class OrganisationKind(StrEnum):
    """Why an organisation is in the book."""

    SERVICE = "service"
    MEDIA = "media"
    PARTNER = "partner"
    CLIENT = "client"
    OTHER = "other"


class ContactKind(StrEnum):
    """A way to reach someone."""

    PHONE = "phone"
    EMAIL = "email"


class ConsentPurpose(StrEnum):
    """What a person has agreed to, each by itself."""

    NAME_IN_GROUP = "name_in_group"
    GROUP_MAIL = "group_mail"
    NEWSLETTER = "newsletter"
    NAME_IN_PRINT = "name_in_print"


class ConsentWay(StrEnum):
    """How the consent was given."""

    SIGNED = "signed"
    SPOKEN = "spoken"
    MESSAGE = "message"


class Organiser(StrEnum):
    """Whose activity it is; only own and lead count, so that one conference is not counted by 25 towns."""

    OWN = "own"
    LEAD = "lead"
    PARTNER = "partner"
    ATTENDED = "attended"


class HoursTask(StrEnum):
    """What volunteer hours went into."""

    RUNNING = "running"
    PLANNING = "planning"
    PREPARING = "preparing"
    TRAVELLING = "travelling"


class Basis(StrEnum):
    """How a figure came about, strongest first; the weakest part decides."""

    COLLECTED = "collected"
    SAMPLE = "sample"
    ESTIMATE = "estimate"


class FigureStatus(StrEnum):
    """Whether a figure has a value, and if not, why not."""

    OK = "ok"
    NODATA = "nodata"
    NA = "na"
    WITHHELD = "withheld"


class SummaryKind(StrEnum):
    """What a sent summary says."""

    FINAL = "final"
    NOTHING = "nothing"


class Mark(StrEnum):
    """A picture that papers carry."""

    LOGO = "logo"
    FUNDER = "funder"
