"""What the computer gives: paths, settings, the log and the clock."""
