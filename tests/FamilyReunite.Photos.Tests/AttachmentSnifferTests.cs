using System.Text;
using FamilyReunite.Photos.Reading;

namespace FamilyReunite.Photos.Tests;

public sealed class AttachmentSnifferTests
{
    private readonly AttachmentSniffer _sniffer = new();

    [Theory]
    [InlineData("RIFF....WAVEfmt ", "audio/wav")]
    [InlineData("RIFF....AVI LIST", null)]
    [InlineData("RIFF....WEBPVP8 ", null)]
    [InlineData("ID3\u0004", "audio/mpeg")]
    [InlineData("\u00ff\u00fb\u0090\u0064............", "audio/mpeg")]
    [InlineData("\u00ff\u00d8\u00ff\u00e0............", null)]
    [InlineData("\0\0\0\u0020ftypM4A \0\0\0\0", "audio/mp4")]
    [InlineData("\0\0\0\u0020ftypheic\0\0\0\0", null)]
    [InlineData("OggS\0\u0002..........", "audio/ogg")]
    [InlineData("\u001a\u0045\u00df\u00a3....B\u0082\u0084webm....", "audio/webm")]
    [InlineData("\u001a\u0045\u00df\u00a3....matroska....", null)]
    [InlineData("#!AMR\n", "audio/amr")]
    [InlineData("%PDF-1.7\n", "application/pdf")]
    [InlineData("MZ\u0090\0............", null)]
    [InlineData("<html><script>..", null)]
    [InlineData("", null)]
    public void Sniff_FirstBytes_TellWhatItIs(string latin1, string? expected) => Assert.Equal(expected, _sniffer.Sniff(Encoding.Latin1.GetBytes(latin1)));
}
