namespace FamilyReunite.Photos.Reading.Child;

/// <summary>The life of the decoding process: one photo in, one answer out, until the server closes the line.</summary>
public static class PhotoWorkerLoop
{
    public static void Run(Stream questions, Stream answers, IPhotoReader reader)
    {
        while (PhotoWire.Receive(questions) is { } bytes) PhotoWire.Send(answers, PhotoWire.Write(reader.Read(bytes)));
    }
}
