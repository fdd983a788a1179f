-- One setting of the company.
-- $1 name
select setting_value from company_setting where name = $1;
