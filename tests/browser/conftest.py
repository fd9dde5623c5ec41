"""One browser and one built site per region for each test process."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.publish.shipped import shipped

from .built_site import REGIONS, Site, build, serve

__all__ = ["shipped"]


@pytest.fixture(scope="session")
def built_site(shared: Path) -> Iterator[Callable[[str], Site]]:
    """Return a function from a region to its served site; each is built on first use."""
    served: dict[str, Site] = {}
    with ExitStack() as stack:

        def site_of(region: str) -> Site:
            if region not in served:
                served[region] = stack.enter_context(serve(region, build(region, shared)))
            return served[region]

        yield site_of


@pytest.fixture(params=REGIONS)
def site(request: pytest.FixtureRequest, built_site: Callable[[str], Site]) -> Site:
    """Return the site of each region in turn."""
    return built_site(request.param)


@pytest.fixture
def musterkreis(built_site: Callable[[str], Site]) -> Site:
    """Return the site of the default region, for what does not depend on the data."""
    return built_site("musterkreis")
