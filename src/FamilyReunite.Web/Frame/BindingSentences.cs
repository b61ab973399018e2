using System.Globalization;
using FamilyReunite.Casework.Problems;
using FamilyReunite.Domain;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace FamilyReunite.Web.Frame;

/// <summary>What a page says of a value that does not fit its field, in the language of the page; the framework's own sentences are English and name program parts.</summary>
internal static class BindingSentences
{
    public static void Use(MvcOptions options)
    {
        // what a page needs, its use-case asks for, with a sentence of its own
        options.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
        Tell(options.ModelBindingMessageProvider);
    }

    private static void Tell(DefaultModelBindingMessageProvider say)
    {
        say.SetAttemptedValueIsInvalidAccessor((value, _) => Unreadable(value));
        say.SetNonPropertyAttemptedValueIsInvalidAccessor(Unreadable);
        say.SetValueIsInvalidAccessor(Unreadable);
        say.SetValueMustNotBeNullAccessor(Unreadable);
        say.SetUnknownValueIsInvalidAccessor(_ => Missing());
        say.SetNonPropertyUnknownValueIsInvalidAccessor(Missing);
        say.SetValueMustBeANumberAccessor(_ => Missing());
        say.SetNonPropertyValueMustBeANumberAccessor(Missing);
        say.SetMissingBindRequiredValueAccessor(_ => Missing());
        say.SetMissingKeyOrValueAccessor(Missing);
    }

    private static string Unreadable(string value) => ProblemSentences.Of(new Problem("form.value-unreadable", null, value), CultureInfo.CurrentUICulture);

    private static string Missing() => ProblemSentences.Of(new Problem("form.value-missing"), CultureInfo.CurrentUICulture);
}
