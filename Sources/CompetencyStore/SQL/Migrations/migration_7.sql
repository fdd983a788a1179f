-- Version 7: seals. The seal of a booking is made from the seal before it and from every row of the booking, so that a row
-- which changes, goes or comes afterwards shows. Each fact has a salt of its own: once the words of a person are erased
-- and their salt with them, nobody can find out by trying what a seal was made from. Both in hexadecimal digits.

create table fact_salt (
  booking integer not null references booking (number),
  ordinal integer not null,
  salt text not null check (length(salt) = 32),
  primary key (booking, ordinal)
);

create table booking_seal (
  booking integer not null primary key references booking (number),
  digest text not null check (length(digest) = 64)
);
