using System.Text;
using System.Xml.Linq;
using FamilyReunite.Casework.Database;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace FamilyReunite.Web.Accounts;

/// <summary>The key ring of cookies and forms in the database, so that what one server issued is good on every other.</summary>
internal sealed class SharedKeyRing(SharedKeys keys) : IXmlRepository
{
    private const string Prefix = "ring/";

    public IReadOnlyCollection<XElement> GetAllElements() =>
        [.. keys.ReadAsync(Prefix, CancellationToken.None).GetAwaiter().GetResult().Select(xml => XElement.Parse(Encoding.UTF8.GetString(xml)))];

    public void StoreElement(XElement element, string friendlyName) =>
        keys.AddAsync(Prefix + friendlyName, Encoding.UTF8.GetBytes(element.ToString(SaveOptions.DisableFormatting)), CancellationToken.None).GetAwaiter().GetResult();
}
