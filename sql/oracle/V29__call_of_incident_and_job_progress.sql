-- 錯誤回報: the call that it is about as the agency typed it, a record id or its own request id; null for none.
ALTER TABLE incident ADD (call_id VARCHAR2(64 CHAR));

-- 作業: how far a run is that goes on; null where the job does not know.
ALTER TABLE job_run ADD (done_count NUMBER(18), total_count NUMBER(18));
