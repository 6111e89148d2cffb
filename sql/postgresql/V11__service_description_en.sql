-- 服務說明 in English. Versions that were published before have none; their pages show the Chinese one.
ALTER TABLE service_version ADD COLUMN description_en VARCHAR(400);
