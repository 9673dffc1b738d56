-- Keycloak's own database and role.
\set ON_ERROR_STOP on
\getenv keycloak_password KEYCLOAK_PASSWORD
set log_statement = 'none';
create role keycloak login nosuperuser password :'keycloak_password';
create database keycloak owner keycloak;
