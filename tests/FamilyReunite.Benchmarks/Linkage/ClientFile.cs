using System.Globalization;

namespace FamilyReunite.Benchmarks.Linkage;

/// <summary>A registry of clients of clinics: names of Eastern Africa in any order and number, birth year often alone, telephone and identity numbers by halves.</summary>
internal sealed class ClientFile(int seed)
{
    private static readonly string[] Columns = ["given_name", "other_names", "sex", "birth_date", "phone", "national_id", "art_number", "village", "district"];
    private static readonly string[] Given = "john mary grace joseph sarah peter florence moses esther david agnes robert betty james christine paul harriet simon rose charles janet godfrey annet ronald juliet patrick brian doreen ivan prossy isaac scovia emmanuel immaculate francis jackline samuel proscovia denis beatrice".Split(' ');
    private static readonly string[] Local = ("okello akello odongo adongo ocen acen ojok ajok opio apio okot akot nakato babirye wasswa kato mugisha mukasa namukasa ssempijja nansubuga kyambadde nakyanzi kiggundu nabukenya lubega nalubega muwanga namuganga tumusiime "
        + "byaruhanga kabasinguzi asiimwe atuhaire ainembabazi turyahikayo tusiime kyomuhendo mugabe nuwagaba wanyama nafula wandera nekesa barasa nanjala onyango achieng otieno atieno ochieng auma okoth awino musoke nakimuli kigozi nakigozi ssekandi nassali walusimbi nabwire").Split(' ');
    private static readonly string[] Districts = "kampala wakiso gulu lira mbarara jinja mbale arua masaka kabale hoima soroti tororo".Split(' ');
    private static readonly (string From, string To)[] Spelt = [("ss", "s"), ("ck", "k"), ("ph", "f"), ("ie", "y"), ("y", "i"), ("l", "r"), ("c", "ch"), ("kk", "k"), ("w", "u"), ("ee", "e")];
    private readonly Pen _pen = new(new Random(seed));

    public MadeFile Make(string name, int people)
    {
        var all = new List<(int, string[])>();
        var villages = Enumerable.Range(0, 400).Select(_ => _pen.Pick(["ki", "ka", "bu", "na", "lu", "nya"]) + _pen.Pick(Local)[1..] + _pen.Pick(["", "", " west", " east"])).ToArray();
        for (var p = 0; p < people; p++)
        {
            string[] who = [.. Enumerable.Range(0, _pen.Random.Next(1, 3)).Select(_ => _pen.Pick(Given)), .. Enumerable.Range(0, _pen.Random.Next(1, 3)).Select(_ => _pen.Pick(Local))];
            var (sex, born, village, district) = (_pen.Pick(["male", "female"]), _pen.Day(1940, 2020), _pen.Pick(villages), _pen.Pick(Districts));
            var (phone, card, clinic) = ("07" + _pen.Number(10_000_000, 99_999_999), (sex == "male" ? "CM" : "CF") + born.ToString("yy", CultureInfo.InvariantCulture) + _pen.Number(100_000, 999_999) + "XK", "ART-" + _pen.Number(10_000, 99_999));
            for (var n = _pen.Random.Next(1, 6); n > 0; n--)
            {
                var written = who.Select(Spell).ToList();
                if (_pen.Now(.4)) written = [.. written.OrderBy(_ => _pen.Random.Next())];
                if (written.Count > 2 && _pen.Now(.35)) written.RemoveAt(_pen.Random.Next(written.Count));
                var day = _pen.Now(.3) ? string.Create(CultureInfo.InvariantCulture, $"{born.Year + (_pen.Now(.15) ? _pen.Random.Next(-2, 3) : 0)}-01-01") : Pen.Iso(_pen.Now(.05) ? born.AddDays(_pen.Random.Next(-40, 41)) : born);
                all.Add((p, [written[0], string.Join(' ', written.Skip(1)), _pen.Gap(.01, _pen.Now(.01) ? "male" : sex), _pen.Gap(.03, day), _pen.Gap(.45, _pen.Now(.12) ? _pen.Digit(phone) : _pen.Now(.1) ? "07" + _pen.Number(10_000_000, 99_999_999) : phone),
                    _pen.Gap(.55, _pen.Now(.08) ? _pen.Digit(card) : card), _pen.Gap(.5, _pen.Now(.05) ? _pen.Slip(clinic) : clinic), _pen.Gap(.15, _pen.Now(.15) ? _pen.Wrong(village) : village), _pen.Gap(.05, district)]));
            }
        }
        return MadeFile.Of(name, Columns, all, _pen.Random);
    }

    private string Spell(string word)
    {
        if (_pen.Now(.12) && _pen.Random.Next(Spelt.Length) is var at) word = word.Replace(Spelt[at].From, Spelt[at].To, StringComparison.Ordinal);
        return _pen.Now(.04) ? _pen.Wrong(word) : _pen.Now(.02) ? word[..1] : word;
    }
}
