-- Contents of documents, encrypted. What may be read of them is decided by the modules' rows, which hold the keys; here only background work looks.
create table platform.document_contents (
  id uuid primary key,
  holder text not null,           -- the table whose row holds the key
  kept_at timestamptz not null,
  content bytea                   -- null when it lies in S3-compatible storage
);
-- Encrypted content does not compress.
alter table platform.document_contents alter column content set storage external;
create index document_contents_holder on platform.document_contents (holder, id);
