CREATE TABLE tenth (a); INSERT INTO first VALUES ('from 10', 'b');
