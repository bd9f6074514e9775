using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Hale.Cli.Output.Json;

/// <summary>Writes records as lines, each complete when it is written.</summary>
internal static class JsonLines
{
    // Quotes and signs stay readable: the reader is a program or a terminal, never a web page. Control characters are escaped all the same.
    private static readonly JsonTypeInfo<JsonRecord> Shape =
        new JsonLinesContext(new JsonSerializerOptions(JsonLinesContext.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping })
            .JsonRecord;

    public static void Write(TextWriter output, JsonRecord record)
    {
        output.Write(Of(record));
        output.Write('\n');
        output.Flush();
    }

    public static string Of(JsonRecord record) => JsonSerializer.Serialize(record, Shape);

    /// <summary>Seconds, to the millisecond.</summary>
    public static double Seconds(TimeSpan time) => Math.Round(time.TotalSeconds, 3);
}

/// <summary>The serialiser of the records, written by the compiler.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(JsonRecord))]
internal sealed partial class JsonLinesContext : JsonSerializerContext;
