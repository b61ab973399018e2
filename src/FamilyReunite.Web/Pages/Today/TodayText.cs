namespace FamilyReunite.Web.Pages.Today;

/// <summary>Marks the words of the first page of a station (TodayText.resx, TodayText.en.resx).</summary>
public sealed class TodayText;
