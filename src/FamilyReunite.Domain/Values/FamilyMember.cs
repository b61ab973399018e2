using System.Globalization;

namespace FamilyReunite.Domain.Values;

public enum Relation { Other, Father, Mother, ElderBrother, YoungerBrother, Brother, ElderSister, YoungerSister, Sister, Son, Daughter, Child, Husband, Wife, Grandfather, Grandmother, Uncle, Aunt, Cousin, Grandchild }

/// <summary>One relative, or several of one kind. Canonical text: <c>ElderBrother|张建国|2</c>; name and count may be empty.</summary>
public sealed record FamilyMember(Relation Relation, string? Name = null, int? Count = null)
{
    public static bool TryParse(string? text, out FamilyMember member)
    {
        member = new FamilyMember(Relation.Other);
        var p = (text ?? "").Split('|');
        if (p.Length != 3 || !Enum.TryParse<Relation>(p[0], out var r)) return false;
        int? count = int.TryParse(p[2], NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : null;
        member = new FamilyMember(r, p[1].Length == 0 ? null : p[1], count);
        return true;
    }

    public override string ToString() => $"{Relation}|{Name}|{Count?.ToString(CultureInfo.InvariantCulture)}";
}
