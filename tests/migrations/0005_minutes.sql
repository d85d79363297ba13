INSERT INTO minutes_file VALUES (1, 1, 0, 'minutes.pdf', 'pdf', X'255044462D');
