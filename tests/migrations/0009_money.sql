INSERT INTO invoice (kind, series, year, number, state, programme, school, email, drafted_at, issued_on, due_on, net, vat, gross)
    VALUES ('invoice', 'INV', 2027, 1, 'issued', 'sle', 'Oakfield School', 'finance@oakfield.example', '2027-06-01T09:00:00Z', '2027-06-02', '2027-07-02', 35000, 0, 35000);
INSERT INTO invoice_line (invoice_id, place, deployment_id, visit_id, what, half_days, day_rate, net, vat_code, vat_basis_points)
    VALUES (1, 1, 1, 1, 'Wednesday 12 May 2027, Priya Nair', 2, 35000, 35000, 'exempt', 0);
INSERT INTO billed VALUES (1, 'sale', 1);
INSERT INTO payment (invoice_id, paid_on, pence, noted_at, noted_by) VALUES (1, '2027-06-20', 35000, '2027-06-21T09:00:00Z', 'Ruth Adeyemi');
INSERT INTO fund (name, payer, cap, set_at, set_by) VALUES ('Harbour grant', 'Harbour Council', 500000, '2027-05-01T09:00:00Z', 'Ruth Adeyemi');
INSERT INTO drawn VALUES (1, 1, 35000, '2027-06-01T09:00:00Z');
INSERT INTO swap VALUES (1, 'Hazelbank Primary School', 'Oakfield School', 2, '2027-06-01T09:00:00Z');
