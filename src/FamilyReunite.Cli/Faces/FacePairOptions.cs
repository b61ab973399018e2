using System.CommandLine;
using FamilyReunite.Domain;
using FamilyReunite.Photos.Faces;
using FamilyReunite.Photos.Faces.Measuring;

namespace FamilyReunite.Cli.Faces;

/// <summary>Where photos whose truth is known come from: a list of pairs, or a folder with one folder a person.</summary>
internal sealed class FacePairOptions
{
    private readonly Option<FileInfo?> _pairs = new("--pairs") { Description = "每行：照片 TAB 照片 TAB 1（同一人）或 0 [TAB 年龄 TAB 年龄 [TAB 相隔年数]] · Lines: photo TAB photo TAB 1 (same person) or 0 [TAB age TAB age [TAB years between]]" };
    private readonly Option<DirectoryInfo?> _people = new("--people") { Description = "一人一个文件夹；photos.tsv 可写年龄、年份、性别 · A folder a person; photos.tsv may say age, year, sex" };
    private readonly Option<FaceAges?> _ages = new("--ages") { Description = "没写年龄的都是 adults、child 或 infant · What pairs are that do not say ages" };
    private readonly Option<int?> _years = new("--years") { Description = "没写年数的最多相隔几年 · Most years between photos that do not say it" };

    public Option<DirectoryInfo> Pack { get; } = new("--pack") { Description = "模型包文件夹 · Folder of the model pack", Required = true };

    public Command AddTo(Command command)
    {
        foreach (var option in new Option[] { Pack, _pairs, _people, _ages, _years }) command.Options.Add(option);
        return command;
    }

    /// <summary>The pairs and the folder that their paths start from. Problems: face.pairs-none and what <see cref="PairSheet"/> and <see cref="PeopleFolder"/> say.</summary>
    public Outcome<LabelledPhotos> Read(ParseResult call)
    {
        var (file, folder) = (call.GetValue(_pairs), call.GetValue(_people));
        if (file is { Exists: false } || (file is null) == (folder is null)) return new Problem("face.pairs-none");
        var read = file is not null ? PairSheet.Read(File.ReadAllLines(file.FullName)) : PeopleFolder.Read(folder!.FullName);
        if (read.Value is not { } pairs) return read.Problems.ToArray();
        var (ages, years) = (call.GetValue(_ages), call.GetValue(_years));
        return new LabelledPhotos([.. pairs.Select(p => p with { Ages = p.Ages ?? ages, Years = p.Years ?? years })], file?.DirectoryName ?? folder!.FullName);
    }
}

/// <param name="Folder">That the paths of the pairs start from.</param>
internal sealed record LabelledPhotos(IReadOnlyList<LabelledPair> Pairs, string Folder);
