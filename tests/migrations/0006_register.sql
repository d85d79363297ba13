UPDATE designation SET review_asked_for = '2031-04-16', review_asked = 1 WHERE id = 1;
UPDATE portrait SET role = 'Mathematics lead' WHERE designation_id = 1;
