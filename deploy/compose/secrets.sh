#!/bin/bash
# Makes the secrets that docker-compose.yml reads, in ./secrets, each once: what is there stays as it is.
set -euo pipefail
umask 077
mkdir -p secrets
make() { [ -e "secrets/$1" ] || openssl rand "${@:3}" "$2" | tr -d '\n' > "secrets/$1"; }
for name in axon-token axon-internal-token postgres-password mongo-root-password mongo-parley-password \
    elasticsearch-password elasticsearch-parley-password; do
    make "$name" 24 -hex
done
make mongo-key 512 -base64
make master-key 32 -base64
# the programs in the containers run as users of their own
chmod 0444 secrets/*
chmod 0700 secrets
echo "Keep a copy of secrets/master-key apart from every back-up: without it nobody reads what people wrote."
