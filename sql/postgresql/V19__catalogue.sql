-- 資料表: where it stands in the source; null for hub.source.schema.
ALTER TABLE exchange_table ADD COLUMN source_schema VARCHAR(128);
