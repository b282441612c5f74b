"""One frozen ``Settings``, read from the environment in one place and passed in everywhere else."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class Settings:
    """Where things lie and how much one reading may take."""

    articles_dir: Path = ROOT / "data" / "articles"
    gazetteer_dir: Path = ROOT / "data" / "gazetteer"
    user_dir: Path = Path.home() / ".local" / "share" / "dateline"
    max_characters: int = 200_000
    online: bool = True  # map tiles and links; reading itself never needs the network


def from_environment(environ: Mapping[str, str] = os.environ) -> Settings:
    """Settings with every ``DATELINE_*`` variable of ``environ`` applied."""
    default = Settings()
    return Settings(
        articles_dir=Path(environ.get("DATELINE_ARTICLES_DIR", default.articles_dir)),
        gazetteer_dir=Path(environ.get("DATELINE_GAZETTEER_DIR", default.gazetteer_dir)),
        user_dir=Path(environ.get("DATELINE_USER_DIR", default.user_dir)),
        max_characters=int(environ.get("DATELINE_MAX_CHARACTERS", default.max_characters)),
        online=environ.get("DATELINE_OFFLINE", "") in ("", "0"),
    )
