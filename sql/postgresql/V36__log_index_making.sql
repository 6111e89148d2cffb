-- Another each time that the index of a chain is begun: who reads it knows whether it was thrown away meanwhile.
ALTER TABLE log_index_state ADD COLUMN making VARCHAR(36) DEFAULT 'first' NOT NULL;
