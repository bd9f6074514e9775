using System.Text;
using System.Text.RegularExpressions;

namespace Hale.Machine.Databases;

/// <summary>What there is to know of SQL before it is carried out.</summary>
/// <param name="Bytes">How long it is.</param>
/// <param name="LeavesTransaction">True when it has words that may end the transaction in which it is carried out, or leave it for another database.</param>
public sealed partial record SeedText(long Bytes, bool LeavesTransaction)
{
    private const int Piece = 64 << 10;

    // No such word is longer, with what stands around it.
    private const int Overlap = 64;

    /// <summary>Reads it to its end, a piece at a time: there may be gigabytes in one line.</summary>
    internal static SeedText Of(Stream sql)
    {
        var (bytes, leaves) = (0L, false);
        var piece = new byte[Overlap + Piece];

        // A word counts with what stands on both sides of it, which the text's own edges do not have.
        var kept = 1;
        piece[0] = (byte)'\n';
        for (int read; (read = sql.Read(piece, kept, Piece)) > 0;)
        {
            bytes += read;
            leaves = leaves || Leaving().IsMatch(Encoding.Latin1.GetString(piece, 0, kept + read));
            var next = Math.Min(Overlap, kept + read);
            piece.AsSpan(kept + read - next, next).CopyTo(piece);
            kept = next;
        }

        return new SeedText(bytes, leaves || Leaving().IsMatch(Encoding.Latin1.GetString(piece, 0, kept) + '\n'));
    }

    // commit;  rollback work;  abort;  \connect other  \c other
    [GeneratedRegex(@"(?<=\W)(?:commit|rollback|abort)(?=\W)|\\c(?:onnect)?(?=[\s;])", RegexOptions.IgnoreCase)]
    private static partial Regex Leaving();
}
