using System.Text.RegularExpressions;

namespace Hale.Machine.Environments.Code;

/// <summary>
/// The fields of a class of settings, as pydantic fills them from variables of the same name (docs.pydantic.dev/latest/concepts/pydantic_settings).
/// A class with more than the simplest in it may get its values from anywhere.
/// </summary>
internal static partial class PythonSettings
{
    /// <summary>Each field with the variable that fills it; one without a default is needed where the file makes such settings without giving it a value.</summary>
    public static IEnumerable<(string Name, int At, Reached Needs)> Fields(Masked masked, Lazy<PythonLines> lines)
    {
        foreach (Match found in Class().Matches(masked.Code))
        {
            var start = found.Index + found.Length;
            var body = masked.Code[start..(EndOfBody().Match(masked.Code, start) is { Success: true } end ? end.Index : masked.Code.Length)];
            var made = Other().IsMatch(masked.Code) ? Reached.Perhaps : Made(found.Groups["name"].Value, masked.Code, lines.Value);
            var prefix = Prefix().Match(body) is { Success: true } given ? masked.Text.Substring(start + given.Groups["prefix"].Index, given.Groups["prefix"].Length) : "";
            int? indent = null;
            foreach (Match field in Field().Matches(body))
            {
                var name = field.Groups["name"];
                indent ??= field.Groups["indent"].Length;
                var rest = field.Groups["rest"].Value;
                if (field.Groups["indent"].Length == indent && !name.Value.StartsWith("model_", StringComparison.Ordinal) && !ElsewhereNamed().IsMatch(rest))
                {
                    yield return (prefix.ToUpperInvariant() + name.Value.ToUpperInvariant(), start + name.Index, Bare().IsMatch(rest) ? made : Reached.Perhaps);
                }
            }
        }
    }

    // settings = Settings()
    private static Reached Made(string type, string code, PythonLines lines) =>
        Creation().Matches(code).Where(found => found.Groups["name"].Value == type).Select(found => lines.At(found.Index)).DefaultIfEmpty(Reached.Perhaps).Max();

    [GeneratedRegex(@"^class\s+(?<name>\w+)\s*\(\s*(?:pydantic_settings\s*\.\s*|pydantic\s*\.\s*)?BaseSettings\s*\)\s*:", RegexOptions.Multiline)]
    private static partial Regex Class();

    [GeneratedRegex(@"^[^\s#)\]}]", RegexOptions.Multiline)]
    private static partial Regex EndOfBody();

    //     payment_key: str
    [GeneratedRegex(@"^(?<indent>[ \t]+)(?<name>[A-Za-z]\w*)[ \t]*:(?<rest>[^\n]*)$", RegexOptions.Multiline)]
    private static partial Regex Field();

    // str, SecretStr, HttpUrl: no default and nothing beside it
    [GeneratedRegex(@"^[ \t]*[A-Za-z]\w*\s*$")]
    private static partial Regex Bare();

    // Field(validation_alias=…), Field(env=…), ClassVar[…]
    [GeneratedRegex(@"alias|\benv\b|ClassVar|AliasChoices|lambda|^\s*$")]
    private static partial Regex ElsewhereNamed();

    [GeneratedRegex("""env_prefix\s*=\s*(?<quote>["'])(?<prefix>\u0001*)\k<quote>""")]
    private static partial Regex Prefix();

    // Sources beside the environment, or names that are made by a rule.
    [GeneratedRegex(@"settings_customise_sources|secrets_dir|_env_file|env_nested|alias_generator|case_sensitive|cli_|Source\b|\byaml_file|\btoml_file|\bjson_file|class\s+Config\b(?=[^#]{0,300}\bfields\b)")]
    private static partial Regex Other();

    [GeneratedRegex(@"(?<![\w.])(?<name>(?>[A-Za-z_]\w*))\s*\(\s*\)")]
    private static partial Regex Creation();
}
