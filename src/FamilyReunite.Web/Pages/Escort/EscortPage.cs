using FamilyReunite.Domain;
using FamilyReunite.Web.Frame;

namespace FamilyReunite.Web.Pages.Escort;

/// <summary>What the escort pages share.</summary>
public abstract class EscortPage : ReunitePage
{
    /// <summary>Shows problems under the names that the inputs carry as ids; binding has noted the same fields in its own spelling.</summary>
    protected void Refuse(IEnumerable<Problem> problems)
    {
        ModelState.Clear();
        Show(problems);
    }
}
