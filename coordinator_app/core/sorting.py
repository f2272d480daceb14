"""Finnish alphabetical order, as a key that is stored beside a name and compares byte by byte."""

import unicodedata

# After z come å, ä, ö; the three signs that follow z in ASCII keep that order in every program that compares bytes.
_LETTERS = str.maketrans(
    {
        "å": "{", "ä": "|", "ö": "}", "æ": "|", "ø": "}", "õ": "}", "ő": "}", "œ": "}",
        "ü": "y", "ű": "y", "w": "v", "ð": "d", "đ": "d", "ł": "l", "þ": "th", "ß": "ss", "ı": "i", "ħ": "h",
        "ŋ": "n", "ŧ": "t", "ǥ": "g", "ʒ": "z", "ǯ": "z",
        "'": "", "’": "", "´": "", "`": "",
    }
)  # fmt: skip
# Most names are ASCII by now, and long lists of them are put in order while somebody waits.
_SPACED = str.maketrans({sign: " " for sign in map(chr, range(128)) if not (sign.isalnum() or sign in "{|}")})


def sort_key(text: str) -> str:
    """The place of a name in Finnish order: v = w, Å Ä Ö last, case and other accents folded, words before what continues them."""
    letters = unicodedata.normalize("NFC", text).casefold().translate(_LETTERS)
    if letters.isascii():
        return " ".join(letters.translate(_SPACED).split())
    bare = "".join(sign for sign in unicodedata.normalize("NFKD", letters) if not unicodedata.combining(sign))
    spaced = "".join(sign if sign.isalnum() or sign in "{|}" else " " for sign in bare)
    return " ".join(spaced.split())
