"""`python -m sroi_desktop`: the same as the command `sroi-desktop`."""

from __future__ import annotations

import sys

from sroi_desktop.app.main import main

if __name__ == "__main__":
    sys.exit(main())
