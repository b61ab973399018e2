using System.Buffers.Binary;
using System.ComponentModel;
using System.Diagnostics;

namespace FamilyReunite.Samples;

/// <summary>Short clips spoken by the espeak-ng synthesiser, brought down to 8 kHz. Where it is not installed the files that are there stay.</summary>
internal static class Speech
{
    private static readonly (string File, string Words)[] Clips = [("s-0001.wav", "我家在石桥"), ("s-0002.wav", "我叫阿根"), ("s-0003.wav", "我要回家")];

    public static void Make(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var (file, words) in Clips)
        {
            var path = Path.Combine(folder, file);
            try
            {
                using var process = Process.Start(new ProcessStartInfo("espeak-ng", ["-v", "cmn", "-s", "150", "-w", path, words]));
                process!.WaitForExit();
                File.WriteAllBytes(path, Downsample(File.ReadAllBytes(path)));
            }
            catch (Win32Exception)
            {
                Console.Error.WriteLine("espeak-ng is not installed: the clips were left as they are.");
                return;
            }
        }
    }

    /// <summary>22,050 Hz 16-bit mono with a 44-byte head to 7,350 Hz: means of three samples.</summary>
    private static byte[] Downsample(byte[] wav)
    {
        const int Head = 44;
        var samples = (wav.Length - Head) / 6;
        var small = new byte[Head + samples * 2];
        wav.AsSpan(0, Head).CopyTo(small);
        for (var i = 0; i < samples; i++)
        {
            var sum = 0;
            for (var k = 0; k < 3; k++) sum += BinaryPrimitives.ReadInt16LittleEndian(wav.AsSpan(Head + i * 6 + k * 2));
            BinaryPrimitives.WriteInt16LittleEndian(small.AsSpan(Head + i * 2), (short)(sum / 3));
        }
        var rate = BinaryPrimitives.ReadInt32LittleEndian(wav.AsSpan(24)) / 3;
        BinaryPrimitives.WriteInt32LittleEndian(small.AsSpan(4), small.Length - 8);
        BinaryPrimitives.WriteInt32LittleEndian(small.AsSpan(24), rate);
        BinaryPrimitives.WriteInt32LittleEndian(small.AsSpan(28), rate * 2);
        BinaryPrimitives.WriteInt32LittleEndian(small.AsSpan(40), samples * 2);
        return small;
    }
}
