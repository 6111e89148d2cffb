-- 錯誤回報: the call that it is about as the agency typed it, a record id or its own request id; null for none.
ALTER TABLE incident ADD COLUMN call_id VARCHAR(64);

-- 作業: how far a run is that goes on; null where the job does not know.
ALTER TABLE job_run ADD COLUMN done_count BIGINT, ADD COLUMN total_count BIGINT;
