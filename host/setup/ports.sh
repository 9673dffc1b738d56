# Ports of this machine's loopback interface.

port_is_taken() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null || (exec 3<>"/dev/tcp/::1/$1") 2>/dev/null; }

# Prints a free port, looking upwards from the one given. Below 32768, so that no outgoing connection takes it meanwhile.
free_port() {
  local port
  for ((port = $1; port < $1 + 200; port++)); do
    if ! port_is_taken "$port"; then
      echo "$port"
      return
    fi
  done
  fail "no free port between $1 and $port"
}
