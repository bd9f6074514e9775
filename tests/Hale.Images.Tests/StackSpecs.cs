using Hale.Images.Wanted;
using Hale.Kernel.Stacks;

namespace Hale.Images.Tests;

/// <summary>Which images a stack needs, and how it is redirected.</summary>
public sealed class StackSpecs
{
    [Fact]
    public void An_image_that_another_service_builds_is_not_wanted_from_outside() =>
        Assert.Empty(StackImages.Run(Of(Built("api", "FROM scratch"), new Service { Name = "worker", Image = "api" })));

    [Fact]
    public void A_redirect_is_seen_as_one_and_the_project_s_reference_is_kept()
    {
        var needed = StackImages.All(Of(
            new Service { Name = "db", Image = "hale.local/stand-in/postgres:17" },
            Built("web", "FROM docker.io/library/node:20-slim", ("node:20-slim", "docker-image://hale.local/ca/node:20-slim"))));

        Assert.Equal(
            [("db", "postgres:17", "hale.local/stand-in/postgres:17"), ("web", "docker.io/library/node:20-slim", "hale.local/ca/node:20-slim")],
            needed.Select(one => (one.Service, one.Reference, one.Redirect)));
    }

    [Fact]
    public void A_context_of_the_project_s_own_takes_the_image_s_place()
    {
        var needed = StackImages.All(Of(
            Built("one", "FROM base", ("base", "/a/folder")),
            Built("two", "FROM base", ("base", "docker-image://node:20"))));

        Assert.Equal([("two", "node:20", "base")], needed.Select(one => (one.Service, one.Reference, one.ContextKey)));
    }

    [Fact]
    public void A_redirect_reaches_every_service_that_needs_the_image_under_the_name_BuildKit_looks_for()
    {
        var stack = Of(
            new Service { Name = "dev", Image = "node", PullPolicy = "always" },
            Built("web", "# syntax=docker/dockerfile:1\nFROM docker.io/library/node:latest AS a\nFROM debian\nCOPY --from=a /x /x"));

        Assert.Equal(
            ["dev image=x", "dev pull_policy=missing", "web build.additional_contexts.node=docker-image://x"],
            Redirects.Of(stack, "node", "x", "").Select(line => $"{line.Service} {string.Join('.', line.Path)}={line.Values[0]}"));
    }

    private static Stack Of(params Service[] services) => new() { Name = "s", Services = services };

    private static Service Built(string name, string dockerfile, params (string Name, string Value)[] contexts) => new()
    {
        Name = name,
        Image = name,
        Build = new BuildSource
        {
            Context = "/nowhere",
            DockerfileInline = dockerfile,
            AdditionalContexts = contexts.ToDictionary(context => context.Name, context => context.Value),
        },
    };
}
