-- form_key is that of the form from which a draft was begun or copied: one form makes one draft.
-- Why an application was withdrawn stands beside it, and not in the log: it may name persons.
ALTER TABLE application
  ADD COLUMN form_key VARCHAR(64),
  ADD COLUMN withdrawal_reason VARCHAR(1000);
ALTER TABLE application ADD CONSTRAINT application_form_uk UNIQUE (form_key);
