using SkiaSharp;

namespace FamilyReunite.Samples;

/// <summary>A flat drawing of an invented face; the number of the face decides its features, the number of the drawing its small differences.</summary>
internal static class Portrait
{
    private const int Width = 240;
    private const int Height = 300;

    private static readonly SKColor[] Skins = [new(0xF3D3B0), new(0xE8BE93), new(0xD9A877), new(0xC98F5E)];
    private static readonly SKColor[] Clothes = [new(0x3D5A80), new(0x6B705C), new(0x8D5B4C), new(0x4A4E69), new(0x9A8C98), new(0x2A6F5E), new(0xA44A3F)];
    private static readonly SKColor[] Backs = [new(0xE6EEF2), new(0xF2ECE3), new(0xE7EFE4), new(0xEFE7EF)];

    public static byte[] Draw(int face, int drawing, bool female, bool old)
    {
        var f = new Random(1000 + face);
        var d = new Random(5000 + face * 7 + drawing);
        var (skin, cloth) = (Opaque(Skins[f.Next(Skins.Length)]), Opaque(Clothes[(f.Next(Clothes.Length) + drawing) % Clothes.Length]));
        var hair = Opaque(old && drawing == 0 ? new SKColor(0xB9BABC) : new SKColor((uint)(0x1E1B1A + f.Next(3) * 0x120C08)));
        var (w, h) = (62 + f.Next(18), 78 + f.Next(16));
        var (gap, eye, nose, mouth, brow) = (22 + f.Next(10), 5 + f.Next(4), 12 + f.Next(12), 14 + f.Next(14), 2 + f.Next(4));
        var (style, glasses, hat) = (f.Next(4), f.Next(4) == 0, f.Next(5) == 0 && drawing == 0);
        var mole = (X: f.Next(-40, 40), Y: f.Next(-50, 55), Has: f.Next(3) == 0);

        using var bitmap = new SKBitmap(Width, Height, SKColorType.Rgba8888, SKAlphaType.Opaque);
        using var canvas = new SKCanvas(bitmap);
        using var paint = new SKPaint { IsAntialias = true };
        canvas.Clear(Opaque(Backs[d.Next(Backs.Length)]));
        canvas.RotateDegrees(d.Next(-4, 5), 120, 150);
        const float X = 120, Y = 135;
        Fill(paint, cloth);
        canvas.DrawRoundRect(new SKRect(30, 232, 210, 340), 50, 50, paint);
        Fill(paint, Darker(skin));
        canvas.DrawRect(new SKRect(X - 22, Y + h - 20, X + 22, 246), paint);
        Fill(paint, hair);
        if (female && style < 3) canvas.DrawRoundRect(new SKRect(X - w - 12, Y - 70, X + w + 12, style == 0 ? 240 : 200), 46, 46, paint);
        canvas.DrawOval(X, Y - 18, w + 6, h + 4, paint);
        Fill(paint, skin);
        canvas.DrawOval(X - w, Y + 5, 9, 15, paint);
        canvas.DrawOval(X + w, Y + 5, 9, 15, paint);
        canvas.DrawOval(X, Y + 6, w, h, paint);
        Fill(paint, hair);
        if (style != 3 || female) canvas.DrawArc(new SKRect(X - w, Y - h - 4, X + w, Y + 10), 182, 176, true, paint);
        if (hat) Hat(canvas, paint, cloth, X, Y - h + 30, w);
        Eyes(canvas, paint, hair, X, Y, gap, eye, brow);
        Stroke(paint, Darker(skin), 4);
        canvas.DrawLine(X, Y + 8, X - 3, Y + 8 + nose, paint);
        Stroke(paint, Opaque(new SKColor(0x9E4B43)), 4);
        canvas.DrawArc(new SKRect(X - mouth, Y + 30, X + mouth, Y + 54), 20, 140, false, paint);
        if (old) Wrinkles(canvas, paint, skin, X, Y, w);
        if (glasses) Glasses(canvas, paint, X, Y, gap);
        Fill(paint, Opaque(new SKColor(0x3A2A22)));
        if (mole.Has) canvas.DrawCircle(X + mole.X, Y + mole.Y, 3.5f, paint);
        if (female == false && f.Next(4) == 0) canvas.DrawRoundRect(new SKRect(X - 18, Y + 34, X + 18, Y + 39), 3, 3, paint);
        using var image = SKImage.FromBitmap(bitmap);
        using var data = image.Encode(SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }

    private static void Eyes(SKCanvas canvas, SKPaint paint, SKColor hair, float x, float y, int gap, int size, int brow)
    {
        foreach (var side in (int[])[-1, 1])
        {
            Fill(paint, SKColors.White);
            canvas.DrawOval(x + side * gap, y, size + 6, size, paint);
            Fill(paint, Opaque(new SKColor(0x2B211C)));
            canvas.DrawCircle(x + side * gap, y, size - 1, paint);
            Stroke(paint, hair, brow);
            canvas.DrawLine(x + side * (gap - 12), y - 17, x + side * (gap + 13), y - 15 - brow, paint);
        }
    }

    private static void Hat(SKCanvas canvas, SKPaint paint, SKColor cloth, float x, float y, int w)
    {
        Fill(paint, Darker(cloth));
        canvas.DrawArc(new SKRect(x - w - 6, y - 62, x + w + 6, y + 46), 180, 180, true, paint);
        canvas.DrawRoundRect(new SKRect(x - w - 10, y - 12, x + w + 10, y + 6), 8, 8, paint);
    }

    private static void Glasses(SKCanvas canvas, SKPaint paint, float x, float y, int gap)
    {
        Stroke(paint, Opaque(new SKColor(0x333333)), 3);
        canvas.DrawRoundRect(new SKRect(x - gap - 17, y - 13, x - gap + 17, y + 14), 8, 8, paint);
        canvas.DrawRoundRect(new SKRect(x + gap - 17, y - 13, x + gap + 17, y + 14), 8, 8, paint);
        canvas.DrawLine(x - gap + 17, y, x + gap - 17, y, paint);
    }

    private static void Wrinkles(SKCanvas canvas, SKPaint paint, SKColor skin, float x, float y, int w)
    {
        Stroke(paint, Darker(skin), 2);
        canvas.DrawLine(x - w / 2f, y - 38, x + w / 2f, y - 38, paint);
        canvas.DrawLine(x - w / 2.4f, y - 46, x + w / 2.4f, y - 46, paint);
        canvas.DrawArc(new SKRect(x - 46, y + 12, x - 20, y + 52), 280, 80, false, paint);
        canvas.DrawArc(new SKRect(x + 20, y + 12, x + 46, y + 52), 180, 80, false, paint);
    }

    private static void Fill(SKPaint paint, SKColor color) => (paint.Style, paint.Color) = (SKPaintStyle.Fill, color);

    private static void Stroke(SKPaint paint, SKColor color, float width) => (paint.Style, paint.Color, paint.StrokeWidth, paint.StrokeCap) = (SKPaintStyle.Stroke, color, width, SKStrokeCap.Round);

    private static SKColor Opaque(SKColor c) => c.WithAlpha(255);

    private static SKColor Darker(SKColor c) => new((byte)(c.Red * .82), (byte)(c.Green * .8), (byte)(c.Blue * .78));
}
