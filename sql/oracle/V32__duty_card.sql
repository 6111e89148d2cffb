-- 職務分離: with which card the earlier act was done, so that another account of the same card is the
-- same person. Null in rows of before, and for what was done without a card.
ALTER TABLE application_review ADD (reviewer_print VARCHAR2(64 CHAR));
ALTER TABLE agency_certificate ADD (confirmer_print VARCHAR2(64 CHAR));
ALTER TABLE delivery ADD (starter_print VARCHAR2(64 CHAR));
ALTER TABLE delivery_duty ADD (done_print VARCHAR2(64 CHAR));
