namespace FamilyReunite.Web.Pages.Contacts;

/// <summary>Marks the words of the street-contact pages (ContactsText.resx, ContactsText.en.resx).</summary>
public sealed class ContactsText;
