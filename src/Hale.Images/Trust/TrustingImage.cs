using System.Text;

namespace Hale.Images.Trust;

/// <summary>Writes the Dockerfile of an image that trusts further authorities. It needs no context, and no shell in the image.</summary>
public static class TrustingImage
{
    private const string DebianBundle = "/etc/ssl/certs/ca-certificates.crt";

    /// <param name="image">The image to begin from.</param>
    /// <param name="inside">What it holds.</param>
    /// <param name="added">The authorities to add.</param>
    /// <param name="hostBundle">This machine's roots, for an image that has none of its own; null when the machine has none either.</param>
    public static string Dockerfile(string image, ImageInside inside, IReadOnlyList<AddedAuthority> added, string? hostBundle)
    {
        var text = new StringBuilder($"FROM {image}\n");
        var bundle = inside.BundlePath ?? DebianBundle;
        if (inside.User.Length > 0)
        {
            text.Append("USER 0\n");
        }

        AppendFile(text, TrustVariables.ExtraFile, added.Select(one => one.Pem));
        for (var number = 0; number < added.Count; number++)
        {
            // One certificate a file, or update-ca-certificates passes over all but the first.
            AppendFile(text, $"/usr/local/share/ca-certificates/hale-{number + 1}.crt", [added[number].Pem]);
        }

        if (inside.CanUpdate)
        {
            text.Append("RUN update-ca-certificates\n");
        }
        else
        {
            AppendFile(text, bundle, [inside.Bundle.Length > 0 ? inside.Bundle : hostBundle ?? "", .. added.Select(one => one.Pem)]);
        }

        text.Append("ENV").AppendJoin("", TrustVariables.For(bundle, TrustVariables.ExtraFile).Select(one => $" {one.Name}={one.Value}")).Append('\n');
        return inside.User.Length > 0 ? text.Append("USER ").Append(inside.User).Append('\n').ToString() : text.ToString();
    }

    private static void AppendFile(StringBuilder text, string path, IEnumerable<string> parts)
    {
        text.Append("COPY --chmod=644 <<'HALE_CERTIFICATES' ").Append(path).Append('\n');
        foreach (var part in parts.Where(part => part.Length > 0))
        {
            text.Append(part.ReplaceLineEndings("\n").TrimEnd()).Append('\n');
        }

        text.Append("HALE_CERTIFICATES\n");
    }
}
