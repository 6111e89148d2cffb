-- A verification names every fault that it finds, not the first of each chain alone, and how many rows it could not
-- show to be what was written (null of those that ended before it was counted).
ALTER TABLE log_verification ADD COLUMN unproven BIGINT, ADD COLUMN findings TEXT;
UPDATE log_verification SET findings = found;
ALTER TABLE log_verification DROP COLUMN found;
