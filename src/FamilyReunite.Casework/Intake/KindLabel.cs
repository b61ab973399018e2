using System.Globalization;
using FamilyReunite.Casework.Records;
using FamilyReunite.Domain.Facts;

namespace FamilyReunite.Casework.Intake;

/// <summary>The name of a field inside a problem's sentence, in the language in which the sentence is said.</summary>
public readonly record struct KindLabel(FactKind Kind) : IFormattable
{
    public string ToString(string? format, IFormatProvider? formatProvider) => FactWords.Label(Kind, formatProvider as CultureInfo ?? CultureInfo.CurrentUICulture);
}
