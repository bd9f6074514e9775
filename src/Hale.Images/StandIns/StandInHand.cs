using Hale.Images.References;
using Hale.Images.Wanted;
using Hale.Kernel.Commands;
using Hale.Kernel.Engines;
using Hale.Kernel.Faults;
using Hale.Kernel.Stacks;

namespace Hale.Images.StandIns;

/// <summary>Builds stand-ins for images that cannot be had, under Hale's own name, and redirects the stack to them.</summary>
public sealed class StandInHand(ICommandRunner runner, IImageStore images, IComposer composer) : IHand, IDisposable
{
    private static readonly TimeSpan BuildPatience = TimeSpan.FromMinutes(15);
    private static readonly string[] ProxyVariables = ["http_proxy", "https_proxy", "no_proxy", "HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY"];

    private readonly DebianBase _base = new(runner, images);
    private readonly SemaphoreSlim _one = new(1, 1);

    public bool Takes(Act act) => act is MakeStandIn;

    public async Task<Receipt> DoAsync(Act act, Action<string> progress, CancellationToken stop)
    {
        var wanted = (MakeStandIn)act;
        if (RecipeBook.For(wanted.Image) is not { } recipe || ImageReference.Parse(wanted.Image) is not { } image)
        {
            return new Receipt(false, $"there is no recipe for a stand-in for {wanted.Image}");
        }

        var name = OwnName.For(image, "stand-in");
        await _one.WaitAsync(stop).ConfigureAwait(false);
        try
        {
            return await MakeAsync(recipe, wanted.Image, name, progress, stop).ConfigureAwait(false) is { } refusal
                ? new Receipt(false, $"no stand-in for {wanted.Image}: {refusal}")
                : await ReceiptAsync(recipe, wanted.Image, name, stop).ConfigureAwait(false);
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    private async Task<string?> MakeAsync(Recipe recipe, string image, string name, Action<string> progress, CancellationToken stop)
    {
        if ((await images.IdsAsync([name], stop).ConfigureAwait(false)).Count > 0)
        {
            return null;
        }

        if (await _base.EnsureAsync(recipe.Suite, progress, stop).ConfigureAwait(false) is { } refusal)
        {
            return refusal;
        }

        var basis = DebianBase.NameFor(recipe.Suite);
        var command = recipe.File is null ? new Command("docker", ["tag", basis, name]) : Build(recipe, image, basis, name);
        var end = await runner.RunAsync(command, (line, _) => progress(line), stop).ConfigureAwait(false);
        return end.Done ? null : $"{command.Program} {command.Arguments[0]} failed: {end.LastWords}";
    }

    private static Command Build(Recipe recipe, string image, string basis, string name)
    {
        var proxies = ProxyVariables
            .Where(variable => Environment.GetEnvironmentVariable(variable) is { Length: > 0 })
            .SelectMany(variable => new[] { "--build-arg", variable });
        return new Command(
            "docker",
            [
                "build", "--network", "host", "--progress", "plain", "--tag", name,
                "--label", $"{StandInLabels.For}={image}",
                "--label", $"{StandInLabels.Packages}={string.Join(' ', recipe.Packages)}",
                "--label", $"{StandInLabels.Suite}={recipe.PackageSuite ?? recipe.Suite}",
                .. proxies, "-",
            ])
        {
            Input = RecipeText.Of(recipe, basis),
            Timeout = BuildPatience,
        };
    }

    private async Task<Receipt> ReceiptAsync(Recipe recipe, string image, string name, CancellationToken stop)
    {
        var version = recipe.VersionOf is { } package ? await VersionAsync(name, package, stop).ConfigureAwait(false) : "";
        var from = recipe.File is null ? "unpacked from Debian's archive" : $"from Debian {recipe.PackageSuite ?? recipe.Suite}";
        var product = $"{recipe.Product}{(version.Length > 0 ? $" {version}" : "")}";
        var says = $"stand-in for {image}: {product} {from}{(recipe.Differs.Length > 0 ? $" ({recipe.Differs})" : "")}";
        var model = await composer.ResolveAsync(stop).ConfigureAwait(false);
        return new Receipt(true, says)
        {
            Undo = $"hale overlay --clear && docker image rm {name}",
            Overlay = model.Stack is { } stack ? Redirects.Of(stack, image, name, says) : [],
        };
    }

    private async Task<string> VersionAsync(string name, string package, CancellationToken stop)
    {
        var ask = new Command("docker", ["run", "--rm", "--network", "none", "--entrypoint", "dpkg-query", name, "-W", "-f", "${Version}", package]);
        var end = await runner.RunAsync(ask, null, stop).ConfigureAwait(false);
        return end.Done ? Upstream(end.Output.Trim()) : "";
    }

    // 5:7.0.15-1~deb12u5 is 7.0.15; what stands before the colon, and after a hyphen or plus sign, is Debian's.
    private static string Upstream(string version) => version[(version.IndexOf(':', StringComparison.Ordinal) + 1)..].Split('-', '+')[0];
}
