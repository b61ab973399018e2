namespace FamilyReunite.Web.Pages.Review;

/// <summary>Names the words of the review pages.</summary>
public sealed class ReviewText;
