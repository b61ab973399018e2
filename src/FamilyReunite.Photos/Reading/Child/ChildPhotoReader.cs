using System.Collections.Concurrent;
using FamilyReunite.Domain;

namespace FamilyReunite.Photos.Reading.Child;

/// <summary>Reads photos in processes of their own: a decoder that crashes, hangs or is taken over is one refused photo, never the server. Thread-safe.</summary>
public sealed class ChildPhotoReader(TimeProvider clock) : IPhotoReader, IDisposable
{
    private readonly ConcurrentBag<WorkerProcess> _idle = [];
    private readonly SemaphoreSlim _places = new(ChildLimits.AtOnce);
    private int _disposed;

    public Outcome<ReadPhoto> Read(ReadOnlyMemory<byte> bytes)
    {
        if (PhotoHeader.Refuse(bytes.Span) is { } refused) return refused;
        _places.Wait();
        try
        {
            return Ask(bytes);
        }
        finally
        {
            _places.Release();
        }
    }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0) return;
        while (_idle.TryTake(out var worker)) worker.Dispose();
        _places.Dispose();
    }

    private Outcome<ReadPhoto> Ask(ReadOnlyMemory<byte> bytes)
    {
        // one that waited may have been ended by the system meanwhile, so a photo is refused only by a fresh process
        var worker = _idle.TryTake(out var waiting) ? waiting : null;
        if (worker?.Ask(bytes, ChildLimits.PhotoTime, clock) is { } first) return Keep(worker, first);
        worker?.Dispose();
        worker = new WorkerProcess();
        if (worker.Ask(bytes, ChildLimits.PhotoTime, clock) is { } second) return Keep(worker, second);
        worker.Dispose();
        return new Problem("photo.gave-up", SkiaPhotoReader.Field);
    }

    private Outcome<ReadPhoto> Keep(WorkerProcess worker, Outcome<ReadPhoto> answer)
    {
        if (worker.Photos < ChildLimits.PhotosPerProcess && Volatile.Read(ref _disposed) == 0) _idle.Add(worker);
        else worker.Dispose();
        return answer;
    }
}
