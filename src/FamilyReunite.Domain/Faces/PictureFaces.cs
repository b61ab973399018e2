namespace FamilyReunite.Domain.Faces;

public enum FaceReading
{
    /// <summary>One face, or one that somebody chose: it is compared.</summary>
    Compared,

    /// <summary>Several faces, and nobody said yet which is the person's.</summary>
    ToChoose,

    /// <summary>No face was found.</summary>
    NoFace,

    /// <summary>The picture cannot be read any more.</summary>
    Unreadable,

    /// <summary>Somebody said that none of the faces is the person's.</summary>
    NobodyHere,

    /// <summary>Somebody said that it is drawn, made by a machine or made older: such a face is never compared.</summary>
    KeptOut,

    /// <summary>It looks drawn, and nobody said yet whether it is: not compared until then.</summary>
    LooksDrawn,
}

public enum PictureOrigin { Photo, Drawn, Synthetic, AgeProgressed }

/// <summary>What stands between a face and a good comparison.</summary>
[Flags]
public enum FaceDoubts { None = 0, TooSmall = 1, Blurred = 2, Turned = 4, EyesCovered = 8, Drawn = 16 }

/// <summary>A face in a picture; every length a fraction of the picture's width or height.</summary>
/// <param name="Score">0 to 1, how sure the detector is.</param>
/// <param name="Points">Image-left eye, image-right eye, nose, left and right mouth corner; x and y in turn.</param>
public sealed record FaceBox(float X, float Y, float Width, float Height, float Score, float[] Points, FaceDoubts Doubts);

/// <summary>The faces of one stored photo as one model pack saw them. It holds no vector.</summary>
public sealed class PictureFaces
{
    private PictureFaces() { }

    public PictureFaces(Guid attachmentId, Guid recordId) => (AttachmentId, RecordId) = (attachmentId, recordId);

    public Guid AttachmentId { get; private set; }

    public Guid RecordId { get; private set; }

    /// <summary>Of the pack that looked.</summary>
    public string Contract { get; private set; } = "";

    public FaceReading Reading { get; private set; }

    public PictureOrigin Origin { get; private set; }

    /// <summary>Somebody said how the picture came about; it is not asked again.</summary>
    public bool OriginSaid { get; private set; }

    /// <summary>Surest first.</summary>
    public IReadOnlyList<FaceBox> Faces { get; private set; } = [];

    /// <summary>Index of the person's face; null while nobody chose among several.</summary>
    public int? Chosen { get; private set; }

    /// <summary>Null when it was the only one.</summary>
    public Guid? ChosenBy { get; private set; }

    public DateTimeOffset ReadAt { get; private set; }

    public long Version { get; private set; }

    /// <summary>Takes in what a pack saw. What somebody chose stays chosen where the new pack sees a face at the same place.</summary>
    /// <param name="faces">Null when the picture cannot be read.</param>
    public void Read(string contract, IReadOnlyList<FaceBox>? faces, DateTimeOffset now)
    {
        var (chosen, by) = (ChosenBy is not null && Chosen is { } old && old < Faces.Count ? Faces[old] : null, ChosenBy);
        (Contract, Faces, ReadAt, Chosen, ChosenBy) = (contract, faces ?? [], now.ToUniversalTime(), null, null);
        Version++;
        if (Reading is FaceReading.KeptOut or FaceReading.NobodyHere) return;
        if (faces is null) Reading = FaceReading.Unreadable;
        else if (faces.Count == 0) Reading = FaceReading.NoFace;
        else if (chosen is not null && Same(chosen) is { } again) (Reading, Chosen, ChosenBy) = (FaceReading.Compared, again, by);
        else (Reading, Chosen) = faces.Count == 1 ? (FaceReading.Compared, 0) : (FaceReading.ToChoose, (int?)null);
        Ask();
    }

    /// <summary>Its vector is gone: the photo waits to be looked at again. What somebody chose is not forgotten.</summary>
    public void Unread()
    {
        Contract = "";
        Version++;
    }

    /// <summary>Says which face is the person's; null for none of them.</summary>
    /// <returns>face.no-such-face, face.kept-out.</returns>
    public Outcome<Done> Choose(int? face, Guid by)
    {
        if (Origin != PictureOrigin.Photo) return new Problem("face.kept-out");
        if (face < 0 || face >= Faces.Count) return new Problem("face.no-such-face");
        (Chosen, ChosenBy, Reading) = (face, by, face is null ? FaceReading.NobodyHere : FaceReading.Compared);
        Ask();
        Version++;
        return Done.Instance;
    }

    /// <summary>Says how the picture came about.</summary>
    public void Mark(PictureOrigin origin)
    {
        if (origin == Origin && OriginSaid) return;
        var wasOut = Reading == FaceReading.KeptOut;
        (Origin, OriginSaid) = (origin, true);
        Version++;
        if (origin != PictureOrigin.Photo) (Reading, Chosen, ChosenBy) = (FaceReading.KeptOut, null, null);
        else if (Reading == FaceReading.LooksDrawn) Reading = FaceReading.Compared;
        else if (wasOut) (Reading, Chosen) = Faces.Count switch { 0 => (FaceReading.NoFace, (int?)null), 1 => (FaceReading.Compared, 0), _ => (FaceReading.ToChoose, null) };
    }

    /// <summary>What stands between one of the faces and a good comparison; no longer that it looks drawn when somebody said how the picture came about.</summary>
    public FaceDoubts DoubtsOf(int face) => OriginSaid ? Faces[face].Doubts & ~FaceDoubts.Drawn : Faces[face].Doubts;

    private void Ask()
    {
        if (Reading == FaceReading.Compared && DoubtsOf(Chosen!.Value).HasFlag(FaceDoubts.Drawn)) Reading = FaceReading.LooksDrawn;
    }

    private int? Same(FaceBox box)
    {
        for (var i = 0; i < Faces.Count; i++)
            if (Math.Abs(Faces[i].X + Faces[i].Width / 2 - box.X - box.Width / 2) < box.Width / 2 && Math.Abs(Faces[i].Y + Faces[i].Height / 2 - box.Y - box.Height / 2) < box.Height / 2) return i;
        return null;
    }
}
