INSERT INTO training VALUES (1, 'core', '2027-05-20', 'MTG-2027-0001');
INSERT INTO portrait (designation_id, asked_at, words, consent, message_id)
    VALUES (1, '2027-05-21T09:00:00Z', 'I lead mathematics.', 'yes', 1);
INSERT INTO establishment VALUES (100001, 'Hazelbank Primary School', 'hazelbank primary school', 1, 'Community school', 'Primary',
    'Harbourshire', '', '1 Bank Lane', '', 'Harbour', 'HB1 2CD', '', '', 'Owen Brooks', 'Headteacher', '', 400100, 200200);
INSERT INTO meeting (year, number, programme, title, sequence, starts_at, minutes, zone, place, set_by, set_at)
    VALUES (2027, 1, 'sle', 'Summer network', 0, '2027-06-08T15:45:00', 75, 'Europe/London', 'Hazelbank', 'Ruth Adeyemi', '2027-05-10T09:00:00Z');
INSERT INTO invitee (meeting_id, email, name, reg_year, reg_number, invited_at, answer)
    VALUES (1, 'p.nair@hazelbank.example', 'Priya Nair', 2027, 1, '2027-05-10T09:00:00Z', 'accepted');
INSERT INTO meeting_step VALUES (1, 'reminded-21', '2027-05-18T07:30:00Z');
