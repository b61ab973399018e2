namespace FamilyReunite.Matching.Linkage.Names;

/// <summary>One word of a name, an address or a text, made ready for comparison.</summary>
/// <param name="Text">As written, lower case; Han characters kept.</param>
/// <param name="Latin">Folded to ASCII letters and digits.</param>
internal sealed record Word(string Text, string Latin)
{
    /// <summary>Bit per letter a to z that occurs; digits share the bits above. Cheap refusal of unlike words.</summary>
    public ulong Letters { get; } = Mask(Latin);

    public string Sound { get; } = SoundKey.Of(Latin);

    /// <summary>As <see cref="PlainSpelling"/> has it.</summary>
    public string Plain { get; } = PlainSpelling.Of(Latin);

    /// <summary>The same without the Arabic article written together with the name; equal to <see cref="Plain"/> where there is none.</summary>
    public string Bare { get; } = Latin.Length >= 6 && Latin[0] is 'a' or 'e' && Latin[1] == 'l' ? PlainSpelling.Of(Latin[2..]) : PlainSpelling.Of(Latin);

    public int[] NameGroups { get; } = Nicknames.GroupsOf(Latin);

    public bool IsHan { get; } = Text.Length > 0 && Romanisation.IsHan(Text[0]);

    public bool IsNumber { get; } = Latin.Length > 0 && char.IsAsciiDigit(Latin[0]);

    public bool IsParticle { get; } = Particles.Contains(Latin);

    private static ulong Mask(string latin)
    {
        ulong mask = 0;
        foreach (var c in latin) mask |= 1UL << (char.IsAsciiDigit(c) ? 26 + (c - '0') : Math.Clamp(c - 'a', 0, 25));
        return mask;
    }
}
