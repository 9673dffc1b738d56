-- What the house itself keeps. Only background work (sign-in, key ring, one-time answers) touches these, but for the claim of a one-time key.
create table platform.sessions (
  id text primary key,            -- SHA-256 of the cookie's key: the table alone lets nobody in
  subject text not null,
  sid text,
  ticket bytea not null,          -- protected by the key ring
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null
);
create index sessions_subject on platform.sessions (subject);
create index sessions_sid on platform.sessions (sid);

create table platform.protection_keys (
  name text primary key,
  xml text not null
);

create table platform.once (
  user_id uuid not null,
  key text not null,
  fingerprint bytea not null,
  created_at timestamptz not null,
  status int,
  location text,
  content_type text,
  etag text,
  body bytea,                     -- protected by the key ring
  primary key (user_id, key)
);
create index once_created_at on platform.once (created_at);
