#!/bin/bash
# Makes an authority and one certificate for all nodes of Elasticsearch, once.
set -euo pipefail
cd /certificates
if [ ! -e elasticsearch/elasticsearch.crt ]; then
    elasticsearch-certutil ca --silent --pem --out ca.zip
    unzip -q ca.zip
    elasticsearch-certutil cert --silent --pem --name elasticsearch --out cert.zip \
        --ca-cert ca/ca.crt --ca-key ca/ca.key \
        --dns localhost,elasticsearch1,elasticsearch2,elasticsearch3 --ip 127.0.0.1
    unzip -q cert.zip
    rm ca.zip cert.zip
fi
chown -R 1000:0 elasticsearch
chmod 0400 ca/ca.key elasticsearch/elasticsearch.key
chmod 0755 . ca elasticsearch
chmod 0444 ca/ca.crt elasticsearch/elasticsearch.crt
