#!/usr/bin/env bash
# All of it: more than 2,000 power cuts, 1,000 kills, too little memory, and every second call of a set-up, an import, an undo and a
# backup failing once.
#   Tests/Durability/deep.sh PROGRAM
# For a program that was built with `swift build -c release`; `faults.py` alone, without --step, takes every call.
set -euo pipefail
program=$(realpath "${1:?which program?}")
cd "$(dirname "$0")"

python3 powercut.py --break
python3 powercut.py "$program" --states 2100 --every 10
python3 kill.py "$program" --kills 900 --served 100
python3 memory.py "$program" --runs 60
python3 faults.py "$program" --step 2 --other-step 7
