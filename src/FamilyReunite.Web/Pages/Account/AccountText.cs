namespace FamilyReunite.Web.Pages.Account;

/// <summary>Marks the words of the sign-in pages.</summary>
public sealed class AccountText;
