-- 資料表: where it stands in the source; null for hub.source.schema.
ALTER TABLE exchange_table ADD (source_schema VARCHAR2(128 CHAR));
