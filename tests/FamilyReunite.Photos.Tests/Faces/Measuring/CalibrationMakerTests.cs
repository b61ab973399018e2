using System.Text;
using CsCheck;
using FamilyReunite.Photos.Faces;
using FamilyReunite.Photos.Faces.Measuring;

namespace FamilyReunite.Photos.Tests.Faces.Measuring;

public sealed class CalibrationMakerTests
{
    private const double SameMean = .55, SameSpread = .13, StrangerMean = .08, StrangerSpread = .12;

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void Make_KnownTruth_FindsItsLogOddsAndStrangers(int seed)
    {
        var random = new Random(seed);
        var made = CalibrationMaker.Make([.. Same(random, 6000, 4, FaceAges.Adults), .. Strangers(random, 200_000, FaceAges.Adults)], "invented").Value!;
        var cell = Assert.Single(made.Cells);
        Assert.Equal((true, FaceAges.Adults, 4), (cell.Clear, cell.Ages, cell.MostYears));
        Assert.True(cell.Bars.Count >= 5);
        for (var i = 0; i < cell.Bars.Count; i++)
        {
            var (from, to) = (cell.Bars[i].From, i + 1 < cell.Bars.Count ? cell.Bars[i + 1].From : 9);
            var (alike, strange) = (Tail(from, SameMean, SameSpread) - Tail(to, SameMean, SameSpread), Tail(from, StrangerMean, StrangerSpread) - Tail(to, StrangerMean, StrangerSpread));
            // where few strangers are to be expected nobody can know the log-odds: then the weight stays below them but for chance
            var expected = strange * 200_000;
            if (expected >= 20) Assert.InRange(cell.Bars[i].Weight - Math.Log(alike / strange), -.35, .35);
            else Assert.InRange(cell.Bars[i].Weight, 5, Math.Log(alike / strange) + Math.Log(expected / (Math.Max(0, expected - 2 * Math.Sqrt(expected)) + 1)) + .35);
            Assert.True(cell.Bars[i].StrangersPerMillion >= 1e6 * Tail(from, StrangerMean, StrangerSpread) * .9, "The bound lies above the truth.");
            Assert.True(cell.Bars[i].StrangersPerMillion <= 1e6 * Tail(from, StrangerMean, StrangerSpread) * 1.5 + 60);
        }
    }

    [Fact]
    public void Make_AnyPairs_NeverSpeaksAgainstAndRises() =>
        Gen.Select(Gen.Int[0, 1_000_000], Gen.Double[-.3, .9], Gen.Int[60, 400]).Sample((seed, mean, count) =>
        {
            var random = new Random(seed);
            var same = Enumerable.Range(0, count).Select(i => new MeasuredPair(2 * i, 2 * i + 1, i, i, (float)Math.Round(Normal(random, mean, .2), 2), true, true, FaceAges.Child, i % 9));
            var made = CalibrationMaker.Make([.. same, .. Strangers(random, 3000, FaceAges.Child)], "invented").Value!;
            Assert.NotNull(ModelPack.Read(ModelPack.Write(Manifest with { Calibration = made })).Value);
            foreach (var cell in made.Cells)
            {
                Assert.All(cell.Bars, b => Assert.True(b.Weight > 0));
                Assert.All(cell.Bars.Zip(cell.Bars.Skip(1)), p => Assert.True(p.First.From < p.Second.From && p.First.Weight < p.Second.Weight && p.First.StrangersPerMillion >= p.Second.StrangersPerMillion));
            }
        }, iter: 100);

    [Fact]
    public void Make_YearsBetween_MakesCellsThatEndWhereThePhotosDo()
    {
        var random = new Random(8);
        var made = CalibrationMaker.Make([.. Same(random, 60, 3, FaceAges.Adults), .. Same(random, 60, 8, FaceAges.Adults), .. Same(random, 20, 33, FaceAges.Adults), .. Same(random, 60, 2, FaceAges.Infant), .. Strangers(random, 3000, FaceAges.Adults)], "invented").Value!;
        Assert.Equal([3, 8], made.Cells.Select(c => c.MostYears));
        Assert.False(made.Knows(clear: true, FaceAges.Adults, 9));
        Assert.False(made.Knows(clear: true, FaceAges.Infant, 1));
    }

    [Fact]
    public void Make_FewPeopleInManyPhotos_CountsPeople()
    {
        var random = new Random(2);
        var same = Enumerable.Range(0, 500).Select(i => new MeasuredPair(i, 1000 + i, i % 10, i % 10, .6f, true, true, FaceAges.Adults, 1));
        var problem = CalibrationMaker.Make([.. same, .. Strangers(random, 4000, FaceAges.Adults)], "invented").Problems.Single();
        Assert.Equal(("face.pairs-too-few", 500, 10, 4000), (problem.Code, (int)problem.Args[0], (int)problem.Args[1], (int)problem.Args[2]));

        // the strangers of a few people are as few: none seen among them is worth less
        MeasuredPair[] together = [.. Enumerable.Range(0, 3000).Select(i => new MeasuredPair(i, 5000 + i, 70_000 + i % 30, 80_000 + i % 30, .1f, false, true, FaceAges.Adults))];
        MeasuredPair[] apart = [.. together.Select((p, i) => p with { PersonA = 70_000 + i, PersonB = 80_000 + i })];
        FaceBar Top(MeasuredPair[] strangers) => CalibrationMaker.Make([.. Same(new Random(1), 200, 1, FaceAges.Adults), .. strangers], "invented").Value!.Cells[0].Bars[^1];
        Assert.True(Top(together).Weight < Top(apart).Weight - 2 && Top(together).StrangersPerMillion > 10 * Top(apart).StrangersPerMillion);
    }

    [Fact]
    public void Make_NotEnoughToTell_SaysWhy()
    {
        var random = new Random(2);
        Assert.Equal("face.pairs-too-few", Code([.. Same(random, 49, 1, FaceAges.Adults), .. Strangers(random, 3000, FaceAges.Adults)]));
        Assert.Equal("face.pairs-too-few", Code([.. Same(random, 60, 1, FaceAges.Adults), .. Strangers(random, 2999, FaceAges.Adults)]));
        Assert.Equal("face.pairs-too-few", Code([.. Strangers(random, 3000, FaceAges.Adults)]));
        Assert.Equal("face.pairs-no-kind", Code([.. Same(random, 60, 1, FaceAges.Adults).Select(p => p with { Years = null }), .. Strangers(random, 3000, FaceAges.Adults)]));
        Assert.Equal("face.pairs-no-number", Code([.. Same(random, 60, 1, FaceAges.Adults), .. Strangers(random, 3000, FaceAges.Adults), new MeasuredPair(1, 2, 1, 2, float.NaN, false)]));
    }

    [Fact]
    public void Write_WithCalibration_ReadsAsItWas()
    {
        var made = CalibrationMaker.Make([.. Same(new Random(1), 300, 1, FaceAges.Adults), .. Strangers(new Random(1), 5000, FaceAges.Adults)], "我们的照片").Value!;
        var text = ModelPack.Write(Manifest with { Calibration = made });
        var read = ModelPack.Read(text).Value!.Calibration!;
        Assert.Equal((made.Source, made.KinFrom), (read.Source, read.KinFrom));
        Assert.Equal(made.Cells.SelectMany(c => c.Bars), read.Cells.SelectMany(c => c.Bars));
        Assert.Contains("我们的照片", Encoding.UTF8.GetString(text), StringComparison.Ordinal);
    }

    private static readonly PackManifest Manifest = new("a", "none", new PackFile("d.onnx", ""), new PackFile("r.onnx", ""), new RecogniserShape(112, "RGB", 128, new float[10]));

    private static string Code(MeasuredPair[] pairs) => CalibrationMaker.Make(pairs, "invented").Problems.Single().Code;

    private static IEnumerable<MeasuredPair> Same(Random random, int count, int years, FaceAges ages) =>
        Enumerable.Range(0, count).Select(i => new MeasuredPair(2 * i, 2 * i + 1, i, i, (float)Normal(random, SameMean, SameSpread), true, true, ages, years)).ToList();

    private static IEnumerable<MeasuredPair> Strangers(Random random, int count, FaceAges ages) =>
        Enumerable.Range(0, count).Select(i => new MeasuredPair(i, 500_000 + i, i, 500_000 + i, (float)Normal(random, StrangerMean, StrangerSpread), false, true, ages)).ToList();

    private static double Normal(Random random, double mean, double spread) => mean + spread * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    /// <summary>Share of a normal distribution above a value, summed in small steps.</summary>
    private static double Tail(double from, double mean, double spread)
    {
        var (sum, step) = (0.0, spread / 200);
        for (var x = from + step / 2; x < mean + 9 * spread; x += step) sum += Math.Exp(-Math.Pow((x - mean) / spread, 2) / 2);
        return sum * step / (spread * Math.Sqrt(2 * Math.PI));
    }
}
