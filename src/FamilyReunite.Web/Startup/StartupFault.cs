using System.Globalization;
using FamilyReunite.Casework.Problems;
using FamilyReunite.Domain;

namespace FamilyReunite.Web.Startup;

/// <summary>Sentences for what an operator can put right when the server does not start.</summary>
internal static class StartupFault
{
    /// <summary>Null when the exception is a defect and should be seen whole.</summary>
    public static string? Explain(Exception e, CultureInfo culture) => e switch
    {
        IOException { InnerException: Microsoft.AspNetCore.Connections.AddressInUseException } => Say(new Problem("startup.address-in-use"), culture),
        FormatException { Source: "Microsoft.AspNetCore.Http" } => Say(new Problem("startup.address-wrong"), culture),
        NotSupportedException or DemoRefusedException => e.Message,
        _ => InstallationFault.Of(e) is { } problem ? Say(problem, culture) : null,
    };

    /// <summary>That the server starts without its cluster, because of <paramref name="problem"/>.</summary>
    public static string SayFellBack(Problem problem, CultureInfo culture) => $"{Say(problem, culture)} {Say(new Problem("elastic.fell-back"), culture)}";

    private static string Say(Problem problem, CultureInfo culture) => ProblemSentences.Of(problem, culture);
}
