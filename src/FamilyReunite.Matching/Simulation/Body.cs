using FamilyReunite.Domain.Values;

namespace FamilyReunite.Matching.Simulation;

/// <summary>Marks on the body, and the words that people find for them.</summary>
internal sealed class Body(SimulationParameters parameters)
{
    public List<BodyMark> Marks(Random random)
    {
        var marks = new List<BodyMark>();
        for (var n = int.Parse(parameters.List("mark-count").Pick(random), System.Globalization.CultureInfo.InvariantCulture); n > 0; n--) AddOne(marks, random);
        return marks;
    }

    public List<BodyMark> LaterMarks(int days, List<BodyMark> before, Random random)
    {
        var all = new List<BodyMark>(before);
        if (random.Chance(Math.Min(.8, days / 3652.0 * parameters.Rate("mark-gained-per-decade")))) AddOne(all, random);
        return all[before.Count..];
    }

    public BodyMark Draw(Random random)
    {
        var kind = parameters.Keys("mark").Pick(random);
        var part = parameters.List("mark-part", kind).Pick(random);
        var side = !Paired(part) ? BodySide.Middle : random.Chance(.5) ? BodySide.Left : BodySide.Right;
        return new BodyMark(Enum.Parse<MarkKind>(kind), Enum.Parse<BodyPart>(part), side);
    }

    /// <summary>A mark in somebody's words; sides get mixed up and places left out.</summary>
    public string Words(BodyMark mark, Random random)
    {
        var part = mark.Part.ToString();
        var side = mark.Side;
        if (random.Chance(parameters.Rate("mark-side-swapped"))) side = side switch { BodySide.Left => BodySide.Right, BodySide.Right => BodySide.Left, _ => side };
        var place = (side switch { BodySide.Left => "左", BodySide.Right => "右", _ => "" }) + (parameters.Has("part-words", part) ? parameters.List("part-words", part).Pick(random) : "");
        if (random.Chance(parameters.Rate("mark-part-missing"))) place = "";
        var words = random.Pick(parameters.Text("mark-words", mark.Kind.ToString()).Split(';'));
        return words.Replace("{p}", place, StringComparison.Ordinal);
    }

    private void AddOne(List<BodyMark> marks, Random random)
    {
        var mark = Draw(random);
        if (!marks.Exists(m => m.Kind == mark.Kind && m.Part == mark.Part)) marks.Add(mark);
    }

    private bool Paired(string part) => parameters.List("paired-part").Items.Contains(part);
}
