#!/usr/bin/env bash
# Molti piani con GNU parallel: parallel.sh ELENCO USCITE [PARTI].
# ELENCO ha il percorso di un piano per riga. Si può interrompere e ripetere: riprende da dove era.
set -euo pipefail
elenco=$1 uscite=$2 parti=${3:-$(($(nproc) * 4))}
export elenco uscite parti
mkdir -p "$uscite/resoconti"

parte() {
    piao build --quiet --shard "$1/$parti" --plans "$elenco" --jobs 1 --out "$uscite/piani" \
        --report "$uscite/resoconti/$1.jsonl" --resume
    codice=$?
    # I piani con errori sono nel resoconto: ritentare non li corregge.
    [ "$codice" -le 1 ]
}
export -f parte

# Per altre macchine: --sshlogin e una cartella in comune.
seq 0 $((parti - 1)) | SHELL=/bin/bash parallel --retries 3 --joblog "$uscite/parallel.log" parte
piao report "$uscite"/resoconti/*.jsonl --out "$uscite/quadro"
