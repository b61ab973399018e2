"""Compiles Tables/readings.tsv and Tables/confusions.tsv.
usage: python3 sounds.py Unihan_Readings.txt[.bz2] heard-confusions-by-area.tsv OUTFOLDER
Unihan: Debian package unicode-data. Confusions: share of points per area, columns area, n_points, kind, true, heard, p."""
import bz2, collections, re, sys, unicodedata
unihan, confusions, out = sys.argv[1:]
def toneless(p):
    p = unicodedata.normalize('NFD', p.lower().replace('ü', 'v')).replace('u\u0308', 'v')
    return re.sub('[^a-z]', '', ''.join(c for c in p if not unicodedata.combining(c)))
first, rest = {}, collections.defaultdict(list)
opened = bz2.open(unihan, 'rt', encoding='utf8') if unihan.endswith('.bz2') else open(unihan, encoding='utf8')
for line in opened:
    if line.startswith('#') or line.count('\t') < 2: continue
    code, key, value = line.rstrip('\n').split('\t')
    if key not in ('kMandarin', 'kHanyuPinlu', 'kTGHZ2013', 'kXHC1983'): continue
    c = chr(int(code[2:], 16))
    if ord(c) > 0xFFFF: continue
    for part in value.split(' '):
        part = re.sub(r'\(.*', '', part.split(':')[-1])
        for p in part.split(','):
            t = toneless(unicodedata.normalize('NFC', p))
            if not t: continue
            if key == 'kMandarin': first.setdefault(c, t)
            rest[c].append(t)
table = collections.defaultdict(lambda: (set(), set()))
for c, ts in rest.items():
    main = first.get(c, ts[0])
    for t in set(ts) | {main}: table[t][0 if t == main else 1].add(c)
with open(f'{out}/readings.tsv', 'w', encoding='utf8') as f:
    f.write('# Toneless syllable (v = ü), the characters read so first, the characters that may be read so. Source: Unihan kMandarin; kHanyuPinlu, kTGHZ2013, kXHC1983 (Unicode licence).\n')
    for t in sorted(table): f.write(f"{t}\t{''.join(sorted(table[t][0]))}\t{''.join(sorted(table[t][1]))}\n")
rows = collections.defaultdict(list)
for line in open(confusions, encoding='utf8'):
    if line.startswith('#') or line.startswith('area\t'): continue
    area, _, kind, true, heard, p = line.rstrip('\n').split('\t')
    if float(p) >= .01: rows[area, kind, true].append((-float(p), heard))
with open(f'{out}/confusions.tsv', 'w', encoding='utf8') as f:
    f.write('# P(heard | true) of Mandarin initials (I) and finals (F) by dialect area, at least 0.01; ɨ = the i of zhi and zi, v = ü, - = no initial; 全部 = all areas. Source: character readings of 漢字音典 MCPDict (MIT) through a listener model; good for ranking, not a phonetic measurement.\n')
    for (area, kind, true), hs in sorted(rows.items()):
        f.write(f"{area}\t{kind}\t{true or '-'}\t{' '.join(f'{h or chr(45)}:{-p:g}' for p, h in sorted(hs))}\n")
