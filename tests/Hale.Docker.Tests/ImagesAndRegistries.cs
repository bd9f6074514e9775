using Hale.Kernel.Engines;

namespace Hale.Docker.Tests;

/// <summary>Images of a real engine, and registries as it reaches them.</summary>
public sealed class ImagesAndRegistries(RealEngine real)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Only_images_that_are_there_have_an_id_and_labels()
    {
        real.Need();

        var ids = await real.Images.IdsAsync([RealEngine.Image, "hale.docker.tests/none:1", RealEngine.Image], Stop);

        Assert.Equal([RealEngine.Image], ids.Keys);
        Assert.Equal("hale.docker.tests", (await real.Images.LabelsAsync(RealEngine.Image, Stop))!["made.by"]);
        Assert.Null(await real.Images.LabelsAsync("hale.docker.tests/none:1", Stop));
    }

    [Fact]
    public async Task A_registry_that_nobody_answers_for_is_unreachable()
    {
        real.Need();

        Assert.Equal(RegistryAnswerKind.Unreachable, (await real.Images.AskRegistryAsync("127.0.0.1:1/none:1", Stop)).Kind);
        Assert.Equal(RegistryAnswerKind.Unreachable, (await real.Images.PullAsync("127.0.0.1:1/none", _ => { }, Stop)).Kind);
    }

    [Theory]
    [InlineData("unix:///nowhere/docker.sock")]
    [InlineData("tcp://127.0.0.1:1")]
    public async Task An_engine_that_is_not_there_is_an_answer_in_one_sentence(string address)
    {
        using var client = new EngineClient(new Uri(address));

        var refusal = await Assert.ThrowsAsync<EngineException>(() => new ContainerEngine(client, (_, _) => false, new NoSecrets()).ListAsync("none", Stop));

        Assert.Contains($"The engine at {address}", refusal.Message, StringComparison.Ordinal);
    }
}
