"""An owner who is typing a booking, in a process of its own that a test can cut off.

Says "typed" once the draft is kept, and then goes on sitting there.
"""

from __future__ import annotations

import sys
from pathlib import Path

from sroi_desktop.app.window import make_application, prepare
from sroi_desktop.system.clock import FixedClock
from tests.e2e.conftest import DAY
from tests.e2e.owner import Owner, wait_until

DESCRIPTION = "Snoeicursus voor de wijk"


def main(file: Path) -> None:
    """Begin a booking, and stop in the middle of it."""
    app = make_application()
    owner = Owner(prepare(app, file, FixedClock(DAY)))
    owner.click("act.book")
    owner.click("card.activity")
    owner.click("booking.onward")
    owner.click("booking.description.editor")
    owner.write(DESCRIPTION)
    store = owner.session.desk.store
    wait_until(lambda: any(DESCRIPTION in str(store.draft(key)) for key in store.drafts()))
    sys.stdout.write("typed\n")
    sys.stdout.flush()
    app.exec()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
