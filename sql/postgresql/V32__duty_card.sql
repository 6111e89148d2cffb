-- 職務分離: with which card the earlier act was done, so that another account of the same card is the
-- same person. Null in rows of before, and for what was done without a card.
ALTER TABLE application_review ADD COLUMN reviewer_print VARCHAR(64);
ALTER TABLE agency_certificate ADD COLUMN confirmer_print VARCHAR(64);
ALTER TABLE delivery ADD COLUMN starter_print VARCHAR(64);
ALTER TABLE delivery_duty ADD COLUMN done_print VARCHAR(64);
