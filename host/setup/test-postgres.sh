# A cluster for tests: fast, and gone with them.

# start_test_postgres FOLDER PORT: sets test_postgres to the administrator's connection string.
start_test_postgres() {
  local folder=$1 port password
  port=$(free_port "$2")
  password=$(random_word)
  ensure_postgres "$folder/postgres"
  make_cluster "$folder/postgres" "$password"
  # Nothing here has to survive a crash of the machine, so nothing waits for the disk.
  postgres_settings="
fsync = off
synchronous_commit = off
full_page_writes = off
max_wal_size = 2GB
max_connections = 300
shared_buffers = 256MB"
  start_postgres "$folder/postgres" "$port"
  test_postgres="Host=127.0.0.1;Port=$port;Database=postgres;Username=postgres;Password=$password"
}
