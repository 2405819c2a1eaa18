-- The day from which the checks after the treatment are counted: the end of the treatment, as far as the person tells it.

ALTER TABLE person ADD COLUMN treated TEXT                          -- NULL: not told
  CHECK (treated GLOB '[1-9]???-??-??' AND date (treated, '+0 days') IS treated);
