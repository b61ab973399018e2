"""Compiles Tables/region-hints.tsv. usage: python3 regions.py FACTS TABLES
FACTS: dialect-words.tsv, dialect-mergers-by-area.tsv, dialect-marker-occurrence.tsv, counties.tsv and geography/*.tsv. TABLES: this project's tables, with simplified.tsv and villages.txt.gz.
P of a row: strong, medium, weak as below; how far a row is believed is the reader's business, by its reliability. Rows marked contradicted or contradicted by the word table are left out."""
import collections, csv, gzip, re, sys
facts, tables = sys.argv[1:]
P = {'strong': .6, 'medium': .35, 'weak': .15}
ELSEWHERE = .03
pair = [l.rstrip('\n').split('\t') for l in open(f'{tables}/simplified.tsv', encoding='utf8') if l[0] != '#'][0]
SIMPLE = dict(zip(pair[0], pair[1])) | dict(zip('裏裡麽甚麼喫搯髒', '里里么什么吃掏脏'))
simple = lambda s: ''.join(SIMPLE.get(c, c) for c in s)
read = lambda f: [r for r in csv.DictReader((l for l in open(f'{facts}/{f}', encoding='utf8') if l[0] != '#'), delimiter='\t', quoting=csv.QUOTE_NONE)]
area = lambda r: '@' + '－'.join(r['area'].split('－')[:2]) if r.get('area_kind') == 'dialect' else r['area']
rows = []
def words(text):
    """Ways of saying: what stands in brackets explains, a slash parts."""
    text = re.sub(r'[（(][^）)]*[）)]', '', simple(text)).replace('"', '')
    return [w for w in dict.fromkeys(x.strip(' …“”') for x in re.split('[/、,，]', text)) if w]
def add(kind, topic, said, reliability, source, areas, elsewhere=ELSEWHERE):
    said = words(said) if isinstance(said, str) else said
    if said and areas: rows.append((kind, simple(topic), '/'.join(said), reliability, source, f'{elsewhere:.3g}', ' '.join(f'{a}:{p:.3g}' for a, p in sorted(areas.items()))))
def grouped(file, kind, topic, said, weight='weight', keep=lambda r: True, source='general knowledge'):
    groups = collections.OrderedDict()
    for r in read(file):
        if r[weight] in P and r.get('check') != 'other_word_in_table' and keep(r) and r['area'] != '00': groups.setdefault((kind(r), topic(r), said(r)), []).append(r)
    for (k, t, w), g in groups.items():
        best = min(r['reliability'] for r in g)
        add(k, t, w, best, '汉语方言词汇, liusinitic (CC BY 4.0); extension to areas ours' if best == 'A' else source, {area(r): P[r[weight]] for r in g})
grouped('geography/terms.tsv', lambda r: 'word', lambda r: r['concept'], lambda r: r['word'])
grouped('geography/kinship-and-phrases.tsv', lambda r: 'phrase', lambda r: r['group'], lambda r: r['heard'], keep=lambda r: r['type'] == 'phrase')
KIND = {'冬至': 'festival', '节日': 'festival', '腊八/小年': 'festival', '清明端午中秋': 'festival', '过年主食': 'festival', '赶集天': 'market', '日常食物': 'food'}
grouped('geography/food-festival.tsv', lambda r: KIND.get(r['group'], 'food'), lambda r: r['group'] if r['group'] != '日常食物' else words(r['item'])[0] if words(r['item']) else r['item'],
        lambda r: re.sub('^(小年|冬至|年夜饭|端午|清明|中秋|腊八|重阳|寒食节)?吃(?=.{2})', '', r['item']) if r['group'] != '赶集天' else r['item'].replace('集日叫', ''))
# festivals are also told without their last word
rows = [(k, t, '/'.join(dict.fromkeys(x for w in ws.split('/') for x in ([w, w[:-1]] if k == 'festival' and w.endswith('节') and len(w) > 2 and w[:-1] not in ('春',) else [w]))), *rest) for k, t, ws, *rest in rows]
# single sounds that people imitate ("人说成银"): by region, as far as the word table does not contradict
shifts = collections.OrderedDict()
for r in read('geography/kinship-and-phrases.tsv'):
    if r['type'] != 'accent' or r['weight'] not in P: continue
    for said in re.split('[,，、;]', simple(r['heard'])):
        m = re.match('(.)(?:说成|说|=)(.+)', said)
        if not m or not re.match('[\u4e00-\u9fff]', m.group(1)): continue
        to = re.findall('[\u4e00-\u9fff]|[a-z]{2,6}', re.sub('带入声|卷舌弱|不分', '', m.group(2)))
        for one in to: shifts.setdefault((m.group(1), one), []).append(r)
for (spoken, heard), g in shifts.items(): add('shift', spoken, [heard], min(r['reliability'] for r in g), 'general knowledge', {area(r): P[r['weight']] for r in g})
# crops: P in proportion to the share of the nation's crop over the share of its people
people = dict(zip('11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65'.split(), [2189, 1387, 7461, 3492, 2405, 4259, 2407, 3185, 2487, 8475, 6457, 6103, 4154, 4519, 10153, 9937, 5775, 6644, 12601, 5013, 1008, 3205, 8367, 3856, 4721, 365, 3953, 2502, 592, 720, 2585]))
MORE = {'玉米': '玉米地/掰玉米', '稻': '水稻/稻谷/稻子/插秧/种稻/谷子田', '小麦': '麦子/冬小麦/割麦', '马铃薯': '土豆', '甘薯': '红薯', '大豆': '黄豆', '谷子(小米)': '小米/谷子', '绵羊/山羊': '放羊/养羊', '柑橘/橙/柚': '柑橘/橘子/桔子/橙子/柚子', '烟草': '烤烟/烟叶', '海鱼/海产': '出海打鱼/打渔/海鱼/赶海', '鱼塘/淡水鱼': '鱼塘', '鸭鹅水禽': '养鸭/放鸭/养鹅', '蚕桑': '养蚕/蚕茧/桑树', '向日葵': '葵花', '茶': '采茶/茶叶/茶园/种茶', '水牛': '水牛', '竹': '竹子/竹林/毛竹', '生猪': '', '马': '', '燕麦/莜麦': '莜麦/燕麦'}
total = sum(people.values())
crops = collections.OrderedDict()
for r in read('geography/crops-by-province.tsv'): crops.setdefault((r['kind'], r['item']), []).append(r)
for (kind, item), g in crops.items():
    said = words(item) + words(MORE[item]) if item in MORE else words(item)
    if item in MORE and MORE[item] == '': continue
    # a village that grows it grows it, however much its province sells: the root of the share a head
    areas = {r['province_code']: min(.9, .15 * (float(r['share_of_national_pct']) / 100 * total / people[r['province_code']]) ** .6) for r in g if r['share_of_national_pct']}
    add('crop', words(item)[0], [w for w in said if len(w) > 1], min(r['reliability'] for r in g), '国家统计局 yearbooks around 2020 (recalled)', areas, .03)
# land: what a prefecture's terrain, snow, heating, houses are
land = collections.defaultdict(dict); terrain = read('geography/terrain-climate.tsv')
FLAGS = {'mountains': ('山', '大山/山区/山里/深山/山上/山脚/山村/爬山/梯田/山沟', .75, .25), 'plain': ('平原', '平原/一马平川/没有山', .6, .12), 'coast': ('海', '海边/大海/靠海/沿海/渔港/赶海/看见海/码头边的海', .5, .01), 'river': ('大江', '大江/江边/大河边/过江/轮渡/渡船', .35, .12), 'lake': ('湖', '湖边/大湖/湖区', .3, .05),
  'grassland': ('草原', '草原/大草原/草地放牧', .6, .015), 'desert': ('沙漠', '沙漠/戈壁/沙窝', .5, .01), 'plateau': ('高原', '高原/塬/黄土坡/黄土高原', .4, .04), 'karst': ('石山', '石山/石头山/溶洞/山洞', .5, .08), 'island': ('岛', '海岛/岛上', .4, .01)}
for flag, (topic, said, inside, outside) in FLAGS.items():
    add('land', topic, said, 'B', 'general geography (recalled)', {r['area']: inside for r in terrain if flag in r['flags'].split(',')}, outside)
flat = lambda field, test: {r['area'] for r in terrain if test(r[field])}
def state(kind, topic, said, field, test, inside, outside): add(kind, topic, said, 'C', 'provincial defaults (recalled)', {a: inside for a in flat(field, test)}, outside)
state('snow', '常下雪', '年年下雪/每年下雪/大雪/很厚的雪/冬天很冷/结冰/滑冰', 'snow', lambda s: s.startswith('每年'), .7, .12)
state('snow', '不下雪', '不下雪/没见过雪/从不下雪/冬天不冷', 'snow', lambda s: s.startswith('无'), .7, .05)
state('heating', '炕', '炕/火炕/土炕/热炕/睡炕', 'heating', lambda s: '炕' in s, .7, .02)
state('heating', '火塘', '火塘', 'heating', lambda s: '火塘' in s, .5, .02)
state('heating', '火墙', '火墙', 'heating', lambda s: '火墙' in s, .4, .01)
state('heating', '暖气', '暖气', 'heating', lambda s: '暖气' in s and '无' not in s, .4, .03)
for topic, said, key, inside in (('窑洞', '窑洞/土窑', '窑', .5), ('吊脚楼', '吊脚楼/木楼', '吊脚楼', .4), ('木楼', '木楼/木房子/木头房子/木板房', '木', .35), ('竹楼', '竹楼', '竹楼', .4), ('蒙古包', '蒙古包/毡房/帐篷', ('蒙古包', '毡房', '帐篷'), .4), ('土楼', '土楼/围屋/围龙屋/圆楼', ('土楼', '围屋', '围龙屋'), .4), ('碉房', '碉房/碉楼/石头房子/石板房', ('碉', '石板房', '石屋'), .4), ('平顶房', '平顶房/平房顶', '平顶', .5), ('厝', '红砖厝/大厝/骑楼', ('厝', '骑楼'), .4), ('四合院', '四合院/胡同', '四合院', .4), ('土坯房', '土坯房/土房/干打垒', '土房', .4)):
    keys = (key,) if isinstance(key, str) else key
    state('house', topic, said, 'house', lambda s: any(k in s for k in keys), inside, .02)
seen = collections.defaultdict(set)
for r in terrain:
    for thing in words(r['seen'].replace(',', '/')):
        if len(thing) > 1: seen[thing].add(r['area'])
for thing, at in seen.items():
    if len(at) <= 25 and not any(thing in r[2].split('/') for r in rows if r[0] in ('crop', 'land', 'food', 'house')): add('seen', thing, thing, 'C', 'general geography (recalled)', {a: .3 for a in at}, .06)
# peoples: the share of a county's people
peoples = collections.defaultdict(dict); good = {}
SHARE = {'named': .35, 'many': .12}
for r in sorted(read('geography/ethnicity-by-county.tsv'), key=lambda r: {'province': 0, 'prefecture': 1, 'county': 2}[r['area_kind']]):
    names = re.split('[、/]', r['peoples'])
    for name in names:
        p = min(.95, float(r['share_pct']) / 100) if r['share_pct'] else SHARE.get(r['basis'], .12) / (1 if len(names) == 1 else 1.5)
        if r['area_kind'] == 'province' and not r['share_pct']: continue
        peoples[name][r['area']] = max(p, peoples[name].get(r['area'], 0)); good[name] = min(good.get(name, 'C'), r['reliability'])
for name, areas in peoples.items():
    for p in [a for a in areas if len(a) == 2]:
        # most of a province's people of a group live in the divisions named for it
        if any(len(a) > 2 and a[:2] == p for a in areas): areas[p] *= .25
    add('people', name, [name, name.removesuffix('族')] if len(name) > 2 else [name], good[name], 'names of autonomous divisions (counties.tsv); census 2010/2020 (recalled)', areas, .002)
# dress, custom and belief that go with a people
CUSTOMS = {'银饰': ('银圈/银项圈/银帽/银饰/银手镯/银花/银角', '苗族 侗族 瑶族 水族'), '芦笙': ('芦笙', '苗族 侗族 水族'), '披毡': ('披毡/察尔瓦/查尔瓦/毕摩', '彝族'), '火把': ('火把节/火把', '彝族 白族 纳西族 哈尼族 傈僳族'), '不吃猪肉': ('不吃猪肉/清真/礼拜/阿訇/清真寺/白帽/戴盖头/油香', '回族 东乡族 撒拉族 保安族 维吾尔族'), '馕': ('馕/巴扎/花帽/抓饭', '维吾尔族 哈萨克族 乌孜别克族'), '小和尚': ('小和尚/缅寺/泼水/筒裙/孔雀舞/包烧', '傣族 布朗族 德昂族 阿昌族'), '经幡': ('经幡/转经/喇嘛/哈达/酥油/糌粑/玛尼', '藏族 门巴族 珞巴族'), '马奶': ('马奶/奶茶/蒙古袍/敖包/长调', '蒙古族 哈萨克族'), '风雨桥': ('风雨桥/鼓楼/侗歌/侗布', '侗族'), '盘王': ('盘王/长鼓', '瑶族'), '哭嫁': ('哭嫁/摆手舞/西兰卡普', '土家族'), '对歌': ('对歌/歌圩/绣球/五色饭/五色糯米饭', '壮族 布依族'), '打糕': ('打糕/泡菜坛/长鼓舞/跷跷板', '朝鲜族'), '不吃狗肉': ('不吃狗肉/不杀狗/不吃狗', '满族 藏族 彝族 蒙古族 瑶族 回族'), '打油茶': ('打油茶', '侗族 瑶族 苗族'), '三道茶': ('三道茶/扎染', '白族'), '口弦': ('口弦', '彝族 傈僳族 羌族'), '蜡染': ('蜡染/百褶裙', '苗族 布依族'), '缠头帕': ('头帕/包头帕/缠头/裹头布', '苗族 彝族 土家族 布依族 羌族')}
for topic, (said, groups) in CUSTOMS.items():
    areas = {}
    for g in groups.split():
        for a, p in peoples.get(g, {}).items(): areas[a] = min(.9, areas.get(a, 0) + p)
    add('custom', topic, said.split('/'), 'B', 'general ethnography (recalled), by where the peoples live', areas, .004)
# numbers and letters on papers, plates, letters
codes = collections.OrderedDict()
for r in read('geography/transport-and-codes.tsv'):
    if r['kind'] in ('plate', 'phone_area', 'postal', 'rail', 'transport_word') and r['area'] != '00': codes.setdefault((r['kind'], r['key']), []).append(r)
for (kind, key), g in codes.items():
    kind = {'phone_area': 'phone', 'transport_word': 'word'}.get(kind, kind)
    if kind == 'postal': key = key.zfill(6)
    add(kind, '交通' if kind == 'word' else key, key, min(r['reliability'] for r in g), g[0]['source'].split('；')[0], {r['area']: .5 for r in g}, {'rail': .05, 'word': .03}.get(kind, .002))
# mergers of sounds: what a listener notes, by the share of points of an area that merge
SOUNDS = [('n l 不分', ['n=l_洪(南蘭)'], 'nl不分/ln不分/鼻边音不分/鼻音边音不分', 0), ('f h 不分', ['f=h_u(湖扶/灰飛)', 'f=hu_(灰飛花發)'], 'fh不分/hf不分/飞灰不分', 0), ('平翘舌不分', ['zh=z', 'ch=c', 'sh=s'], '平翘舌不分/平翘不分/不分平翘舌/平舌翘舌不分/没有翘舌音/无翘舌音/不会翘舌/翘舌音不分/zhz不分/zzh不分/shs不分/ssh不分/zhchsh说成zcs/平卷舌不分', 0),
  ('前后鼻音不分', ['in=ing', 'en=eng'], '前后鼻音不分/前后鼻不分/不分前后鼻音/前鼻音后鼻音不分/inging不分/eneng不分', 0), ('an ang 不分', ['an=ang'], 'anang不分/an和ang不分', 0), ('分尖团', ['尖=團'], '分尖团/尖团分明/尖音', 1), ('没有撮口', ['雨=椅(無撮口)'], '没有撮口呼/无撮口/雨椅不分/yu说成yi', 0), ('有入声', ['入聲塞尾'], '有入声/保留入声/入声', 0), ('街说成该', ['見系二等未顎化(街鞋角)'], '街读该/街说成该/鞋说成孩/鞋读孩/街鞋不颚化', 0), ('r 说成 l 或 y', ['r→z/l/Ø/n(人日熱肉)'], 'rl不分/r说成l/r说成y/不会发r', 0)]
mergers = read('dialect-mergers-by-area.tsv')
def mean(r, columns):
    known = [float(r[c]) for c in columns if r[c]]
    return sum(known) / len(known) if known else .3
for topic, columns, said, inverse in SOUNDS:
    value = lambda r: max(.02, min(.98, 1 - mean(r, columns) if inverse else mean(r, columns)))
    points = sum(int(r['n_points']) for r in mergers if '－' not in r['area'])
    overall = sum(value(r) * int(r['n_points']) for r in mergers if '－' not in r['area']) / points
    add('sound', topic, said.split('/'), 'A', '漢字音典 MCPDict readings, share of points with the merger', {'@' + r['area']: value(r) for r in mergers if r['area'] != '全部' and int(r['n_points']) >= 2}, overall)
# words that the surveyed cities use, by concept: P by the share of a dialect group's cities that list the word
CITY = dict(Beijing='110101', Changsha='430102', Chaozhou='445102', Chengdu='510104', Fuzhou='350102', Guangzhou='440103', Guilin='450302', Ha_erbin='230102', Hefei='340103', Jinan='370102', Jixi='341824', Kunming='530102', Loudi='431302', Meixian='441403', Nanchang='360102', Nanjing='320102', Rongcheng='371082', Shenyang='210102', Suzhou='320508', Taiyuan='140106', Wenzhou='330302', Xi_an='610102', Xiamen='350203', Yangjiang='441702', Yangzhou='321002')
dialect = {l.split('\t')[0]: l.rstrip('\n').split('\t')[8] for l in open(f'{facts}/counties.tsv', encoding='utf8') if l[0] != '#' and l.count('\t') >= 8}
part = {c: '－'.join(dialect[k].split('－')[:2]) for c, k in CITY.items()}
asked = collections.defaultdict(set); said = collections.defaultdict(set)
for r in read('dialect-words.tsv'):
    concept = r['concept']
    if concept == '?' or not re.fullmatch('[\u3400-\u9fff]{1,6}', r['word']): continue
    for city in r['points'].split(','): asked[concept].add(city); said[simple(concept), simple(r['word'])].add(city)
    asked[simple(concept)] |= asked[concept]
PLAIN = set('一 二 三 十 百 千 个 只 条 好 大 小 多 少 来 去 上 下 里 外 东 西 南 北 红 白 黑'.split())
for (concept, word), cities in said.items():
    if len(cities) > .5 * len(asked[concept]) or len(word) < 2 or word == concept or word in PLAIN or len(asked[concept]) < 10: continue
    group = collections.Counter(part[c].split('－')[0] for c in cities); known = collections.Counter(part[c].split('－')[0] for c in asked[concept])
    areas = {'@' + g: .03 + .4 * n / (known[g] + .5) for g, n in group.items()}
    for c in cities: areas['@' + part[c]] = .55
    for c in cities: areas[CITY[c][:4]] = .7
    add('word', concept, [word], 'A', '汉语方言词汇, liusinitic (CC BY 4.0)', areas, .02)
# characters of speech that tables of readings list, by dialect group
head = None
for r in read('dialect-marker-occurrence.tsv'):
    item = simple(r['item']); head = head or {c: c.split('(')[0] for c in r if c not in ('kind', 'item')}
    values = {head[c]: float(r[c]) for c in head}
    if not 0 < sum(values.values()) or max(values.values()) < .1 or len(item) > 4: continue
    add('marker', item, [item], 'A', '漢字音典 MCPDict, share of points that list it', {'@' + a: max(.01, min(.9, v)) for a, v in values.items()}, max(.01, sum(values.values()) / len(values)))
# surnames in the names of villages (张家庄, 李家湾): a prefecture's share against the nation's
SURNAMES = set('王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强帅屠豆朴盖练廉禹井祖漆巴丰支卿国狄平计索宣晋相初门云容敬来扈晁芮都普阙浦戈伏鹿薄邸雍辜羊阿乌母裘亓修邰赫杭况那宿鲜印逯隆茹诺战慕危玉银亢嵇公哈湛宾戎勾茅利於呼居揭干但尉冶斯元束檀衣信展阴昝智幸奉植衡富尧闭由'.strip())
county = collections.Counter(); by = collections.defaultdict(collections.Counter)
for line in gzip.open(f'{tables}/villages.txt.gz', 'rt', encoding='utf8'):
    if line[0] == '#': continue
    at = line[:4]
    for name in line.rstrip('\n').split(',')[1:]:
        m = re.match('(.)(?:家|[庄楼寨屯营集店铺垸](?:村|社区|\\d*$))', name)
        if m and m.group(1) in SURNAMES: by[m.group(1)][at] += 1; county[at] += 1
everywhere = sum(county.values())
for name, at in sorted(by.items()):
    n = sum(at.values())
    if n < 40: continue
    base = n / everywhere
    # by province and prefecture, shrunk towards the nation: how villages are named differs more than who lives there
    areas = {}
    for a in county:
        shrunk = (at[a] + 100 * base) / (county[a] + 100)
        areas[a] = base * max(.5, min(2.5, (shrunk / base) ** .7))
    add('surname', name, [name], 'B', 'names of villages (villages.txt.gz)', {a: p for a, p in areas.items() if abs(p / base - 1) > .25}, base)
# how names of villages end, by sound: a village that no list knows still ends as its neighbours do
reading = {}
for line in open(f'{tables}/readings.tsv', encoding='utf8'):
    if line[0] == '#': continue
    sound, first, _ = (line.rstrip('\n') + '\t\t').split('\t')[:3]
    for c in first: reading[c] = sound
LEVEL = re.compile('(社区居委会|社区|嘎查|村委会|居委会|大队|村)$')
ends = collections.defaultdict(collections.Counter); names = collections.Counter()
for line in gzip.open(f'{tables}/villages.txt.gz', 'rt', encoding='utf8'):
    if line[0] == '#': continue
    at = line[:4]
    for name in line.rstrip('\n').split(',')[1:]:
        name = re.sub('\\d+$', '', name); core = LEVEL.sub('', name)
        if len(core) < 2 or any(c not in reading for c in core[-2:]): continue
        names[at] += 1
        ends[reading[core[-1]]][at] += 1
        if len(core) > 2: ends[reading[core[-2]] + ' ' + reading[core[-1]]][at] += 1
total = sum(names.values())
for end, at in sorted(ends.items()):
    n = sum(at.values()); base = n / total
    if n < (150 if ' ' in end else 600): continue
    areas = {a: (at[a] + 200 * base) / (names[a] + 200) for a in names}
    areas = {a: p for a, p in areas.items() if p > 1.6 * base}
    # where a prefecture is not named the ending is as rare as the rest of its villages have it
    rest = max(n - sum(at[a] for a in areas), 0) / max(1, total - sum(names[a] for a in areas))
    if areas: add('ending', end, [end], 'A', 'names of villages (villages.txt.gz)', areas, max(rest, base * .05))
with open(f'{tables}/region-hints.tsv', 'w', encoding='utf8') as f:
    f.write('# Hints at a region: kind, topic, words, reliability (A read, B published and recalled, C recalled or estimated), source, P elsewhere, P by division code or by @dialect area. Compiled by compile/regions.py; words of cities from 汉语方言词汇 and liusinitic (CC BY 4.0) through lexibank, mergers and markers from 漢字音典 MCPDict (MIT), plates from 5chao/busPlate, area codes from JioNLP (Apache-2.0) and py-cn-phone-area-code (MIT).\n')
    for r in rows: f.write('\t'.join(r) + '\n')
print(len(rows), collections.Counter(r[0] for r in rows))
