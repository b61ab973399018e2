namespace FamilyReunite.Photos.Reading;

/// <summary>Knows audio clips and documents by their first bytes, never by their names.</summary>
public sealed class AttachmentSniffer : IAttachmentSniffer
{
    public string? Sniff(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith("%PDF-"u8)) return "application/pdf";
        if (head.StartsWith("OggS"u8)) return "audio/ogg";
        if (head.StartsWith("#!AMR"u8)) return "audio/amr";
        if (head.StartsWith((ReadOnlySpan<byte>)[0x1A, 0x45, 0xDF, 0xA3])) return head[..Math.Min(head.Length, 64)].IndexOf("webm"u8) >= 0 ? "audio/webm" : null;
        if (head.Length < 12) return IsMp3(head) ? "audio/mpeg" : null;
        if (head.StartsWith("RIFF"u8)) return head[8..12].SequenceEqual("WAVE"u8) ? "audio/wav" : null;
        if (head[4..8].SequenceEqual("ftyp"u8)) return IsMpeg4Audio(head[8..12]) ? "audio/mp4" : null;
        return IsMp3(head) ? "audio/mpeg" : null;
    }

    /// <summary>Phones write voice memos under these brands; pictures (heic, avif) and QuickTime are something else.</summary>
    private static bool IsMpeg4Audio(ReadOnlySpan<byte> brand) =>
        brand.SequenceEqual("M4A "u8) || brand.SequenceEqual("M4B "u8) || brand.SequenceEqual("mp42"u8) || brand.SequenceEqual("mp41"u8) || brand.StartsWith("iso"u8) || brand.StartsWith("3gp"u8);

    /// <summary>An ID3 tag, or a frame header: 11 set bits, layer III, a bit rate and a sampling rate that exist.</summary>
    private static bool IsMp3(ReadOnlySpan<byte> head) =>
        head.StartsWith("ID3"u8)
        || (head.Length >= 4 && head[0] == 0xFF && (head[1] & 0xE0) == 0xE0 && (head[1] & 0x18) != 0x08 && (head[1] & 0x06) == 0x02 && (head[2] & 0xF0) is not (0xF0 or 0x00) && (head[2] & 0x0C) != 0x0C);
}
