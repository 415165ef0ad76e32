#!/usr/bin/env bash
# Two nodes and a proxy on this machine: a batch goes in through the proxy, one node is killed, the batch still ends.
#
#   CANVELETE_DATABASE='jdbc:postgresql://localhost/canvelete?user=…&password=…' examples/two-nodes.sh
#
# Needs an empty PostgreSQL database, Node.js and curl. With CANVELETE_ARTIFACTS=s3://BUCKET/PREFIX, and credentials where
# the AWS command looks for them, the nodes share that bucket instead of a folder.
set -euo pipefail
cd "$(dirname "$0")/.."
: "${CANVELETE_DATABASE:?say which PostgreSQL database to use, as jdbc:postgresql://HOST/NAME?user=…&password=…}"
export CANVELETE_DATABASE

work=$(mktemp -d)
pids=()
cleanup() {
  for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null || true; done
  wait
  rm -rf "$work"
}
trap cleanup EXIT

echo "finished files are kept in ${CANVELETE_ARTIFACTS:-$work/shared}"
proxy=${PROXY_PORT:-8080}
cat >"$work/node.yml" <<YAML
port: 0
publicBaseUrl: http://127.0.0.1:$proxy
lease: 5s
YAML

# Starts a node and says where it listens; the port is its own, though what clients see is the proxy's.
node() {
  : >"$work/$1.log"
  ./canvelete serve --config "$work/node.yml" --data "$work/shared" --port "$2" >"$work/$1.log" 2>&1 &
  pids+=($!)
  until grep -q 'is ready' "$work/$1.log"; do
    kill -0 "${pids[-1]}" || { cat "$work/$1.log" >&2; exit 1; }
    sleep 0.2
  done
  echo "node $1 is ready at http://127.0.0.1:$2 (process ${pids[-1]})"
}

node one $((proxy + 1))
node two $((proxy + 2))
command node examples/proxy.mjs "$proxy" "http://127.0.0.1:$((proxy + 1))" "http://127.0.0.1:$((proxy + 2))" &
pids+=($!)
until curl -s -o "$work/hello" "http://127.0.0.1:$proxy/"; do sleep 0.2; done

ask() { curl -sS --retry 5 -H 'Authorization: Bearer cvt_test_enterprise' "$@"; }
render='{"templateId":"certificate_template","format":"png","dynamicData":{"name":"Alice","course":"Graphs","date":"today","instructor":"Bob"}}'
renders=$(for _ in $(seq 100); do printf '%s,' "$render"; done)
batch=$(ask -H 'Content-Type: application/json' -d "{\"renders\":[${renders%,}]}" "http://127.0.0.1:$proxy/v1/render/batch" |
  sed 's/.*"batchId":"\([^"]*\)".*/\1/')
echo "batch $batch is accepted; killing node one"
kill -9 "${pids[0]}"

until ask "http://127.0.0.1:$proxy/v1/render/batch/$batch?wait=30" >"$work/answer.json" &&
  ! grep -q '"status":"processing","totalRenders"' "$work/answer.json"; do :; done
grep -o '"status":"[a-z]*","totalRenders":[0-9]*,"completedRenders":[0-9]*,"failedRenders":[0-9]*' "$work/answer.json"
curl -sS -o "$work/first.png" -w 'a file through the proxy: %{http_code}, %{size_download} bytes\n' \
  "$(grep -o '"downloadUrl":"[^"]*"' "$work/answer.json" | head -1 | cut -d'"' -f4)"
