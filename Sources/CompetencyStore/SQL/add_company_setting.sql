-- Adds one row to company_setting.
-- $1 name, $2 setting_value
insert into company_setting (
  name, setting_value
) values (
  $1, $2
);
