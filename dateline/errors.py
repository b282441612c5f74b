"""Every error that a user can meet.

DatelineError
├── InputError                 what was given cannot be read
│   ├── EmptyArticleError
│   ├── ArticleTooLongError
│   ├── NotTextError
│   ├── FileUnreadableError
│   ├── ParserError            a document made its parser fail, or take too much time or memory
│   ├── NoArticleError         a document was read and holds no article's text
│   ├── LinkError              a link cannot be followed
│   │   ├── BadLinkError
│   │   ├── ForbiddenAddressError
│   │   ├── LinkTimeoutError
│   │   ├── LinkTooLargeError
│   │   └── LinkRefusedError
│   ├── UnknownLanguageError
│   ├── BadDateError
│   └── BadOptionError
├── ReadingCancelledError      the reader stopped a reading
├── ContractError              a document is not dateline-story/1
├── GazetteerError             the gazetteer is missing, damaged or of another build
└── LanguageFileError          a language file is not what the program expects

A message names the value, what was expected, and the remedy.
"""

from __future__ import annotations


class DatelineError(Exception):
    """Base of every error that a user can meet."""


class InputError(DatelineError):
    """What was given cannot be read."""


class EmptyArticleError(InputError):
    """The article has no letters."""


class ArticleTooLongError(InputError):
    """The article has more characters than one reading takes."""


class NotTextError(InputError):
    """The bytes are not text in any encoding that is supported."""


class FileUnreadableError(InputError):
    """The file is missing or may not be read."""


class ParserError(InputError):
    """A document made its parser fail, or take more time or memory than one reading may."""


class NoArticleError(InputError):
    """A document was read and holds no article's text."""


class LinkError(InputError):
    """A link cannot be followed."""


class BadLinkError(LinkError):
    """The link is not an http or https address on a usual port."""


class ForbiddenAddressError(LinkError):
    """The link leads to an address that is not on the public internet."""


class LinkTimeoutError(LinkError):
    """The server did not answer whole within the time that one link may take."""


class LinkTooLargeError(LinkError):
    """The page is larger than one link may bring."""


class LinkRefusedError(LinkError):
    """The server could not be reached, refused, or sent something that is not a document."""


class UnknownLanguageError(InputError):
    """The language has no language file."""


class BadDateError(InputError):
    """The date is not an ISO calendar day."""


class BadOptionError(InputError):
    """An option has a value outside its range."""


class ReadingCancelledError(DatelineError):
    """The reader stopped a reading before its end."""


class ContractError(DatelineError):
    """A document does not follow ``dateline-story/1``."""


class GazetteerError(DatelineError):
    """The gazetteer is missing, damaged or of another build."""


class LanguageFileError(DatelineError):
    """A language file is not what the program expects."""
