"""Pure functions, one step of the flow each: no files, no clock, no processes."""
