"""Compiles Tables/landmarks.tsv from landmarks.txt and farms.txt beside this file. usage: python3 landmarks.py TABLES
A name of its own is mentioned by three in ten of those who live there, by few of the same prefecture and hardly by others; a product that many grow tells less. Estimated."""
import os, re, sys
tables, here = sys.argv[1], os.path.dirname(os.path.abspath(__file__))
NAMED, WHOLE, NEAR = .3, .12, .04
ELSEWHERE = {'river': .0006, 'product': .02}
# names that several rivers bear
SHARED = {'后河', '锦江', '清江', '东江', '西江', '北江', '洛河'}
full, bare, province = {}, {}, {}
for line in open(f'{tables}/places.tsv', encoding='utf8'):
    if line[0] == '#': continue
    code, name, short = line.split('\t')[:3]
    if len(code) == 2: province[short] = code
    full.setdefault(name, []).append(code); bare.setdefault(short, []).append(code)
missing = []
def code(name):
    within = ''
    if '.' in name: short, name = name.split('.'); within = province[short]
    found = [c for c in full.get(name, []) if c.startswith(within)]
    if len(found) > 1: found = [max(found, key=len)] if all(max(found, key=len).startswith(f) for f in found) else []
    if len(found) != 1: missing.append(name); return None
    return found[0]
digits = lambda n, zero: ''.join('零一二三四五六七八九'[int(d)] if d != '0' else zero for d in str(n))
rows = []
def add(kind, words, places, elsewhere):
    codes = [c for c in map(code, places.split()) if c]
    areas = {}
    for c in codes:
        if len(c) == 6 and elsewhere < .02 and not c[:4].endswith('90'): areas.setdefault(c[:4], NEAR)
    for c in codes: areas[c] = NAMED if len(c) == 6 else max(WHOLE, areas.get(c, 0))
    if areas: rows.append((kind, words[0], '/'.join(words), 'B', 'general geography (recalled)', f'{elsewhere:.3g}', ' '.join(f'{a}:{p:.3g}' for a, p in sorted(areas.items()))))
for line in open(f'{here}/landmarks.txt', encoding='utf8'):
    if line[0] == '#' or not line.strip(): continue
    kind, words, places = line.rstrip('\n').split('|')
    words = words.split('/')
    add(kind, words, places, .01 if words[0] in SHARED else ELSEWHERE.get(kind, .0003))
for line in open(f'{here}/farms.txt', encoding='utf8'):
    if line[0] == '#' or not line.strip(): continue
    span, places = line.rstrip('\n').split('|')
    first, last, what = re.fullmatch(r'(\d+)(?:-(\d+))?(\D+)', span).groups()
    words = []
    for n in range(int(first), int(last or first) + 1):
        said = [str(n), digits(n, '零'), digits(n, '〇'), digits(n, '0')]
        if n > 99: said.append('一二三四五六七八九'[n // 100 - 1] + '百' + ('' if n % 100 == 0 else '零' + digits(n % 100, '') if n % 100 < 10 else digits(n % 100 // 10, '') + '十' + ('' if n % 10 == 0 else digits(n % 10, ''))))
        if 9 < n < 100: said.append(('' if n < 20 else digits(n // 10, '')) + '十' + ('' if n % 10 == 0 else digits(n % 10, '')))
        words += [w + what for w in dict.fromkeys(said)]
    add('farm', words, places, .00002)
with open(f'{tables}/landmarks.tsv', 'w', encoding='utf8') as f:
    f.write('# Rivers, mountains, lakes, reservoirs, mines, farms, sights and products that people remember of home: kind, topic, words, reliability, source, P elsewhere, P by division code. Compiled by compile/landmarks.py from general geography.\n')
    for r in rows: f.write('\t'.join(r) + '\n')
print(len(rows), 'rows; unknown:', sorted(set(missing)))
