using Hale.Images.StandIns;

namespace Hale.Images.Tests;

/// <summary>For which images there is a stand-in, and of which version.</summary>
public sealed class RecipeSpecs
{
    [Theory]
    [InlineData("debian:trixie-slim", "trixie")]
    [InlineData("debian", "trixie")]
    [InlineData("debian:12.5-slim", "bookworm")]
    [InlineData("docker.io/library/python:3.11", "bookworm")]
    [InlineData("python:3.13-slim", "trixie")]
    [InlineData("node:18", "bookworm")]
    [InlineData("postgres:15", "bookworm")]
    [InlineData("postgres:17-alpine", "trixie")]
    public void The_suite_is_the_one_that_has_the_version(string image, string suite) => Assert.Equal(suite, RecipeBook.For(image)?.Suite);

    [Theory]
    [InlineData("postgres:16")]
    [InlineData("postgres")]
    [InlineData("redis:6")]
    [InlineData("debian:sid")]
    [InlineData("ghcr.io/x/node:20")]
    [InlineData("bitnami/redis")]
    public void None_is_offered_that_could_harm_data_or_be_something_else(string image) => Assert.Null(RecipeBook.For(image));

    [Theory]
    [InlineData("node:22-slim", "the project asks for 22")]
    [InlineData("node:20.11-slim", "")]
    [InlineData("python:3.12-slim", "the project asks for 3.12")]
    [InlineData("python:3-slim", "")]
    [InlineData("redis:7-alpine", "it is Debian, not Alpine, inside")]
    public void A_difference_is_said(string image, string differs) => Assert.Equal(differs, RecipeBook.For(image)?.Differs);

    [Theory]
    [InlineData("postgres:17")]
    [InlineData("redis:7")]
    [InlineData("valkey/valkey:8")]
    [InlineData("nginx:1.26")]
    [InlineData("node:20-slim")]
    [InlineData("python:3.13")]
    [InlineData("memcached:1")]
    [InlineData("busybox")]
    public void A_recipe_has_every_word_filled_in(string image)
    {
        var recipe = RecipeBook.For(image)!;

        Assert.DoesNotMatch("@[A-Z]+@", RecipeText.Of(recipe, "base"));
    }
}
