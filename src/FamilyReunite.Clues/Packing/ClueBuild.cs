namespace FamilyReunite.Clues.Packing;

/// <summary>Names the build of reader, tables and packing. Derived by the compiler from code and embedded tables, so it changes with them and nobody has to remember a number.</summary>
public static class ClueBuild
{
    public static Guid Id => typeof(ClueBuild).Assembly.ManifestModule.ModuleVersionId;
}
