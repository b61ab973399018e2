using FamilyReunite.Domain.Values;
using FamilyReunite.Web.Pages.Intake;

namespace FamilyReunite.Web.Tests.Intake;

public sealed class BodyFigureTests
{
    [Fact]
    public void Zones_AllOfThem_StandApartInsideTheDrawing()
    {
        Assert.All(BodyFigure.Zones, z => Assert.True(z.X >= 0 && z.Y >= 0 && z.X + z.Width <= BodyFigure.Width && z.Y + z.Height <= BodyFigure.Height, $"{z} leaves the drawing"));
        foreach (var (a, i) in BodyFigure.Zones.Select((z, i) => (z, i)))
            foreach (var b in BodyFigure.Zones.Skip(i + 1))
                Assert.False(a.X < b.X + b.Width && b.X < a.X + a.Width && a.Y < b.Y + b.Height && b.Y < a.Y + a.Height, $"{a} covers {b}");
    }

    [Fact]
    public void Zones_SeenFromBefore_HaveThePersonsRightAtTheLeft()
    {
        var brows = BodyFigure.Zones.Where(z => z.Part == BodyPart.Brow).OrderBy(z => z.X).Select(z => z.Side);
        Assert.Equal([BodySide.Right, BodySide.Left], brows);
        var thighs = BodyFigure.Zones.Where(z => z.Part == BodyPart.Thigh).OrderBy(z => z.X).Select(z => z.Side);
        Assert.Equal([BodySide.Right, BodySide.Left, BodySide.Left, BodySide.Right], thighs);
    }
}
