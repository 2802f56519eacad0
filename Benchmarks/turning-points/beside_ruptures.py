"""Times ruptures and the segmentation program on the same series and prints the ratio."""
import array
import multiprocessing
import subprocess
import sys
import time

import numpy as np
import ruptures

LIMIT = 60


def series(n):
    generator = np.random.default_rng(1000 + n)
    segment = max(1, n // 20)
    levels = np.repeat(generator.normal(0, 3, -(-n // segment)), segment)[:n]
    return levels + generator.standard_normal(n)


def peer(queue, values, method):
    penalty = 3 * np.log(len(values))
    start = time.process_time()
    if method == "KernelCPD linear":
        model = ruptures.KernelCPD(kernel="linear", min_size=1).fit(values.reshape(-1, 1))
    else:
        model = ruptures.Pelt(model="l2", min_size=1, jump=1).fit(values.reshape(-1, 1))
    ends = model.predict(pen=penalty)
    queue.put((time.process_time() - start, len(ends) - 1))


def timed_peer(values, method):
    queue = multiprocessing.Queue()
    process = multiprocessing.Process(target=peer, args=(queue, values, method))
    process.start()
    try:
        answer = queue.get(timeout=LIMIT)
    except Exception:
        answer = None
        process.terminate()
    process.join()
    return answer


def main():
    program, longest = sys.argv[1], int(sys.argv[2])
    n = 10_000
    given_up = set()
    while n <= longest:
        values = series(n)
        run = subprocess.run(
            [program], input=array.array("d", values).tobytes(), capture_output=True, check=True)
        seconds, changes = run.stdout.split()
        ours = float(seconds)
        print(f"n = {n}: demarche {ours:.4f} s, {int(changes)} changes")
        for method in ("Pelt l2, jump 1", "KernelCPD linear"):
            if method in given_up:
                continue
            answer = timed_peer(values, method)
            if answer is None:
                given_up.add(method)
                print(f"  ruptures {method}: more than {LIMIT} s, ratio above {LIMIT / ours:.0f}")
            else:
                print(f"  ruptures {method}: {answer[0]:.4f} s, {answer[1]} changes, "
                      f"ratio {answer[0] / ours:.1f}")
        n *= 10


if __name__ == "__main__":
    main()
