using Hale.Images.References;

namespace Hale.Images.Tests;

/// <summary>How references are read and written.</summary>
public sealed class ReferenceSpecs
{
    [Theory]
    [InlineData("node", "node:latest", "node")]
    [InlineData("node:latest", "node:latest", "node")]
    [InlineData("docker.io/library/node:20-slim", "node:20-slim", "node:20-slim")]
    [InlineData("docker.io/bitnami/redis", "bitnami/redis:latest", "bitnami/redis")]
    [InlineData("localhost:5000/x/y:1", "localhost:5000/x/y:1", "localhost:5000/x/y:1")]
    [InlineData("ghcr.io/a/b", "ghcr.io/a/b:latest", "ghcr.io/a/b")]
    public void It_is_named_as_people_and_as_BuildKit_name_it(string written, string familiar, string key)
    {
        var image = ImageReference.Parse(written)!;

        Assert.Equal((familiar, key), (image.Familiar, image.ContextKey));
    }

    [Theory]
    [InlineData("node:")]
    [InlineData("")]
    [InlineData("Node:20")]
    [InlineData("$IMAGE")]
    public void What_Docker_would_not_take_is_none(string written) => Assert.Null(ImageReference.Parse(written));

    [Theory]
    [InlineData("postgres:17", "localhost:5000", "localhost:5000/library/postgres:17")]
    [InlineData("postgres", "http://mirror.example/", "mirror.example/library/postgres:latest")]
    [InlineData("ghcr.io/a/b:1", "mirror.example/proxy", "mirror.example/proxy/ghcr.io/a/b:1")]
    public void A_mirror_holds_it_under_its_full_path(string written, string mirror, string there) =>
        Assert.Equal(there, ImageReference.Parse(written)!.In(mirror));

    [Theory]
    [InlineData("node:20-slim", "hale.local/ca/node:20-slim")]
    [InlineData("localhost:5000/x:1", "hale.local/ca/localhost__5000/x:1")]
    [InlineData("node:20@sha256:0123456789012345678901234567890123456789012345678901234567890123", "hale.local/ca/node:20-sha256-0123456789012345678901234567890123456789012345678901234567890123")]
    [InlineData("node@sha256:0123456789012345678901234567890123456789012345678901234567890123", "hale.local/ca/node:sha256-0123456789012345678901234567890123456789012345678901234567890123")]
    public void Hales_own_name_tells_whose_place_it_takes(string written, string own)
    {
        Assert.Equal(own, OwnName.For(ImageReference.Parse(written)!, "ca"));
        Assert.Equal(written, OwnName.Original(own));
    }

    [Fact]
    public void An_image_that_is_not_Hales_is_its_own_original() => Assert.Equal("node:20", OwnName.Original("node:20"));
}
