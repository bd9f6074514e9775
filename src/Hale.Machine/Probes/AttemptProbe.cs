using Hale.Kernel;
using Hale.Kernel.Faults;
using Hale.Machine.Projects;

namespace Hale.Machine.Probes;

/// <summary>Reads what the last start of the stack came up against.</summary>
public sealed class AttemptProbe(AttemptFile file) : IProbe
{
    public Needs Gives => Needs.Attempt;

    public Needs After => Needs.None;

    public TimeSpan Patience => TimeSpan.FromSeconds(5);

    public Func<Evidence, Evidence> Blind(string why) => evidence => evidence with { Attempt = Reading.Blind<AttemptFacts>(why) };

    public Task<Func<Evidence, Evidence>> LookAsync(Evidence known, CancellationToken stop)
    {
        var attempt = file.Read();
        return Task.FromResult<Func<Evidence, Evidence>>(evidence => evidence with { Attempt = Reading.Of(attempt) });
    }
}
