using System.Globalization;

namespace FamilyReunite.Casework.Escort;

/// <summary>Reads <c>M x y L x y …</c>; numbers are plain decimals from 0 to <see cref="SignaturePath.Extent"/>, kept to a tenth. Anything else makes the whole text unreadable.</summary>
internal ref struct SignatureReader(ReadOnlySpan<char> text)
{
    private ReadOnlySpan<char> _rest = text;

    public List<IReadOnlyList<SignaturePath.Point>>? Strokes()
    {
        var strokes = new List<IReadOnlyList<SignaturePath.Point>>();
        List<SignaturePath.Point>? stroke = null;
        while (true)
        {
            SkipSpace(comma: false);
            if (_rest.IsEmpty) return strokes.Count > 0 ? strokes : null;
            var command = _rest[0];
            _rest = _rest[1..];
            if (command == 'M') strokes.Add(stroke = []);
            else if (command != 'L' || stroke is null) return null;
            if (!Number(out var x) || !Number(out var y)) return null;
            stroke.Add(new SignaturePath.Point(x, y));
        }
    }

    private bool Number(out double value)
    {
        SkipSpace(comma: true);
        var length = 0;
        while (length < _rest.Length && (char.IsAsciiDigit(_rest[length]) || _rest[length] == '.')) length++;
        var read = double.TryParse(_rest[..length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value) && value <= SignaturePath.Extent;
        value = Math.Round(value, 1);
        _rest = _rest[length..];
        return read;
    }

    private void SkipSpace(bool comma)
    {
        while (!_rest.IsEmpty && (_rest[0] is ' ' or '\n' || (comma && _rest[0] == ','))) _rest = _rest[1..];
    }
}
