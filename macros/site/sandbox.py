"""The second wall: pages are rendered in a sandbox that knows our macros and nothing else.

mkdocs-macros builds a plain Jinja environment, in which a page can run any program. While its
settings are read we put our own class in that place (a private name of the plugin: a test proves
that the patch still bites), and before the first page we check that it was used and close it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, NoReturn

import mkdocs_macros.plugin
from jinja2 import StrictUndefined, nodes
from jinja2.compiler import CodeGenerator
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from macros.pages.calls import DELIMITERS
from macros.pages.placeholders import MARK

if TYPE_CHECKING:
    from collections.abc import Callable

    from jinja2 import Environment

_MACRO: Final = "rahmen_makro"


def as_macro(function: Callable[..., str]) -> Callable[..., str]:
    """Mark a function as one that pages may call."""
    setattr(function, _MACRO, True)
    return function


_ALLOWED: Final = frozenset(
    {
        nodes.Template,
        nodes.Output,
        nodes.TemplateData,
        nodes.Call,
        nodes.Keyword,
        nodes.Name,
        nodes.Const,
    }
)


class _OnlyCalls(CodeGenerator):
    """Compiles text and calls; every other statement or expression is refused."""

    def visit(self, node: nodes.Node, *args: Any, **kwargs: Any) -> Any:
        """Compile a node if it is one of the few that pages need."""
        if type(node) not in _ALLOWED:
            raise SecurityError(f"{type(node).__name__} ist auf Seiten nicht erlaubt")
        return super().visit(node, *args, **kwargs)


class Sandkasten(ImmutableSandboxedEnvironment):
    """The environment in which pages are rendered."""

    code_generator_class = _OnlyCalls
    intercepted_binops = frozenset(ImmutableSandboxedEnvironment.default_binop_table)
    intercepted_unops = frozenset(ImmutableSandboxedEnvironment.default_unop_table)

    def __init__(self, **options: Any) -> None:
        # Nothing the caller asks for can widen the walls: no loader, so no file can be included.
        options |= {
            **DELIMITERS,
            "autoescape": True,
            "undefined": StrictUndefined,
            "loader": None,
            "extensions": (),
            "finalize": _only_marks,
            # The optimiser would carry out constant expressions while it compiles.
            "optimized": False,
        }
        super().__init__(**options)

    def is_safe_callable(self, obj: Any) -> bool:
        """Allow our macros only."""
        return getattr(obj, _MACRO, False) is True

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Allow no attribute at all."""
        return False

    def getitem(self, obj: Any, argument: Any) -> NoReturn:
        """Allow no subscript at all."""
        raise SecurityError("Zugriff mit eckigen Klammern")

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> NoReturn:
        """Allow no arithmetic."""
        raise SecurityError(f"Rechnung mit {operator}")

    def call_unop(self, context: Any, operator: str, arg: Any) -> NoReturn:
        """Allow no arithmetic."""
        raise SecurityError(f"Rechnung mit {operator}")


def _only_marks(value: Any) -> Any:
    """Let nothing but the mark of a macro's output onto a page."""
    if isinstance(value, str) and re.fullmatch(MARK, value):
        return value
    raise SecurityError("Nur die Ausgabe eines Makros darf auf eine Seite")


# A private name of the plugin: typed as Any because nobody promises it.
_PLUGIN: Final[Any] = mkdocs_macros.plugin
_ORIGINAL: Final = _PLUGIN.Environment


def put_up() -> None:
    """Make mkdocs-macros build its environment as a sandbox."""
    _PLUGIN.Environment = Sandkasten


def take_down() -> None:
    """Give mkdocs-macros its own class back."""
    _PLUGIN.Environment = _ORIGINAL


def close(environment: Environment) -> bool:
    """Take everything from a finished environment that is not a macro of ours.

    mkdocs-macros adds functions and filters of its own after it has built the environment.

    Returns:
        Whether the environment is the sandbox at all.
    """
    if not isinstance(environment, Sandkasten):
        return False
    environment.filters.clear()
    environment.tests.clear()
    for name, value in list(environment.globals.items()):
        if not environment.is_safe_callable(value):
            del environment.globals[name]
    return True
