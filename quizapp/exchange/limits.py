"""How much may come in from outside. Zips and downloads are strangers' data: all is bounded."""

from __future__ import annotations

from typing import Final

DOWNLOAD_BYTES: Final = 64 * 2**20
"""The largest zip or pack that is read, as it is fetched or as it lies on disk."""
UNPACKED_BYTES: Final = 192 * 2**20
"""All files of a zip or a folder together."""
ENTRIES: Final = 2_000
"""Files in a zip, or pack and source files in a folder."""
RATIO: Final = 200
"""How many times larger a file of a zip may be than it is packed, where it is large."""
LARGE: Final = 2**20
"""From this size on the ratio counts: a small file harms nobody."""
NAME: Final = 255
"""Characters in the name of a file in a zip."""

REDIRECTS: Final = 5
WAIT_SECONDS: Final = 20.0
"""How long a server may be silent."""
TOTAL_SECONDS: Final = 300.0
"""How long one download may take in all."""
PATIENCE_SECONDS: Final = 60.0
"""After so long a download must have brought something worth the name."""
PATIENCE_BYTES: Final = 2**16
"""How much that is; few packs are larger."""
ADDRESS: Final = 2_000
