using FamilyReunite.Photos.Faces;
using FamilyReunite.Photos.Faces.Measuring;

namespace FamilyReunite.Photos.Tests.Faces.Measuring;

public sealed class PeopleFolderTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("family-reunite-people-");

    [Fact]
    public void Read_OneFolderAPerson_MakesEveryPair()
    {
        Photos("s1/1.png", "s1/2.JPG", "s1/notes.txt", "s2/1.png", "s3/1.webp");
        var pairs = PeopleFolder.Read(_folder.FullName).Value!;
        Assert.Equal(6, pairs.Count);
        Assert.Equal(new LabelledPair("s1/1.png", "s1/2.JPG", true), Assert.Single(pairs, p => p.Same));
    }

    [Fact]
    public void Read_WithNotes_PairsStrangersOfOneSexAndAboutOneAge()
    {
        Photos("a/1.png", "a/2.png", "b/1.png", "c/1.png", "d/1.png");
        File.WriteAllText(Path.Combine(_folder.FullName, PeopleFolder.Notes), "a/1.png\t30\t1990\tF\na/2.png\t41\t2001\tF\nb/1.png\t33\t\tF\nc/1.png\t33\t\tM\nd/1.png\t60\t\t\n");
        var pairs = PeopleFolder.Read(_folder.FullName).Value!;
        Assert.Equal([new LabelledPair("a/1.png", "a/2.png", true, FaceAges.Adults, 11), new LabelledPair("a/1.png", "b/1.png", false, FaceAges.Adults), new LabelledPair("a/2.png", "b/1.png", false, FaceAges.Adults)], pairs);
    }

    [Fact]
    public void Read_OnePersonOrAWrongNote_IsRefused()
    {
        Photos("a/1.png");
        Assert.Equal("face.people-few", PeopleFolder.Read(_folder.FullName).Problems.Single().Code);
        Assert.Equal("face.people-few", PeopleFolder.Read(Path.Combine(_folder.FullName, "none")).Problems.Single().Code);
        File.WriteAllText(Path.Combine(_folder.FullName, PeopleFolder.Notes), "a/1.png\t30\na/2.png\told\n");
        var problem = PeopleFolder.Read(_folder.FullName).Problems.Single();
        Assert.Equal(("face.people-note", 2), (problem.Code, (int)problem.Args[0]));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private void Photos(params string[] paths)
    {
        foreach (var path in paths)
        {
            _folder.CreateSubdirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(Path.Combine(_folder.FullName, path), [0]);
        }
    }
}
