using FamilyReunite.Matching.Linkage.Invented;

namespace FamilyReunite.Benchmarks.Linkage;

/// <summary>Names of four languages in Latin letters, each part in several romanisations; as a list to be found among strangers, and as pairs to be told apart.</summary>
internal sealed class WatchList(int seed)
{
    private static readonly string[] Arabic = Words("mohammed/muhammad/mohamed/mohamad/muhammed ahmed/ahmad/ahmet hussein/husayn/hussain/husain hassan/hasan abdullah/abdallah/abdulla yusuf/youssef/yousef/yousuf ibrahim/ebrahim khalid/khaled/chalid omar/umar said/saeed/sayed/saïd mahmoud/mahmud/mehmood khalil/halil jamal/gamal/djamel nasser/nasir/naser faisal/faysal/feisal abdulrahman/abdurrahman/abd-al-rahman/abderrahmane qasim/kasim/kassem/qassem sulayman/suleiman/soleiman zayd/zaid/zeid tariq/tarek/tareq rashid/rasheed/rachid walid/waleed/oualid mustafa/mostafa/moustapha osama/usama bilal/billal hamid/hameed/hamed anwar/anouar salim/saleem/selim karim/kareem rafiq/rafik/rafeeq munir/mounir/muneer habib/habeeb latif/lateef majid/majeed/madjid nabil/nabeel sharif/shareef/cherif zubayr/zubair/zoubir idris/idrees/driss ayman/aiman/aymen marwan/merouane luqman/lokman/lukman yasin/yaseen/yassine taha ilyas/elias/ilias amin/ameen/amine bashir/basheer/bachir jalal/galal/djelal harun/haroon/haroun");
    private static readonly string[] Family = Words("al-shami/el-shamy/shami al-libi/el-liby al-qahtani/alqahtani/al-kahtani al-zarqawi/zarkawi/al-zarkaoui al-harbi/elharbi haqqani/hakkani ghailani/gailani akhundzada/akhund-zada al-masri/el-masry/almasri hamidullah/hameedullah al-jabouri/al-juburi/aljabburi bouchiba/bushiba omari/umari noorzai/nurzai al-douri/al-duri/ad-duri zawahri/zawahiri al-tunisi/et-tounsi al-yamani/el-yemeni al-sharqi/ech-charki hekmatyar/hikmatyar mansoor/mansur/mansour durrani/dourani yaqubi/yakoubi/jaqubi al-khalifi/elkhalifi/khalifi barakzai/barakzay popalzai/popalzay wazir/wazeer mehsud/mahsud/masood tajik/tadjik bukhari/boukhari turabi/tourabi al-hakim/elhakeem/hakim samarrai/al-samarai zubaydi/al-zubaidi dulaymi/al-dulaimi tikriti/at-tikriti fallahi/falahi jumaili/al-jumayli");
    private static readonly string[] Russian = Words("sergei/sergey/serguei dmitri/dmitry/dmitriy/dimitri yuri/yury/iouri/jurij alexei/aleksey/alexey andrei/andrey nikolai/nikolay mikhail/michail/mihail alexander/aleksandr/oleksandr vladimir/wladimir evgeny/yevgeny/evgenii/eugeny viktor/victor oleg igor gennady/gennadiy/gennadi arkady/arkadiy/arkadi anatoly/anatoliy/anatolii valery/valeriy/valeri konstantin/constantine leonid ruslan timur/timour denis/denys maxim/maksim artyom/artem stanislav/stanislaw vyacheslav/viacheslav/wjatscheslaw");
    private static readonly string[] Stems = Words("kadyr/kadir zharin/jarin shcherbak/scherbak/sherbak khodor/hodor yakov/iakov/jakov tsvet/cvet/zwet rybin/ribin zheleznyak/jelezniak chubar/tchubar yeger/eger alyosh/aliosh kravch/kravtch fyodor/fedor/feodor grigor/grigory maslyak/masliak zavyal/zavial bogdan gusyat/gusiat prokhor/prohor chern/tchern tolmach/tolmatch lyakh/liakh vorob yushch/iushch dzhab/djab zhirk/jirk matvey/matvei vyalts/vialts shalyap/shaliap belyak/beliak kovalyov/kovalev yermak/ermak");
    private static readonly string[] Korean = Words("kim/gim lee/yi/ri/rhee park/pak/bak choi/choe jong/jeong/chong/jung kang/gang cho/jo yun/yoon jang/chang im/rim/lim o/oh han sin/shin kwon/gwon");
    private static readonly string[] KoreanGiven = Words("jong/jeong/chong un/eun il chol/cheol hyok/hyuk/hyeok su/soo yong/young/yeong chun/choon ho kwang/gwang sok/seok song/seong/sung min myong/myeong/myung nam hui/hee guk/kuk/kook hyon/hyun/hyeon ryong/yong/ryeong sang jin/chin gyu/kyu/gyoo ok/ock sun/soon hwa bong/pong hak dok/deok/duk tae/dae chan rim il-u ju/joo pyo jae/chae ik won/weon");
    private static readonly string[] Chinese = Words("zhang/chang/cheung wang/wong chen/chan/tan lin/lam/lim huang/hwang/wong xu/hsu/hui zhou/chou/chow wu/ng guo/kuo/kwok cai/tsai/choi zheng/cheng/cheang xie/hsieh/tse zhao/chao liu/lau/liou qiu/chiu/yau");
    private static readonly string[] ChineseGiven = Words("jian/chien zhi/chih xiang/hsiang guo/kuo qing/ching ming/meng xiao/hsiao jun/chun de/te rong/jung zhen/chen hua dong/tung jie/chieh bo/po gang/kang wei feng/fung hong/hung kun/kwan ping lei ning/ling peng/pang rui/jui shan sheng/shing tao tian/tien wen/man xin/hsin yan/yen yi/i yong/yung yuan/yuen ze/tse zhong/chung liang/leung");
    private readonly Pen _pen = new(new Random(seed));

    /// <summary>A name: its parts, and for each its spellings.</summary>
    private sealed record Known(string[] Parts, int Culture);

    /// <summary>Spellings of the listed people on the left, the list among strangers on the right.</summary>
    public MadeFile Search(string name, int listed, int strangers)
    {
        var (right, left) = (new List<(int, string[])>(), new List<(int, string[])>());
        var (western, taken) = (new InventedName(_pen.Random), new HashSet<string>(StringComparer.Ordinal));
        for (var p = 0; p < listed; p++)
        {
            var known = Person();
            if (!taken.Add(Plain(known))) continue;
            right.Add((p, [Plain(known)]));
            left.Add((p, [Spelt(known, hard: _pen.Now(.3))]));
        }
        for (var n = 0; right.Count < listed + strangers; n--)
            if ((_pen.Now(.75) ? string.Join(' ', western.Make()) : Plain(Person())) is var other && !taken.Contains(other)) right.Add((n - 1, [other]));
        return MadeFile.Of(name, ["name"], left, [.. right.OrderBy(_ => _pen.Random.Next())]);
    }

    /// <summary>As many pairs of one name as of two; most of the two share a part or look alike.</summary>
    public IEnumerable<(string Left, string Right, bool Same)> Pairs(int count)
    {
        var western = new InventedName(_pen.Random);
        for (var i = 0; i < count; i++)
        {
            var (known, same) = (_pen.Now(.25) ? new Known(western.Western(), 4) : Person(), i % 2 == 0);
            var other = same ? known : Near(known);
            yield return (Spelt(known, hard: false), Spelt(other, hard: _pen.Now(.5)), same);
        }
    }

    private Known Near(Known known)
    {
        var other = known.Culture == 4 ? new Known(new InventedName(_pen.Random).Western(), 4) : Person(known.Culture);
        var parts = (string[])known.Parts.Clone();
        var at = _pen.Random.Next(parts.Length);
        parts[at] = other.Parts[Math.Min(at, other.Parts.Length - 1)];
        return parts[at] == known.Parts[at] ? other : new Known(parts, known.Culture);
    }

    private Known Person(int? culture = null) => (culture ?? _pen.Random.Next(4)) switch
    {
        0 => new Known([.. Enumerable.Range(0, _pen.Random.Next(2, 4)).Select(_ => _pen.Pick(Arabic)), _pen.Pick(Family)], 0),
        1 => new Known([_pen.Pick(Russian), .. _pen.Now(.4) ? [_pen.Pick(Stems) + "+ovich"] : Array.Empty<string>(), _pen.Pick(Stems) + _pen.Pick(["+ov/+off/+ow", "+enko", "+sky/+skiy/+skii/+ski", "+in"])], 1),
        2 => new Known([_pen.Pick(Korean), _pen.Pick(KoreanGiven), _pen.Pick(KoreanGiven)], 2),
        _ => new Known([_pen.Pick(Chinese), _pen.Pick(ChineseGiven), .. _pen.Now(.8) ? [_pen.Pick(ChineseGiven)] : Array.Empty<string>()], 3),
    };

    private static string Plain(Known known) => known.Culture >= 2 && known.Culture < 4 && known.Parts.Length == 3 ? $"{First(known.Parts[0])} {First(known.Parts[1])}{(known.Culture == 2 ? " " : "")}{First(known.Parts[2])}" : string.Join(' ', known.Parts.Select(First));

    private string Spelt(Known known, bool hard)
    {
        var words = known.Parts.Select(p => Any(p, hard ? .8 : .4)).ToList();
        if (known.Culture is 2 or 3 && words.Count == 3) words = _pen.Random.Next(3) switch { 0 => [words[0], words[1] + words[2]], 1 => [words[0], words[1] + "-" + words[2]], _ => words };
        if (known.Culture is 0 or 1 or 4 && words.Count > 2 && _pen.Now(hard ? .5 : .2)) words.RemoveAt(_pen.Random.Next(1, words.Count - 1));
        if (known.Culture == 0 && _pen.Now(.15)) words.Insert(1, _pen.Pick(["bin", "ibn", "abu"]));
        if (_pen.Now(hard ? .4 : .2)) words = known.Culture == 4 || _pen.Now(.5) ? [words[^1], .. words[..^1]] : [.. words[1..], words[0]];
        if (_pen.Now(hard ? .25 : .1) && _pen.Random.Next(words.Count) is var at) words[at] = _pen.Slip(words[at]);
        return string.Join(' ', words);
    }

    private static string[] Words(string list) => list.Split(' ');

    private static string First(string part) => Choose(part, p => p[0]);

    private string Any(string part, double other) => Choose(part, p => _pen.Now(other) ? _pen.Pick(p) : p[0]);

    /// <summary>A part is spellings apart by strokes, and may have an ending after a plus.</summary>
    private static string Choose(string part, Func<string[], string> choose) =>
        part.IndexOf('+', StringComparison.Ordinal) is var end and > 0 ? choose(part[..end].Split('/')) + choose(part[end..].Split('/'))[1..] : choose(part.Split('/'));
}
