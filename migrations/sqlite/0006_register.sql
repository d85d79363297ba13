-- The register at work: of which review date the coordinators have been asked, and what people do besides.

-- The review date that was asked about, and how often: 1 when it drew near, 2 when it had come.
ALTER TABLE designation ADD COLUMN review_asked_for TEXT NOT NULL DEFAULT '';
ALTER TABLE designation ADD COLUMN review_asked INTEGER NOT NULL DEFAULT 0;
-- Their post at their school, as the pen portrait gives it: “Mathematics lead”.
ALTER TABLE portrait ADD COLUMN role TEXT NOT NULL DEFAULT '';
