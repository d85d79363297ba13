-- A row for every table of the first migration, as an office of its time would have it.
INSERT INTO fact VALUES ('go_live', '2027-01-01T00:00:00Z');
INSERT INTO raw (id, sha256, bytes) VALUES (1, x'01', x'46'), (2, x'02', x'47');
INSERT INTO message (id, raw_id, received_at, first_seen_at, state, kind, case_no, sender, subject, message_id, content_hash, handled_at)
    VALUES (1, 1, '2027-03-10T09:00:00Z', '2027-03-10T09:00:30Z', 'handled', 'application', 'SLE-2027-0001', 'p.nair@hazelbank.example', 'My application', 'one@hazelbank.example', 'aa', '2027-03-10T09:00:31Z');
INSERT INTO message (id, raw_id, received_at, first_seen_at, state, failures, last_error)
    VALUES (2, 2, '2027-03-11T09:00:00Z', '2027-03-11T09:00:30Z', 'parked', 3, 'the reader process died');
INSERT INTO sighting (mailbox, epoch, uid, name, message_id, outcome, received_at, seen_at)
    VALUES ('imap:sle@harbour-alliance.example@localhost/INBOX', 7, 1, '', 1, 'stored', '2027-03-10T09:00:00Z', '2027-03-10T09:00:30Z');
INSERT INTO cursor VALUES ('imap:sle@harbour-alliance.example@localhost/INBOX', 7, 2, '2027-03-10T09:00:30Z');
INSERT INTO window (id, programme, name, opens_at, closes_at, zone) VALUES (1, 'sle', 'spring-2027', '2027-03-01T00:00:00', '2027-03-19T18:00:00', 'Europe/London');
INSERT INTO key_date VALUES (1, 'interviews', '2027-04-12', '2027-04-14');
INSERT INTO application (id, case_no, prefix, year, number, programme, window_id, name, name_folded, email)
    VALUES (1, 'SLE-2027-0001', 'SLE', 2027, 1, 'sle', 1, 'Priya Nair', 'priya nair', 'p.nair@hazelbank.example');
INSERT INTO application_version VALUES (1, 1, 1, '{}', '[]', 1);
INSERT INTO interest VALUES ('sle', 't.reed@oakfield.example', 'Tom Reed', '2027-02-01T09:00:00Z');
INSERT INTO review (id, key, question, message_id, opened_at) VALUES (1, 'parked:2', 'Message 2 is set aside.', 2, '2027-03-11T09:01:00Z');
INSERT INTO outbox (id, purpose, letter, recipient, case_no, cause, subject, message_id, bytes, is_answer, care, state, created_at)
    VALUES (1, 'acknowledgement:SLE-2027-0001:1', 'acknowledgement', 'p.nair@hazelbank.example', 'SLE-2027-0001', 1, 'Received', 'l1@harbour-alliance.example', x'53', 1, 'harmless', 'queued', '2027-03-10T09:00:31Z');
INSERT INTO audit (at, actor, what, case_no, message_id, because, hash)
    VALUES ('2027-03-10T09:00:31Z', 'clerk', 'mail', 'SLE-2027-0001', 1, '["a form was attached"]', 'h1');
