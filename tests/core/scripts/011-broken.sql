CREATE TABLE eleventh (a); INSERT INTO first VALUES ('from 11', 'b'); INSERT INTO nowhere VALUES (1);
