using Hale.Kernel;
using Hale.Kernel.Engines;
using Hale.Kernel.Faults;
using Hale.Kernel.Stacks;
using Hale.Machine.Changes;
using Hale.Machine.Probes;
using Hale.Machine.Projects;

namespace Hale.Machine.Tests;

/// <summary>What changed since a stack was last healthy is told by names; a value is neither kept nor told.</summary>
public sealed class ChangesTests : IDisposable
{
    private static readonly Stack Shop = new()
    {
        Name = "shop",
        Services = [new Service { Name = "api", Image = "shop-api" }, new Service { Name = "db", Image = "postgres:17" }],
    };

    private readonly TemporaryProject _folder = new();
    private readonly Dictionary<string, string> _parts = new() { ["api image"] = "1", ["api environment DB_HOST"] = "1" };
    private readonly Dictionary<string, string> _images = new() { ["postgres:17"] = "sha256:1" };

    public ChangesTests()
    {
        Write("compose.yaml", "services: {}\n");
        Write(".env", "DB_HOST=db\nPASSWORD=very-secret-value\n");
        Write("package-lock.json", "{}\n");
        Write(".git/HEAD", "ref: refs/heads/main\n");
        Write(".git/refs/heads/main", "1111111111aaaaaaaaaa\n");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Before_the_stack_was_ever_healthy_nothing_is_said_to_have_changed() => Assert.Null((await LookAsync()).HealthyAt);

    [Fact]
    public async Task Nothing_changed_is_said_as_nothing()
    {
        Kept().Remember(Shop, _parts, _images);

        var changes = await LookAsync();

        Assert.NotNull(changes.HealthyAt);
        Assert.Empty(changes.Changes);
    }

    [Fact]
    public async Task Each_kind_of_change_is_named()
    {
        Kept().Remember(Shop, new Dictionary<string, string>(_parts), new Dictionary<string, string>(_images));
        Write("compose.yaml", "services: {api: {}}\n");
        Write(".env", "DB_HOST=other\nPASSWORD=very-secret-value\nNEW=1\n");
        Write("package-lock.json", "{ }\n");
        Write(".git/refs/heads/main", "2222222222aaaaaaaaaa\n");
        (_parts["api image"], _parts["web ports"], _images["postgres:17"]) = ("2", "1", "sha256:2");

        var changes = await LookAsync();

        Assert.Equal(
            [
                "compose.yaml changed (service api: image; service web: ports is new)",
                ".env changed (DB_HOST, NEW is new)",
                "package-lock.json changed",
                "the image postgres:17 is another one",
                "Git is at main 2222222222, it was at main 1111111111",
            ],
            changes.Changes);
    }

    [Fact]
    public async Task A_source_that_was_written_since_is_named_and_one_in_a_folder_of_tools_is_not()
    {
        Kept().Remember(Shop, _parts, _images);
        Write("src/app.py", "print(1)\n");
        Write("node_modules/a/index.js", "1\n");
        foreach (var file in (string[])["src/app.py", "node_modules/a/index.js"])
        {
            File.SetLastWriteTimeUtc(_folder.Path(file), DateTime.UtcNow.AddMinutes(1));
        }

        Assert.Equal(["written since then: src/app.py"], (await LookAsync()).Changes);
    }

    [Fact]
    public void No_value_is_kept()
    {
        Kept().Remember(Shop, _parts, _images);

        Assert.DoesNotContain("very-secret-value", File.ReadAllText(_folder.Path(".hale/cache/healthy.json")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stack_that_is_still_healthy_takes_over_what_changed_meanwhile()
    {
        Kept().Remember(Shop, _parts, _images);
        Write(".env", "DB_HOST=another-host\n");

        Kept().StillHealthy(Shop, _parts, _images);

        Assert.Empty((await LookAsync()).Changes);
    }

    [Fact]
    public async Task What_cannot_be_known_without_a_model_is_not_called_gone()
    {
        var built = Shop with { Services = [new Service { Name = "api", Image = "shop-api", Build = new BuildSource { Context = _folder.Path("api"), Dockerfile = _folder.Path("api/Dockerfile") } }] };
        Write("api/Dockerfile", "FROM redis:7\n");
        Write("api/package.json", "{}\n");
        Kept().Remember(built, _parts, new Dictionary<string, string> { ["shop-api"] = "sha256:1" });
        File.Delete(_folder.Path("api/package.json"));
        Write("compose.yaml", "services: {api: {}}\n");
        _images["shop-api"] = "sha256:2";

        Assert.Equal(["compose.yaml changed", "api/package.json is gone"], (await LookAsync(new ModelFacts(null, null))).Changes);
    }

    private HealthyFile Kept() => new(_folder.Project, new StateFolder(_folder.Project), TimeProvider.System);

    private Task<ChangeFacts> LookAsync() => LookAsync(new ModelFacts(Shop, null));

    private async Task<ChangeFacts> LookAsync(ModelFacts model)
    {
        var known = new Evidence { Model = Reading.Of(model) };
        var grow = await new ChangesProbe(_folder.Project, Kept(), new Resolved(Shop, _parts), new Images(_images)).LookAsync(known, TestContext.Current.CancellationToken);
        return grow(known).Changes.Known!;
    }

    private void Write(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_folder.Path(name))!);
        File.WriteAllText(_folder.Path(name), text);
        File.SetLastWriteTimeUtc(_folder.Path(name), DateTime.UtcNow.AddMinutes(-1));
    }

    private sealed class Resolved(Stack stack, IReadOnlyDictionary<string, string> parts) : IComposer
    {
        public Task<ModelAnswer> ResolveAsync(CancellationToken stop) => Task.FromResult(new ModelAnswer(stack, null, true) { Parts = parts });

        public Task<IReadOnlyList<string>?> AllServicesAsync(CancellationToken stop) => throw Unexpected();

        public Task<ComposeAnswer> BuildAsync(IReadOnlyList<string> services, bool withoutCache, Action<BuildStep> step, CancellationToken stop) => throw Unexpected();

        public Task<ComposeAnswer> CreateAsync(IReadOnlyList<string>? services, CancellationToken stop) => throw Unexpected();

        public Task<ComposeAnswer> StartAsync(string service, CancellationToken stop) => throw Unexpected();

        public Task<ComposeAnswer> StopAsync(string service, CancellationToken stop) => throw Unexpected();

        public Task<IReadOnlyList<string>> OutOfDateAsync(Stack stack, CancellationToken stop) => throw Unexpected();

        public Task<IReadOnlyList<string>> ChangedSinceBuiltAsync(Stack stack, CancellationToken stop) => throw Unexpected();

        private static InvalidOperationException Unexpected() => new("a look changes nothing");
    }

    private sealed class Images(IReadOnlyDictionary<string, string> ids) : IImageStore
    {
        public Task<IReadOnlyDictionary<string, string>> IdsAsync(IReadOnlyCollection<string> names, CancellationToken stop) => Task.FromResult(ids);

        public Task<RegistryAnswer> AskRegistryAsync(string reference, CancellationToken stop) => throw Unexpected();

        public Task<RegistryAnswer> PullAsync(string reference, Action<string> progress, CancellationToken stop) => throw Unexpected();

        public Task<IReadOnlyDictionary<string, string>?> LabelsAsync(string name, CancellationToken stop) => throw Unexpected();

        public Task<IReadOnlyList<string>> MirrorsAsync(CancellationToken stop) => throw Unexpected();

        public Task RemoveAsync(string name, CancellationToken stop) => throw Unexpected();

        private static InvalidOperationException Unexpected() => new("a look changes nothing");
    }
}
