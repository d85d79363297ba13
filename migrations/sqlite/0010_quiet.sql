-- Whoever pays has written that an invoice is paid or on its way: until this day they are not reminded of it.
ALTER TABLE invoice ADD COLUMN quiet_until TEXT NOT NULL DEFAULT '';
