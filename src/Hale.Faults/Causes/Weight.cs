using System.Text.RegularExpressions;

namespace Hale.Faults.Causes;

/// <summary>How much a line of output says that it is an error, by its level or its words.</summary>
internal enum Weight
{
    /// <summary>Nothing is said against anything: blank, a plain message, a mark.</summary>
    None,

    /// <summary>An ordinary line.</summary>
    Plain,

    /// <summary>Its words tell of something that is not as it should be.</summary>
    Complaint,

    /// <summary>It is marked as an error.</summary>
    Error,

    /// <summary>It is marked as what ends the program.</summary>
    Fatal,
}

/// <summary>Weighs lines of output.</summary>
internal static partial class Weights
{
    public static Weight Of(string line) =>
        line.Trim().Length == 0 || Consequences.Includes(line) ? Weight.None
        : Calm().IsMatch(line) ? Weight.Plain
        : Fatal().IsMatch(line) ? Weight.Fatal
        : Error().IsMatch(line) ? Weight.Error
        : Complaint().IsMatch(line) ? Weight.Complaint
        : Weight.Plain;

    // A message below a warning, and words that only sound like an error.
    [GeneratedRegex(@"^\W*(?:INFO|DEBUG|TRACE|NOTICE|info|debug|notice|note|hint|npm warn|npm WARN)\b|[\[ ](?:INFO|DEBUG|TRACE|NOTICE|WARN|WARNING|info|debug|notice|warn|warning)[\] :]|\b(?:0|no|without) errors?\b|\bskipping\b|^\s*\d+ \||^W: Download is|^warning:")]
    private static partial Regex Calm();

    [GeneratedRegex(@"\b(?:FATAL|PANIC|CRITICAL|EMERG)\b|\[(?:emerg|alert|crit|fatal)\]|\bfatal(?: error)?:|^panic: |^F\d{4} ")]
    private static partial Regex Fatal();

    [GeneratedRegex(@"\bERROR\b|\bSEVERE\b|\[error\]|\b[Ee]rror(?:\[\w+\])?:|\bError at\b|\berror (?:writing|reading|opening|creating|loading|connecting|while)\b|\blevel=(?:error|fatal)\b|""level"":""(?:error|fatal)""|^E: |^Err:\d|^[\w.]*(?:Error|Exception)\b|^npm (?:error|ERR!) \S|^E\d{4} |^ERR!")]
    private static partial Regex Error();

    [GeneratedRegex(@"\bnot found\b|\bdenied\b|\b[Nn]o such\b|\b[Nn]o module named\b|\bNo rule\b|\b[Cc]annot\b|\b[Cc]an't\b|\b[Cc]ould not\b|\b[Uu]nable to\b|\brefused\b|\b[Ii]nvalid\b|\b[Mm]issing\b|\bunbound\b|\b[Uu]ndefined\b|\b[Uu]nknown\b|\b[Uu]nrecognized\b|\b[Ff]ailed\b|\b[Ff]ailure\b|\bnot permitted\b|\bdoes not exist\b|\bnot set\b|\bnot installed\b|\b[Uu]nexpected\b|\btimed out\b|\bin use\b|\bexpected\b|\bmust be\b|\brequired\b|\bexception\b|\b[Nn]o space left\b|\breset by peer\b|\b[Oo]ut of memory\b|\b[Ss]egmentation fault\b")]
    private static partial Regex Complaint();
}
