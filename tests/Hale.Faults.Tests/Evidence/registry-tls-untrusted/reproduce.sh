#!/bin/sh
# seen: a registry whose certificate nobody signed, on an address that is not loopback (192.0.2.2, added to this machine's own loopback device for the time). clear: the connection is refused.
. "$(dirname "$0")/../../Reproduce/lib.sh"
. "$(dirname "$0")/../../Reproduce/registries.sh"

ip address add 192.0.2.2/32 dev lo
openssl req -x509 -newkey rsa:2048 -nodes -days 1 -subj /CN=registry -addext subjectAltName=IP:192.0.2.2 -keyout "$work/key.pem" -out "$work/cert.pem" 2>/dev/null
openssl s_server -accept 192.0.2.2:18957 -cert "$work/cert.pem" -key "$work/key.pem" -quiet >/dev/null 2>&1 &
server=$!
sleep 1
wants seen 192.0.2.2:18957/x/app:1
record seen-unknown-authority
kill "$server"
ip address del 192.0.2.2/32 dev lo
wants clear 127.0.0.1:18956/x/app:1
record clear-refused-connection

wants slow ghcr.io/acme/app:2
slow_engine blind-engine-slow
