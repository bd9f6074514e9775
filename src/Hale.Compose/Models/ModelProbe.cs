using Hale.Kernel;
using Hale.Kernel.Faults;
using Hale.Kernel.Stacks;

namespace Hale.Compose.Models;

/// <summary>Reads Compose's canonical model, or its refusal.</summary>
public sealed class ModelProbe(IComposer composer) : IProbe
{
    public Needs Gives => Needs.Model;

    public Needs After => Needs.Tools;

    public TimeSpan Patience => TimeSpan.FromSeconds(60);

    public async Task<Func<Evidence, Evidence>> LookAsync(Evidence known, CancellationToken stop)
    {
        if (known.Tools.Has(out var tools) && (tools.Cli is null || tools.Compose is null))
        {
            return Blind("Docker Compose is not installed");
        }

        var answer = await composer.ResolveAsync(stop).ConfigureAwait(false);
        return evidence => evidence with { Model = Reading.Of(new ModelFacts(answer.Stack, answer.Refusal) { Warnings = answer.Warnings }) };
    }

    public Func<Evidence, Evidence> Blind(string why) => evidence => evidence with { Model = Reading.Blind<ModelFacts>(why) };
}
