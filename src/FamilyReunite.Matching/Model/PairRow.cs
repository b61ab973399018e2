namespace FamilyReunite.Matching.Model;

/// <summary>A pair as ML.NET reads it.</summary>
internal sealed class PairRow
{
    public bool Label { get; set; }

    /// <summary>How many ordinary pairs it counts for.</summary>
    public float Weight { get; set; } = 1;

    public float[] Features { get; set; } = [];
}

/// <summary>What ML.NET answers.</summary>
internal sealed class PairAnswer
{
    /// <summary>Log-odds before calibration.</summary>
    public float Score { get; set; }

    public float Probability { get; set; }
}
