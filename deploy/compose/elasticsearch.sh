#!/bin/bash
# Makes Parley's user of Elasticsearch, who manages its indexes and nothing else; again, it sets the password anew.
set -euo pipefail
admin=$(< /run/secrets/elasticsearch-password)
password=$(< /run/secrets/elasticsearch-parley-password)
# by files, as every process of a machine sees the arguments of the others
ask() {
    curl --silent --show-error --fail --output /dev/null --cacert /certificates/ca/ca.crt \
        --request PUT "https://elasticsearch1:9200/_security/$1" --header 'Content-Type: application/json' \
        --config <(printf 'user = "elastic:%s"\n' "$admin") --data @-
}
ask role/parley <<< '{"cluster":["monitor"],"indices":[{"names":["forum-posts*","direct-messages*","audit*"],"privileges":["all"]}]}'
ask user/parley <<< "{\"roles\":[\"parley\"],\"password\":\"$password\"}"
