-- $1 the key of a source's tokens: the warehouse's, if it is another. The table is held against a change of keys until the
-- transaction ends.
select k.key_id
from (select key_id from audit.identity_key where until is null for share) k
where k.key_id <> $1
