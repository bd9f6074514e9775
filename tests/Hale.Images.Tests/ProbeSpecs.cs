using Hale.Images.Probes;
using Hale.Images.Trust;
using Hale.Kernel;
using Hale.Kernel.Faults;
using Hale.Kernel.Stacks;

namespace Hale.Images.Tests;

/// <summary>What the probes of images say where there is nobody to ask.</summary>
public sealed class ProbeSpecs
{
    private static readonly Reading<ModelFacts> Model = Reading.Of(new ModelFacts(new Stack { Name = "s" }, null));

    // Whoever asks one of those that are not there fails the test.
    private static readonly ImageProbe Images = new(null!, null!, null!, null!, null!, _ => null);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Of_an_engine_that_does_not_answer_the_images_are_unknown() =>
        Assert.Equal("the engine cannot be asked which images it has: no answer within 15 s", await WhyAsync(new Evidence { Model = Model, Engine = Reading.Blind<EngineFacts>("no answer within 15 s") }));

    [Fact]
    public async Task Of_an_engine_that_refuses_the_images_are_unknown() =>
        Assert.EndsWith("permission denied", await WhyAsync(new Evidence
        {
            Model = Model,
            Engine = Reading.Of(new EngineFacts { Endpoint = "unix:///s", Refusal = EngineRefusal.Denied, RefusalText = "permission denied" }),
        }), StringComparison.Ordinal);

    [Fact]
    public async Task Without_a_model_neither_images_nor_trust_are_known()
    {
        var nothing = new Evidence();
        var trust = new TrustProbe(new Project { Directory = "/nowhere" }, new HostAuthorities([], _ => null));

        Assert.StartsWith("Compose gave no model", await WhyAsync(nothing), StringComparison.Ordinal);
        Assert.StartsWith("Compose gave no model", (await trust.LookAsync(nothing, Stop))(nothing).Trust.Unknown, StringComparison.Ordinal);
    }

    private static async Task<string?> WhyAsync(Evidence known) => (await Images.LookAsync(known, Stop))(known).Images.Unknown;
}
