INSERT INTO deployment (year, number, programme, school, urn, head_name, head_email, subject, message_id, requested_at, state, state_since)
    VALUES (2027, 1, 'sle', 'Oakfield School', 100002, 'Jo Marsh', 'head@oakfield.example', 'Mathematics', 1, '2027-05-01T09:00:00Z', 'active', '2027-05-10T09:00:00Z');
INSERT INTO deployed (deployment_id, email, name, reg_year, reg_number, home_school, leads, asked_at, answer, head_answer)
    VALUES (1, 'p.nair@hazelbank.example', 'Priya Nair', 2027, 1, 'Hazelbank Primary School', 1, '2027-05-02T09:00:00Z', 'yes', 'yes');
INSERT INTO consent (deployment_id, version, party, email, name, asked_at, agreed_at, message_id)
    VALUES (1, 1, 'supported_head', 'head@oakfield.example', 'Jo Marsh', '2027-05-05T09:00:00Z', '2027-05-06T09:00:00Z', 1);
INSERT INTO visit (deployment_id, email, name, day, half_days, words, message_id, logged_at, logged_by, state, state_since)
    VALUES (1, 'p.nair@hazelbank.example', 'Priya Nair', '2027-05-12', 2, 'on Wednesday', 1, '2027-05-13T09:00:00Z', 'p.nair@hazelbank.example', 'confirmed', '2027-05-20T09:00:00Z');
INSERT INTO planned_visit VALUES (1, 'p.nair@hazelbank.example', '2027-05-19', 1, 0);
INSERT INTO evaluation (deployment_id, point, asked_at) VALUES (1, 'end', '2027-06-01T09:00:00Z');
INSERT INTO open_log (email, message_id, words, received_on, asked_at)
    VALUES ('p.nair@hazelbank.example', 1, 'I worked on Tuesday', '2027-05-14', '2027-05-14T09:00:00Z');
