-- The roles and the database, run by the cluster's administrator at each start; the passwords of the run are in the environment.
\set ON_ERROR_STOP on
\set QUIET on
\getenv owner_password OWNER_PASSWORD
\getenv app_password APP_PASSWORD
set log_statement = 'none';
select 'create role pimms_owner' where not exists (select from pg_roles where rolname = 'pimms_owner') \gexec
select 'create role pimms_app' where not exists (select from pg_roles where rolname = 'pimms_app') \gexec
-- Migrates, and makes the roles that the modules' tables are granted to.
alter role pimms_owner login createrole nosuperuser nobypassrls nocreatedb noreplication password :'owner_password';
-- What the host works as: row-level security always holds it, and it takes up granted rights only by asking for them.
alter role pimms_app login noinherit nosuperuser nobypassrls nocreaterole nocreatedb noreplication password :'app_password';
select 'create database pimms owner pimms_owner' where not exists (select from pg_database where datname = 'pimms') \gexec
