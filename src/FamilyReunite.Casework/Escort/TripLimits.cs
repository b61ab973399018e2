namespace FamilyReunite.Casework.Escort;

/// <summary>Bounds against slips of the finger (a wrong year, a pasted page); no journey by land, air or sea inside the country comes near them.</summary>
public static class TripLimits
{
    public const int Legs = 12;
    public const int Escorts = 10;
    public const int CheckIns = 100;
    public const int Days = 15;

    /// <summary>Characters in a place, a name, a relation.</summary>
    public const int Words = 200;

    /// <summary>Characters in notes and reports.</summary>
    public const int Text = 4000;
}
