#!/bin/bash
# Begins the replica set, has each of MONGO_MEMBERS join that has not, and makes Parley's user; again, it changes nothing.
set -euo pipefail
export ROOT_PASSWORD PARLEY_PASSWORD
ROOT_PASSWORD=$(< /run/secrets/mongo-root-password)
PARLEY_PASSWORD=$(< /run/secrets/mongo-parley-password)
mongosh --quiet --host mongo1 --nodb --file /setup/mongo.js
