PRAGMA application_id = 77; CREATE TABLE first (a TEXT NOT NULL);
