-- Version 6: the pages. What somebody signs in with, devices that a team shares, requests that were answered already, and
-- who looked at whom. The first three are no facts of the company: they change and go away, and leave no booking.

create table sign_in_secret (
  person text not null,
  kind text not null check (kind in ('password', 'pin', 'badge', 'calendar')),
  hash text not null,
  made_at bigint not null,
  made_by text,
  primary key (person, kind)
);
create index sign_in_secret_by_hash on sign_in_secret (kind, hash);

create table shared_device (
  hash text not null primary key,
  team text not null,
  made_at bigint not null,
  made_by text
);

create table answered_request (
  request_key text not null primary key,
  booking integer not null references booking (number),
  made_at bigint not null
);
create index answered_request_by_moment on answered_request (made_at);

create table page_view (
  viewer text not null,
  trainee text not null,
  page text not null,
  seen_on text not null,
  primary key (trainee, seen_on, viewer, page)
);
create index page_view_by_page on page_view (page, seen_on);
