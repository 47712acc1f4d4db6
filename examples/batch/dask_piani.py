"""Molti piani con Dask distributed: dask_piani.py ELENCO USCITE [--scheduler INDIRIZZO] [--parti N].

ELENCO ha il percorso di un piano per riga; ELENCO, piani e USCITE sono visti da tutte le macchine con lo stesso nome.
Senza --scheduler i lavoratori sono processi di questa macchina. Si può interrompere e ripetere.
"""

import argparse
import glob
import subprocess
import sys

from distributed import Client, as_completed


def parte(indice, parti, elenco, uscite):
    """Una parte dei piani: il codice di uscita, o un errore che fa ritentare."""
    comando = [
        "piao", "build", "--quiet", "--shard", f"{indice}/{parti}", "--plans", elenco, "--jobs", "1",
        "--out", f"{uscite}/piani", "--report", f"{uscite}/resoconti/{indice}.jsonl", "--resume",
    ]
    fatto = subprocess.run(comando, capture_output=True, text=True, check=False)
    # I piani con errori sono nel resoconto: ritentare non li corregge.
    if fatto.returncode > 1:
        raise RuntimeError(f"parte {indice}: codice {fatto.returncode}\n{fatto.stderr[-2000:]}")
    return fatto.returncode


def main():
    opzioni = argparse.ArgumentParser()
    opzioni.add_argument("elenco")
    opzioni.add_argument("uscite")
    opzioni.add_argument("--scheduler")
    opzioni.add_argument("--parti", type=int)
    scelte = opzioni.parse_args()
    subprocess.run(["mkdir", "-p", f"{scelte.uscite}/resoconti"], check=True)
    with Client(scelte.scheduler) if scelte.scheduler else Client(threads_per_worker=1) as client:
        # Più parti che lavoratori: chi si perde ne perde poche, e gli altri le riprendono.
        parti = scelte.parti or 4 * max(1, sum(client.ncores().values()))
        lavori = client.map(
            parte, range(parti), parti=parti, elenco=scelte.elenco, uscite=scelte.uscite, retries=3, pure=False
        )
        falliti = [lavoro.exception() for lavoro in as_completed(lavori) if lavoro.status == "error"]
    for fallito in falliti:
        print(fallito, file=sys.stderr)
    resoconti = sorted(glob.glob(f"{scelte.uscite}/resoconti/*.jsonl"))
    subprocess.run(["piao", "report", *resoconti, "--out", f"{scelte.uscite}/quadro"], check=True)
    return 1 if falliti else 0


if __name__ == "__main__":
    sys.exit(main())
