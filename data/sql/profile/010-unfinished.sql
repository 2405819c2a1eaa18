-- What was typed of a change of an appointment, and not saved yet: when it is to be, who confirmed it.

ALTER TABLE appointment ADD COLUMN unfinished TEXT NOT NULL DEFAULT '';  -- see hc_appointment_unfinished_set()
