"""Computes tests/measures/fixture.tsv from the published formulas with 50 digits, independently of src.

    python3 tests/measures/fixture.py > tests/measures/fixture.tsv      (needs mpmath)

Chi-square and Gries' DP are computed here in other ways than in src: the first by the regularised incomplete gamma
function, the second by the plain sum over all parts.
"""

from mpmath import mp, mpf, log, gammainc

mp.dps = 50

PAIRS = [(20, 1000, 0, 1000), (5, 100, 50, 1000), (1, 7, 0, 3), (12, 3456, 7, 98765), (300, 20000, 100, 30000),
         (0, 500, 9, 800), (2, 2, 0, 10), (1, 250000, 1, 2500000), (17, 400, 31, 52000), (4, 4000, 40, 4000)]
CHI = ["0.000001", "0.01", "0.5", "1", "2.5", "3.841458820694124", "6.6349", "7.9", "8", "8.1", "10.83", "15.13", "40",
       "100", "700"]
DICE = [(1, 1, 1), (5, 20, 30), (12, 4000, 15), (3, 3, 90000)]
PARTS = [[(100, 3), (100, 3)], [(900, 0), (100, 5)], [(10, 1), (20, 0), (30, 4), (40, 2)], [(7, 7)],
         [(1, 0), (1, 0), (1, 1), (97, 0)]]


def show(value):
    return mp.nstr(value, 17, min_fixed=-30, max_fixed=30) if abs(value) > mpf(10) ** -25 else mp.nstr(value, 17)


def log_likelihood(a, n_a, b, n_b):
    total = mpf(n_a + n_b)
    cells = [(a, n_a, a + b), (b, n_b, a + b), (n_a - a, n_a, total - a - b), (n_b - b, n_b, total - a - b)]
    return 2 * sum(o * log(o * total / (row * col)) for o, row, col in cells if o)


def log_ratio(a, n_a, b, n_b):
    return log((mpf(a or "0.5") / n_a) / (mpf(b or "0.5") / n_b), 2)


def mutual_information(a, n_a, b, n_b):
    return log(a / (mpf(n_a) * (a + b) / (n_a + n_b)), 2) if a else mpf(0)


def p_value(g2):
    return gammainc(mpf(1) / 2, mpf(g2) / 2, mp.inf, regularized=True)


def deviation(parts):
    n_tokens, n_word = sum(p[0] for p in parts), sum(p[1] for p in parts)
    return sum(abs(mpf(v) / n_word - mpf(s) / n_tokens) for s, v in parts) / 2


def main():
    print("# Written by fixture.py. Measure, arguments, value.")
    for pair in PAIRS:
        arguments = " ".join(map(str, pair))
        for name, measure in [("log-likelihood", log_likelihood), ("log-ratio", log_ratio),
                              ("mutual-information", mutual_information)]:
            print(name, arguments, show(measure(*pair)), sep="\t")
        g2 = log_likelihood(*pair)
        print("p-of-pair", arguments, show(p_value(g2)), sep="\t")
    for g2 in CHI:
        print("p-value", g2, show(p_value(g2)), sep="\t")
    for together, first, second in DICE:
        print("log-dice", f"{together} {first} {second}", show(14 + log(2 * mpf(together) / (first + second), 2)), sep="\t")
    for parts in PARTS:
        print("deviation", " ".join(f"{s} {v}" for s, v in parts), show(deviation(parts)), sep="\t")
    print("per-ten-thousand", "7 12345", show(mpf(70000) / 12345), sep="\t")


main()
