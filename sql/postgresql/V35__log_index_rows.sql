-- Which persons find the calls of some rows: for who compares the index with the log, and for who takes out the
-- lines of what was archived.
CREATE INDEX log_index_person_row_ix ON log_index_person (node_id, seq);
CREATE INDEX log_index_asked_row_ix ON log_index_asked (node_id, seq);
