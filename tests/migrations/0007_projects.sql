INSERT INTO project (year, number, designation_id, title, bursary_pence, agreed_on, agreed_by)
    VALUES (2027, 1, 1, 'Talk for writing in Year 4', 50000, '2027-06-01', 'Ruth Adeyemi');
INSERT INTO project_step (project_id, step, place, name, due_on, message_id, received_at)
    VALUES (1, 'final', 1, 'final report', '2028-03-12', 1, '2028-03-10T09:00:00Z');
