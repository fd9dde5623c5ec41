"""References: an id in the YAML, the object itself once everything is loaded."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, TypeVar, get_args

from pydantic_core import core_schema

from macros.model import kennung, value_rules
from macros.model.fault import fault

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
    from pydantic.json_schema import JsonSchemaValue

T = TypeVar("T")


class Verweis(Generic[T]):
    """A reference by id to a record of type ``T``.

    The YAML holds the id; a text that is none names no record, which the link step tells. After
    loading, :func:`macros.model.link.link` sets the target once; a region with a dangling id never
    gets as far as a page.
    """

    __slots__ = ("_ziel", "id", "typ")

    def __init__(self, id: str, typ: type[T]) -> None:
        self.id = id
        self.typ = typ
        self._ziel: T | None = None

    @property
    def ziel(self) -> T:
        """The record this id names.

        Raises:
            LookupError: the reference has not been linked.
        """
        if self._ziel is None:
            raise LookupError(f"Verweis auf {self.typ.__name__} {self.id} ist nicht aufgelöst")
        return self._ziel

    @property
    def bound(self) -> bool:
        """Whether the record this id names is known."""
        return self._ziel is not None

    def bind(self, ziel: T) -> None:
        """Set the target; done once per load by the link step."""
        self._ziel = ziel

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Verweis) and (self.id, self.typ) == (other.id, other.typ)

    def __hash__(self) -> int:
        return hash((self.id, self.typ))

    def __repr__(self) -> str:
        return f"Verweis({self.typ.__name__}:{self.id})"

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: Any, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        (typ,) = get_args(source)

        def build(text: str) -> Verweis[T]:
            if not text:
                raise fault(value_rules.LEER, "Hier fehlt ein Wert.")
            return cls(text, typ)

        return core_schema.no_info_after_validator_function(
            build,
            core_schema.str_schema(strict=True),
            serialization=core_schema.plain_serializer_function_ser_schema(lambda v: v.id),
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {"type": "string", "pattern": kennung.KENNUNG_PATTERN}
