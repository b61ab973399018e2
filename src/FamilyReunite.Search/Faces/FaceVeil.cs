using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace FamilyReunite.Search.Faces;

/// <summary>Turns the vectors of a pack by a secret rotation: likeness among them stays what it was, but whoever holds them without the key cannot lay another photo beside them. No encryption: who knows as many of the people as a vector has numbers can reckon the rotation.</summary>
public sealed class FaceVeil
{
    /// <summary>Each number meets another one a round; after so many rounds every number has gone into every other of up to 2^16.</summary>
    private const int Rounds = 16;

    private readonly int[][] _orders = new int[Rounds][];
    private readonly (double Cos, double Sin)[][] _turns = new (double, double)[Rounds][];

    /// <param name="key">Of the installation, the same on all its servers.</param>
    public FaceVeil(byte[] key, string contract, int dimension)
    {
        var chance = new Stream(key, contract);
        for (var round = 0; round < Rounds; round++)
        {
            var order = Enumerable.Range(0, dimension).ToArray();
            for (var i = dimension - 1; i > 0; i--)
            {
                var other = (int)(((ulong)chance.Next() * (uint)(i + 1)) >> 32);
                (order[i], order[other]) = (order[other], order[i]);
            }
            _orders[round] = order;
            _turns[round] = [.. Enumerable.Range(0, dimension / 2).Select(_ => chance.Next() * (2 * Math.PI / (1L << 32))).Select(angle => (Math.Cos(angle), Math.Sin(angle)))];
        }
    }

    /// <summary>Of the same length, to within single precision.</summary>
    public float[] Turn(ReadOnlySpan<float> vector)
    {
        if (vector.Length != _orders[0].Length) throw new ArgumentException("The vector is of another pack.", nameof(vector));
        var values = new double[vector.Length];
        for (var i = 0; i < values.Length; i++) values[i] = vector[i];
        for (var round = 0; round < Rounds; round++)
        {
            var (order, turns) = (_orders[round], _turns[round]);
            for (var i = 0; i < turns.Length; i++)
            {
                ref var a = ref values[order[2 * i]];
                ref var b = ref values[order[2 * i + 1]];
                (a, b) = (turns[i].Cos * a - turns[i].Sin * b, turns[i].Sin * a + turns[i].Cos * b);
            }
        }
        return Array.ConvertAll(values, v => (float)v);
    }

    /// <summary>Numbers that nobody foresees without the key.</summary>
    private sealed class Stream(byte[] key, string contract)
    {
        private readonly byte[] _name = Encoding.UTF8.GetBytes("faces/" + contract);
        private byte[] _block = [];
        private int _at, _blocks;

        public uint Next()
        {
            if (_at == _block.Length)
            {
                var counter = new byte[sizeof(int)];
                BinaryPrimitives.WriteInt32LittleEndian(counter, _blocks++);
                (_block, _at) = (HMACSHA256.HashData(key, (byte[])[.. _name, .. counter]), 0);
            }
            var next = BinaryPrimitives.ReadUInt32LittleEndian(_block.AsSpan(_at));
            _at += sizeof(uint);
            return next;
        }
    }
}
