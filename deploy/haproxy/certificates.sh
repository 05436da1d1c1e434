#!/bin/bash
# Makes a private CA and a certificate for the legacy host names, in the folder certs beside this script. The clients' machines must
# trust ca.pem. Further arguments are further host names, such as a CS-Cart shop's.
set -euo pipefail
umask 077
mkdir -p "$(dirname "$0")/certs"
cd "$(dirname "$0")/certs"
[ ! -e legacy.pem ] || { echo "$PWD/legacy.pem is there already" >&2; exit 1; }

names="DNS:*.picqer.com,DNS:*.billomat.net,DNS:*.erply.com,DNS:shop.acme.example"
for host in "$@"; do names+=",DNS:$host"; done

openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 3650 -subj "/CN=Dragoman private CA" \
  -addext "basicConstraints=critical,CA:TRUE,pathlen:0" -addext "keyUsage=critical,keyCertSign,cRLSign" \
  -addext "nameConstraints=critical,$(sed -e 's/DNS:/permitted;DNS:/g' -e 's/\*\.//g' <<<"$names")" -keyout ca.key -out ca.pem
openssl req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj "/CN=Dragoman" -keyout legacy.key -out legacy.csr
openssl x509 -req -in legacy.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 397 -out legacy.crt -extfile <(
  printf 'subjectAltName=%s\nbasicConstraints=CA:FALSE\nextendedKeyUsage=serverAuth\n' "$names")
cat legacy.crt legacy.key > legacy.pem
# HAProxy in its container is another user.
chmod 644 ca.pem legacy.pem
chmod 755 .
rm legacy.csr legacy.crt legacy.key
