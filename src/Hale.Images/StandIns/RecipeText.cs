using System.Reflection;
using System.Text;

namespace Hale.Images.StandIns;

/// <summary>The Dockerfile of a recipe, ready to be built without any context.</summary>
public static class RecipeText
{
    public static string Of(Recipe recipe, string baseImage)
    {
        var text = new StringBuilder(Read($"{recipe.File}.Dockerfile"))
            .Replace("@BASE@", baseImage)
            .Replace("@SUITE@", recipe.PackageSuite is { } other ? $"{recipe.Suite}-{other}" : recipe.Suite)
            .Replace("@INSTALL@", Install(recipe));
        foreach (var (word, value) in recipe.Words)
        {
            text.Replace($"@{word}@", value);
        }

        return text.ToString();
    }

    // The package lists outlive the build in BuildKit's cache, so a whole set of stand-ins fetches them once.
    private static string Install(Recipe recipe)
    {
        const string lists = "{ find /var/lib/apt/lists -name '*_Packages*' -mmin -120 | grep -q . || apt-get update -q; }";
        var install = $"DEBIAN_FRONTEND=noninteractive apt-get install -qy --no-install-recommends {string.Join(' ', recipe.Packages)}";
        return recipe.PackageSuite is { } suite
            ? $"printf 'deb http://deb.debian.org/debian {suite} main\\n' >/etc/apt/sources.list.d/hale.list"
                + $" && printf 'Package: *\\nPin: release n={suite}\\nPin-Priority: 100\\n' >/etc/apt/preferences.d/hale"
                + $" && {lists} && {install} && rm /etc/apt/sources.list.d/hale.list /etc/apt/preferences.d/hale"
            : $"{lists} && {install}";
    }

    private static string Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The recipe '{name}' is not in this program.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
