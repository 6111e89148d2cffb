-- form_key is that of the form from which a draft was begun or copied: one form makes one draft.
-- Why an application was withdrawn stands beside it, and not in the log: it may name persons.
ALTER TABLE application ADD (
  form_key          VARCHAR2(64 CHAR),
  withdrawal_reason VARCHAR2(1000 CHAR)
);
ALTER TABLE application ADD CONSTRAINT application_form_uk UNIQUE (form_key);
