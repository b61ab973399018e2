using System.Net;
using System.Text.RegularExpressions;
using FamilyReunite.Domain.Facts;

namespace FamilyReunite.Web.Tests.Intake;

/// <summary>A record form as a browser without script holds it.</summary>
public sealed partial class FormSheet
{
    private readonly HttpClient _client;
    private readonly string _path;

    private FormSheet(HttpClient client, string path, string html) => (_client, _path, Html) = (client, path, html);

    public string Html { get; private set; }

    public Guid RecordId => Guid.Parse(RecordField().Match(Html).Groups[1].Value);

    public static async Task<FormSheet> OpenAsync(HttpClient client, string path = "/Intake") => new(client, path, await client.GetStringAsync(new Uri(path, UriKind.Relative)));

    /// <summary>Keys of the lines of a kind, in order.</summary>
    public IReadOnlyList<string> Keys(FactKind kind) => [.. Regex.Matches(Html, $"name=\"Rows\\[([0-9a-f]{{32}})\\]\\.Kind\" value=\"{kind}\"").Select(m => m.Groups[1].Value)];

    /// <summary>Fields of one line, with the hidden ones that the page holds.</summary>
    public Dictionary<string, string> Line(FactKind kind, string text, string? key = null)
    {
        var k = key ?? Keys(kind)[^1];
        var fields = Regex.Matches(Html, $"name=\"(Rows\\[{k}\\]\\.[A-Za-z]+)\" value=\"([^\"]*)\"").Where(m => !m.Groups[1].Value.EndsWith("Choice", StringComparison.Ordinal)).GroupBy(m => m.Groups[1].Value).ToDictionary(g => g.Key, g => WebUtility.HtmlDecode(g.First().Groups[2].Value));
        fields[$"Rows[{k}].Text"] = text;
        return fields;
    }

    public Task<HttpResponseMessage> SendAsync(params Dictionary<string, string>[] lines) => SendAsync(null, null, lines);

    /// <summary>Sends the form; stays on it when the page comes back.</summary>
    public async Task<HttpResponseMessage> SendAsync(string? then, Guid? write, Dictionary<string, string>[] lines, params (string Field, string Name, byte[] Bytes)[] files)
    {
        using var content = new MultipartFormDataContent
        {
            { new StringContent(TokenField().Match(Html).Groups[1].Value), "__RequestVerificationToken" },
            { new StringContent((write ?? WebFixture.NewId()).ToString()), "WriteId" },
            { new StringContent(RecordId.ToString()), "RecordId" },
            { new StringContent(then ?? ""), "then" },
        };
        foreach (var (name, value) in lines.SelectMany(l => l)) content.Add(new StringContent(value), name);
        foreach (var (field, name, bytes) in files) content.Add(new ByteArrayContent(bytes), field, name);
        var answer = await _client.PostAsync(new Uri(_path, UriKind.Relative), content);
        if (answer.StatusCode == HttpStatusCode.OK) Html = await answer.Content.ReadAsStringAsync();
        return answer;
    }

    [GeneratedRegex("name=\"RecordId\" value=\"([^\"]+)\"")]
    private static partial Regex RecordField();

    [GeneratedRegex("id=\"intake\".*?name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"", RegexOptions.Singleline)]
    private static partial Regex TokenField();
}
