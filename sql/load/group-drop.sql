-- $1 a submission of @within@ that was written, but cannot stay
delete from part.fact_@kind@_@within@_new
where submission_key = $1;

delete from audit.override
where submission_key = $1;

delete from audit.erasure
where submission_key = $1;

delete from audit.remark
where submission_key = $1;

delete from audit.submission_table
where submission_key = $1;

delete from audit.submission
where submission_key = $1
