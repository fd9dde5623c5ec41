"""What a macro says when it is called wrongly: a German message and how to mend the call."""

from __future__ import annotations


class MakroFehler(Exception):  # noqa: N818 - German domain word, shown to authors as it is
    """A macro call that cannot be carried out.

    The caller knows the page and the line and makes a finding of it.

    Attributes:
        message: what is wrong, one or two German sentences.
        remedy: the mended call or what to look up; may be empty.
    """

    def __init__(self, message: str, remedy: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy


class UnbekannteKennung(MakroFehler):
    """A call names an id that the data does not have.

    Attributes:
        kennung: the id as it stands in the call.
        bekannt: the ids that would have been right, in file order.
    """

    def __init__(self, message: str, remedy: str, kennung: str, bekannt: tuple[str, ...]) -> None:
        super().__init__(message, remedy)
        self.kennung = kennung
        self.bekannt = bekannt
