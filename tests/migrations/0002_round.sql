-- A row for every table of the second migration.
INSERT INTO reference_request (application_id, kind, round, name, email, how, asked_at)
    VALUES (1, 'headteacher', 1, 'Owen Brooks', 'head@hazelbank.example', 'request', '2027-03-10T09:00:31Z');
INSERT INTO reference (application_id, kind, message_id, sender, referee, supports, capacity, standing)
    VALUES (1, 'headteacher', 1, 'head@hazelbank.example', 'Owen Brooks', 'yes', 'conditional', 'counts');
INSERT INTO withdrawal VALUES (1, '2027-04-01T09:00:00Z', 'p.nair@hazelbank.example', 'a new post');
INSERT INTO shortlisted VALUES (1, '2027-03-25T09:00:00Z', 'Ruth Adeyemi');
INSERT INTO interview (application_id, sequence, starts_at, minutes, zone, place, state, set_by, set_at)
    VALUES (1, 0, '2027-04-12T10:00:00', 45, 'Europe/London', 'Hazelbank', 'invited', 'Ruth Adeyemi', '2027-03-26T09:00:00Z');
INSERT INTO score VALUES (1, 'Owen Brooks', 'impact', 'green', '', '2027-04-12T11:00:00Z');
INSERT INTO outcome (application_id, verdict, decided_by, decided_at, revision) VALUES (1, 'designated', 'Ruth Adeyemi', '2027-04-15T09:00:00Z', 1);
INSERT INTO designation (programme, case_no, name, email, school, specialism, since)
    VALUES ('sle', 'SLE-2027-0001', 'Priya Nair', 'p.nair@hazelbank.example', 'Hazelbank Primary School', 'Mathematics', '2027-04-20');
INSERT INTO window_step VALUES (1, 'announced', '2027-02-20T09:00:00Z', 'clerk');
INSERT INTO target VALUES (1, 'Mathematics', 3);
INSERT INTO digest_item VALUES ('d1@harbour-alliance.example', 1, 1);
INSERT INTO code (code, command, shape, asked_by, asked_at, expires_at)
    VALUES ('482913', 'release sle spring-2027', 's', 'ruth.adeyemi@harbour-alliance.example', '2027-04-19T09:00:00Z', '2027-04-20T09:00:00Z');
INSERT INTO job_run VALUES ('digest', '2027-03-11T07:00:00', '2027-03-11T07:00:02Z');
INSERT INTO school (name) VALUES ('Hazelbank Primary School');
