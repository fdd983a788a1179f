#!/usr/bin/env bash
# Gives each reader of what others send made-up input for so many minutes in all, two readers at a time, and tells what came
# of it. Fails when an input crashes a reader, leaks, takes more than a second of the processor or breaks what must hold of the outcome.
#
#   Tests/Fuzz/fuzz.sh [MINUTES [READER…]]
#
# What a reader refuses or takes is no finding. An input that is one stands in Tests/Fuzz/.build/fuzz/READER/found; mend the
# reader, then put the input under a name that tells what was wrong in Tests/Fuzz/Corpus/READER, where the tests try it ever after.
set -euo pipefail
cd "$(dirname "$0")/../.."

minutes=${1:-6}
readers=(form dialect company web filling draft)
if [ $# -gt 1 ]; then readers=("${@:2}"); fi
work=$PWD/Tests/Fuzz/.build/fuzz

swift build --package-path Tests/Fuzz -c release
program=$PWD/Tests/Fuzz/.build/release/fuzz
python3 Tests/Fuzz/seeds.py "$work/seeds"

# One in two rounds of two, so that both processors have work all the time.
seconds=$((minutes * 60 * 2 / ${#readers[@]}))
run() {
  local reader=$1 folder=$work/$1
  mkdir -p "$folder/corpus" "$folder/found" "Tests/Fuzz/Corpus/$reader"
  rm -f "$folder"/found/*
  READER=$reader SWIFT_BACKTRACE=enable=no "$program" -max_total_time="$seconds" -timeout=30 -rss_limit_mb=2048 -detect_leaks=1 -max_len=16384 \
    -dict="$work/seeds/$reader.dict" -artifact_prefix="$folder/found/" -print_final_stats=1 \
    "$folder/corpus" "Tests/Fuzz/Corpus/$reader" "$work/seeds/$reader" > "$folder/log" 2>&1 || true
}
one_after_another() { for reader in "$@"; do run "$reader"; done; }
first=() second=()
for index in "${!readers[@]}"; do
  if ((index % 2 == 0)); then first+=("${readers[index]}"); else second+=("${readers[index]}"); fi
done
one_after_another "${first[@]}" & one_after_another "${second[@]}"
wait

failed=0
printf '%-8s %8s %11s %8s %7s %9s %9s %8s\n' reader seconds executions per-s edges features slowest-s findings
for reader in "${readers[@]}"; do
  log=$work/$reader/log
  stat() { sed -n "s/^stat::$1: *//p" "$log" | tail -1; }
  last=$(grep -E 'cov: [0-9]+ ft: [0-9]+' "$log" | tail -1 || true)
  found=$(find "$work/$reader/found" -type f | wc -l)
  printf '%-8s %8s %11s %8s %7s %9s %9s %8s\n' "$reader" "$(sed -n 's/^Done [0-9]* runs in \([0-9]*\) .*/\1/p' "$log")" \
    "$(stat number_of_executed_units)" "$(stat average_exec_per_sec)" "$(sed 's/.*cov: \([0-9]*\).*/\1/' <<< "$last")" \
    "$(sed 's/.*ft: \([0-9]*\).*/\1/' <<< "$last")" "$(stat slowest_unit_time_sec)" "$found"
  # A run that did not come to its end has found something, even when it left no file.
  if [ "$found" -gt 0 ] || ! grep -q '^Done ' "$log"; then
    failed=1
    grep -m1 -E 'ERROR|Fatal error|SUMMARY' "$log" || true
    find "$work/$reader/found" -type f
  fi
done
exit $failed
