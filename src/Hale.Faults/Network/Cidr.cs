using System.Globalization;
using System.Numerics;

namespace Hale.Faults.Network;

/// <summary>An IPv4 address range.</summary>
internal readonly record struct Cidr(uint First, uint Last)
{
    /// <summary>Reads <c>172.18.0.0/16</c>; null for anything else.</summary>
    public static Cidr? Read(string text)
    {
        if (text.Split('/') is not [var address, var bits] || !int.TryParse(bits, NumberStyles.None, CultureInfo.InvariantCulture, out var length) || length > 32)
        {
            return null;
        }

        var parts = address.Split('.');
        uint value = 0;
        foreach (var part in parts)
        {
            if (parts.Length != 4 || !byte.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                return null;
            }

            value = (value << 8) | number;
        }

        var host = length == 0 ? uint.MaxValue : (1u << (32 - length)) - 1;
        return new Cidr(value & ~host, value | host);
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{First >> 24}.{(First >> 16) & 255}.{(First >> 8) & 255}.{First & 255}/{32 - BitOperations.PopCount(Last - First)}");

    public bool Overlaps(Cidr other) => First <= other.Last && other.First <= Last;
}
