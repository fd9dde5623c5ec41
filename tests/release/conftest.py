"""The small project of the publishing tests, for releases and removals too."""

from tests.publish.conftest import built, kept_builds, original, project

__all__ = ["built", "kept_builds", "original", "project"]
