"""Compiles Tables/home-shares.tsv and Tables/home-arrivals.tsv. usage: python3 homes.py TABLES
TABLES: this project's tables, with places.tsv and villages.txt.gz. People, in- and out-migrants between provinces in 10,000, census 2020 (recalled, rounded); those of Taiwan, Hong Kong and Macao are set low, for hardly anybody from there stands in a rescue station."""
import collections, gzip, sys
tables = sys.argv[1]
PEOPLE = dict(zip('11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65'.split(),
  [(2189, 842, 47), (1387, 353, 70), (7461, 316, 548), (3492, 162, 199), (2405, 169, 183), (4259, 285, 188), (2407, 100, 241), (3185, 83, 393), (2487, 1048, 40), (8475, 1031, 420), (6457, 1618, 236),
   (6103, 155, 1152), (4154, 489, 150), (4519, 128, 634), (10153, 413, 425), (9937, 127, 1610), (5775, 225, 599), (6644, 158, 804), (12601, 2962, 170), (5013, 136, 811), (1008, 109, 45), (3205, 219, 417),
   (8367, 259, 1036), (3856, 115, 845), (4721, 223, 298), (365, 41, 14), (3953, 193, 299), (2502, 77, 345), (592, 42, 45), (720, 68, 45), (2585, 339, 60)]))
OUTSIDE = {'71': 40, '81': 10, '82': 2}
native = {p: n - into + out for p, (n, into, out) in PEOPLE.items()}
mean = sum(out for _, _, out in PEOPLE.values()) / sum(native.values())
# half of those found are from near by or settled, half travelled as migrants do
weight = {p: native[p] * (.5 + .5 * PEOPLE[p][2] / native[p] / mean) for p in PEOPLE} | OUTSIDE
places = {r[0]: r for r in (l.rstrip('\n').split('\t') for l in open(f'{tables}/places.tsv', encoding='utf8') if l[0] != '#')}
counties = {c for c in places if len(c) == 6} | {c for c in places if len(c) == 4 and not any(k.startswith(c) and len(k) == 6 for k in places)}
villages = collections.Counter()
for line in gzip.open(f'{tables}/villages.txt.gz', 'rt', encoding='utf8'):
    if line[0] == '#': continue
    code = line[:6] if line[:6] in counties else line[:4]
    villages[code] += max(1, line.count(','))
below = collections.Counter()
for c in counties: below[c[:2]] += villages[c] or 20
total = sum(weight.values())
with open(f'{tables}/home-arrivals.tsv', 'w', encoding='utf8') as f:
    f.write('# Share of the people of a province who moved there from another one, census 2020 (recalled, rounded). Columns: province, share. Reliability B.\n')
    for p, (n, into, _) in PEOPLE.items(): f.write(f'{p}\t{into / n:.2f}\n')
with open(f'{tables}/home-shares.tsv', 'w', encoding='utf8') as f:
    f.write('# Share of the people without a known home who come from a county, before anything is known: census 2020 people and migrants of its province (recalled, rounded), spread over its counties by their number of villages (villages.txt.gz). Columns: code, share. Reliability B.\n')
    for c in sorted(counties): f.write(f"{c}\t{weight[c[:2]] / total * (villages[c] or 20) / below[c[:2]]:.3g}\n")
