namespace FamilyReunite.Clues.Sounds;

/// <summary>Divides P(heard part | spoken part) among the origins of the spoken part, so that the origins together still say what the table says.</summary>
internal static class OriginSplit
{
    private const int Rounds = 12;

    /// <param name="sounds">The parts that can be heard.</param>
    /// <param name="parts">The parts that can be spoken, with their origins.</param>
    /// <param name="weights">How much each spoken part is used.</param>
    /// <param name="heard">P(heard | spoken), by number of the sound.</param>
    /// <param name="fit">How well an origin fits what is heard; only ratios count.</param>
    /// <returns>For each spoken part, P(heard) of every sound.</returns>
    public static double[][] Of<T>(string[] sounds, (string Sound, T Origin)[] parts, double[] weights, double[,] heard, Func<string, T, string, double> fit)
    {
        var split = new double[parts.Length][];
        for (var s = 0; s < sounds.Length; s++)
        {
            var (sound, own) = (sounds[s], new List<int>());
            for (var p = 0; p < parts.Length; p++)
                if (parts[p].Sound == sound) own.Add(p);
            foreach (var p in own)
            {
                var row = split[p] = new double[sounds.Length];
                for (var h = 0; h < row.Length; h++) row[h] = heard[h, s] * fit(sound, parts[p].Origin, sounds[h]);
            }
            Balance(split, own, weights, heard, s);
        }
        return split;
    }

    private static void Balance(double[][] split, List<int> own, double[] weights, double[,] heard, int spoken)
    {
        var total = own.Sum(p => weights[p]);
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var p in own) Even(split[p]);
            for (var h = 0; h < heard.GetLength(0); h++)
            {
                var sum = 0.0;
                foreach (var p in own) sum += weights[p] / total * split[p][h];
                if (sum <= 0) continue;
                foreach (var p in own) split[p][h] *= heard[h, spoken] / sum;
            }
        }
        foreach (var p in own) Even(split[p]);
    }

    private static void Even(double[] row)
    {
        var sum = row.Sum();
        for (var h = 0; h < row.Length; h++) row[h] /= sum;
    }
}
