namespace FamilyReunite.Web.Pages.Cards;

/// <summary>Marks the words of the page of picture cards (CardsText.resx, CardsText.en.resx).</summary>
public sealed class CardsText;
