using FamilyReunite.Domain.Records;

namespace FamilyReunite.Web.Pages.People;

/// <summary>A file as a page shows it.</summary>
/// <param name="Veiled">A photo is loaded only when somebody opens it.</param>
public sealed record ShownFile(Attachment File, bool Veiled);
