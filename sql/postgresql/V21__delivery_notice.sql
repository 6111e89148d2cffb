-- The daily look for one-time files that soon end.
INSERT INTO notice_sweep (sweep_name, last_day) VALUES ('DELIVERY_ENDING', DATE '2000-01-01');
