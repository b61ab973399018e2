namespace FamilyReunite.Domain.Values;

/// <summary>Sex as seen or stated. Canonical text: <c>M</c>, <c>F</c>; anything else is unknown.</summary>
public enum Sex { Unknown, Male, Female }
