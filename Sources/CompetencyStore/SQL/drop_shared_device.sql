-- Takes a device out of use.
-- $1 hash
delete from shared_device where hash = $1;
